import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Comparison } from '../comparison/types.ts';
import type { Evaluation } from '../evaluation/types.ts';
import type { BelowMarket } from '../market/below-market.ts';
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
  /** One per ranked quote: how far its total lies below the others (DOMAIN 4). */
  readonly belowMarket: readonly BelowMarket[];
  /** Only in the dossier of a decision. */
  readonly dossier?: DossierPart;
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

export interface ReportCriterion {
  readonly id: Id;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly kind: 'price' | 'manual';
  readonly weightBp: number;
  readonly knockoutMinimumHundredths: number | null;
}

export interface ReportScore {
  readonly criterionId: Id;
  readonly supplierId: Id;
  readonly scoreHundredths: number;
  readonly reason: string;
}
