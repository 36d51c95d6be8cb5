import { type CurrencyCode, lineTotal } from '../../kernel/money.ts';
import { agrees, type CurrencyReading, readCurrency } from './currency.ts';
import { quantityFigure } from './figures.ts';
import type { ItemBook, ItemCells } from './item-book.ts';
import { meansNoPrice } from './numbers.ts';
import { PriceReader } from './price-reader.ts';
import type { ProblemList } from './problems.ts';
import { leadTimeOf, type OpenQuote, type QuoteBook } from './quote-book.ts';
import type { RowPlan, SupplierColumns } from './row-plan.ts';
import { nameKey, tidy } from './text.ts';
import { minorToText, statedMinor, type TotalChecks } from './total-checks.ts';
import type { ColumnRole, DuplicateRule, ImportDefaults, ImportedLine, ImportedQuote, MappedColumn } from './types.ts';

interface Parts {
  plan: RowPlan;
  problems: ProblemList;
  items: ItemBook;
  quotes: QuoteBook;
  totals: TotalChecks;
  /** Plain numerals come from number cells and are never ambiguous. */
  typedNumbers: boolean;
  defaults: ImportDefaults;
  duplicates: DuplicateRule;
}

interface Supplier {
  key: string;
  name: string;
  isEstimate: boolean;
}

/** Reads the cells of one row into items and quote lines. */
export class LineReader {
  private readonly parts: Parts;
  private readonly prices: PriceReader;
  /** Per supplier (or for all, in a wide sheet) and item: how often it was priced, and the first row. */
  private readonly priced = new Map<string, Map<number, { times: number; firstRow: number }>>();
  private readonly leadTimes = new Map<string, number | null>();
  private readonly wide: readonly { columns: SupplierColumns; supplier: Supplier }[];

  constructor(parts: Parts) {
    this.parts = parts;
    this.prices = new PriceReader(parts.plan, parts.problems, parts.typedNumbers);
    this.wide = parts.plan.suppliers.map((columns) => ({
      columns,
      supplier: { key: nameKey(columns.name), name: columns.name, isEstimate: columns.isEstimate },
    }));
    // every named supplier is shown, also one that priced nothing
    for (const { columns, supplier } of this.wide)
      if (columns.name !== '') this.openFor(columns, supplier, this.baseCurrency(columns));
  }

  /** A row of a wide sheet: one item, a price per supplier. False when the whole row was refused. */
  readWideRow(cells: readonly string[], row: number): boolean {
    const item = this.readItem(cells, row);
    if (item === null) return false;
    const at = this.place(item, row, '', null);
    if (at === null) return false;
    for (const { columns, supplier } of this.wide) this.readPrices(cells, row, columns, supplier, at, item.quantity);
    return true;
  }

  /** A row of a long sheet: one item priced by one supplier. False when the whole row was refused. */
  readLongRow(
    cells: readonly string[],
    row: number,
    columns: SupplierColumns,
    supplier: Supplier | undefined,
  ): boolean {
    const { plan, problems } = this.parts;
    if (supplier === undefined) {
      problems.add('missingSupplier', row, plan.supplierColumn);
      return false;
    }
    const item = this.readItem(cells, row);
    if (item === null) return false;
    const given = columns.priced.some((column) => (cells[column] ?? '').trim() !== '');
    const at = this.place(item, row, given ? supplier.key : null, supplier.name);
    return at !== null && this.readPrices(cells, row, columns, supplier, at, item.quantity);
  }

  /** A term of one supplier in a row of its own. */
  sayForSupplier(
    columns: SupplierColumns,
    role: ColumnRole,
    cell: string,
    row: number,
    column: number,
    label: string,
  ): void {
    const supplier = this.wide.find((candidate) => candidate.columns === columns)?.supplier;
    if (supplier === undefined || meansNoPrice(cell)) return;
    const open = this.openFor(columns, supplier, this.baseCurrency(columns));
    if (role === 'leadTime') this.sayLeadTime(open, cell, label, row, column);
    else if (role === 'currency') {
      const currency = readCurrency(cell);
      if (currency === null) this.parts.problems.add('unknownCurrency', row, column, { text: tidy(cell) });
      else if (open.quote.currency === null) open.quote.currency = currency.code;
    } else this.parts.quotes.say(open, role, cell, row, column, label);
  }

