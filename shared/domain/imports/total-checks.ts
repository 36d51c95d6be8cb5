import { Decimal, toScaledInteger } from '../../kernel/decimal.ts';
import { type CurrencyCode, exponentOf, toDecimalString } from '../../kernel/money.ts';
import { quickScaled } from './figures.ts';
import type { ProblemList } from './problems.ts';
import { columnLetter } from './text.ts';
import type { StatedTotal } from './types.ts';

/** Minor units per currency; sheets that name no currency are checked with two decimals. */
const ASSUMED: CurrencyCode = 'XXX';

/** The stated amount in minor units, half up; null beyond the exact range. */
export function statedMinor(numeral: string, currency: CurrencyCode | null): number | null {
  const quick = quickScaled(numeral, exponentOf(currency ?? ASSUMED));
  if (quick !== null) return quick;
  const value = new Decimal(numeral);
  if (value.abs().gte(1e12)) return null;
  return toScaledInteger(value, exponentOf(currency ?? ASSUMED));
}

/** "1234.50" of minor units. */
export function minorToText(minor: number, currency: CurrencyCode | null): string {
  return toDecimalString({ minor, currency: currency ?? ASSUMED });
}

interface Sum {
  all: number;
  sinceTotal: number;
}

/** Adds up the lines taken, per supplier and over all, to hold them against the total rows of the sheet. */
export class TotalChecks {
  readonly totals: StatedTotal[] = [];
  private readonly sums = new Map<string, Sum>();
  private readonly overall: Sum = { all: 0, sinceTotal: 0 };
  private readonly currencies = new Set<CurrencyCode | null>();

  add(supplierKey: string, minor: number, currency: CurrencyCode | null): void {
    let sum = this.sums.get(supplierKey);
    if (sum === undefined) {
      sum = { all: 0, sinceTotal: 0 };
      this.sums.set(supplierKey, sum);
    }
    sum.all += minor;
    sum.sinceTotal += minor;
    this.overall.all += minor;
    this.overall.sinceTotal += minor;
    this.currencies.add(currency);
  }

  /** The sum a total row stands for: one supplier's, or all lines when it names none. */
  hold(
    supplierKey: string | null,
    supplier: string | null,
    kind: StatedTotal['kind'],
    numeral: string,
    row: number,
    column: number,
    problems: ProblemList,
  ): void {
    const sum = supplierKey === null ? this.overall : this.sums.get(supplierKey);
    const [currency = null] = this.currencies;
    const stated = statedMinor(numeral, currency);
    // different currencies do not add up, and a supplier without lines has nothing to check
    const expected =
      sum === undefined || this.currencies.size > 1
        ? null
        : stated === sum.sinceTotal || kind === 'subtotal'
          ? sum.sinceTotal
          : sum.all;
    const text = expected === null ? null : minorToText(expected, currency);
    this.totals.push({ row, column: columnLetter(column), supplier, kind, stated: numeral, expected: text });
    if (expected === null || text === null || stated === expected) return;
    problems.add('sheetTotalMismatch', row, column, {
      stated: numeral,
      expected: text,
      ...(supplier === null ? {} : { supplier }),
    });
  }

  /** A total row ends a group: the next subtotal counts from here. */
  closeGroup(): void {
    this.overall.sinceTotal = 0;
    for (const sum of this.sums.values()) sum.sinceTotal = 0;
  }
}
