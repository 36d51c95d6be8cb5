import { type ColumnFacts, columnFacts, isFigureColumn, looksMerged } from './column-facts.ts';
import { SUPPLIER_ROLES } from './column-roles.ts';
import { isEstimateName } from './estimate.ts';
import { headerTitles } from './find-table.ts';
import { guessDefaults } from './guess-defaults.ts';
import { readTitle, type TitleReading } from './header-title.ts';
import { ITEM_CODE_WORDS, STATISTIC } from './header-words.ts';
import { isFigure } from './row-kinds.ts';
import { compact, nameKey } from './text.ts';
import type {
  ColumnRole,
  GuessedMapping,
  ImportLayout,
  MappedColumn,
  MappingNeed,
  SheetGrid,
  TableExtent,
} from './types.ts';

/**
 * Guesses what each column holds from its title and its cells, and whether the sheet is wide (a column per supplier) or long (a row per
 * supplier and item). What cannot be told is left open and listed in `needs`; nothing is claimed without a title or a clear pattern.
 */
export function guessMapping(grid: SheetGrid, extent: TableExtent): GuessedMapping {
  const titles = headerTitles(grid, extent.headerRow, extent.headerRows);
  const facts = columnFacts(grid, extent, titles.length);
  const columns = titles.map((title): Draft => ({ ...readTitle(title), fact: facts[title.index] }));
  settleItemColumns(columns);
  const layout = settleSuppliers(columns);
  settlePrices(columns, layout);
  keepFirstOfEach(columns, layout);
  if (layout === 'long') markMergedCells(columns);
  const mapped = columns.map(toMapped);
  const mapping = {
    layout,
    headerRow: extent.headerRow,
    headerRows: extent.headerRows,
    columns: mapped,
    defaults: guessDefaults(grid, extent, columns),
  };
  return { mapping, headers: columns.map((column) => column.header), needs: needsOf(mapped, layout, mapping.defaults) };
}

export interface Draft extends TitleReading {
  fact: ColumnFacts | undefined;
  fillDown?: boolean;
}

function of(columns: readonly Draft[], role: ColumnRole): Draft[] {
  return columns.filter((column) => column.role === role);
}

/** Titles that mean different things are settled by the cells: "Item" over figures is a line number, "Unit" over figures a price. */
function settleItemColumns(columns: Draft[]): void {
  for (const column of of(columns, 'itemName')) {
    if (isFigureColumn(column.fact) && of(columns, 'itemName').length > 1) column.role = 'lineNumber';
  }
  for (const column of of(columns, 'unit')) {
    if (!isFigureColumn(column.fact)) continue;
    const quantityFree = of(columns, 'quantity').length === 0 && /^(units?|件数)$/.test(compact(column.header));
    column.role =
      of(columns, 'unitPrice').length === 0 && !quantityFree ? 'unitPrice' : quantityFree ? 'quantity' : 'ignore';
  }
  const names = of(columns, 'itemName');
  if (names.length > 1) settleNames(columns, names);
  const [code] = columns.filter((column) => column.role === 'ignore' && ITEM_CODE_WORDS.has(compact(column.header)));
  if (code !== undefined && of(columns, 'lineNumber').length === 0) code.role = 'lineNumber';
  else if (code !== undefined && of(columns, 'specification').length === 0) code.role = 'specification';
}

/** Two columns of names: one per language, or a short code beside the description. */
function settleNames(columns: readonly Draft[], names: Draft[]): void {
  const chinese = names.filter((column) => (column.fact?.han ?? 0) > (column.fact?.filled ?? 0) / 2);
  const others = names.filter((column) => !chinese.includes(column) && (column.fact?.filled ?? 0) > 0);
  if (chinese.length === 1 && others.length === 1) {
    for (const column of chinese) column.role = 'itemNameZh';
    for (const column of others) column.role = 'itemNameEn';
    return;
  }
  const [longest, ...rest] = [...names].sort((a, b) => averageLength(b) - averageLength(a));
  for (const column of rest) {
    const free = (role: ColumnRole): boolean => !columns.some((other) => other.role === role);
    column.role =
      free('lineNumber') && averageLength(column) <= 12
        ? 'lineNumber'
        : free('specification')
          ? 'specification'
          : 'ignore';
  }
  if (longest !== undefined) longest.role = 'itemName';
}

