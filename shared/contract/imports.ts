import { eventIterator, type } from '@orpc/contract';
import * as z from 'zod';
import { COLUMN_ROLES } from '../domain/imports/column-roles.ts';
import type { GuessedMapping, ImportMapping, ImportProblem, TableExtent } from '../domain/imports/types.ts';
import { COST_BASES, TAX_BASES } from '../domain/quotes/terms.ts';
import { base, basisPoints, id } from './common.ts';

export const sheetEncoding = z.enum(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']);

/** The mapping as the screen sends it back; mirrors ImportMapping, which a type test compares. */
export const importMapping = z.object({
  layout: z.enum(['wide', 'long']),
  headerRow: z.number().int().min(1).max(1_048_576),
  headerRows: z.union([z.literal(1), z.literal(2)]),
  columns: z
    .array(
      z.object({
        index: z.number().int().min(0).max(16_383),
        role: z.enum(COLUMN_ROLES),
        supplier: z.string().max(300).nullable(),
        isEstimate: z.boolean(),
        minQuantity: z.string().max(30).nullable(),
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .nullable(),
        taxBasis: z.enum(TAX_BASES).nullable(),
        vatRateBp: basisPoints.nullable(),
        fillDown: z.boolean(),
      }),
    )
    .max(1_000),
  defaults: z.object({
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullable(),
    taxBasis: z.enum(TAX_BASES),
    vatRateBp: basisPoints.nullable(),
    freight: z.enum(COST_BASES),
    supplier: z.string().max(300).nullable(),
    duplicates: z.enum(['refuse', 'separate']),
    decimal: z.enum(['auto', 'point', 'comma']),
  }),
});

/** A file could not be read; `code` names a text below `import.fileError.*`. */
const reading = base.errors({
  UNREADABLE: { data: z.object({ code: z.string(), row: z.number().nullable(), limit: z.number().nullable() }) },
});

const source = z.object({
  projectId: id,
  uploadId: id,
  sheet: z.string().max(200).nullable(),
  encoding: sheetEncoding.nullable(),
});

export interface ImportPreview {
  sheet: string;
  sheets: string[];
  format: 'xlsx' | 'csv';
  encoding: { name: z.infer<typeof sheetEncoding>; certainty: 'mark' | 'valid' | 'guess' | 'chosen' } | null;
  /** First rows as text, with the sheet's own row numbers from firstRowNumber on. */
  rows: string[][];
  firstRowNumber: number;
  rowCount: number;
  guess: GuessedMapping;
  /** The guess was replaced by the mapping used for the same headers before. */
  remembered: boolean;
  extent: TableExtent;
}

export interface CheckedQuote {
  supplierName: string;
  isEstimate: boolean;
  /** An existing supplier of that name, else one will be created. */
  supplierId: string | null;
  /** This will be the supplier's next round in the project. */
  round: number;
  currency: string | null;
  lineCount: number;
  /** Sum of rounded lines; null without quantities or currency. */
  totalMinor: number | null;
}

export interface ImportCheck {
  itemCount: number;
  /** Items of the project that the file names again; they are reused. */
  matchedItemCount: number;
  quotes: CheckedQuote[];
  problems: ImportProblem[];
  /** Problems beyond the first 2,000 are counted, not listed. */
  problemCount: { refused: number; warning: number };
  rowsRead: number;
  rowsTaken: number;
}

export interface ImportResult {
  importId: string;
  actionId: string;
  itemCount: number;
  quoteCount: number;
  lineCount: number;
}

/** Long work reports how far it is, then its result; aborting the call cancels the work and leaves nothing behind. */
export type Progress<Result> =
  | { kind: 'progress'; step: string; done: number; total: number | null }
  | { kind: 'result'; result: Result };

export const imports = {
  upload: reading
    .input(z.object({ file: z.instanceof(File) }))
    .output(z.object({ uploadId: id, fileName: z.string(), byteSize: z.number() })),
  preview: reading
    .input(source.extend({ headerRow: z.number().int().min(1).nullable() }))
    .output(type<ImportPreview>()),
  check: reading.input(source.extend({ mapping: importMapping })).output(eventIterator(type<Progress<ImportCheck>>())),
  commit: reading
    .input(source.extend({ mapping: importMapping }))
    .output(eventIterator(type<Progress<ImportResult>>())),
  discard: base.input(z.object({ uploadId: id })).output(z.object({})),
};

export type ImportMappingInput = z.infer<typeof importMapping>;
/** Compile-time check that both spellings of a mapping are the same. */
export type MappingsAgree = [ImportMapping] extends [ImportMappingInput]
  ? [ImportMappingInput] extends [ImportMapping]
    ? true
    : never
  : never;
