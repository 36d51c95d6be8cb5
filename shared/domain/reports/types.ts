import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Comparison } from '../comparison/types.ts';
import type { Dominated, Stability } from '../evaluation/assess.ts';
import type { Confidence, MeanScore } from '../evaluation/mean-scores.ts';
import type { Evaluation, EvaluationSettings } from '../evaluation/types.ts';
import type { BelowMarket } from '../market/below-market.ts';
import type { Waterfall } from '../waterfall/types.ts';
import type { DossierPart } from './dossier.ts';

/**
 * Everything an evaluation report shows, frozen: printing it again needs nothing else and comes out equal to the cent.
 * `formatVersion` rises when the shape changes, so that an old report is still read as what it was.
 */
export interface EvaluationReport {
  readonly formatVersion: 1;
  readonly project: ReportProject;
  readonly company: ReportCompany;
  readonly createdBy: string;
  /** ISO instant. */
  readonly createdAt: string;
  readonly comparison: Comparison;
  readonly criteria: readonly ReportCriterion[];
  readonly scores: readonly ReportScore[];
  readonly evaluation: Evaluation;
  /** How the evaluation was made and how far it holds; absent in reports from before there were several evaluators. */
  readonly assessment?: ReportAssessment;
  /** One per ranked quote: how far its total lies below the others (DOMAIN 4). */
  readonly belowMarket: readonly BelowMarket[];
  /** Why the first rank is cheaper than the second; absent where there are no two, and in reports frozen before it was told. */
  readonly whyCheaper?: Waterfall;
  /** Only in the dossier of a decision. */
  readonly dossier?: DossierPart;
}

export interface ReportAssessment {
  readonly settings: EvaluationSettings;
  /** The criteria with their groups, read from the top. */
  readonly tree: readonly ReportNode[];
  readonly evaluators: readonly ReportEvaluator[];
  readonly means: readonly MeanScore[];
  readonly dominated: readonly Dominated[];
  readonly stability: Stability;
}

export interface ReportNode {
  readonly id: Id;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly kind: 'price' | 'manual' | 'group';
  /** 1 at the root. */
  readonly depth: number;
  /** Among its siblings. */
  readonly weightBp: number;
  /** Of the whole; null for a group. */
  readonly effectiveBp: number | null;
  readonly knockoutMinimumHundredths: number | null;
}

export interface ReportEvaluator {
  readonly id: Id;
  readonly name: string;
  readonly role: string;
  /** Scored without seeing prices. */
  readonly isBlind: boolean;
  /** ISO instant; null for whoever is not blind, or has not handed in and so does not count. */
  readonly handedInAt: string | null;
}

export interface ReportProject {
  readonly id: Id;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly destination: string;
  readonly needBy: CalendarDate | null;
  readonly budgetMinor: number | null;
  readonly currency: string;
  readonly notes: string;
}

export interface ReportCompany {
  readonly nameEn: string;
  readonly nameZh: string;
  readonly address: string;
  /** SHA-256 of the logo in the attachments; null without one. */
  readonly logoSha256: string | null;
}

/** A criterion that is scored, with its weight in the whole. */
export interface ReportCriterion {
  readonly id: Id;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly kind: 'price' | 'manual';
  readonly weightBp: number;
  readonly knockoutMinimumHundredths: number | null;
}

export interface ReportScore {
  /** Absent in reports from before there were several evaluators. */
  readonly evaluatorId?: Id;
  readonly confidence?: Confidence;
  readonly criterionId: Id;
  readonly supplierId: Id;
  readonly scoreHundredths: number;
  readonly reason: string;
}
