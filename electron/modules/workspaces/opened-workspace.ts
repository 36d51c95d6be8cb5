import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { MAX_ATTACHMENT_BYTES } from '../../../shared/contract/attachments.ts';
import { openFileStore } from '../../attachments/file-store.ts';
import type { AttachmentStore } from '../../attachments/store.ts';
import type { OpenedWorkspace, ReadOnlyReason } from '../../core/core-state.ts';
import { WriteGate } from '../../core/write-gate.ts';
import type { FolderLock } from '../../db/folder-lock.ts';
import { openConnection, unsettledPages, type WorkspaceDatabase } from '../../db/open.ts';
import { runJob } from '../../db/run-job.ts';
import { workspaceFiles } from './workspace-files.ts';

/** Pages in the log from which they are brought into the database: 8 MiB, some ten sheets of quotes. */
const SETTLE_FROM = 2_048;

interface Opening {
  readonly dir: string;
  /** The database to work on: the folder's own, or a private copy of it when nothing may be written there. */
  readonly file: string;
  readonly readOnly: ReadOnlyReason | null;
  readonly lock: FolderLock | null;
  /** Entry of the thread that settles the log. */
  readonly databaseWorker: URL;
  readonly logError: (message: string, data: Record<string, unknown>) => void;
}

/** An open workspace folder. Made by `openWorkspaceAt` only. */
export class WorkspaceFolder implements OpenedWorkspace {
  readonly dir: string;
  readonly file: string;
  readonly attachments: AttachmentStore;
  readonly gate = new WriteGate();
  database: WorkspaceDatabase;
  readOnly: ReadOnlyReason | null;
  brokenAttachments = 0;
  /** Aborted when the workspace closes: what runs beside it stops. */
  readonly #stop = new AbortController();
  readonly #opening: Opening;
  readonly #aside = new Set<Promise<void>>();
  isClosed = false;
  #closing: Promise<void> | null = null;
  #settling = false;

  constructor(opening: Opening) {
    this.#opening = opening;
    this.dir = opening.dir;
    this.file = opening.file;
    this.readOnly = opening.readOnly;
    this.attachments = openFileStore(workspaceFiles(opening.dir).attachments, MAX_ATTACHMENT_BYTES);
    this.database = openConnection(opening.file, { readonly: opening.readOnly !== null, settlesAside: true });
  }

  /** Lets work run beside everything else; a failure is logged, and closing waits for it to stop. */
  runAside(name: string, work: (signal: AbortSignal) => Promise<void>): void {
    const running = work(this.#stop.signal)
      .catch((error: unknown) => {
        if (!this.#stop.signal.aborted) this.#opening.logError(`${name} failed`, { error: String(error) });
      })
      .finally(() => this.#aside.delete(running));
    this.#aside.add(running);
  }

  noteWritten(): void {
    if (this.#settling) return;
    this.#settling = true;
    this.runAside('settling the log', async (signal) => {
      try {
        if (unsettledPages(this.database) < SETTLE_FROM) return;
        await runJob(this.#opening.databaseWorker, 'settle', { file: this.file }, signal);
      } finally {
        this.#settling = false;
      }
    });
  }

  async noteFailure(error: unknown): Promise<void> {
    const reason = lastingFailure(error);
    if (reason === null || this.readOnly !== null || this.isClosed) return;
    this.readOnly = reason;
    this.#opening.logError('the workspace is read-only from here on', { reason, error: String(error) });
    try {
      await this.database.close();
      this.database = openConnection(this.file, { readonly: true });
    } catch (failure) {
      this.#opening.logError('the workspace cannot be read any more', { error: String(failure) });
    }
  }

  async idle(): Promise<void> {
    while (this.#aside.size > 0) await Promise.all(this.#aside);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#stop.abort();
    await this.idle();
    await this.gate.run(async () => {
      this.isClosed = true;
      await this.database.close();
      this.#opening.lock?.release();
      if (this.file !== workspaceFiles(this.dir).database) {
        await rm(dirname(this.file), { recursive: true, force: true });
      }
    });
  }
}

/** A full disk may be emptied and a busy one waits; these stay. */
function lastingFailure(error: unknown): ReadOnlyReason | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return 'damaged';
  if (/^SQLITE_(IOERR|READONLY|CANTOPEN)/.test(error.code)) return 'disk';
  return null;
}
