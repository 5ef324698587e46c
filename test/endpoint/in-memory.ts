import { createEndpoint, type EndpointOptions } from '../../src/endpoint.js';
import type { Backend } from './backend.js';

/** The handler itself, over a database that lives as long as the test. */
export function inMemory(options: EndpointOptions = {}): Promise<Backend> {
  const endpoint = createEndpoint({ database: ':memory:', ...options });
  return Promise.resolve({
    send: (path: string, init?: RequestInit) => endpoint(new Request(`http://votes.test${path}`, init)),
    stop: endpoint.close,
  });
}
