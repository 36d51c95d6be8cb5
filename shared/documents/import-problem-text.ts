import type { ImportProblem } from '../domain/imports/types.ts';
import { importFileError as fileErrorEn, importProblem as problemEn } from '../texts/en/import-problem.ts';
import { fill } from '../texts/fill.ts';
import { importFileError as fileErrorZh, importProblem as problemZh } from '../texts/zh/import-problem.ts';
import type { Tongue } from './say.ts';

const PROBLEMS = { en: problemEn, zh: problemZh };
const FILE_ERRORS = { en: fileErrorEn, zh: fileErrorZh };

/** What is wrong with a row or cell, without its place. */
export function importProblemText({ code, data }: Pick<ImportProblem, 'code' | 'data'>, tongue: Tongue): string {
  const texts = PROBLEMS[tongue];
  // A price of zero is one thing, a supplier that answers nothing but zeros another.
  return fill(code === 'zeroPrice' && 'supplier' in data ? texts.zeroSupplier : texts[code], data);
}

/** Why a file cannot be read at all; `code` is that of an UNREADABLE error. */
export function importFileErrorText(
  { code, row, limit }: { readonly code: string; readonly row: number | null; readonly limit: number | null },
  tongue: Tongue,
): string {
  const texts: Readonly<Record<string, string>> = FILE_ERRORS[tongue];
  return fill(texts[code] ?? FILE_ERRORS[tongue].other, { code, row: row ?? '', limit: limit ?? '' });
}
