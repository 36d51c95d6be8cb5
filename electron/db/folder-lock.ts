import BetterSqlite3 from 'better-sqlite3';

export interface FolderLock {
  release(): void;
}

/**
 * Takes the one writer's lock of a workspace folder, or returns null when another program holds it. Throws where
 * nothing may be written.
 * The lock is the operating system's lock on an empty SQLite file: it goes with the process that held it, however
 * that ended, so nothing stale is ever left to clear. The file itself stays; deleting it would let two in.
 */
export function lockFolder(file: string): FolderLock | null {
  const sqlite = new BetterSqlite3(file, { timeout: 0 });
  try {
    // Without a journal file the lock writes nothing at all.
    sqlite.pragma('journal_mode = MEMORY');
    sqlite.exec('BEGIN EXCLUSIVE');
    // Where the file may only be read, the lock would keep nobody out: asking to write (nothing is) tells.
    sqlite.pragma('user_version = 1');
  } catch (error) {
    sqlite.close();
    if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  return { release: () => sqlite.close() };
}
