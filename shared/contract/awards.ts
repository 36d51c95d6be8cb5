import { eventIterator, type } from '@orpc/contract';
import * as z from 'zod';
import {
  APPROVAL_DECISIONS,
  AWARD_BASES,
  AWARD_SOURCES,
  type AwardContent,
  type AwardDecision,
  type AwardProblem,
  type AwardState,
  type FrozenScenario,
  GATE_POINTS,
  POINT_STATES,
  type Reopening,
} from '../domain/awards/award.ts';
import { type AwardInput, type AwardLimit, SCENARIO_KINDS, type ScenarioResult } from '../domain/awards/types.ts';
import type { ReportCompany } from '../domain/reports/types.ts';
import {
  base,
  basisPoints,
  calendarDate,
  id,
  longText,
  minorPositive,
  name,
  quantity,
  revision,
  text,
} from './common.ts';
import { comparisonQuery } from './comparisons.ts';
import type { Progress } from './imports.ts';
import { type Download, REPORT_LANGUAGES } from './reports.ts';

const supplierCount = z.number().int().min(1).max(500);

/** A limit somebody chooses; what a quote demands itself is added by the core. */
export const awardLimit = z.discriminatedUnion('code', [
  z.object({ code: z.literal('maxSuppliers'), count: supplierCount }),
  z.object({ code: z.literal('minSuppliers'), count: supplierCount }),
  z.object({ code: z.literal('twoSources'), itemId: id.nullable() }),
  z.object({ code: z.literal('maxShare'), shareBp: basisPoints.min(1) }),
  z.object({ code: z.literal('maxLeadTime'), days: z.number().int().min(0).max(3_650) }),
  z.object({ code: z.literal('capacityQuantity'), supplierId: id, quantity }),
  z.object({ code: z.literal('capacityValue'), supplierId: id, minor: minorPositive }),
  z.object({ code: z.literal('excluded'), supplierId: id }),
  z.object({ code: z.literal('pinned'), supplierId: id, itemId: id.nullable() }),
  z.object({ code: z.literal('wholeLines') }),
]);
export type ChosenLimit = z.infer<typeof awardLimit>;
/** Compile-time check that a chosen limit is one of the domain's. */
export type ChosenLimitsAgree = ChosenLimit extends AwardLimit ? true : never;

export const scenarioRequest = z.object({
  kind: z.enum(SCENARIO_KINDS),
  limits: z.array(awardLimit).max(500),
  buyUp: z.boolean(),
  incumbentId: id.nullable(),
});
export type ScenarioRequestInput = z.infer<typeof scenarioRequest>;

/** What a solver found; kept by the core until it is saved under a name or pushed out by newer ones. */
export interface SolvedScenario {
  readonly solvedId: string;
  readonly input: AwardInput;
  readonly result: ScenarioResult;
  readonly seconds: number;
}

export interface StoredScenario {
  readonly id: string;
  readonly revision: number;
  readonly scenario: FrozenScenario;
  readonly intact: boolean;
}

export interface StoredAward {
  readonly id: string;
  readonly projectId: string;
  readonly state: AwardState;
  readonly revision: number;
  readonly scenarioId: string | null;
  /** As it stands; of a confirmed award as it was frozen. */
  readonly content: AwardContent;
  readonly problems: readonly AwardProblem[];
  /** Ids and revisions of the points that were touched; a point without one has not been. */
  readonly pointIds: readonly PointId[];
  readonly decisions: readonly DecisionSummary[];
  readonly reopenings: readonly Reopening[];
}

export interface PointId {
  readonly supplierId: string;
  readonly point: string;
  readonly id: string;
  readonly revision: number;
}

export interface DecisionSummary {
  readonly id: string;
  readonly number: number;
  readonly confirmedBy: string;
  readonly confirmedAt: string;
  readonly sha256: string;
  readonly totalMinor: number | null;
  readonly currency: string;
  readonly intact: boolean;
}

export const awardFields = z.object({
  source: z.enum(AWARD_SOURCES),
  scenarioId: id.nullable(),
  basis: z.enum(AWARD_BASES),
  reasons: longText,
  suppliers: z
    .array(
      z.object({
        supplierId: id,
        note: text,
        notComparableReason: text,
        lines: z.array(z.object({ itemId: id, quantity: quantity.min(1) })).max(5_000),
      }),
    )
    .max(100),
  alternates: z.array(z.object({ supplierId: id, note: text })).max(100),
  approvals: z
    .array(
      z.object({
        name: name.min(1),
        role: name,
        decision: z.enum(APPROVAL_DECISIONS),
        decidedOn: calendarDate.nullable(),
        note: text,
      }),
    )
    .max(50),
});
export type AwardFields = z.infer<typeof awardFields>;

const ofSupplier = { supplierId: id };

