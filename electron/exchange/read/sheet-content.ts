import type { EncodingCertainty, SheetEncoding, SheetFormat, SheetGrid } from '../../../shared/domain/imports/types.ts';
import type { Delimiter } from './csv.ts';

/** One sheet of a file, and what was found out about the file on the way. */
export interface SheetContent {
  grid: SheetGrid;
  /** Names of all sheets in the file's order; of a CSV only its own empty name. */
  sheets: string[];
  format: SheetFormat;
  /** Null for XLSX, which has no choice. */
  encoding: { name: SheetEncoding; certainty: EncodingCertainty } | null;
  delimiter: Delimiter | null;
}
