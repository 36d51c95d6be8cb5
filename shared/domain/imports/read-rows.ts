import { QUOTE_TERM_ROLES } from './column-roles.ts';
import { isEstimateName } from './estimate.ts';
import { tableBelow } from './find-table.ts';
import { readHeader } from './header.ts';
import { ItemBook } from './item-book.ts';
import { LineReader } from './line-reader.ts';
import { ProblemList } from './problems.ts';
import { QuoteBook } from './quote-book.ts';
import { firstText, isBlankRow, isChargeLabel, isFigure, totalLabel } from './row-kinds.ts';
import { planRows, type RowPlan } from './row-plan.ts';
import { nameKey, tidy } from './text.ts';
import { TotalChecks } from './total-checks.ts';
import type { ColumnRole, DuplicateRule, ImportedTable, ImportMapping, SheetGrid, StatedTotal } from './types.ts';

export interface ReadRowsOptions {
  /** Overrides the mapping's rule. */
  duplicates?: DuplicateRule;
  /** Called now and then with the number of rows done. */
  onRow?: (done: number) => void;
}

/**
 * Reads the rows below the header into items and quotes, exactly (DOMAIN 1: prices in millionths, quantities in ten-thousandths). Every
 * row or cell that cannot be taken is named with its place and reason; total rows are checked and never taken; an empty price is no
 * quote for that item and no problem. Pure.
 */
export function readRows(grid: SheetGrid, mapping: ImportMapping, options: ReadRowsOptions = {}): ImportedTable {
  const reader = new RowReader(grid, mapping, options);
  return reader.read();
}

const TERM_ROWS: ReadonlySet<ColumnRole> = new Set<ColumnRole>(QUOTE_TERM_ROLES);

class RowReader {
  private readonly grid: SheetGrid;
  private readonly mapping: ImportMapping;
  private readonly options: ReadRowsOptions;
  private readonly plan: RowPlan;
  private readonly problems: ProblemList;
  private readonly items = new ItemBook();
  private readonly quotes: QuoteBook;
  private readonly totals = new TotalChecks();
  private readonly lines: LineReader;
  private readonly above: string[] = [];
  private readonly supplierKeys = new Map<string, { key: string; name: string; isEstimate: boolean }>();
  private rowsRead = 0;
  private rowsTaken = 0;

  constructor(grid: SheetGrid, mapping: ImportMapping, options: ReadRowsOptions) {
    this.grid = grid;
    this.mapping = mapping;
    this.options = options;
    this.plan = planRows(grid, mapping);
    this.problems = new ProblemList(this.plan.headers);
    this.quotes = new QuoteBook(mapping.defaults, this.problems);
    this.lines = new LineReader({
      plan: this.plan,
      problems: this.problems,
      items: this.items,
      quotes: this.quotes,
      totals: this.totals,
      typedNumbers: grid.numbers === 'typed',
      defaults: mapping.defaults,
      duplicates: options.duplicates ?? mapping.defaults.duplicates,
    });
  }

  read(): ImportedTable {
    const { grid, plan, problems } = this;
    const extent = tableBelow(grid, this.mapping.headerRow, this.mapping.headerRows);
    for (const { supplier, column, first } of plan.repeated) {
      problems.add('repeatedSupplier', null, column, { supplier, firstColumn: plan.headers[first] ?? '' });
    }
    for (let index = plan.firstRow; index < grid.rows.length; index++) {
      const row = index + grid.firstRowNumber;
      const cells = grid.rows[index];
      if (cells === undefined || isBlankRow(cells)) continue;
      this.readRow(this.filledDown(cells, row), row, row > extent.lastDataRow);
      if (this.options.onRow !== undefined && index % 1_000 === 0) this.options.onRow(index - plan.firstRow);
    }
    this.reportUnnamedColumns(extent.firstDataRow, extent.lastDataRow);
    const quotes = this.lines.finish();
    return {
      items: this.items.items,
      quotes,
      problems: problems.sorted(),
      totals: this.totals.totals,
      rowsRead: this.rowsRead,
      rowsTaken: this.rowsTaken,
    };
  }