/** What keeps an award from being confirmed; `names` are those of its suppliers, by id. */
export const awardRefusal = z.object({
  problems: z.array(
    z.discriminatedUnion('code', [
      z.object({ code: z.literal('noSuppliers') }),
      z.object({ code: z.literal('noReasons') }),
      z.object({ code: z.literal('noLines'), ...ofSupplier }),
      z.object({ code: z.literal('expired'), ...ofSupplier, date: z.string() }),
      z.object({ code: z.literal('notComparable'), ...ofSupplier }),
      z.object({ code: z.literal('pointOpen'), ...ofSupplier, points: z.array(z.enum(GATE_POINTS)) }),
      z.object({ code: z.literal('approvalPending'), name: z.string() }),
      z.object({ code: z.literal('approvalRejected'), name: z.string() }),
    ]),
  ),
  names: z.record(z.string(), z.string()),
});

export const LETTER_KINDS = ['award', 'regret'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** What a letter says; a regret letter carries no figure of anybody. */
export interface Letter {
  readonly kind: LetterKind;
  readonly number: string;
  readonly date: string;
  readonly company: ReportCompany;
  readonly project: { readonly nameEn: string; readonly nameZh: string };
  readonly supplier: {
    readonly nameEn: string;
    readonly nameZh: string;
    readonly contactName: string;
    readonly region: string;
  };
  /** Only in an award letter, and only this supplier's own. */
  readonly award: {
    readonly lines: readonly {
      lineNo: string;
      nameEn: string;
      nameZh: string;
      unit: string;
      quantity: number;
      unitPrice: number | null;
    }[];
    readonly quoteCurrency: string;
    readonly goodsMinor: number | null;
    readonly terms: {
      readonly incoterm: string | null;
      namedPlace: string;
      paymentTerms: string;
      leadTimeDays: number | null;
    };
    readonly points: readonly {
      point: (typeof GATE_POINTS)[number];
      state: (typeof POINT_STATES)[number];
      text: string;
    }[];
    readonly notes: string;
  } | null;
  /** Who signs: the first approval, else whoever confirmed. */
  readonly signedBy: { readonly name: string; readonly role: string };
}

const paper = z.enum(['A4', 'Letter']).default('A4');

export const awards = {
  /** Looks for the cheapest award under the limits; reports seconds gone, and the gap once there is one. */
  solve: base
    .input(
      z.object({
        query: comparisonQuery,
        request: scenarioRequest,
        timeLimitSeconds: z.number().int().min(1).max(600),
      }),
    )
    .output(eventIterator(type<Progress<SolvedScenario>>())),
  scenarios: base.input(z.object({ projectId: id })).output(type<StoredScenario[]>()),
  /** The saved scenarios with our company as it stands at the head of their printed page. */
  scenariosSheet: base
    .input(z.object({ projectId: id }))
    .output(type<{ readonly company: ReportCompany; readonly scenarios: StoredScenario[] }>()),
  saveScenario: base.input(z.object({ solvedId: id, name: name.min(1) })).output(type<StoredScenario>()),
  renameScenario: base.input(z.object({ id, revision, name: name.min(1) })).output(type<StoredScenario>()),
  removeScenario: base.input(z.object({ id, revision })).output(z.object({ actionId: id })),

  /** Null while nobody has begun one. */
  get: base.input(z.object({ projectId: id })).output(type<StoredAward | null>()),
  /** Begins the award of a project (`revision` null) or changes it, as one. Refused once it is confirmed. */
  save: base
    .input(z.object({ projectId: id, revision: revision.nullable(), fields: awardFields }))
    .output(type<StoredAward>()),
  /** Settles a point of the gate, or opens it again. */
  savePoint: base
    .input(
      z.object({
        awardId: id,
        supplierId: id,
        point: z.enum(GATE_POINTS),
        revision: revision.nullable(),
        state: z.enum(POINT_STATES),
        evidence: text,
        reason: text,
        settledBy: name,
        settledOn: calendarDate.nullable(),
      }),
    )
    .output(type<StoredAward>()),
  /** Freezes the award with everything it rests on. Refused with what is missing. */
  confirm: base
    .errors({
      AWARD_REFUSED: { data: awardRefusal },
    })
    .input(z.object({ id, revision }))
    .output(type<StoredAward>()),
  /** Opens a confirmed award again, on record; the decision it had stays. */
  reopen: base.input(z.object({ id, revision, reason: text })).output(type<StoredAward>()),
  remove: base.input(z.object({ id, revision })).output(z.object({ actionId: id })),
  decision: base.input(z.object({ id })).output(type<{ decision: AwardDecision; intact: boolean }>()),

  letter: base.input(z.object({ decisionId: id, supplierId: id })).output(type<Letter>()),
  /** Suppliers of a decision who get a letter, and of which kind. */
  letters: base
    .input(z.object({ decisionId: id }))
    .output(type<{ supplierId: string; nameEn: string; nameZh: string; kind: LetterKind }[]>()),
  /** A letter, or the saved scenarios side by side, as a file. */
  exportFile: base
    .errors({ NO_PDF: {} })
    .input(
      z.discriminatedUnion('what', [
        z.object({ what: z.literal('letter'), decisionId: id, supplierId: id, paper }),
        z.object({ what: z.literal('scenarios'), projectId: id, language: z.enum(REPORT_LANGUAGES), paper }),
      ]),
    )
    .output(eventIterator(type<Progress<Download>>())),
};