  /** A total's amount as a plain numeral; null when the cell holds none. */
  amount(cell: string, column: number): string | null {
    const reading = this.prices.amount(cell, column);
    return reading.kind === 'number' ? reading.text : null;
  }

  /** Closes the quotes: price breaks are in order, suppliers who gave only zeros gave no price, several currencies are reported. */
  finish(): ImportedQuote[] {
    const { quotes, problems } = this.parts;
    const currencies = new Map<string, Set<string>>();
    for (const { quote } of quotes.quotes) {
      if (quote.lines.length > 0 && quote.lines.every((line) => line.unitPrice === 0 && line.breaks.length === 0)) {
        problems.add('zeroSupplier', null, null, { supplier: quote.supplierName });
        quote.declined.push(...quote.lines.map(({ itemKey, row }) => ({ itemKey, row, text: '0' })));
        quote.lines = [];
      }
      const key = nameKey(quote.supplierName);
      currencies.set(key, (currencies.get(key) ?? new Set()).add(quote.currency ?? '?'));
    }
    const kept = quotes.quotes.filter(
      ({ quote }) =>
        quote.lines.length + quote.declined.length > 0 ||
        (currencies.get(nameKey(quote.supplierName))?.size ?? 0) === 1,
    );
    for (const [key, codes] of currencies) {
      const of = kept.filter(({ quote }) => nameKey(quote.supplierName) === key);
      const [first] = of;
      if (of.length > 1 && first !== undefined)
        problems.add('mixedCurrency', null, null, {
          supplier: first.quote.supplierName,
          currencies: [...codes].join(', '),
        });
    }
    return kept.map(({ quote }) => quote);
  }

  private readItem(cells: readonly string[], row: number): ItemCells | null {
    const { plan, problems, items } = this.parts;
    const cell = (role: ColumnRole): string => {
      const column = plan.item[role];
      return column === undefined ? '' : (cells[column] ?? '').trim();
    };
    const item: ItemCells = {
      lineNo: cell('lineNumber'),
      name: cell('itemName'),
      nameZh: cell('itemNameZh'),
      nameEn: cell('itemNameEn'),
      specification: cell('specification'),
      unit: cell('unit'),
      quantity: null,
      note: '',
    };
    const nameColumn = plan.item.itemName ?? plan.item.itemNameZh ?? plan.item.itemNameEn;
    const named = item.name !== '' || item.nameZh !== '' || item.nameEn !== '';
    if (!named && (nameColumn !== undefined || item.lineNo === '')) {
      problems.add('missingItem', row, nameColumn ?? plan.item.lineNumber ?? null);
      return null;
    }
    for (const column of plan.itemNotes) {
      const note = (cells[column] ?? '').trim();
      if (note !== '') item.note = item.note === '' ? note : `${item.note}\n${note}`;
    }
    if (!this.readQuantity(cells, row, item)) return null;
    if (item.unit !== '' && items.unitCode(item.unit) === null) {
      problems.addOnce(item.unit, 'unknownUnit', row, plan.item.unit ?? null, { text: item.unit });
    }
    return item;
  }

  private readQuantity(cells: readonly string[], row: number, item: ItemCells): boolean {
    const { plan, problems } = this.parts;
    const column = plan.item.quantity;
    if (column === undefined) return true;
    const cell = cells[column] ?? '';
    const reading = this.prices.measure(cell, column);
    if (reading.kind === 'blank' || reading.kind === 'noPrice') {
      problems.add('missingQuantity', row, column, reading.kind === 'blank' ? {} : { text: tidy(cell) });
      return true;
    }
    const figure = this.prices.figure(reading, quantityFigure, 4, cell, row, column);
    if (figure === null) return false;
    if (figure.value <= 0) {
      problems.add('quantityNotPositive', row, column, { text: tidy(cell) });
      return false;
    }
    item.quantity = figure.value;
    if (reading.kind === 'number' && reading.unit !== null && item.unit === '') {
      item.unit = reading.unit;
      problems.addOnce(reading.unit, 'unitFromQuantity', row, column, { text: tidy(cell), unit: reading.unit });
    }
    return true;
  }

