import type { Id } from '../../shared/kernel/ids.ts';
import { type AttachmentAudit, auditAttachments } from '../attachments/audit.ts';
import { type Candidate, findCandidates } from '../modules/supplier-merges/find-candidates.ts';
import { checkBackup, writeBackup } from './backup.ts';
import { type Examination, examineDatabase } from './examine.ts';
import { type ActionNote, type ActionRecord, findBrokenAction, runSealedAction, type SealedAction } from './history.ts';
import { migrate, openConnection, type WorkspaceDatabase } from './open.ts';
import { revertAction } from './revert.ts';

/** What would hold up the program if it ran in its main thread: what each job is given and what it answers. */
export interface JobTypes {
  examine: { input: { file: string }; output: Examination };
  backup: { input: { file: string; folder: string; name: string }; output: { sha256: string; byteSize: number } };
  checkBackup: { input: { file: string; sha256: string }; output: Examination };
  upgrade: { input: { file: string; note: ActionNote }; output: null };
  auditAttachments: { input: { file: string; root: string }; output: AttachmentAudit };
  verifyHistory: { input: { file: string }; output: number | null };
  findDuplicates: { input: { file: string }; output: Candidate[] };
  settle: { input: { file: string }; output: null };
  revert: { input: { file: string; record: ActionRecord; actionId: Id }; output: SealedAction };
}

export type JobName = keyof JobTypes;
export type JobInput<K extends JobName> = JobTypes[K]['input'];
export type JobOutput<K extends JobName> = JobTypes[K]['output'];

/** Each works over a connection of its own, and waits where the main process would not. */
export const jobs: { readonly [K in JobName]: (input: JobInput<K>) => JobOutput<K> } = {
  examine: ({ file }) => examineDatabase(file),

  backup: ({ file, folder, name }) => writeBackup(file, folder, name),

  checkBackup: ({ file, sha256 }) => checkBackup(file, sha256),

  upgrade: ({ file, note }) =>
    withConnection(file, { busyMs: 10_000 }, ({ sqlite }) => {
      migrate(sqlite, note);
      return null;
    }),

  auditAttachments: ({ file, root }) =>
    withConnection(file, { readonly: true }, ({ sqlite }) => auditAttachments(sqlite, root)),

  verifyHistory: ({ file }) => withConnection(file, { readonly: true }, ({ sqlite }) => findBrokenAction(sqlite)),

  findDuplicates: ({ file }) => withConnection(file, { readonly: true }, ({ sqlite }) => findCandidates(sqlite)),

  settle: ({ file }) =>
    withConnection(file, {}, ({ sqlite }) => {
      // Never in anybody's way: what others still read stays in the log until the next time.
      sqlite.pragma('wal_checkpoint(PASSIVE)');
      return null;
    }),

  revert: ({ file, record, actionId }) =>
    withConnection(file, { busyMs: 10_000 }, (database) => {
      const { sealed } = runSealedAction(database, record, () => revertAction(database.sqlite, actionId));
      return sealed;
    }),
};

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
