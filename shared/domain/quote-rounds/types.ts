import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Id } from '../../kernel/ids.ts';
import type { CurrencyCode } from '../../kernel/money.ts';
import type { Quantity, UnitPrice } from '../../kernel/quantity.ts';
import type {
  ComparisonQuote,
  Difference,
  ExclusionReason,
  IncompleteReason,
  MinorRange,
} from '../comparison/types.ts';
import type { CostPart } from '../quotes/terms.ts';
import type { ValidityState } from '../validity/validity.ts';

/** Who said that an earlier round holds again. */
export interface Confirmation {
  readonly confirmedBy: string;
  readonly note: string;
}

/** A stored round of a supplier, as it is gathered. */
export interface StoredRound {
  readonly quote: ComparisonQuote;
  readonly confirmation: Confirmation | null;
}

/** Every round of one supplier in a project, first to newest, each with what it changed. */
export interface SupplierRounds {
  readonly supplierId: Id;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly rounds: readonly QuoteRound[];
}

export interface QuoteRound {
  readonly quoteId: Id;
  readonly round: number;
  readonly receivedOn: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
  readonly validity: ValidityState;
  readonly isNewest: boolean;
  readonly confirmation: Confirmation | null;
  readonly currency: CurrencyCode;
  /** What it would come to in today's comparison in the newest one's place; null where no total can be reckoned. */
  readonly total: MinorRange | null;
  readonly pricedCount: number;
  readonly exclusions: readonly ExclusionReason[];
  readonly incomplete: readonly IncompleteReason[];
  /** Against the round before; null for the first, for ranges, and where other items are priced. */
  readonly toPrevious: Difference | null;
  /** One per item, in their order. */
  readonly lines: readonly RoundLine[];
  readonly terms: readonly RoundTerm[];
  readonly costs: readonly RoundCost[];
}

/** `new`, `dropped`: priced in only one of the two rounds. `otherCurrency`: prices that cannot be set against each other. */
export type LineChange =
  | { readonly kind: 'first' | 'same' | 'new' | 'dropped' | 'notQuoted' | 'otherCurrency' }
  | { readonly kind: 'changed'; readonly minor: UnitPrice; readonly bp: number | null };

export interface RoundLine {
  readonly itemId: Id;
  /** The price that applies at the wanted quantity, else the first one named; in the round's currency. */
  readonly unitPrice: UnitPrice | null;
  readonly moq: Quantity | null;
  readonly change: LineChange;
  /** MOQ, multiple or price breaks are other ones than before. */
  readonly conditionsChanged: boolean;
}

export const ROUND_TERMS = [
  'currency',
  'taxBasis',
  'minimumValue',
  'leadTime',
  'tradeTerm',
  'paymentTerms',
  'validUntil',
] as const;
export type RoundTermName = (typeof ROUND_TERMS)[number];

export interface RoundTerm {
  readonly term: RoundTermName;
  readonly changed: boolean;
}

/** A cost part as stated; null: the round says nothing of it. */
export interface RoundCost {
  readonly part: CostPart;
  readonly changed: boolean;
}
