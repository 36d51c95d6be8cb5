import type { Id } from '../../kernel/ids.ts';
import type { CurrencyCode } from '../../kernel/money.ts';
import type { Quantity, UnitPrice } from '../../kernel/quantity.ts';
import type {
  Assumption,
  ComparisonItem,
  ExclusionReason,
  IncompleteReason,
  MinorRange,
  Standing,
} from '../comparison/types.ts';
import type { NextBreakAdvice } from '../pricing/next-break.ts';

/** How each supplier's cost per unit needed moves with the quantity, and who is cheapest where. */
export interface QuantityCurve {
  /** The item, or null for the whole project, whose steps are whole percents of the plan. */
  readonly item: ComparisonItem | null;
  readonly currency: CurrencyCode;
  /** Ten-thousandths of the item's unit a step; null for a project. */
  readonly stepSize: Quantity | null;
  readonly from: number;
  readonly to: number;
  readonly plannedStep: number | null;
  readonly chosenStep: number;
  /** Steps at which a project was reckoned; 1 means every percent, an item is exact at every step. */
  readonly grid: number;
  readonly suppliers: readonly CurveSupplier[];
  readonly runs: readonly NamedRun[];
  /** Where the cheapest supplier changes, lowest first. */
  readonly crossovers: readonly Crossover[];
  readonly rows: readonly AtQuantityRow[];
  readonly assumptions: readonly Assumption[];
}

export interface CurveSupplier {
  readonly quoteId: Id;
  readonly nameEn: string;
  readonly nameZh: string;
  /** Not comparable with the others: it has no curve. */
  readonly exclusions: readonly ExclusionReason[];
  /** At the same steps for all; empty for one that is not comparable. */
  readonly points: readonly CurvePoint[];
}

export interface CurvePoint {
  readonly step: number;
  /**
   * Millionths per unit needed; for a project minor units of the whole plan's worth. At least and at most, where unknown costs
   * leave a range. Null: it cannot be ordered here.
   */
  readonly low: number | null;
  readonly high: number | null;
}

export interface NamedRun {
  readonly from: number;
  readonly to: number;
  readonly quoteIds: readonly Id[];
  readonly takesTurns: boolean;
}

export interface Crossover {
  /** The first step at which the new one is cheapest. */
  readonly step: number;
  readonly before: readonly Id[];
  readonly after: readonly Id[];
  readonly takesTurns: boolean;
}

/** One supplier at the chosen quantity. */
export interface AtQuantityRow {
  readonly quoteId: Id;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly currency: CurrencyCode;
  readonly state: 'ranked' | 'cannotBeOrdered' | 'notComparable';
  readonly exclusions: readonly ExclusionReason[];
  readonly incomplete: readonly IncompleteReason[];
  /** Of one item; null for a project, whose lines each have their own. */
  readonly order: AtQuantityOrder | null;
  /** The smallest quantity that can be ordered, where this one cannot. */
  readonly firstQuantity: Quantity | null;
  /** For a project: lines raised to the MOQ or to whole multiples. */
  readonly raisedLines: number;
  /** On the comparison's basis, in its currency. */
  readonly total: MinorRange | null;
  /** What has to be paid, VAT in, even where it is reclaimed later. */
  readonly cash: MinorRange | null;
  /** Total per unit needed, millionths; null for a project. */
  readonly unitCost: UnitRange | null;
  /** Total per unit received, for whoever can use the surplus. */
  readonly unitCostReceived: UnitRange | null;
  /** Null unless ranked; open where ranges overlap. */
  readonly standing: Standing | null;
  readonly advice: NextBreakAdvice | null;
  /** On a landed basis, what ordering up to the break that is told adds to the whole cost; null on others. */
  readonly landedAtBreak: MinorRange | null;
}

export interface UnitRange {
  readonly low: UnitPrice;
  readonly high: UnitPrice;
}

export interface AtQuantityOrder {
  readonly unitPrice: UnitPrice;
  readonly tierMinQuantity: Quantity;
  readonly moq: Quantity | null;
  readonly multiple: Quantity | null;
  readonly moqApplied: boolean;
  readonly multipleApplied: boolean;
  readonly orderQuantity: Quantity;
  readonly surplus: Quantity;
}