  private readRow(cells: readonly string[], row: number, afterData: boolean): void {
    const total = this.totalOf(cells);
    if (total !== null) {
      this.readTotals(cells, row, total);
      return;
    }
    if (this.isRepeatedHeader(cells)) return;
    const charge = this.isCharge(cells);
    if (charge || !this.looksLikeItem(cells)) {
      if (this.readTermRow(cells, row)) return;
      const text = firstText(cells);
      const kind = charge ? 'charge' : afterData ? 'note' : 'section';
      if (text !== null) this.problems.add('skippedRow', row, null, { kind, text: tidy(text.text).slice(0, 200) });
      return;
    }
    this.rowsRead++;
    const [only] = this.plan.suppliers;
    const taken =
      this.mapping.layout === 'wide' || only === undefined
        ? this.lines.readWideRow(cells, row)
        : this.lines.readLongRow(cells, row, only, this.supplierOf(cells));
    if (taken) this.rowsTaken++;
  }

  /** Undefined when the row names no supplier and the sheet has none either. */
  private supplierOf(cells: readonly string[]): { key: string; name: string; isEstimate: boolean } | undefined {
    const { supplierColumn } = this.plan;
    const typed = supplierColumn === null ? (this.mapping.defaults.supplier ?? '') : (cells[supplierColumn] ?? '');
    if (typed === '') return undefined;
    let supplier = this.supplierKeys.get(typed);
    if (supplier === undefined) {
      const name = tidy(typed);
      if (name === '') return undefined;
      supplier = { key: nameKey(name), name, isEstimate: isEstimateName(name) };
      this.supplierKeys.set(typed, supplier);
    }
    return supplier;
  }

  /** Blank cells of merged columns repeat the cell above, as long as the row holds anything that could need them. */
  private filledDown(cells: readonly string[], row: number): readonly string[] {
    const { fillDown } = this.plan;
    if (fillDown.length === 0 || this.totalOf(cells) !== null) return cells;
    let filled: string[] | null = null;
    for (const column of fillDown) {
      const cell = cells[column] ?? '';
      if (cell.trim() !== '') this.above[column] = cell;
      else if (this.above[column] !== undefined && this.hasPrice(cells)) {
        filled ??= Array.from({ length: Math.max(cells.length, column + 1) }, (_, at) => cells[at] ?? '');
        filled[column] = this.above[column] ?? '';
        this.problems.addOnce(`column${column}`, 'filledDown', row, column, { text: tidy(this.above[column] ?? '') });
      }
    }
    return filled ?? cells;
  }

  private hasPrice(cells: readonly string[]): boolean {
    return this.plan.suppliers.some((supplier) =>
      supplier.priced.some((column) => (cells[column] ?? '').trim() !== ''),
    );
  }

  /** A row with a price, a quantity or a unit. A name alone is a section title or a note. */
  private looksLikeItem(cells: readonly string[]): boolean {
    const { item, supplierColumn } = this.plan;
    const filled = (column: number | undefined): boolean => column !== undefined && (cells[column] ?? '').trim() !== '';
    if (filled(item.quantity) || filled(item.unit)) return true;
    if (supplierColumn !== null && filled(supplierColumn) && namesOf(item).some(filled)) return true;
    if (!this.hasPrice(cells)) return false;
    const hasLabel = [item.lineNumber, ...namesOf(item)].some(filled);
    const anyFigure = this.plan.suppliers.some((supplier) =>
      supplier.priced.some((column) => isFigure(cells[column] ?? '')),
    );
    if (!hasLabel) return anyFigure;
    // 交货期 | 15天 | 20天: a term of the quotes and no item, even where the cell is a figure
    return anyFigure ? this.termOfRow(cells) === null : item.quantity === undefined && this.termOfRow(cells) === null;
  }

  /** Tax, freight or discount as a line of its own: it has no number, quantity or unit. */
  private isCharge(cells: readonly string[]): boolean {
    const { item } = this.plan;
    const first = firstText(cells);
    if (first === null || !isChargeLabel(first.text)) return false;
    return [item.lineNumber, item.quantity, item.unit].every(
      (column) => column === undefined || column === first.column || (cells[column] ?? '').trim() === '',
    );
  }

