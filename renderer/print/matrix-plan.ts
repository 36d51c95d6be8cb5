import type { ComparedCell, Comparison } from '../../shared/domain/comparison/types.ts';
import { formatMoney, formatUnitPrice } from '../../shared/kernel/format.ts';
import { contentWidth, type Orientation, type Paper } from './page-style.ts';

/** How the matrix is laid on paper: suppliers in groups that fit, each with the item's columns repeated. */
export interface MatrixPlan {
  readonly orientation: Orientation;
  /** Places of the suppliers in the comparison's quotes, group by group. */
  readonly groups: readonly (readonly number[])[];
  /** Millimetres. */
  readonly itemWidth: number;
  readonly figureWidth: number;
}

/** Line number, item, and the quantity with its unit. */
const ITEM_WIDTH = { portrait: 66, landscape: 84 } as const;
/** Names of suppliers wrap, but not below this. */
const SUPPLIER_MINIMUM = 22;
/** One digit of the matrix (7.5 pt, 0.56 em) and the padding of a cell with the mark of the lowest. */
const DIGIT_WIDTH = 1.48;
const CELL_PADDING = 5;
/** Beyond this a page is hard to read, however much room there is. */
const MOST_SUPPLIERS = { portrait: 5, landscape: 8 } as const;

/**
 * Keeps the matrix upright when all suppliers fit beside each other; otherwise it lies across, in as few groups of about
 * equal size as the widest figure allows.
 */
export function planMatrix(comparison: Comparison, paper: Paper): MatrixPlan {
  const count = comparison.quotes.length;
  const figureWidth = Math.max(SUPPLIER_MINIMUM, widestFigure(comparison) * DIGIT_WIDTH + CELL_PADDING);
  const estimateWidth = comparison.estimateMinor === null ? 0 : figureWidth;
  const capacity = (orientation: Orientation) => {
    const room = contentWidth(paper, orientation) - ITEM_WIDTH[orientation] - estimateWidth;
    return Math.min(Math.max(Math.floor(room / figureWidth), 1), MOST_SUPPLIERS[orientation]);
  };
  const orientation = count <= capacity('portrait') ? 'portrait' : 'landscape';
  return {
    orientation,
    groups: balancedGroups(count, capacity(orientation)),
    itemWidth: ITEM_WIDTH[orientation],
    figureWidth,
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

/** Letters of the longest figure in the matrix. Figures have digits of one width, so counting them measures them. */
function widestFigure({ rows, quotes, estimateMinor, options }: Comparison): number {
  const { currency } = options;
  const amounts = [estimateMinor, ...quotes.map(({ totalMinor }) => totalMinor)];
  let widest = 0;
  for (const amount of amounts) {
    if (amount !== null) widest = Math.max(widest, formatMoney(amount, currency).length);
  }
  for (const { cells } of rows) for (const cell of cells) widest = Math.max(widest, unitPriceLength(cell));
  return widest;
}

function unitPriceLength({ unitPrice }: ComparedCell): number {
  return unitPrice === null ? 0 : formatUnitPrice(unitPrice).length;
}
