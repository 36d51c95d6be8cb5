import { eventIterator, type } from '@orpc/contract';
import * as z from 'zod';
import { SUPPLIER_COLUMN_ROLES, type SupplierMapping } from '../domain/supplier-imports/columns.ts';
import { DUPLICATE_CHOICES } from '../domain/supplier-imports/plan.ts';
import type { SupplierProblem } from '../domain/supplier-imports/read-suppliers.ts';
import type { DuplicateReason } from '../domain/suppliers/duplicates.ts';
import { base, id } from './common.ts';
import { type ImportPreview, type Progress, sheetEncoding } from './imports.ts';

/** The mapping as the screen sends it back; mirrors SupplierMapping. */
export const supplierMapping = z.object({
  headerRow: z.number().int().min(1).max(1_048_576),
  columns: z
    .array(z.object({ index: z.number().int().min(0).max(16_383), role: z.enum(SUPPLIER_COLUMN_ROLES) }))
    .max(1_000),
});

/** What becomes of rows that may be suppliers of the directory: one rule for all, and rows that go another way. */
export const duplicateChoices = z.object({
  all: z.enum(DUPLICATE_CHOICES),
  rows: z.array(z.object({ row: z.number().int().min(1), choice: z.enum(DUPLICATE_CHOICES) })).max(20_000),
});

/** A file could not be read; `code` names a text below `importFileError.*`. */
const reading = base.errors({
  UNREADABLE: { data: z.object({ code: z.string(), row: z.number().nullable(), limit: z.number().nullable() }) },
});

const source = z.object({
  uploadId: id,
  sheet: z.string().max(200).nullable(),
  encoding: sheetEncoding.nullable(),
});

/** The sheet as an import of quotes shows it, and how its columns are guessed. */
export interface SupplierImportPreview extends Omit<ImportPreview, 'guess' | 'remembered'> {
  mapping: SupplierMappingInput;
  /** Titles by column. */
  headers: string[];
}

export interface CheckedSupplier {
  row: number;
  nameEn: string;
  nameZh: string;
  place: string;
  /** The supplier of the directory it may be, and why. */
  known: { id: string; nameEn: string; nameZh: string; reasons: DuplicateReason[] } | null;
  /** An earlier row that may be the same supplier. */
  sameAsRow: number | null;
}

export interface SupplierImportCheck {
  rowsRead: number;
  /** Rows that are new to the directory and to the sheet. */
  newCount: number;
  /** The first of them. */
  fresh: CheckedSupplier[];
  /** Every row that may be a supplier already known; each wants a choice. */
  repeated: CheckedSupplier[];
  /** Problems beyond the first 2,000 are counted, not listed. */
  problems: SupplierProblem[];
  problemCount: { refused: number; warning: number };
}

export interface SupplierImportResult {
  actionId: string;
  created: number;
  filled: number;
  skipped: number;
}

export const supplierImports = {
  preview: reading
    .input(source.extend({ headerRow: z.number().int().min(1).nullable() }))
    .output(type<SupplierImportPreview>()),
  check: reading
    .input(source.extend({ mapping: supplierMapping }))
    .output(eventIterator(type<Progress<SupplierImportCheck>>())),
  commit: reading
    .input(source.extend({ mapping: supplierMapping, choices: duplicateChoices }))
    .output(eventIterator(type<Progress<SupplierImportResult>>())),
};

export type SupplierMappingInput = z.infer<typeof supplierMapping>;
export type DuplicateChoicesInput = z.infer<typeof duplicateChoices>;
/** Compile-time check that both spellings of a mapping are the same. */
export type SupplierMappingsAgree = [SupplierMappingInput] extends [SupplierMapping] ? true : never;
