import type { Id } from '../../kernel/ids.ts';

export interface Criterion {
  readonly id: Id;
  /** `price`: scored from the comparable total; `manual`: scored by the buyer. */
  readonly kind: 'price' | 'manual';
  /** Hundredths of a percent; the weights of all criteria sum to 10 000. */
  readonly weightBp: number;
  /** A score below this (hundredths of a point) knocks out; null when the criterion knocks no one out. */
  readonly knockoutMinimumHundredths: number | null;
}

export interface Candidate {
  readonly supplierId: Id;
  /** Comparable total in minor units of one currency; null when incomplete or not comparable. */
  readonly totalMinor: number | null;
  /** Scores of the manual criteria by criterion id, hundredths of a point, 0 to 10 000; absent where none was given. */
  readonly scores: ReadonlyMap<Id, number>;
}

export interface Contribution {
  readonly criterionId: Id;
  readonly weightBp: number;
  readonly scoreHundredths: number | null;
  /** Its share of the shown total, the shares add up to it exactly; null while there is no total. */
  readonly contributionHundredths: number | null;
}

export interface KnockOut {
  readonly criterionId: Id;
  readonly scoreHundredths: number;
  readonly minimumHundredths: number;
}

export type EvaluatedSupplier = {
  readonly supplierId: Id;
  /** One per criterion, in their order. */
  readonly contributions: readonly Contribution[];
} & (
  | { readonly state: 'ranked'; readonly totalHundredths: number; readonly rank: number }
  | { readonly state: 'incomplete'; readonly missingCriterionIds: readonly Id[] }
  | { readonly state: 'knockedOut'; readonly reasons: readonly KnockOut[] }
);

export type CriteriaProblem =
  | { readonly code: 'noCriteria' }
  | { readonly code: 'weightOutOfRange'; readonly criterionId: Id; readonly weightBp: number }
  | { readonly code: 'weightsDoNotSum'; readonly sumBp: number };

export type Evaluation =
  | {
      readonly state: 'evaluated';
      /** Ranked ones from the best score down, then incomplete, then knocked out; within these in the order given. */
      readonly suppliers: readonly EvaluatedSupplier[];
      /** The total that scores 100 on price; null when no supplier in the running has one. */
      readonly lowestTotalMinor: number | null;
    }
  | { readonly state: 'notComputable'; readonly problems: readonly CriteriaProblem[] };