  private termOfRow(cells: readonly string[]): ColumnRole | null {
    if (this.mapping.layout !== 'wide') return null;
    const first = firstText(cells);
    if (first === null || first.text.length > 40) return null;
    const { role, supplier } = readHeader(first.text);
    return role !== null && supplier === null && TERM_ROWS.has(role) ? role : null;
  }

  /** Terms of each supplier in a row of their own below the items of a wide sheet; false when the row is no such row. */
  private readTermRow(cells: readonly string[], row: number): boolean {
    const role = this.termOfRow(cells);
    if (role === null) return false;
    const label = firstText(cells)?.text ?? '';
    let any = false;
    for (const supplier of this.plan.suppliers) {
      const column = supplier.priced.find((at) => (cells[at] ?? '').trim() !== '');
      if (column === undefined) continue;
      any = true;
      this.lines.sayForSupplier(supplier, role, cells[column] ?? '', row, column, tidy(label));
    }
    return any;
  }

  private totalOf(cells: readonly string[]): StatedTotal['kind'] | null {
    const { item, supplierColumn } = this.plan;
    const first = firstText(cells);
    const label = first === null ? null : totalLabel(first.text);
    if (first === null || label === null) return null;
    const filled = (column: number | undefined): boolean =>
      column !== undefined && column !== first.column && (cells[column] ?? '').trim() !== '';
    if (filled(item.unit)) return null;
    if (label.strict) return filled(item.lineNumber) ? null : label.kind;
    if (filled(item.quantity) || filled(item.lineNumber)) return null;
    if (first.column === supplierColumn && namesOf(item).some(filled)) return null;
    return label.kind;
  }

  private readTotals(cells: readonly string[], row: number, kind: StatedTotal['kind']): void {
    for (const supplier of this.plan.suppliers) {
      for (const column of [supplier.lineTotal?.index, supplier.unitPrice?.index]) {
        if (column === undefined) continue;
        const numeral = this.lines.amount(cells[column] ?? '', column);
        if (numeral === null) continue;
        const named =
          this.mapping.layout === 'wide'
            ? { key: nameKey(supplier.name), name: supplier.name }
            : this.supplierOfTotal(cells);
        this.totals.hold(named?.key ?? null, named?.name ?? null, kind, numeral, row, column, this.problems);
        break;
      }
    }
    this.totals.closeGroup();
  }

  /** "ACME CO Total" in the supplier column belongs to ACME CO. */
  private supplierOfTotal(cells: readonly string[]): { key: string; name: string } | null {
    const { supplierColumn } = this.plan;
    if (supplierColumn === null) return null;
    const label = nameKey(cells[supplierColumn] ?? '');
    for (const { key, name } of this.supplierKeys.values())
      if (label !== '' && label.startsWith(key)) return { key, name };
    return null;
  }

  private isRepeatedHeader(cells: readonly string[]): boolean {
    const header = this.grid.rows[this.mapping.headerRow - this.grid.firstRowNumber] ?? [];
    let same = 0;
    for (const [at, title] of header.entries()) {
      if (title.trim() === '') continue;
      if (cells[at] !== title) return false;
      same++;
    }
    return same >= 2;
  }

  private reportUnnamedColumns(first: number, last: number): void {
    const mapped = new Set(
      this.mapping.columns.filter((column) => column.role !== 'ignore').map((column) => column.index),
    );
    const seen = new Set<number>();
    for (let row = first; row <= Math.min(last, first + 500); row++) {
      for (const [column, cell] of (this.grid.rows[row - this.grid.firstRowNumber] ?? []).entries()) {
        if (cell === '' || mapped.has(column) || seen.has(column) || (this.plan.headers[column] ?? '') !== '') continue;
        if (!isFigure(cell)) continue;
        seen.add(column);
        this.problems.add('unnamedColumn', row, column, { text: tidy(cell) });
      }
    }
  }
}

function namesOf(item: RowPlan['item']): (number | undefined)[] {
  return [item.itemName, item.itemNameZh, item.itemNameEn];
}
