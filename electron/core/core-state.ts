import type { EventPublisher } from '@orpc/server';
import type { Change } from '../../shared/contract/history.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import type { AttachmentStore } from '../attachments/store.ts';
import type { WorkspaceDatabase } from '../db/open.ts';
import type { Downloads } from './downloads.ts';
import type { Host, Log } from './host.ts';
import type { WriteGate } from './write-gate.ts';

export type ReadOnlyReason = 'damaged' | 'folder' | 'newer' | 'disk';

/** A workspace folder that is open: its database, its files, its one writer. */
export interface OpenedWorkspace {
  readonly dir: string;
  /** The database file; a worker opens its own connection to it. */
  readonly file: string;
  /** Never keep this: it is another connection after the disk failed. */
  readonly database: WorkspaceDatabase;
  readonly attachments: AttachmentStore;
  readonly gate: WriteGate;
  readonly readOnly: ReadOnlyReason | null;
  /** Its last writer has gone; nothing can be read or written any more. */
  readonly isClosed: boolean;
  /** Attachments whose file is missing, short or altered, as far as is known. */
  readonly brokenAttachments: number;
  /** Call after a write: a long log is settled in a thread, so that no commit has to wait for it. */
  noteWritten(): void;
  /** Call after a write failed: what the disk or the file can no longer do becomes the reason for reading only. */
  noteFailure(error: unknown): Promise<void>;
  /** Resolves when nothing runs beside the work any more: the check of the attachments, the day's backup. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export interface CoreOptions {
  readonly clock: () => Date;
  readonly newId: () => Id;
  readonly log: Log;
  /** Who works here, as the history names them. */
  readonly actor: string;
  /** Where the list of recent workspaces, the sample workspace and temporary files live. */
  readonly appDataDir: string;
  /** Entry files of the worker threads. */
  readonly workers: { readonly importer: URL; readonly database: URL; readonly solver: URL; readonly report: URL };
  readonly version: string;
}

/** Everything a procedure may reach; one per program. */
export interface CoreState {
  readonly options: CoreOptions;
  readonly changes: EventPublisher<{ change: Change }>;
  readonly downloads: Downloads;
  workspace: OpenedWorkspace | null;
  host: Host;
}
