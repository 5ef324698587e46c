/**
 * The vote endpoint as a `fetch(Request) → Response` handler, for Node, Workers, Deno and Bun.
 * Needs the packages `hono`, `zod`, `kysely`, and `libsql` (SQLite) or `pg` (PostgreSQL).
 */
export { createEndpoint, type Endpoint } from './endpoint/create-endpoint.js';
export type { Answer, EndpointOptions } from './endpoint/options.js';
export { articleToken } from './endpoint/article-token.js';
