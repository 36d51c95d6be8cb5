import type { DefectClass } from '../../shared/domain/aql/plan.ts';
import type { ChecklistPoint } from '../../shared/domain/checklists/types.ts';
import type { DocumentKind, DocumentResult } from '../../shared/domain/inspections/documents.ts';
import type { InspectionKind, InspectionResult } from '../../shared/domain/inspections/result.ts';
import type { FeeRefund, SampleVerdict } from '../../shared/domain/samples/samples.ts';

/** A point of a test sheet under a short key, so that answers can name it. */
export interface SamplePoint extends Omit<ChecklistPoint, 'id' | 'originId'> {
  readonly key: string;
}

/** What was found: readings as they are typed ("6.00 6.02"), `pass`, `fail`, or the place of a choice; and a note. */
export type SampleAnswers = Readonly<Record<string, string | readonly [found: string, note: string]>>;

/** A photo that is drawn: tubes seen from above, with what is wrong about them. */
export interface SamplePhoto {
  readonly file: string;
  /** How many tubes lie on the table. */
  readonly tubes: number;
  readonly width: number;
  /** Red, green, blue of the metal, 0 to 255. */
  readonly metal: readonly [number, number, number];
  readonly flaw: 'none' | 'scratches' | 'burr' | 'stain';
  readonly logo: 'sharp' | 'faint' | 'none';
}

export interface SampleOfSupplier {
  readonly supplier: string;
  readonly pieces: number;
  readonly fee: string | null;
  readonly feeRefund: FeeRefund;
  readonly refundQuantity?: string;
  readonly freight: string | null;
  readonly requestedDaysAgo: number;
  readonly shippedDaysAgo?: number;
  readonly receivedDaysAgo?: number;
  readonly tracking?: string;
  readonly verdict?: SampleVerdict;
  readonly verdictReason?: string;
  readonly answers?: SampleAnswers;
  readonly photos?: readonly SamplePhoto[];
}

export interface SampleRoundOfItem {
  readonly project: string;
  readonly line: string;
  readonly title: string;
  readonly specification: string;
  readonly requestedDaysAgo: number;
  /** Days from today; negative: it has passed. */
  readonly neededInDays: number;
  readonly isBlind: boolean;
  readonly isRevealed: boolean;
  readonly notes: string;
  /** Absent: the usual list. */
  readonly points?: readonly SamplePoint[];
  readonly golden?: string;
  readonly samples: readonly SampleOfSupplier[];
}

export interface SampleInspection {
  readonly kind: InspectionKind;
  readonly supplier: string;
  /** The round whose golden sample it is measured against, by its place in the list. */
  readonly ofRound?: number;
  /** Repeats the inspection before it in the list. */
  readonly repeatsLast?: boolean;
  readonly title: string;
  readonly batch?: string;
  /** Days from today; negative: it has passed. */
  readonly plannedInDays: number;
  readonly doneInDays?: number;
  readonly place: string;
  readonly inspector: string;
  readonly order?: number;
  readonly lot?: number;
  readonly inspected?: number;
  readonly answers?: SampleAnswers;
  readonly defects?: readonly {
    readonly class: DefectClass;
    readonly count: number;
    readonly text: string;
    readonly photos?: readonly SamplePhoto[];
  }[];
  readonly override?: readonly [result: InspectionResult, reason: string];
  readonly photos?: readonly SamplePhoto[];
  readonly isClosed: boolean;
  readonly notes: string;
}

export interface SamplePaper {
  readonly kind: DocumentKind;
  readonly supplier: string;
  readonly item?: readonly [project: string, line: string];
  readonly standard: string;
  readonly issuer: string;
  readonly number: string;
  readonly market: string;
  readonly holder: string;
  readonly scope: string;
  readonly issuedDaysAgo: number;
  readonly expiresInDays: number | null;
  readonly result: DocumentResult;
}
