import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { commandOn } from './command-backend.js';
import { describeEndpoint } from './endpoint-features.js';
import { withPostgres } from './with-postgres.js';
import { describeWireProtocol } from './wire-protocol.js';

describe('the command on SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sao-widgets-votes-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const start = commandOn(join(folder, 'votes.db'));
  describeWireProtocol('the command on SQLite', start);
  describeEndpoint('the command on SQLite', start);
});

withPostgres('the command on PostgreSQL', (server) => {
  let database: string;
  before(async () => {
    database = await server().newDatabase();
  });
  describeWireProtocol('the command on PostgreSQL', (options) => commandOn(database)(options));
  describeEndpoint('the command on PostgreSQL', (options) => commandOn(database)(options));
});
