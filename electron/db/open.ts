import BetterSqlite3 from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { type ActionNote, sealBoundary } from './history.ts';
import {
  type ActionCursor,
  createHistoryTriggers,
  dropHistoryTriggers,
  registerActionCursor,
} from './history-triggers.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import type { Database } from './schema.ts';
import { withStatementCache } from './statement-cache.ts';

/** "HJWS": marks a database as a Hangjia workspace (SQLite's application_id). */
export const APPLICATION_ID = 0x484a5753;

export interface WorkspaceDatabase {
  readonly sqlite: BetterSqlite3.Database;
  readonly db: Kysely<Database>;
  readonly cursor: ActionCursor;
  close(): Promise<void>;
}

/** Opens one connection with the pragmas durability rests on. Does not migrate. */
export function openConnection(
  file: string,
  options: {
    readonly?: boolean;
    /** How long to wait for another connection; the main process never waits. */
    busyMs?: number;
    /** Somebody else settles the log (`unsettledPages`), so that no commit has to. */
    settlesAside?: boolean;
  } = {},
): WorkspaceDatabase {
  const sqlite = new BetterSqlite3(file, { readonly: options.readonly ?? false, timeout: options.busyMs ?? 0 });
  if (!options.readonly) {
    sqlite.pragma('journal_mode = WAL');
    // WAL opens with NORMAL, which loses acknowledged transactions in a power cut.
    sqlite.pragma('synchronous = FULL');
    if (sqlite.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous=FULL was not accepted');
    if (options.settlesAside) sqlite.pragma(`wal_autocheckpoint = ${SETTLE_AT_THE_LATEST}`);
    // After a large import the log does not keep its size for good.
    sqlite.pragma('journal_size_limit = 33554432');
  }
  // A statement with triggers keeps a statement journal; in memory it costs a tenth of a temporary file.
  sqlite.pragma('temp_store = MEMORY');
  sqlite.pragma('foreign_keys = ON');
  // Otherwise INSERT OR REPLACE would take rows away without their delete trigger, unseen by the history.
  sqlite.pragma('recursive_triggers = ON');
  const cursor = registerActionCursor(sqlite);
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: withStatementCache(sqlite) }) });
  const close = async () => {
    await db.destroy();
    // Kysely closes only what it has used.
    if (sqlite.open) sqlite.close();
  };
  return { sqlite, db, cursor, close };
}

/** Pages in the log from which a commit settles them itself, should nobody have done it. */
const SETTLE_AT_THE_LATEST = 16_000;

/** Pages that are safe in the write-ahead log and not yet in the database file: reading on goes through the log until then. */
export function unsettledPages({ sqlite }: WorkspaceDatabase): number {
  const [state] = logStateOf(sqlite).all();
  return state === undefined || state.busy !== 0 ? 0 : state.log - state.checkpointed;
}

interface LogState {
  readonly busy: number;
  readonly log: number;
  readonly checkpointed: number;
}

const logStates = new WeakMap<BetterSqlite3.Database, BetterSqlite3.Statement<[], LogState>>();

function logStateOf(sqlite: BetterSqlite3.Database): BetterSqlite3.Statement<[], LogState> {
  const statement = logStates.get(sqlite) ?? sqlite.prepare<[], LogState>('PRAGMA wal_checkpoint(NOOP)');
  logStates.set(sqlite, statement);
  return statement;
}

/**
 * Brings a database from its `user_version` to the newest schema, each migration in its own transaction. Rows that a
 * migration rewrites are not recorded: `note` marks the place in the history instead, and what lies before it can be
 * read but no longer taken back. Blocks; the schema of a large workspace is upgraded in a worker thread.
 */
export function migrate(
  sqlite: BetterSqlite3.Database,
  note: ActionNote | null = null,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  const from = Number(sqlite.pragma('user_version', { simple: true }));
  // A table that is rebuilt must not take its children along; what is left is checked before each commit.
  sqlite.pragma('foreign_keys = OFF');
  for (const migration of migrations) {
    if (migration.number <= from) continue;
    sqlite.transaction(() => {
      dropHistoryTriggers(sqlite);
      sqlite.exec(migration.sql);
      // A file that is only being made is nobody's before its newest version: its triggers are made once. Any other keeps them at
      // every version, so that a program of that version would record as well.
      if (from > 0 || migration === migrations.at(-1)) createHistoryTriggers(sqlite);
      const orphans = sqlite.pragma('foreign_key_check');
      if (!Array.isArray(orphans) || orphans.length > 0) throw new Error(`migration ${migration.number} left orphans`);
      if (note !== null && from > 0 && migration === migrations.at(-1)) sealBoundary(sqlite, note);
      sqlite.pragma(`application_id = ${APPLICATION_ID}`);
      sqlite.pragma(`user_version = ${migration.number}`);
    })();
  }
  sqlite.pragma('foreign_keys = ON');
}

/** The version a migrated database has. */
export function newestVersion(): number {
  return MIGRATIONS.at(-1)?.number ?? 0;
}