function averageLength(column: Draft): number {
  const { fact } = column;
  return fact === undefined || fact.filled === 0 ? 0 : fact.textLength / fact.filled;
}

/**
 * Decides the layout. Named price columns make a sheet wide; so do figure columns under bare names when no title says 单价 at all.
 * A supplier column makes it long unless two suppliers have price columns of their own.
 */
function settleSuppliers(columns: Draft[]): ImportLayout {
  const priced = columns.filter((column) => isPrice(column.role) && column.supplier !== null);
  const named = new Set(priced.map((column) => nameKey(column.supplier ?? '')));
  const hasSupplierColumn = of(columns, 'supplier').some((column) => !isFigureColumn(column.fact));
  if (hasSupplierColumn && named.size < 2) return 'long';
  const strong = priced.filter((column) => column.strong && !isEstimateName(column.supplier ?? ''));
  const bare = bareSuppliers(columns);
  if (strong.length > 0) {
    for (const column of bare) if (named.has(nameKey(column.name)) || isEstimateName(column.name)) nameIt(column);
    return 'wide';
  }
  const wholePrice = of(columns, 'unitPrice').some((column) => column.supplier === null && column.strong);
  if (wholePrice && named.size === 0) return 'long';
  const weak = priced.filter(
    (column) => !column.strong && column.role === 'unitPrice' && !isEstimateName(column.supplier ?? ''),
  );
  const isPriceOf = (column: Draft): boolean =>
    columns.some((other) => other.role === 'lineTotal' && sameName(other, column));
  if (bare.length >= weak.length) for (const column of weak) if (!isPriceOf(column)) nameIt(column);
  for (const column of bare) nameIt(column);
  return bare.length + named.size > 0 ? 'wide' : 'long';
}

/** Figure columns right of the item's own columns whose title is no known word: their titles may be suppliers' names. */
function bareSuppliers(columns: readonly Draft[]): Draft[] {
  if (!columns.some((column) => column.role?.startsWith('itemName') === true)) return [];
  const itemEnd = Math.max(
    -1,
    ...columns.filter((column) => /^item|^unit$/.test(column.role ?? '')).map((column) => column.index),
  );
  const fits = columns.filter(
    (column) =>
      column.index > itemEnd &&
      (column.role === null || (column.role === 'unitPrice' && !column.strong && column.supplier === null)) &&
      column.name !== '' &&
      column.name.length <= 120 &&
      !STATISTIC.test(column.name) &&
      !isFigure(column.name),
  );
  const filled = fits.filter((column) => isFigureColumn(column.fact));
  const [first] = filled;
  // a bidder who priced nothing still has a column among the others
  return first === undefined
    ? []
    : fits.filter(
        (column) => filled.includes(column) || ((column.fact?.filled ?? 0) === 0 && column.index > first.index),
      );
}

function nameIt(column: Draft): void {
  column.role = 'unitPrice';
  column.supplier = column.name;
  column.strong = true;
}

function sameName(a: Draft, b: Draft): boolean {
  return nameKey(a.supplier ?? '') === nameKey(b.supplier ?? '');
}

function isPrice(role: ColumnRole | null): boolean {
  return role === 'unitPrice' || role === 'lineTotal' || role === 'priceBreak';
}

