import { Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely';
import type { Schema } from './schema.js';
import { OptionError, StartError } from './start-error.js';

export interface OpenDatabase {
  database: Kysely<Schema>;
  /** Over how many rows the votes of one article and score are spread, so that writers need not queue for one row. */
  slots: number;
  /** Makes the changes of the tables, so that another process that starts at the same time finds all or none of them. */
  alone: (change: (database: Kysely<Schema>) => Promise<void>) => Promise<void>;
}

/** Kysely's migrator locks PostgreSQL itself. */
const aloneOnPostgres =
  (database: Kysely<Schema>): OpenDatabase['alone'] =>
  (change) =>
    change(database);

/** On SQLite it neither locks nor has a transaction around its statements. */
const aloneOnSqlite =
  (database: Kysely<Schema>): OpenDatabase['alone'] =>
  (change) =>
    database.connection().execute(async (connection) => {
      await sql`begin immediate`.execute(connection);
      try {
        await change(connection);
        await sql`commit`.execute(connection);
      } catch (error) {
        await sql`rollback`.execute(connection);
        throw error;
      }
    });

// Drivers are loaded when they are needed: neither runs everywhere, and who embeds the endpoint installs only one.
async function openPostgres(url: string): Promise<OpenDatabase> {
  if (!URL.canParse(url))
    throw new OptionError(
      "The database's address is no valid URL. In its user and password, special characters are written as %23 for #.",
    );
  const { default: pg } = await import('pg');
  const parserOf: typeof pg.types.getTypeParser = (type, format) =>
    type === pg.types.builtins.INT8 ? Number : (pg.types.getTypeParser(type, format) as unknown);
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'sao-vote-endpoint',
    max: 10,
    connectionTimeoutMillis: 5_000,
    // Sums and moments come as bigint, which pg hands over as text; all of ours are far below 2^53.
    types: { getTypeParser: parserOf },
  });
  // An idle connection that the server drops is replaced; without a listener it would end the process.
  pool.on('error', () => undefined);
  const database = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { database, slots: 8, alone: aloneOnPostgres(database) };
}

async function openSqlite(path: string): Promise<OpenDatabase> {
  const { default: Database } = await import('libsql');
  let file;
  try {
    file = new Database(path);
    // A vote that was answered survives a power cut (FULL), and reading never waits for writing (WAL).
    file.pragma('busy_timeout = 5000');
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = FULL');
  } catch (cause) {
    const trouble = file
      ? `used: ${(cause as Error).message}.`
      : 'opened. Does its folder exist, and may it be written?';
    throw new StartError(`The database file ${path} cannot be ${trouble}`, { cause });
  }
  const database = new Kysely<Schema>({ dialect: new SqliteDialect({ database: file }) });
  return { database, slots: 1, alone: aloneOnSqlite(database) };
}

/** Opens `postgres://…`, a file's path, or `:memory:`. */
export function openDatabase(database: string): Promise<OpenDatabase> {
  if (/^postgres(ql)?:\/\//.test(database)) return openPostgres(database);
  const path = database.replace(/^(sqlite|file):(\/\/)?/, '');
  if (/^[a-z]+:\/\//i.test(path) || path === '')
    throw new OptionError(`The database "${database}" is neither a file's path nor postgres://….`);
  return openSqlite(path);
}
