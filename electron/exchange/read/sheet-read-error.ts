import type { SheetReadErrorCode } from '../../../shared/domain/imports/types.ts';

/** What a read error says beside its code: the limit that was passed and the row it happened in, where there is one. */
export interface SheetReadErrorData {
  limit: number | null;
  row: number | null;
  /** The encoding, format or file part meant. */
  detail: string | null;
}

/** A file that cannot be read as a sheet, with a code the screen has a text for. */
export class SheetReadError extends Error {
  readonly code: SheetReadErrorCode;
  readonly data: SheetReadErrorData;

  constructor(code: SheetReadErrorCode, data: Partial<SheetReadErrorData> = {}, options?: ErrorOptions) {
    super(data.detail === undefined || data.detail === null ? code : `${code}: ${data.detail}`, options);
    this.name = 'SheetReadError';
    this.code = code;
    this.data = { limit: data.limit ?? null, row: data.row ?? null, detail: data.detail ?? null };
  }
}

/** What a sheet may hold at most. */
export interface SheetLimits {
  /** Bytes of the file itself. */
  fileBytes: number;
  /** Bytes of all parts of an XLSX unpacked. */
  unpackedBytes: number;
  /** Files inside an XLSX. */
  parts: number;
  rows: number;
  columns: number;
  /** Filled cells. */
  cells: number;
  /** Characters of one cell: what spreadsheet programs allow. */
  cellLength: number;
}

export const SHEET_LIMITS: Readonly<SheetLimits> = {
  fileBytes: 100_000_000,
  unpackedBytes: 400_000_000,
  parts: 2_000,
  rows: 200_000,
  columns: 1_000,
  cells: 5_000_000,
  cellLength: 32_767,
};