/** Several unnamed price columns: tax included and excluded side by side keep one; else each is a supplier under its own title. */
function settlePrices(columns: Draft[], layout: ImportLayout): void {
  const figures = columns.filter(
    (column) => column.role === null && /^\d{1,7}$/.test(column.name) && isFigureColumn(column.fact),
  );
  const rising =
    figures.length >= 2 &&
    figures.every((column, at) => at === 0 || Number(column.name) > Number(figures[at - 1]?.name));
  if (rising && of(columns, 'unitPrice').length <= 1) {
    for (const column of figures) Object.assign(column, { role: 'priceBreak', minQuantity: column.name });
  }
  const unnamed = of(columns, 'unitPrice').filter((column) => column.supplier === null);
  if (layout === 'wide') {
    for (const column of unnamed) column.role = 'ignore';
    for (const column of of(columns, 'lineTotal')) if (column.supplier === null) column.role = 'ignore';
    for (const column of of(columns, 'supplier')) column.role = 'ignore';
    return;
  }
  if (unnamed.length < 2) return;
  const kept =
    unnamed.find((column) => column.taxBasis === 'included') ??
    unnamed.find((column) => isFigureColumn(column.fact)) ??
    unnamed[0];
  for (const column of unnamed) if (column !== kept) column.role = 'ignore';
}

/** One column per role (and supplier); further ones are left out, except notes, which add up, and price breaks. */
function keepFirstOfEach(columns: Draft[], layout: ImportLayout): void {
  const seen = new Map<string, Draft>();
  for (const column of columns) {
    if (column.role === null || column.role === 'ignore' || column.role === 'note' || column.role === 'priceBreak')
      continue;
    const scope = layout === 'wide' && SUPPLIER_ROLES.has(column.role) ? nameKey(column.supplier ?? '') : '';
    // the same supplier with two price columns is for the user to see, not to lose
    if (layout === 'wide' && column.role === 'unitPrice') continue;
    const key = `${column.role}|${scope}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, column);
    else if ((first.fact?.filled ?? 0) === 0 && (column.fact?.filled ?? 0) > 0) {
      first.role = 'ignore';
      seen.set(key, column);
    } else column.role = 'ignore';
  }
}

/** Names that stand once over several rows: of the supplier, or of the item with its other columns. */
function markMergedCells(columns: Draft[]): void {
  const supplier = of(columns, 'supplier')[0];
  const names = columns.filter(
    (column) => column.role === 'itemName' || column.role === 'itemNameZh' || column.role === 'itemNameEn',
  );
  const complete = (column: Draft | undefined): boolean =>
    column?.fact !== undefined && column.fact.filled === column.fact.rows;
  if (supplier !== undefined && looksMerged(supplier.fact) && names.some(complete)) supplier.fillDown = true;
  if (!complete(supplier) || !names.some((column) => looksMerged(column.fact))) return;
  const itemRoles = new Set<ColumnRole>([
    'lineNumber',
    'itemName',
    'itemNameZh',
    'itemNameEn',
    'specification',
    'unit',
    'quantity',
  ]);
  for (const column of columns) {
    if (column.role !== null && itemRoles.has(column.role) && looksMerged(column.fact)) column.fillDown = true;
  }
}

function toMapped(column: Draft): MappedColumn {
  const supplier = column.role !== null && SUPPLIER_ROLES.has(column.role) ? column.supplier : null;
  return {
    index: column.index,
    role: column.role ?? 'ignore',
    supplier,
    isEstimate: supplier !== null && isEstimateName(supplier),
    minQuantity: column.role === 'priceBreak' ? column.minQuantity : null,
    fillDown: column.fillDown ?? false,
    currency: column.currency,
    taxBasis: column.taxBasis,
    vatRateBp: column.vatRateBp,
  };
}

function needsOf(
  columns: readonly MappedColumn[],
  layout: ImportLayout,
  defaults: GuessedMapping['mapping']['defaults'],
): MappingNeed[] {
  const has = (...roles: ColumnRole[]): boolean => columns.some((column) => roles.includes(column.role));
  const prices = columns.filter((column) => column.role === 'unitPrice' || column.role === 'priceBreak');
  const needs: MappingNeed[] = [];
  if (!has('itemName', 'itemNameZh', 'itemNameEn')) needs.push('itemName');
  if (!has('unitPrice', 'priceBreak', 'lineTotal')) needs.push('unitPrice');
  if (layout === 'long' && !has('supplier') && defaults.supplier === null) needs.push('supplier');
  const known = has('currency') || (prices.length > 0 && prices.every((column) => column.currency !== null));
  if (!known && defaults.currency === null) needs.push('currency');
  return needs;
}
