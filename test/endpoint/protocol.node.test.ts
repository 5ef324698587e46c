import { describeEndpoint } from './endpoint-features.js';
import { inMemory } from './in-memory.js';
import { describeWireProtocol } from './wire-protocol.js';

describeWireProtocol('the handler in memory', inMemory);
describeEndpoint('the handler in memory', inMemory);
