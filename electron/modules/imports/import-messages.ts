import type { ImportCheck, ImportPreview } from '../../../shared/contract/imports.ts';
import type { ImportMapping, SheetEncoding } from '../../../shared/domain/imports/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { ActionRecord, SealedAction } from '../../db/history.ts';
import type { SupplierImportTask, SupplierTaskResults } from '../supplier-imports/supplier-import-messages.ts';
import type { WrittenImport } from './write-import.ts';

/** What the program asks of the import worker, and what it hears back. One question at a time. */

export interface SheetSource {
  /** The uploaded file on disk. */
  readonly file: string;
  readonly sheet: string | null;
  readonly encoding: SheetEncoding | null;
}

export interface ImportTarget {
  /** The workspace database. */
  readonly database: string;
  readonly projectId: Id;
}

export type ImportTask =
  | SupplierImportTask
  | {
      readonly kind: 'preview';
      readonly source: SheetSource;
      readonly target: ImportTarget;
      readonly headerRow: number | null;
    }
  | {
      readonly kind: 'check';
      readonly source: SheetSource;
      readonly target: ImportTarget;
      readonly mapping: ImportMapping;
    }
  | {
      readonly kind: 'commit';
      readonly source: SheetSource;
      readonly target: ImportTarget;
      readonly mapping: ImportMapping;
      readonly importId: Id;
      readonly record: ActionRecord;
      /** Who comes first, the cancel or the commit (see CommitRace). */
      readonly race: SharedArrayBuffer;
      readonly upload: {
        readonly sha256: string;
        readonly fileName: string;
        readonly mediaType: string;
        readonly byteSize: number;
      };
    };

export interface ImportTaskResults extends SupplierTaskResults {
  preview: ImportPreview;
  check: ImportCheck;
  commit: { readonly written: WrittenImport; readonly sealed: SealedAction };
}

/** Steps of the work, each with a text below `imports.step.*`. */
export type ImportStep = 'reading' | 'checking' | 'writing';

export type ImportReply =
  | { readonly kind: 'progress'; readonly step: ImportStep; readonly done: number; readonly total: number | null }
  | { readonly kind: 'result'; readonly result: ImportTaskResults[keyof ImportTaskResults] }
  | { readonly kind: 'unreadable'; readonly code: string; readonly row: number | null; readonly limit: number | null }
  | { readonly kind: 'refused'; readonly field: string; readonly rule: string }
  | { readonly kind: 'failed'; readonly message: string; readonly code: string | null };
