import type { Id } from '../../shared/kernel/ids.ts';
import { type AttachmentAudit, auditAttachments } from '../attachments/audit.ts';
import { checkBackup, writeBackup } from './backup.ts';
import { type Examination, examineDatabase } from './examine.ts';
import { type ActionNote, type ActionRecord, findBrokenAction, runSealedAction, type SealedAction } from './history.ts';
import { migrate, openConnection, type WorkspaceDatabase } from './open.ts';
import { revertAction } from './revert.ts';

/** What would hold up the program if it ran in its main thread; each works over a connection of its own. */
export const jobs = {
  examine: ({ file }: { file: string }): Examination => examineDatabase(file),

  backup: ({
    file,
    folder,
    name,
  }: {
    file: string;
    folder: string;
    name: string;
  }): { sha256: string; byteSize: number } => writeBackup(file, folder, name),

  checkBackup: ({ file, sha256 }: { file: string; sha256: string }): Examination => checkBackup(file, sha256),

  upgrade: ({ file, note }: { file: string; note: ActionNote }): void =>
    withConnection(file, { busyMs: 10_000 }, ({ sqlite }) => migrate(sqlite, note)),

  auditAttachments: ({ file, root }: { file: string; root: string }): AttachmentAudit =>
    withConnection(file, { readonly: true }, ({ sqlite }) => auditAttachments(sqlite, root)),

  verifyHistory: ({ file }: { file: string }): number | null =>
    withConnection(file, { readonly: true }, ({ sqlite }) => findBrokenAction(sqlite)),

  revert: ({ file, record, actionId }: { file: string; record: ActionRecord; actionId: Id }): SealedAction =>
    withConnection(
      file,
      { busyMs: 10_000 },
      (database) => runSealedAction(database, record, () => revertAction(database.sqlite, actionId)).sealed,
    ),
};

export type Jobs = typeof jobs;

function withConnection<T>(
  file: string,
  options: { readonly?: boolean; busyMs?: number },
  work: (database: WorkspaceDatabase) => T,
): T {
  const database = openConnection(file, options);
  try {
    return work(database);
  } finally {
    database.sqlite.close();
  }
}
