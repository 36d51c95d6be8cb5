import type { SupplierImportCheck, SupplierImportPreview } from '../../../shared/contract/supplier-imports.ts';
import type { SupplierMapping } from '../../../shared/domain/supplier-imports/columns.ts';
import type { DuplicateChoice } from '../../../shared/domain/supplier-imports/plan.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { ActionRecord, SealedAction } from '../../db/history.ts';
import type { SheetSource } from '../imports/import-messages.ts';

/** What the import worker is asked of a sheet of suppliers, and what it answers. */
export type SupplierImportTask =
  | { readonly kind: 'previewSuppliers'; readonly source: SheetSource; readonly headerRow: number | null }
  | {
      readonly kind: 'checkSuppliers';
      readonly source: SheetSource;
      /** The workspace database. */
      readonly database: string;
      readonly mapping: SupplierMapping;
      readonly today: CalendarDate;
    }
  | {
      readonly kind: 'commitSuppliers';
      readonly source: SheetSource;
      readonly database: string;
      readonly mapping: SupplierMapping;
      readonly today: CalendarDate;
      readonly choices: {
        readonly all: DuplicateChoice;
        readonly rows: readonly { readonly row: number; readonly choice: DuplicateChoice }[];
      };
      readonly record: ActionRecord;
      /** Who comes first, the cancel or the commit (see CommitRace). */
      readonly race: SharedArrayBuffer;
    };

export interface WrittenSuppliers {
  readonly created: number;
  /** Suppliers of the directory that got something new; a row that adds nothing counts as skipped. */
  readonly filled: number;
  readonly skipped: number;
}

export interface SupplierTaskResults {
  previewSuppliers: SupplierImportPreview;
  checkSuppliers: SupplierImportCheck;
  commitSuppliers: { readonly written: WrittenSuppliers; readonly sealed: SealedAction };
}