  /** The item's key, or null when the row repeats one that was taken and the rule refuses it. `scope` null: nothing is priced, so nothing repeats. */
  private place(item: ItemCells, row: number, scope: string | null, supplier: string | null): string | null {
    const { items, problems, plan, duplicates } = this.parts;
    const base = items.find(item, row, 1);
    if (base.clash !== null) {
      problems.add('repeatedLineNumber', row, plan.item.lineNumber ?? null, {
        text: item.lineNo,
        firstRow: base.clash,
      });
    }
    const first = items.items[base.at];
    if (first === undefined || scope === null) return first?.key ?? null;
    let ofScope = this.priced.get(scope);
    if (ofScope === undefined) {
      ofScope = new Map();
      this.priced.set(scope, ofScope);
    }
    const before = ofScope.get(base.at);
    if (before === undefined) {
      ofScope.set(base.at, { times: 1, firstRow: row });
      return first.key;
    }
    if (duplicates === 'refuse') {
      if (supplier === null) problems.add('duplicateItem', row, null, { firstRow: before.firstRow });
      else problems.add('duplicateLine', row, null, { firstRow: before.firstRow, supplier });
      return null;
    }
    problems.add('separateLine', row, null, { firstRow: before.firstRow });
    before.times++;
    return items.items[items.find(item, row, before.times).at]?.key ?? null;
  }

  /** Reads one supplier's cells of a row. False when a price stood there and was refused. */
  private readPrices(
    cells: readonly string[],
    row: number,
    columns: SupplierColumns,
    supplier: Supplier,
    itemKey: string,
    quantity: number | null,
  ): boolean {
    const price = this.prices.read(cells, row, columns, quantity);
    if (price === 'none' || price === 'refused') return price === 'none';
    if ('declined' in price) {
      const text = price.declined;
      this.openFor(columns, supplier, this.currencyOf(cells, row, columns, null)).quote.declined.push({
        itemKey,
        row,
        text,
      });
      return true;
    }
    const currency = this.currencyOf(cells, row, columns, price.currency);
    const open = this.openFor(columns, supplier, currency);
    const line: ImportedLine = {
      itemKey,
      row,
      unitPrice: price.unitPrice,
      moq: price.from,
      orderMultiple: null,
      breaks: price.breaks,
      statedTotal: null,
      leadTimeDays: null,
      note: null,
    };
    for (const column of columns.terms) {
      const cell = cells[column.index] ?? '';
      if (cell !== '' && cell.trim() !== '') this.readTerm(open, line, column.role, cell, row, column.index);
    }
    this.checkTotal(cells, row, columns, line, quantity, currency, price.rounded);
    if (quantity !== null)
      this.parts.totals.add(supplier.key, this.totalOf(quantity, line.unitPrice, currency), currency);
    open.quote.lines.push(line);
    return true;
  }

  private readTerm(
    open: OpenQuote,
    line: ImportedLine,
    role: ColumnRole,
    cell: string,
    row: number,
    column: number,
  ): void {
    const { plan, problems, quotes } = this.parts;
    if (role === 'currency') return;
    if (role === 'moq' || role === 'orderMultiple') {
      const reading = this.prices.measure(cell, column);
      const figure = reading.kind === 'number' ? quantityFigure(reading.text) : null;
      if (figure?.kind === 'exact' && figure.value > 0) line[role] = figure.value;
      else if (reading.kind !== 'noPrice' && figure?.kind !== 'exact')
        problems.add('badTerm', row, column, { text: tidy(cell), term: role });
      return;
    }
    if (meansNoPrice(cell) && role !== 'note' && role !== 'taxBasis' && role !== 'freight') return;
    const header = plan.headers[column] ?? '';
    if (role === 'leadTime') line.leadTimeDays = this.sayLeadTime(open, cell, header, row, column);
    else if (role === 'note') line.note = line.note === null ? tidy(cell) : `${line.note}\n${tidy(cell)}`;
    else quotes.say(open, role, cell, row, column, header);
  }

