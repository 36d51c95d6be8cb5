import type { CurrencyReading } from './currency.ts';
import { type Figure, quantityFigure, unitPriceFigure } from './figures.ts';
import { type NumberReading, readMeasure, readPrice } from './numbers.ts';
import { derivePrice } from './price-from-total.ts';
import type { ProblemList } from './problems.ts';
import type { RowPlan, SupplierColumns } from './row-plan.ts';
import { tidy } from './text.ts';
import type { ImportedBreak } from './types.ts';

/** A price as read from the cells of one supplier in one row. */
export interface Price {
  unitPrice: number;
  breaks: ImportedBreak[];
  /** Lowest quantity a price was given for, when only price breaks were. */
  from: number | null;
  currency: CurrencyReading | null;
  rounded: boolean;
}

/** What the price cells of one supplier in one row say: a price, an explicit refusal to price, nothing, or something unreadable. */
export type PriceReading = Price | { declined: string } | 'none' | 'refused';

/** Reads figure cells in the decimal style of their column, and names what cannot be taken. */
export class PriceReader {
  private readonly plan: RowPlan;
  private readonly problems: ProblemList;
  private readonly typedNumbers: boolean;

  /** `typedNumbers`: plain numerals come from number cells and are never ambiguous. */
  constructor(plan: RowPlan, problems: ProblemList, typedNumbers: boolean) {
    this.plan = plan;
    this.problems = problems;
    this.typedNumbers = typedNumbers;
  }

  /** The price of one supplier in one row. `quantity` serves to derive a price from a line total. */
  read(
    cells: readonly string[],
    row: number,
    columns: SupplierColumns,
    quantity: number | null,
  ): Price | { declined: string } | 'none' | 'refused' {
    const { problems } = this;
    const column = columns.unitPrice?.index;
    const cell = column === undefined ? '' : (cells[column] ?? '');
    const reading = column === undefined ? BLANK : this.amount(cell, column);
    const breaks = columns.breaks.length === 0 ? [] : this.readBreaks(cells, row, columns);
    if (column !== undefined && reading.kind === 'number') {
      const figure = this.figure(reading, unitPriceFigure, 6, cell, row, column);
      if (figure === null) return 'refused';
      if (figure.value < 0) {
        problems.add('negativePrice', row, column, { text: tidy(cell) });
        return 'refused';
      }
      if (figure.value === 0) problems.add('zeroPrice', row, column, { text: tidy(cell) });
      return {
        unitPrice: figure.value,
        breaks,
        from: null,
        currency: reading.currency,
        rounded: figure.kind === 'rounded',
      };
    }
    if (column !== undefined && (reading.kind === 'ambiguous' || reading.kind === 'notANumber')) {
      problems.add(reading.kind === 'ambiguous' ? 'ambiguousNumber' : 'notANumber', row, column, { text: tidy(cell) });
      return 'refused';
    }
    if (reading.kind === 'noPrice') {
      const text = tidy(cell);
      if (!/^[-–—_/\\.*]+$/.test(text)) problems.add('noPriceGiven', row, column ?? null, { text });
      return { declined: text };
    }
    const [base, ...further] = breaks;
    if (base !== undefined) {
      const from = base.minQuantity > 10_000 ? base.minQuantity : null;
      return { unitPrice: base.unitPrice, breaks: further, from, currency: null, rounded: false };
    }
    return this.priceFromTotal(cells, row, columns, quantity);
  }

  /** No unit price but a line total: the price it stands for, when that is exact. */
  private priceFromTotal(
    cells: readonly string[],
    row: number,
    columns: SupplierColumns,
    quantity: number | null,
  ): Price | 'none' | 'refused' {
    const { problems } = this;
    const column = columns.lineTotal?.index;
    const cell = column === undefined ? '' : (cells[column] ?? '');
    if (column === undefined || cell.trim() === '') return 'none';
    const reading = this.amount(cell, column);
    if (reading.kind === 'blank' || reading.kind === 'noPrice') return 'none';
    // a formula over an empty price gives 0
    if (reading.kind === 'number' && Number(reading.text) === 0 && columns.unitPrice !== null) return 'none';
    const derived = reading.kind === 'number' && quantity !== null ? derivePrice(reading.text, quantity) : null;
    if (derived === null || reading.kind !== 'number' || derived.unitPrice < 0) {
      problems.add(
        reading.kind === 'notANumber'
          ? 'notANumber'
          : reading.kind === 'ambiguous'
            ? 'ambiguousNumber'
            : 'priceNotDerivable',
        row,
        column,
        { text: tidy(cell), total: tidy(cell) },
      );
      return 'refused';
    }
    problems.add('priceFromTotal', row, column, { total: reading.text, taken: derived.text });
    return { unitPrice: derived.unitPrice, breaks: [], from: null, currency: reading.currency, rounded: false };
  }

  private readBreaks(cells: readonly string[], row: number, columns: SupplierColumns): ImportedBreak[] {
    const breaks: ImportedBreak[] = [];
    for (const { column, minQuantity } of columns.breaks) {
      const cell = cells[column.index] ?? '';
      const reading = this.amount(cell, column.index);
      if (reading.kind === 'blank' || reading.kind === 'noPrice') continue;
      const price = this.figure(reading, unitPriceFigure, 6, cell, row, column.index);
      const from = quantityFigure(minQuantity);
      if (price === null || from.kind !== 'exact') continue;
      if (price.value < 0) this.problems.add('negativePrice', row, column.index, { text: tidy(cell) });
      else breaks.push({ minQuantity: from.value, unitPrice: price.value });
    }
    return breaks.sort((a, b) => a.minQuantity - b.minQuantity);
  }

  /** A reading as a scaled integer, or null with the problem named. */
  figure(
    reading: NumberReading,
    scale: (numeral: string) => Figure,
    places: number,
    cell: string,
    row: number,
    column: number,
  ): Extract<Figure, { value: number }> | null {
    const { problems } = this;
    if (reading.kind !== 'number') {
      problems.add(reading.kind === 'ambiguous' ? 'ambiguousNumber' : 'notANumber', row, column, { text: tidy(cell) });
      return null;
    }
    const figure = scale(reading.text);
    if (figure.kind === 'exact') return figure;
    if (figure.kind === 'rounded') {
      problems.add('roundedDecimals', row, column, { text: tidy(cell), places, taken: figure.taken });
      return figure;
    }
    problems.add(figure.kind === 'tooLarge' ? 'numberTooLarge' : 'tooManyDecimals', row, column, {
      text: tidy(cell),
      places,
    });
    return null;
  }

  /** A price or amount cell. */
  amount(cell: string, column: number): NumberReading {
    return cell === '' ? BLANK : readPrice(cell, this.styleOf(cell, column));
  }

  private styleOf(cell: string, column: number): 'point' | 'comma' | 'unknown' {
    if (this.typedNumbers && PLAIN.test(cell)) return 'point';
    return this.plan.styles.get(column) ?? 'unknown';
  }

  /** A quantity cell. */
  measure(cell: string, column: number): NumberReading {
    return readMeasure(cell, this.styleOf(cell, column));
  }
}

const PLAIN = /^-?\d+(\.\d+)?$/;
const BLANK: NumberReading = { kind: 'blank' };
