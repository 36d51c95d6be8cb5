import type BetterSqlite3 from 'better-sqlite3';
import { hashFileNow } from '../db/sync-files.ts';
import { storedNames, storedPath } from './layout.ts';

export interface AttachmentAudit {
  /** Attachments whose file is missing, short or altered. */
  readonly broken: number;
  /** Stored files that no attachment names and no undo could bring back. */
  readonly orphans: readonly string[];
}

/** Compares every attachment with its file, byte by byte. Blocks; for a worker thread. */
export function auditAttachments(sqlite: BetterSqlite3.Database, root: string): AttachmentAudit {
  const counts = sqlite
    .prepare<[], { sha256: string; count: number }>('SELECT sha256, count(*) AS count FROM attachments GROUP BY sha256')
    .all();
  let broken = 0;
  for (const { sha256, count } of counts) if (hashOf(storedPath(root, sha256)) !== sha256) broken += count;
  const referenced = new Set(counts.map(({ sha256 }) => sha256));
  const candidates = storedNames(root).filter((name) => !referenced.has(name));
  if (candidates.length === 0) return { broken, orphans: [] };
  // A file whose row was taken back is still wanted when the row is brought back.
  const remembered = sqlite.prepare<[], { sha256: string }>(
    `SELECT DISTINCT coalesce(before, after) ->> '$.sha256' AS sha256 FROM history WHERE table_name = 'attachments'`,
  );
  for (const { sha256 } of remembered.iterate()) referenced.add(sha256);
  return { broken, orphans: candidates.filter((name) => !referenced.has(name)) };
}

function hashOf(file: string): string | null {
  try {
    return hashFileNow(file).sha256;
  } catch {
    // A file that cannot be read to its end is as bad as a missing one.
    return null;
  }
}
