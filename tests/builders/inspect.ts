import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { auditAttachments } from '../../electron/attachments/audit.ts';
import { findBrokenAction } from '../../electron/db/history.ts';
import { recordedTables } from '../../electron/db/history-triggers.ts';
import { openConnection } from '../../electron/db/open.ts';

/** All rows of all tables but the history itself, without revisions: those never go back. */
export function dumpState(sqlite: BetterSqlite3.Database): string {
  return JSON.stringify(
    recordedTables(sqlite).map((table) => [
      table,
      sqlite
        .prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}" ORDER BY id`)
        .all()
        .map(({ revision, ...row }) => row),
    ]),
  );
}

/** What is wrong with a closed workspace folder; empty when every invariant holds. */
export function brokenInvariants(dir: string): string[] {
  const file = join(dir, 'workspace.db');
  if (!existsSync(file)) return ['no database'];
  const { sqlite } = openConnection(file);
  try {
    const broken: string[] = [];
    const integrity = sqlite.pragma('integrity_check', { simple: true });
    if (integrity !== 'ok') broken.push(`integrity: ${integrity}`);
    const orphans = sqlite.pragma('foreign_key_check');
    if (!Array.isArray(orphans) || orphans.length > 0) broken.push(`foreign keys: ${JSON.stringify(orphans)}`);
    const action = findBrokenAction(sqlite);
    if (action !== null) broken.push(`history broken at action ${action}`);
    const audit = auditAttachments(sqlite, join(dir, 'attachments'));
    if (audit.broken > 0) broken.push(`${audit.broken} attachments without their file`);
    return broken;
  } finally {
    sqlite.close();
  }
}
