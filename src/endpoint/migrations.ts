import { Migrator, type Kysely, type Migration } from 'kysely';
import { StartError } from './start-error.js';

/** In order, and for ever as they were released: databases out there remember their names. */
const migrations: Record<string, Migration> = {
  '0001-votes': {
    async up(database) {
      await database.schema
        .createTable('sao_vote')
        .addColumn('voter', 'text', (column) => column.notNull())
        .addColumn('article', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('score', 'integer', (column) => column.notNull())
        .addColumn('max', 'integer', (column) => column.notNull())
        .addColumn('cast_at', 'bigint', (column) => column.notNull())
        .addColumn('latest_claim', 'bigint', (column) => column.notNull())
        .addColumn('replaced_score', 'integer')
        .addColumn('replaced_max', 'integer')
        .addPrimaryKeyConstraint('sao_vote_key', ['voter', 'article'])
        .execute();
      await database.schema
        .createTable('sao_tally')
        .addColumn('article', 'text', (column) => column.notNull())
        .addColumn('max', 'integer', (column) => column.notNull())
        .addColumn('score', 'integer', (column) => column.notNull())
        .addColumn('slot', 'integer', (column) => column.notNull())
        .addColumn('votes', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('sao_tally_key', ['article', 'max', 'score', 'slot'])
        .execute();
    },
  },
};

const table = 'sao_migration';

/** The migrations that the database has seen; refuses one that a newer program has written. */
async function applied<T>(database: Kysely<T>): Promise<string[]> {
  const untyped = database as unknown as Kysely<Record<string, { name: string }>>;
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === table)) return [];
  const names = (await untyped.selectFrom(table).select('name').execute()).map(({ name }) => name);
  const unknown = names.filter((name) => !(name in migrations));
  if (unknown.length > 0)
    throw new StartError(
      `The database was written by a newer version of sao-vote-endpoint (it knows ${unknown.join(', ')}). ` +
        'Run that version or a later one; this one would not understand what it finds.',
    );
  return names;
}

/** Whether there is nothing to do, which most starts find out without a lock: on Workers, every request is a start. */
export async function isMigrated<T>(database: Kysely<T>): Promise<boolean> {
  return (await applied(database)).length === Object.keys(migrations).length;
}

/** Brings the database to this program's form. */
export async function migrate<T>(database: Kysely<T>): Promise<void> {
  // Another process may have been first.
  if (await isMigrated(database)) return;
  const { error } = await new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableName: table,
    migrationLockTableName: `${table}_lock`,
  }).migrateToLatest();
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('It could not be migrated.', { cause: error });
}
