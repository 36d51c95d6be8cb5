import type { Id } from '../../kernel/ids.ts';

/** What a sample, a batch or a factory is judged by: one list of points for samples and for the bulk that follows. */

export const CHECKLIST_SECTIONS = ['appearance', 'function', 'material', 'production', 'qualityControl'] as const;
export type ChecklistSection = (typeof CHECKLIST_SECTIONS)[number];

/** `reading`: figures with limits; `choice`: one of several grades; `passFail`: yes or no. */
export const POINT_KINDS = ['reading', 'choice', 'passFail'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

export interface ChecklistChoice {
  readonly nameEn: string;
  readonly nameZh: string;
  /** Hundredths of a point, 10000 is the best. */
  readonly pointsHundredths: number;
}

export interface ChecklistPoint {
  readonly id: Id;
  /** The point it was first copied from; the same in samples and batches, so that they can be laid side by side. */
  readonly originId: Id;
  readonly section: ChecklistSection;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly kind: PointKind;
  readonly unit: string;
  /** Plain decimals, both ends belong to what passes; null: no limit on that side. */
  readonly lower: string | null;
  readonly upper: string | null;
  readonly choices: readonly ChecklistChoice[];
  /** 1 to 10. */
  readonly weight: number;
  /** Failing it fails the whole, whatever the score. */
  readonly isCritical: boolean;
}

/** Not for this product: takes no part in the score. */
export const NOT_APPLICABLE = 'notApplicable';

export interface ChecklistAnswer {
  readonly pointId: Id;
  /** Plain decimals, one a measured piece; only of a `reading`. */
  readonly readings: readonly string[];
  /** `pass` or `fail`, the place of a choice ("0", "1", …), `notApplicable`; null: open, or a reading. */
  readonly choice: string | null;
  readonly notes: string;
}
