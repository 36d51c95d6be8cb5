import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { CurrencyCode } from '../../kernel/money.ts';
import type { Quantity, UnitPrice } from '../../kernel/quantity.ts';
import type { CostBasis, TaxBasis, TradeTerm } from '../quotes/terms.ts';
import type { ColumnRole } from './column-roles.ts';

/** One sheet as text, exactly as the file holds it. Everything below works on this alone. */
export interface SheetGrid {
  name: string;
  /** Ragged: a row may be shorter than the widest one; a blank row is []. */
  rows: string[][];
  /** The sheet's own number of rows[0]; rows[i] is sheet row firstRowNumber + i. */
  firstRowNumber: number;
  /**
   * `typed`: the file has number cells, which stand here with a decimal point and no grouping, so "1.234" is never 1234.
   * `text`: all cells were text in the file, and what "1.234" means must be found out.
   */
  numbers: 'typed' | 'text';
}

/** Why a file could not be read at all. */
export type SheetReadErrorCode =
  | 'notFound'
  | 'notAFile'
  | 'empty'
  | 'unsupportedFormat'
  | 'damagedFile'
  | 'encrypted'
  | 'unsafeXml'
  | 'tooLarge'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'tooManyCells'
  | 'tooMuchMemory'
  | 'unknownSheet'
  | 'badEncoding'
  | 'openQuote'
  | 'cancelled';

export type SheetEncoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';
/** How sure we are of the encoding: from a byte order mark, because the bytes allow nothing else, by elimination, or chosen by the user. */
export type EncodingCertainty = 'mark' | 'valid' | 'guess' | 'chosen';

export type SheetFormat = 'xlsx' | 'csv';

export type { ColumnRole };

export type ImportLayout = 'wide' | 'long';

export type FreightBasis = CostBasis;
/** The same supplier pricing the same item twice: `refuse` takes the first and names the others, `separate` keeps each as a further item. */
export type DuplicateRule = 'refuse' | 'separate';
export type DecimalSeparator = 'auto' | 'point' | 'comma';

export interface MappedColumn {
  /** Zero-based position in the sheet: 0 is column A. */
  index: number;
  role: ColumnRole;
  /** Wide layout: the supplier this column speaks for, as it is to be stored; null for columns of the item or of all quotes. */
  supplier: string | null;
  /** The supplier of this column is our own estimate and no bidder. */
  isEstimate: boolean;
  /** priceBreak: quantity from which the price of this column holds, a plain numeral ("1000"). */
  minQuantity: string | null;
  /** A blank cell repeats the one above it: cells merged over several rows. */
  fillDown: boolean;
  /** Said by the header ("单价(USD)", "含税单价"); null when it says nothing. */
  currency: CurrencyCode | null;
  taxBasis: TaxBasis | null;
  /** Hundredths of a percent, said by the header ("含13%税单价"). */
  vatRateBp: number | null;
}

export interface ImportDefaults {
  /** For rows and columns that name none; null leaves the quote's currency unknown. */
  currency: CurrencyCode | null;
  taxBasis: TaxBasis;
  /** Hundredths of a percent: 1300 is 13 %. */
  vatRateBp: number | null;
  freight: FreightBasis;
  /** For a sheet of one supplier that names it nowhere. */
  supplier: string | null;
  duplicates: DuplicateRule;
  decimal: DecimalSeparator;
}

/** How a sheet is to be read. JSON-serialisable, and remembered under `headerSignature`. */
export interface ImportMapping {
  layout: ImportLayout;
  /** Sheet row of the (first) header row, in the sheet's own numbering. */
  headerRow: number;
  headerRows: 1 | 2;
  columns: MappedColumn[];
  defaults: ImportDefaults;
}

/** How well `guessMapping` fared: what the user must still answer before `readRows` can give quotes. */
export type MappingNeed = 'itemName' | 'unitPrice' | 'supplier' | 'currency';

export interface GuessedMapping {
  mapping: ImportMapping;
  /** Header text per column of the sheet, both header rows joined with " / ". */
  headers: string[];
  needs: MappingNeed[];
}

/** Where the table lies in the sheet; all rows in the sheet's own numbering. */
export interface TableExtent {
  headerRow: number;
  headerRows: 1 | 2;
  firstDataRow: number;
  /** Last row that may hold an item; rows after it are notes. firstDataRow - 1 when the table is empty. */
  lastDataRow: number;
  /** Rows of totals and subtotals; they are checked, never taken as items. */
  totalRows: number[];
  /** Title and remark lines above the header. */
  titleRows: number[];
}

export interface ImportedItem {
  /** Stable within one import; equal for equal line number, name, specification, unit and quantity. */
  key: string;
  /** First sheet row the item was seen in. */
  row: number;
  lineNo: string | null;
  nameZh: string | null;
  nameEn: string | null;
  specification: string | null;
  /** As typed. */
  unit: string | null;
  /** The unit's normal form ("pcs", "set", "m"), null when the unit is missing or unknown. */
  unitCode: string | null;
  /** Whole ten-thousandths; null when the sheet gives none. */
  quantity: Quantity | null;
  /** Of a note column that belongs to no supplier of a wide sheet. */
  note: string | null;
}

