import type { ReportLanguage } from '../../shared/contract/reports.ts';
import { nameIn, say, supplierOf } from '../../shared/documents/say.ts';
import type { ComparedCell, Comparison } from '../../shared/domain/comparison/types.ts';
import { formatMoney, formatUnitPrice } from '../../shared/kernel/format.ts';
import { lettersOf } from './letters.ts';
import { contentWidth, type Orientation, type Paper } from './page-style.ts';

/** How the matrix is laid on paper: suppliers in groups that fit, each with the item's columns repeated. */
export interface MatrixPlan {
  readonly orientation: Orientation;
  /** Places of the suppliers in the comparison's quotes, group by group. */
  readonly groups: readonly (readonly number[])[];
  /** Column widths in millimetres; the names of items take what the others leave. */
  readonly estimateWidth: number | null;
  readonly supplierWidth: number;
}

/** Line number, and the quantity with its unit. */
export const LINE_WIDTH = 9;
export const QUANTITY_WIDTH = 17;
/** Names of items wrap; the column is as wide as lets most of them stand on two lines. */
const ITEM_NAME = { least: 38, most: 78 } as const;
/** A Latin letter of the matrix; a Chinese one counts as two. */
const LETTER_WIDTH = 1.3;
/** Longer names of suppliers are cut in the head of the matrix, and only there. */
export const MOST_NAME_LETTERS = 110;
/** Lines the names of a supplier may take, and what lines lose at their ends. */
const NAME_LINES = 9;
const LOST_TO_WRAPPING = 1.4;
/** Names of suppliers wrap, but not below this. */
const SUPPLIER_MINIMUM = 22;
/** One digit of the matrix (7.5 pt, 0.56 em) and the padding of a cell with the mark of the lowest. */
const DIGIT_WIDTH = 1.48;
const CELL_PADDING = 5;
/** How much wider than its figures need a column may be. */
const WIDEST_SUPPLIER = 1.4;
/** Beyond this a page is hard to read, however much room there is. */
const MOST_SUPPLIERS = { portrait: 5, landscape: 8 } as const;

/**
 * Keeps the matrix upright when all suppliers fit beside each other; otherwise it lies across, in as few groups of about
 * equal size as the widest figure allows.
 */
export function planMatrix(comparison: Comparison, paper: Paper, language: ReportLanguage): MatrixPlan {
  const count = comparison.quotes.length;
  const figures = widestFigure(comparison) * DIGIT_WIDTH + CELL_PADDING;
  const figureWidth = Math.max(SUPPLIER_MINIMUM, figures);
  const supplierWidth = Math.max(figureWidth, supplierNameWidth(comparison, language));
  const itemWidth = itemNameWidth(comparison);
  const estimateWidth = comparison.estimateMinor === null ? null : figureWidth;
  const taken = LINE_WIDTH + itemWidth + QUANTITY_WIDTH + (estimateWidth ?? 0);
  const capacity = (orientation: Orientation) => {
    const room = contentWidth(paper, orientation) - taken;
    return Math.min(Math.max(Math.floor(room / supplierWidth), 1), MOST_SUPPLIERS[orientation]);
  };
  const orientation = count <= capacity('portrait') ? 'portrait' : 'landscape';
  const groups = balancedGroups(count, capacity(orientation));
  // Few suppliers take some of the room that is left, the names of the items the rest.
  const share = (contentWidth(paper, orientation) - taken) / (groups[0]?.length ?? 1);
  return {
    orientation,
    groups,
    estimateWidth,
    supplierWidth: Math.min(Math.max(share, supplierWidth), supplierWidth * WIDEST_SUPPLIER),
  };
}

/** 0 … count-1 cut into the fewest groups of at most `most`, none much smaller than the others. */
export function balancedGroups(count: number, most: number): number[][] {
  const groupCount = Math.ceil(count / most);
  const groups: number[][] = [];
  for (let group = 0, next = 0; group < groupCount; group++) {
    const size = Math.ceil((count - next) / (groupCount - group));
    groups.push(Array.from({ length: size }, (_, index) => next + index));
    next += size;
  }
  return groups;
}

/** Measured by the name that nine of ten do not exceed, so that one long name does not narrow every price. */
function itemNameWidth({ rows }: Comparison): number {
  const lengths = rows
    .map(({ item }) => Math.max(lettersOf(item.nameEn), lettersOf(item.nameZh)))
    .sort((a, b) => a - b);
  const typical = lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0;
  return Math.min(Math.max((typical * LETTER_WIDTH) / 2, ITEM_NAME.least), ITEM_NAME.most);
}

/**
 * Wide enough for the names to stand in the head on few lines: a head higher than a quarter of the page would not be repeated
 * on the next.
 */
function supplierNameWidth({ quotes }: Comparison, language: ReportLanguage): number {
  const longest = quotes.map(({ quote }) =>
    say(language, (_, tongue) => nameIn(tongue, supplierOf(quote))).reduce(
      (letters, { text }) => letters + Math.min(lettersOf(text), MOST_NAME_LETTERS),
      0,
    ),
  );
  return (Math.max(...longest) * LETTER_WIDTH * LOST_TO_WRAPPING) / NAME_LINES;
}

/** Letters of the longest figure in the matrix. Figures have digits of one width, so counting them measures them. */
function widestFigure({ rows, quotes, estimateMinor, options }: Comparison): number {
  const { currency } = options;
  const amounts = [estimateMinor, ...quotes.map(({ totalMinor }) => totalMinor)];
  const ranges = quotes.flatMap(({ totalRange }) => totalRange ?? []);
  let widest = 0;
  for (const amount of amounts) {
    if (amount !== null) widest = Math.max(widest, formatMoney(amount, currency).length);
  }
  // The two ends of a range may stand on two lines, but the mark between them never stands alone.
  for (const range of ranges) widest = Math.max(widest, formatMoney(range.highMinor, currency).length + 2);
  for (const { cells } of rows) for (const cell of cells) widest = Math.max(widest, unitPriceLength(cell));
  return widest;
}

function unitPriceLength({ unitPrice }: ComparedCell): number {
  return unitPrice === null ? 0 : formatUnitPrice(unitPrice).length;
}