  private sayLeadTime({ quote }: OpenQuote, cell: string, header: string, row: number, column: number): number | null {
    let days = this.leadTimes.get(`${header}|${cell}`);
    if (days === undefined) {
      days = leadTimeOf(cell, header);
      this.leadTimes.set(`${header}|${cell}`, days);
    }
    if (days === null) this.parts.problems.add('badTerm', row, column, { text: tidy(cell), term: 'leadTime' });
    else quote.leadTimeDays = Math.max(quote.leadTimeDays ?? 0, days);
    return days;
  }

  /** The currency of a line: its currency cell, else the price cell, the column's title, the sheet's default. A sign that fits the title's currency means that one. */
  private currencyOf(
    cells: readonly string[],
    row: number,
    columns: SupplierColumns,
    inPrice: CurrencyReading | null,
  ): CurrencyCode | null {
    const { problems } = this.parts;
    const column = columns.terms.find((term) => term.role === 'currency');
    const cell = column === undefined ? '' : (cells[column.index] ?? '').trim();
    const base = this.baseCurrency(columns);
    if (column !== undefined && cell !== '') {
      const reading = readCurrency(cell);
      if (reading !== null) return base !== null && agrees(reading, base) ? base : reading.code;
      problems.addOnce(cell, 'unknownCurrency', row, column.index, { text: cell });
      return null;
    }
    if (inPrice === null) return base;
    return base !== null && agrees(inPrice, base) ? base : inPrice.code;
  }

  private baseCurrency(columns: SupplierColumns): CurrencyCode | null {
    return priceColumnOf(columns)?.currency ?? this.parts.defaults.currency;
  }

  private openFor(columns: SupplierColumns, supplier: Supplier, currency: CurrencyCode | null): OpenQuote {
    const { quotes } = this.parts;
    const open = quotes.open(supplier.key, supplier.name, supplier.isEstimate, currency);
    const titled = priceColumnOf(columns);
    quotes.sayTax(open, titled?.taxBasis ?? null, titled?.vatRateBp ?? null);
    return open;
  }

  private checkTotal(
    cells: readonly string[],
    row: number,
    columns: SupplierColumns,
    line: ImportedLine,
    quantity: number | null,
    currency: CurrencyCode | null,
    rounded: boolean,
  ): void {
    const { problems } = this.parts;
    const column = columns.lineTotal?.index;
    if (column === undefined || (columns.unitPrice === null && columns.breaks.length === 0)) return;
    const cell = cells[column] ?? '';
    if (cell === '') return;
    const reading = this.prices.amount(cell, column);
    if (reading.kind === 'blank' || reading.kind === 'noPrice') return;
    if (reading.kind !== 'number') {
      problems.add(
        reading.kind === 'ambiguous' ? 'ambiguousNumber' : 'notANumber',
        row,
        column,
        { text: tidy(cell) },
        'warning',
      );
      return;
    }
    line.statedTotal = reading.text;
    if (quantity === null || line.breaks.length > 0) return;
    const expected = this.totalOf(quantity, line.unitPrice, currency);
    const stated = statedMinor(reading.text, currency);
    // a price rounded at six decimals shifts the total by at most half a millionth per unit
    const tolerance = rounded ? Math.ceil(quantity / 10_000 / 10_000) : 0;
    if (stated !== null && Math.abs(stated - expected) > tolerance) {
      problems.add('totalMismatch', row, column, { expected: minorToText(expected, currency), stated: reading.text });
    }
  }

  private totalOf(quantity: number, unitPrice: number, currency: CurrencyCode | null): number {
    return lineTotal(quantity, unitPrice, currency ?? 'XXX');
  }
}

/** The column whose title speaks for the prices: the unit price, else the first price break, else the line total. */
function priceColumnOf(columns: SupplierColumns): MappedColumn | null {
  return columns.unitPrice ?? columns.breaks[0]?.column ?? columns.lineTotal;
}
