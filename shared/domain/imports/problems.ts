import { columnLetter } from './text.ts';
import type { ImportProblem, ProblemCode, ProblemSeverity } from './types.ts';

const WARNINGS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'roundedDecimals',
  'repeatedLineNumber',
  'missingQuantity',
  'unknownUnit',
  'unitFromQuantity',
  'totalMismatch',
  'sheetTotalMismatch',
  'priceFromTotal',
  'separateLine',
  'zeroPrice',
  'zeroSupplier',
  'unknownCurrency',
  'mixedCurrency',
  'conflictingTerm',
  'badDate',
  'badTerm',
  'noPriceGiven',
  'skippedRow',
  'filledDown',
  'unnamedColumn',
]);

/** Collects problems with the place they belong to. */
export class ProblemList {
  readonly all: ImportProblem[] = [];
  private readonly headers: readonly string[];
  private readonly once = new Set<string>();

  constructor(headers: readonly string[]) {
    this.headers = headers;
  }

  /** `column` is zero-based; null when the whole row is meant. Severity follows the code unless given. */
  add(
    code: ProblemCode,
    row: number | null,
    column: number | null,
    data: Record<string, string | number> = {},
    severity?: ProblemSeverity,
  ): void {
    this.all.push({
      severity: severity ?? (WARNINGS.has(code) ? 'warning' : 'refused'),
      row,
      column: column === null ? null : columnLetter(column),
      header: column === null ? null : (this.headers[column] ?? null),
      code,
      data,
    });
  }

  /** Adds a problem only the first time for the same `about`: one unknown unit is one problem, not one per row. */
  addOnce(
    about: string,
    code: ProblemCode,
    row: number | null,
    column: number | null,
    data: Record<string, string | number> = {},
  ): void {
    const key = `${code}|${about}`;
    if (this.once.has(key)) return;
    this.once.add(key);
    this.add(code, row, column, data);
  }

  /** All problems in the order of the sheet. */
  sorted(): ImportProblem[] {
    return this.all
      .map((problem, at) => ({ problem, at }))
      .sort((a, b) => (a.problem.row ?? 0) - (b.problem.row ?? 0) || a.at - b.at)
      .map(({ problem }) => problem);
  }
}