export interface ImportedBreak {
  minQuantity: Quantity;
  unitPrice: UnitPrice;
}

export interface ImportedLine {
  itemKey: string;
  row: number;
  unitPrice: UnitPrice;
  moq: Quantity | null;
  orderMultiple: Quantity | null;
  /** Further prices, rising by minQuantity: `unitPrice` holds below the first. */
  breaks: ImportedBreak[];
  /** The line total the sheet states, a plain numeral as typed; null when it states none. */
  statedTotal: string | null;
  leadTimeDays: number | null;
  note: string | null;
}

/** An item the supplier explicitly did not price ("N/A", "面议", "no bid"). An empty cell is no answer and is not listed. */
export interface ImportedDecline {
  itemKey: string;
  row: number;
  text: string;
}

export interface ImportedQuote {
  supplierName: string;
  isEstimate: boolean;
  currency: CurrencyCode | null;
  taxBasis: TaxBasis;
  /** Hundredths of a percent. */
  vatRateBp: number | null;
  freight: FreightBasis;
  /** Plain numeral in the quote's currency, when the sheet gives an amount. */
  freightAmount: string | null;
  /** The longest of its lines, in calendar days. */
  leadTimeDays: number | null;
  paymentTerms: string | null;
  incoterm: TradeTerm | null;
  namedPlace: string | null;
  validUntil: CalendarDate | null;
  receivedDate: CalendarDate | null;
  contact: string | null;
  region: string | null;
  note: string | null;
  lines: ImportedLine[];
  declined: ImportedDecline[];
}

export type ProblemSeverity = 'refused' | 'warning';

/**
 * Why a row or cell could not be taken (refused) or deserves a look (warning). In brackets: what `data` holds besides `text`, the cell
 * as typed.
 */
export type ProblemCode =
  // refused
  | 'notANumber'
  | 'ambiguousNumber' // "1,234" where nothing in the column decides between thousands and decimals
  | 'negativePrice'
  | 'quantityNotPositive'
  | 'numberTooLarge'
  | 'tooManyDecimals' // {places}
  | 'missingSupplier'
  | 'missingItem'
  | 'duplicateLine' // {firstRow, supplier}: the supplier priced this item before
  | 'duplicateItem' // {firstRow}: a row of a wide sheet repeats an item
  | 'estimateCurrency' // our estimate is in another currency than the project's {name, currency, projectCurrency}
  | 'priceNotDerivable' // only a line total is given and it does not divide exactly {total}
  | 'repeatedSupplier' // a second price column for the same supplier was left out {supplier, firstColumn}
  // warnings
  | 'roundedDecimals' // a computed figure with twelve or more digits was rounded {places, taken}
  | 'repeatedLineNumber' // same line number, another item {firstRow}
  | 'missingQuantity'
  | 'unknownUnit'
  | 'unitFromQuantity' // "100件" in the quantity cell {unit}
  | 'totalMismatch' // line total {expected, stated}
  | 'sheetTotalMismatch' // total row {expected, stated, supplier}
  | 'priceFromTotal' // unit price derived from the line total {total, taken}
  | 'separateLine' // {firstRow}: repeats that row and, under the rule 'separate', is kept as a further item
  | 'zeroPrice'
  | 'zeroSupplier' // {supplier}: all its prices are 0, which count as not given
  | 'unknownCurrency'
  | 'mixedCurrency' // one supplier in several currencies became several quotes {supplier, currencies}
  | 'conflictingTerm' // rows of one supplier disagree {supplier, term, first, firstRow}
  | 'badDate'
  | 'badTerm' // an unreadable MOQ, lead time, tax rate, trade term {term}
  | 'noPriceGiven' // "N/A", "面议"
  | 'skippedRow' // {kind: 'section' | 'note' | 'charge'}: a section title, a remark, or a tax or freight line below the items
  | 'filledDown' // blank cells of this column were taken from the row above {rows}
  | 'unnamedColumn'; // numbers under an empty header were left out

export interface ImportProblem {
  severity: ProblemSeverity;
  /** In the sheet's own numbering; null when the whole column or sheet is meant. */
  row: number | null;
  /** Letters as in a spreadsheet, "E"; null when the whole row is meant. */
  column: string | null;
  header: string | null;
  code: ProblemCode;
  data: Record<string, string | number>;
}

/** A total the sheet states for a supplier (or, with supplier null, for its only quote) beside what the rows add up to. */
export interface StatedTotal {
  row: number;
  column: string;
  supplier: string | null;
  kind: 'total' | 'subtotal';
  stated: string;
  expected: string | null;
}

export interface ImportedTable {
  items: ImportedItem[];
  quotes: ImportedQuote[];
  problems: ImportProblem[];
  totals: StatedTotal[];
  /** Rows below the header that hold anything but a total, a section title or a note. */
  rowsRead: number;
  /** Of these, the rows from which an item or a price was taken. */
  rowsTaken: number;
}
