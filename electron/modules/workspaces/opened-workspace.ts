import { MAX_ATTACHMENT_BYTES } from '../../../shared/contract/attachments.ts';
import { openFileStore } from '../../attachments/file-store.ts';
import type { AttachmentStore } from '../../attachments/store.ts';
import type { OpenedWorkspace, ReadOnlyReason } from '../../core/core-state.ts';
import { WriteGate } from '../../core/write-gate.ts';
import type { FolderLock } from '../../db/folder-lock.ts';
import { openConnection, type WorkspaceDatabase } from '../../db/open.ts';
import { workspaceFiles } from './workspace-files.ts';

/** An open workspace folder. Made by `openWorkspaceAt` only. */
export class WorkspaceFolder implements OpenedWorkspace {
  readonly dir: string;
  readonly file: string;
  readonly attachments: AttachmentStore;
  readonly gate = new WriteGate();
  database: WorkspaceDatabase;
  readOnly: ReadOnlyReason | null;
  brokenAttachments = 0;
  readonly #lock: FolderLock | null;
  #closed = false;

  constructor(dir: string, database: WorkspaceDatabase, readOnly: ReadOnlyReason | null, lock: FolderLock | null) {
    this.dir = dir;
    this.file = workspaceFiles(dir).database;
    this.attachments = openFileStore(workspaceFiles(dir).attachments, MAX_ATTACHMENT_BYTES);
    this.database = database;
    this.readOnly = readOnly;
    this.#lock = lock;
  }

  async noteFailure(error: unknown): Promise<void> {
    if (this.#closed || !isIoError(error)) return;
    this.readOnly = 'disk';
    await this.database.close();
    this.database = openConnection(this.file, { readonly: true });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.gate.run(async () => {
      await this.database.close();
      this.#lock?.release();
    });
  }
}

function isIoError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_IOERR');
}
