import { lineTotal } from '../../kernel/money.ts';
import { LOT_ROLES, QUOTE_TERM_ROLES } from './column-roles.ts';
import { quantityFigure, unitPriceFigure } from './figures.ts';
import { headerTitles } from './find-table.ts';
import { readTitle } from './header-title.ts';
import { NumeralEvidence, type NumeralStyle, readMeasure, readPrice } from './numbers.ts';
import { columnLetter, nameKey, tidy } from './text.ts';
import type { ColumnRole, ImportMapping, MappedColumn, SheetGrid } from './types.ts';
import { unitCode } from './units.ts';

/** The columns that speak for one supplier: in a wide sheet its own, in a long sheet all of them. */
export interface SupplierColumns {
  /** Empty in a long sheet, where the row names the supplier. */
  name: string;
  isEstimate: boolean;
  unitPrice: MappedColumn | null;
  lineTotal: MappedColumn | null;
  breaks: { column: MappedColumn; minQuantity: string }[];
  /** Terms of the quote and the line, the supplier's own before those of all. */
  terms: MappedColumn[];
  /** All columns a price may stand in: unit price, price breaks, line total. */
  priced: number[];
}

/** A mapping made ready for the rows of one sheet. */
export interface RowPlan {
  headers: string[];
  item: Partial<Record<ColumnRole, number>>;
  supplierColumn: number | null;
  /** Note columns of no supplier, in a wide sheet: they speak of the item. */
  itemNotes: number[];
  suppliers: SupplierColumns[];
  fillDown: number[];
  /** Decimal mark per column that holds figures. */
  styles: Map<number, NumeralStyle>;
  firstRow: number;
  repeated: { supplier: string; column: number; first: number }[];
}

const ITEM_ROLES: readonly ColumnRole[] = [
  'lineNumber',
  'itemName',
  'itemNameZh',
  'itemNameEn',
  'specification',
  'unit',
  'quantity',
];
const TERM_ROLES: ReadonlySet<ColumnRole> = new Set<ColumnRole>([...LOT_ROLES, ...QUOTE_TERM_ROLES]);
const PRICE_ROLES: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['unitPrice', 'priceBreak']);
const FIGURE_ROLES: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'unitPrice',
  'lineTotal',
  'priceBreak',
  'quantity',
  'moq',
  'orderMultiple',
]);

/** Sorts the mapped columns by whom they speak for and finds out the decimal mark of each figure column. */
export function planRows(grid: SheetGrid, mapping: ImportMapping): RowPlan {
  const titles = headerTitles(grid, mapping.headerRow, mapping.headerRows).map(readTitle);
  const headers = titles.map(({ header }) => header);
  // a price column that the mapping gives to nobody goes by its title, so that no price is lost without a word
  const nameOf = ({ index, supplier, role }: MappedColumn): string | null =>
    supplier ??
    (PRICE_ROLES.has(role) && mapping.layout === 'wide' ? titles[index]?.name || columnLetter(index) : null);
  const columns = mapping.columns
    .filter((column) => column.role !== 'ignore')
    .map((column) => ({ ...column, supplier: nameOf(column) }));
  const item: RowPlan['item'] = {};
  for (const column of columns) if (ITEM_ROLES.includes(column.role)) item[column.role] ??= column.index;
  const wide = mapping.layout === 'wide';
  const itemNotes = wide ? columns.filter((column) => column.role === 'note' && column.supplier === null) : [];
  const shared = columns.filter(
    (column) => TERM_ROLES.has(column.role) && !itemNotes.includes(column) && !(wide && column.supplier !== null),
  );
  const plan: RowPlan = {
    headers,
    item,
    supplierColumn: wide ? null : (columns.find((column) => column.role === 'supplier')?.index ?? null),
    itemNotes: itemNotes.map((column) => column.index),
    suppliers: [],
    fillDown: columns.filter((column) => column.fillDown).map((column) => column.index),
    styles: new Map(),
    firstRow: mapping.headerRow - grid.firstRowNumber + mapping.headerRows,
    repeated: [],
  };
  if (wide) addWideSuppliers(plan, columns, shared);
  else {
    plan.suppliers.push(onlySupplier(columns, shared));
    const [first, ...further] = columns.filter((column) => column.role === 'unitPrice');
    for (const column of further) {
      plan.repeated.push({
        supplier: mapping.defaults.supplier ?? headers[column.index] ?? '',
        column: column.index,
        first: first?.index ?? 0,
      });
    }
  }
  for (const supplier of plan.suppliers) supplier.priced = pricedColumns(supplier);
  decideStyles(plan, grid, mapping, columns);
  return plan;
}

function pricedColumns({ unitPrice, breaks, lineTotal: total }: SupplierColumns): number[] {
  const columns = [unitPrice?.index, ...breaks.map(({ column }) => column.index), total?.index];
  return columns.filter((column) => column !== undefined);
}

function onlySupplier(columns: readonly MappedColumn[], shared: MappedColumn[]): SupplierColumns {
  const breaks = columns.flatMap((column) =>
    column.role === 'priceBreak' && column.minQuantity !== null ? [{ column, minQuantity: column.minQuantity }] : [],
  );
  return {
    name: '',
    isEstimate: false,
    unitPrice: columns.find((column) => column.role === 'unitPrice') ?? null,
    lineTotal: columns.find((column) => column.role === 'lineTotal') ?? null,
    breaks,
    terms: shared,
    priced: [],
  };
}

