import { existsSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import BetterSqlite3 from 'better-sqlite3';
import { recordedTables } from './history-triggers.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { APPLICATION_ID, newestVersion } from './open.ts';

/** What the first bytes of a file say it is. */
export type FileKind = 'empty' | 'foreign' | 'workspace';

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
const APPLICATION_ID_OFFSET = 68;
const HEADER_BYTES = 100;

/**
 * Tells a workspace from another program's file by its header alone. Never call it on a database this process has
 * open: closing a second handle drops the locks of the first.
 */
export async function fileKind(file: string): Promise<FileKind> {
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    if (bytesRead === 0) return 'empty';
    if (bytesRead < HEADER_BYTES)
      return MAGIC.subarray(0, bytesRead).equals(buffer.subarray(0, MAGIC.length)) ? 'workspace' : 'foreign';
    if (!buffer.subarray(0, MAGIC.length).equals(MAGIC)) return 'foreign';
    return buffer.readUInt32BE(APPLICATION_ID_OFFSET) === APPLICATION_ID ? 'workspace' : 'foreign';
  } finally {
    await handle.close();
  }
}

export interface Examination {
  readonly applicationId: number;
  readonly userVersion: number;
  /** Every page is in order and the workspace's own row is there. */
  readonly intact: boolean;
  /** All tables and columns this program reads are there and can be read. */
  readonly readable: boolean;
  readonly problem: string | null;
}

/**
 * Checks a database without changing a byte of it: reads over a read-only connection and takes away the side files
 * that SQLite makes for one. Blocks for as long as reading the whole file takes (7 ms a megabyte).
 */
export function examineDatabase(file: string): Examination {
  const sideFiles = [`${file}-wal`, `${file}-shm`].filter((side) => !existsSync(side));
  let sqlite: BetterSqlite3.Database | null = null;
  let applicationId = 0;
  let userVersion = 0;
  try {
    sqlite = new BetterSqlite3(file, { readonly: true });
    sqlite.pragma('temp_store = MEMORY');
    applicationId = Number(sqlite.pragma('application_id', { simple: true }));
    userVersion = Number(sqlite.pragma('user_version', { simple: true }));
    const verdict = String(sqlite.pragma('quick_check(1)', { simple: true }));
    const hasRow = sqlite.prepare('SELECT 1 FROM workspace').get() !== undefined;
    const problem = verdict !== 'ok' ? verdict : hasRow ? null : 'the row of the workspace is missing';
    const isOurs = problem === null && applicationId === APPLICATION_ID && userVersion === newestVersion();
    // To know all columns of the newest schema, one is made: what is as it should be need not wait for that.
    const readable = isOurs || isReadable(sqlite);
    return { applicationId, userVersion, intact: problem === null, readable, problem };
  } catch (error) {
    const readable = sqlite !== null && isReadable(sqlite);
    return { applicationId, userVersion, intact: false, readable, problem: String(error) };
  } finally {
    sqlite?.close();
    for (const side of sideFiles) if (existsSync(side)) rmSync(side);
  }
}

/** True when every column of the newest schema is there and the workspace can be told by its name. */
function isReadable(sqlite: BetterSqlite3.Database): boolean {
  try {
    const found = new Set(columns(sqlite));
    const row = sqlite.prepare('SELECT * FROM workspace').get();
    return row !== undefined && newestColumns().every((column) => found.has(column));
  } catch {
    return false;
  }
}

let expected: readonly string[] | null = null;

function newestColumns(): readonly string[] {
  if (expected === null) {
    const sqlite = new BetterSqlite3(':memory:');
    // The tables alone: nothing is written here, so nothing has to be recorded.
    for (const { sql } of MIGRATIONS) sqlite.exec(sql);
    expected = columns(sqlite);
    sqlite.close();
  }
  return expected;
}

function columns(sqlite: BetterSqlite3.Database): string[] {
  return recordedTables(sqlite).flatMap((table) =>
    sqlite
      .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map(({ name }) => `${table}.${name}`),
  );
}
