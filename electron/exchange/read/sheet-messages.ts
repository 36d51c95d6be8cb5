import type { SheetEncoding, SheetReadErrorCode } from '../../../shared/domain/imports/types.ts';
import type { SheetContent } from './sheet-content.ts';
import type { SheetLimits, SheetReadErrorData } from './sheet-read-error.ts';

/** What the sheet worker is started with. */
export interface SheetRequest {
  /** Path of the file, or its bytes. */
  source: string | Uint8Array;
  /** When null: the first that is neither hidden nor empty. */
  sheet: string | null;
  /** Found out when null. */
  encoding: SheetEncoding | null;
  limits?: SheetLimits;
}

/** What the sheet worker says. Rows come in portions, so that taking them over never blocks the receiving thread for long. */
export type SheetMessage =
  | { kind: 'progress'; done: number; total: number | null }
  | { kind: 'rows'; rows: string[][] }
  | { kind: 'done'; content: SheetContent }
  | { kind: 'unreadable'; code: SheetReadErrorCode; data: SheetReadErrorData }
  | { kind: 'failed'; message: string };