function addWideSuppliers(plan: RowPlan, columns: readonly MappedColumn[], shared: readonly MappedColumn[]): void {
  const byName = new Map<string, SupplierColumns>();
  for (const column of columns) {
    if (column.supplier === null) continue;
    const key = nameKey(column.supplier);
    let supplier = byName.get(key);
    if (supplier === undefined) {
      supplier = {
        name: tidy(column.supplier),
        isEstimate: column.isEstimate,
        unitPrice: null,
        lineTotal: null,
        breaks: [],
        terms: [],
        priced: [],
      };
      byName.set(key, supplier);
    }
    if (column.role === 'unitPrice') {
      if (supplier.unitPrice === null) supplier.unitPrice = column;
      else plan.repeated.push({ supplier: supplier.name, column: column.index, first: supplier.unitPrice.index });
    } else if (column.role === 'lineTotal') supplier.lineTotal ??= column;
    else if (column.role === 'priceBreak' && column.minQuantity !== null)
      supplier.breaks.push({ column, minQuantity: column.minQuantity });
    else if (TERM_ROLES.has(column.role)) supplier.terms.push(column);
  }
  for (const supplier of byName.values()) {
    if (supplier.unitPrice === null && supplier.lineTotal === null && supplier.breaks.length === 0) continue;
    const own = new Set(supplier.terms.map((column) => column.role));
    supplier.terms.push(...shared.filter((column) => !own.has(column.role)));
    plan.suppliers.push(supplier);
  }
}

/**
 * The decimal mark per figure column: the user's choice, else what its own cells show, else what the price columns of the sheet show
 * together, else what makes quantity times price equal the line total. Left unknown, a cell such as "1,234" cannot be read.
 */
function decideStyles(plan: RowPlan, grid: SheetGrid, mapping: ImportMapping, columns: readonly MappedColumn[]): void {
  const figures = columns.filter((column) => FIGURE_ROLES.has(column.role));
  const { decimal } = mapping.defaults;
  if (decimal !== 'auto') {
    for (const column of figures) plan.styles.set(column.index, decimal);
    return;
  }
  const evidence = new Map(figures.map((column) => [column.index, evidenceOf(grid, plan, column)]));
  const open: number[] = [];
  for (const [index, found] of evidence) {
    const style = found.decide();
    plan.styles.set(index, style);
    if (style === 'unknown' && found.needed) open.push(index);
  }
  if (open.length === 0) return;
  const prices = new NumeralEvidence();
  const all = new NumeralEvidence();
  for (const column of figures) {
    const found = evidence.get(column.index);
    if (found === undefined) continue;
    all.merge(found);
    if (column.role === 'unitPrice' || column.role === 'lineTotal' || column.role === 'priceBreak') prices.merge(found);
  }
  const style = [prices.decide(), all.decideByMarks(), styleByArithmetic(plan, grid)].find(
    (candidate) => candidate !== 'unknown',
  );
  if (style !== undefined)
    for (const index of open) if (evidence.get(index)?.contradicts !== true) plan.styles.set(index, style);
}

function evidenceOf(grid: SheetGrid, plan: RowPlan, { index, role }: MappedColumn): NumeralEvidence {
  const evidence = new NumeralEvidence();
  const typed = grid.numbers === 'typed';
  const unit = role === 'quantity' ? plan.item.unit : undefined;
  for (let row = plan.firstRow; row < grid.rows.length; row++) {
    const cells = grid.rows[row];
    const cell = cells?.[index];
    // number cells of the file carry our own point and say nothing of how text cells are written
    if (cell === undefined || cell === '' || (typed && /^-?\d+(\.\d+)?$/.test(cell))) continue;
    evidence.add(cell);
    if (unit !== undefined && cell.includes(',') && COUNTED.has(unitCode(cells?.[unit] ?? '') ?? ''))
      evidence.addCount(cell);
  }
  return evidence;
}

/** Units of which there is no fraction. */
const COUNTED: ReadonlySet<string> = new Set([
  'pcs',
  'pair',
  'set',
  'carton',
  'box',
  'bag',
  'bottle',
  'can',
  'drum',
  'sheet',
  'plate',
  'pallet',
]);

/** Tries both marks on rows that state quantity, price and line total; the one that makes more of them agree, if the other makes none. */
function styleByArithmetic(plan: RowPlan, grid: SheetGrid): NumeralStyle {
  const quantityColumn = plan.item.quantity;
  if (quantityColumn === undefined) return 'unknown';
  const agreeing = { point: 0, comma: 0 };
  for (const { unitPrice, lineTotal: total } of plan.suppliers) {
    if (unitPrice === null || total === null) continue;
    for (const row of grid.rows.slice(plan.firstRow, plan.firstRow + 500)) {
      const cells = [row[quantityColumn] ?? '', row[unitPrice.index] ?? '', row[total.index] ?? ''] as const;
      if (!cells.some((cell) => readPrice(cell, 'unknown').kind === 'ambiguous')) continue;
      for (const style of ['point', 'comma'] as const) if (agrees(cells, style)) agreeing[style]++;
    }
  }
  if (agreeing.point > 0 && agreeing.comma === 0) return 'point';
  return agreeing.comma > 0 && agreeing.point === 0 ? 'comma' : 'unknown';
}

function agrees(cells: readonly [string, string, string], style: NumeralStyle): boolean {
  const quantity = readMeasure(cells[0], style);
  const price = readPrice(cells[1], style);
  const total = readPrice(cells[2], style);
  if (quantity.kind !== 'number' || price.kind !== 'number' || total.kind !== 'number') return false;
  const q = quantityFigure(quantity.text);
  const p = unitPriceFigure(price.text);
  const t = unitPriceFigure(total.text);
  if (q.kind !== 'exact' || p.kind !== 'exact' || t.kind !== 'exact' || t.value === 0) return false;
  return Math.abs(lineTotal(q.value, p.value, 'USD') * 10_000 - t.value) < 10_000;
}
