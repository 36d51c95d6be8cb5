import type { Id } from '../../kernel/ids.ts';
import type { Aggregation } from './mean-scores.ts';
import type { Normalisation } from './normalise.ts';

/** The best score, in hundredths of a point. */
export const FULL_SCORE_HUNDREDTHS = 10_000;
/** What the weights of all criteria sum to, in hundredths of a percent. */
export const FULL_WEIGHT_BP = 10_000;

export const METHODS = ['weightedSum', 'topsis'] as const;
export type Method = (typeof METHODS)[number];

/** How suppliers are judged; stored with every result, because it can change the winner. */
export interface EvaluationSettings {
  readonly method: Method;
  /** Of the weighted sum; TOPSIS has its own. */
  readonly normalisation: Normalisation;
  /** How scores of several evaluators become one. */
  readonly aggregation: Aggregation;
}

export const DEFAULT_SETTINGS: EvaluationSettings = {
  method: 'weightedSum',
  normalisation: 'asIs',
  aggregation: 'mean',
};

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
  /** Comparable total in minor units of one currency, its lower end while costs are open; null when incomplete or not comparable. */
  readonly totalMinor: number | null;
  /** The upper end while costs are open; absent when the total is certain. */
  readonly totalHighMinor?: number | undefined;
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

/** What a score may come to while totals are ranges. */
export interface OpenScore {
  readonly lowHundredths: number;
  readonly highHundredths: number;
  /** The worst place it can have; equal to the best where the ranges leave no doubt. */
  readonly worstRank: number;
}

export type EvaluatedSupplier = {
  readonly supplierId: Id;
  /** One per criterion, in their order. */
  readonly contributions: readonly Contribution[];
} & (
  | {
      readonly state: 'ranked';
      readonly totalHundredths: number;
      /** The best place it can have. */
      readonly rank: number;
      /** While open costs leave the score open; absent when it is certain. */
      readonly open?: OpenScore;
    }
  | { readonly state: 'incomplete'; readonly missingCriterionIds: readonly Id[] }
  | { readonly state: 'knockedOut'; readonly reasons: readonly KnockOut[] }
);

export type CriteriaProblem =
  | { readonly code: 'noCriteria' }
  | { readonly code: 'weightOutOfRange'; readonly criterionId: Id; readonly weightBp: number }
  /** Of all criteria at the root, or of those in a group. */
  | { readonly code: 'weightsDoNotSum'; readonly sumBp: number; readonly groupId?: Id }
  | { readonly code: 'emptyGroup'; readonly criterionId: Id }
  /** Below a criterion that is no group, or too deep. */
  | { readonly code: 'misplaced'; readonly criterionId: Id };

export type Evaluation =
  | {
      readonly state: 'evaluated';
      /** Ranked ones from the best score down, then incomplete, then knocked out; within these in the order given. */
      readonly suppliers: readonly EvaluatedSupplier[];
      /** The total that scores 100 on price; null when no supplier in the running has one. */
      readonly lowestTotalMinor: number | null;
    }
  | { readonly state: 'notComputable'; readonly problems: readonly CriteriaProblem[] };
