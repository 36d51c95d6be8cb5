import type { CurrencyCode } from '../../kernel/money.ts';
import { declaredCurrency } from './currency.ts';
import type { Draft } from './guess-mapping.ts';
import { readTax } from './terms.ts';
import { normalise, tidy } from './text.ts';
import type { FreightBasis, ImportDefaults, SheetGrid, TableExtent } from './types.ts';

/**
 * What holds for the whole sheet: currency, tax and freight as the titles of price columns, the lines around the table and the money
 * signs of the cells say. Anything said in two ways is left open.
 */
export function guessDefaults(grid: SheetGrid, extent: TableExtent, columns: readonly Draft[]): ImportDefaults {
  const lines = linesAround(grid, extent);
  const prices = columns.filter((column) => column.role === 'unitPrice' || column.role === 'priceBreak');
  const taxes = lines
    .map((line) => (/税|vat|gst|\btax/i.test(line) ? readTax(line, 'title') : null))
    .filter((tax) => tax !== null);
  const bases = [said(prices, (price) => price.taxBasis), ...taxes.map((tax) => tax.basis)].filter(
    (basis) => basis !== null,
  );
  const rates = [said(prices, (price) => price.vatRateBp), ...taxes.map((tax) => tax.rateBp)].filter(
    (rate) => rate !== null,
  );
  const freights = [said(prices, (price) => price.freight), ...lines.map(freightOfLine)].filter(
    (freight) => freight !== null,
  );
  return {
    currency: currencyOfSheet(lines, columns),
    taxBasis: only(bases) ?? 'unknown',
    vatRateBp: only(rates),
    freight: only(freights) ?? 'unknown',
    supplier: supplierInLines(grid, extent),
    duplicates: 'refuse',
    decimal: 'auto',
  };
}

function currencyOfSheet(lines: readonly string[], columns: readonly Draft[]): CurrencyCode | null {
  const declared = only(lines.map(declaredCurrency).flatMap((reading) => (reading === null ? [] : [reading.code])));
  if (declared !== null) return declared;
  const prices = columns.filter((column) => column.role === 'unitPrice' || column.role === 'priceBreak');
  const totals = columns.filter((column) => column.role === 'lineTotal');
  const titled = said(prices, (price) => price.currency) ?? said(totals, (total) => total.currency);
  if (titled !== null) return titled;
  const money = [...prices, ...totals];
  if (money.some((column) => column.currency !== null)) return null;
  // a sign in a few cells speaks of those cells alone
  const facts = money.flatMap((column) => column.fact ?? []);
  const signed = facts.reduce((sum, fact) => sum + fact.signed, 0);
  if (signed < facts.reduce((sum, fact) => sum + fact.figures, 0) / 2) return null;
  return only(facts.flatMap((fact) => [...fact.currencies]));
}

/** Text of the lines above the header and below the last item. */
function linesAround(grid: SheetGrid, extent: TableExtent): string[] {
  const above = grid.rows.slice(0, extent.headerRow - grid.firstRowNumber);
  const below = grid.rows.slice(
    extent.lastDataRow - grid.firstRowNumber + 1,
    extent.lastDataRow - grid.firstRowNumber + 31,
  );
  // a line below with several cells speaks of single suppliers
  const notes = below.filter((row) => row.filter((cell) => cell.trim() !== '').length === 1);
  return [...above, ...notes]
    .map((row) => normalise(row.filter((cell) => cell !== '').join(' ')))
    .filter((line) => line !== '' && line.length < 2_000);
}

function freightOfLine(line: string): FreightBasis | null {
  if (
    /不含运|不包邮|运费(另计|另算|到付|自理)|不含.{0,6}运费|(freight|shipping|delivery)( cost| charges?)? (is |are )?(not incl\w*|excl\w*|extra|collect)|excl\w* (of )?(freight|shipping)/i.test(
      line,
    )
  ) {
    return 'extra';
  }
  return /包邮|含运|运费已含|含.{0,6}运费|(freight|shipping)( cost| charges?)? (is |are )?(incl\w*|prepaid|free)|incl\w* (of )?(freight|shipping)|free shipping/i.test(
    line,
  )
    ? 'included'
    : null;
}

const SUPPLIER_LABEL =
  /^(?:supplier|vendor|bidder|contractor|company|firm|seller|manufacturer|factory|from|quoted by|供应商|供货商|供方|供货单位|报价单位|报价公司|报价方|报价人|厂家|厂商|公司|投标人|投标单位|卖方|店铺|商家)(?: ?name|名称|全称)?\s*:\s*(.*)$/i;

/** "供应商：宏达五金" or the two in neighbouring cells, above the header. */
function supplierInLines(grid: SheetGrid, extent: TableExtent): string | null {
  const names: string[] = [];
  for (const row of grid.rows.slice(0, extent.headerRow - grid.firstRowNumber)) {
    for (const [at, cell] of row.entries()) {
      const label = SUPPLIER_LABEL.exec(normalise(cell)) ?? SUPPLIER_LABEL.exec(`${normalise(cell)}:`);
      if (label === null) continue;
      const inCell = label[1] !== undefined && label[1] !== '';
      const beside = inCell
        ? cell.slice(cell.search(/[:：]/) + 1)
        : row.slice(at + 1).find((next) => next.trim() !== '');
      if (beside !== undefined) names.push(tidy(beside));
    }
  }
  return only(names);
}

/** What the title of every price column says alike; one that says nothing leaves it open. */
function said<Value>(prices: readonly Draft[], of: (price: Draft) => Value | null): Value | null {
  return only(prices.map(of));
}

/** The one value all agree on; null when there is none or they differ. */
function only<Value>(values: readonly Value[]): Value | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}
