import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { findPostgres, startPostgres, type PostgresServer } from './postgres-server.js';

/** Tests on a PostgreSQL of their own. Where none is installed they are shown as skipped; in CI that is a failure. */
export function withPostgres(name: string, define: (server: () => PostgresServer) => void): void {
  const programs = findPostgres();
  if (!programs) {
    const skip = process.env.CI ? false : 'PostgreSQL is not installed';
    it(name, { skip }, () => assert.fail('CI has to install PostgreSQL.'));
    return;
  }
  describe(name, () => {
    let server: PostgresServer | undefined;
    before(async () => {
      server = await startPostgres(programs);
    });
    after(() => server?.stop());
    define(() => {
      assert.ok(server, 'PostgreSQL has started');
      return server;
    });
  });
}
