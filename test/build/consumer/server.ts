// A server that counts votes itself.
import { createEndpoint } from 'sao-widgets/endpoint';

const endpoint = createEndpoint({ database: ':memory:' });
console.log((await endpoint(new Request('https://votes.example/healthz'))).status);
