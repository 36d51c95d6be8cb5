import { eventIterator, type } from '@orpc/contract';
import * as z from 'zod';
import { CLASS_LIMITS, DEFECT_CLASSES, type SamplingPlan } from '../domain/aql/plan.ts';
import { INSPECTION_LEVELS } from '../domain/aql/tables.ts';
import type { SwitchingHint } from '../domain/aql/verdict.ts';
import type { ChecklistScore } from '../domain/checklists/score.ts';
import type { Drift } from '../domain/inspections/drift.ts';
import { type ComputedResult, INSPECTION_KINDS, INSPECTION_RESULTS } from '../domain/inspections/result.ts';
import type { Trace } from '../kernel/trace.ts';
import { checklistAnswer, checklistPoint, checklistPoints } from './checklists.ts';
import { base, calendarDate, id, longText, name, page, revision, text } from './common.ts';
import type { Progress } from './imports.ts';
import { printRequest } from './prints.ts';
import type { Download } from './reports.ts';

const pieces = z.number().int().min(0).max(100_000_000);
/** As the standard writes it; `0` takes no defect. Anything else is refused, never interpolated. */
const classLimit = z.enum(CLASS_LIMITS);

export const inspectionFields = z.object({
  itemId: id.nullable(),
  projectId: id.nullable(),
  goldenSampleId: id.nullable(),
  title: name,
  batch: z.string().max(100),
  plannedOn: calendarDate.nullable(),
  doneOn: calendarDate.nullable(),
  place: name,
  inspector: name,
  /** Pieces ordered; more than the lot: a part of the order is inspected. */
  orderQuantity: pieces.nullable(),
  /** Pieces presented together. */
  lotSize: pieces.nullable(),
  level: z.enum(INSPECTION_LEVELS),
  aqlCritical: classLimit,
  aqlMajor: classLimit,
  aqlMinor: classLimit,
  inspectedQuantity: pieces.nullable(),
  overrideResult: z.enum(INSPECTION_RESULTS).nullable(),
  overrideReason: text,
  notes: longText,
});
export type InspectionFields = z.infer<typeof inspectionFields>;

export const inspection = inspectionFields.extend({
  id,
  number: z.number(),
  kind: z.enum(INSPECTION_KINDS),
  supplierId: id,
  supplierNameEn: z.string(),
  supplierNameZh: z.string(),
  projectNameEn: z.string(),
  projectNameZh: z.string(),
  itemNameEn: z.string(),
  itemNameZh: z.string(),
  itemUnit: z.string(),
  previousId: id.nullable(),
  previousNumber: z.number().nullable(),
  /** What stands: the override, or what is computed. */
  result: z.enum(INSPECTION_RESULTS),
  overrideBy: z.string(),
  overrideAt: z.string().nullable(),
  /** Closed inspections are not changed any more. */
  closedAt: z.string().nullable(),
  revision,
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Inspection = z.infer<typeof inspection>;

export const inspectionDefect = z.object({
  id,
  class: z.enum(DEFECT_CLASSES),
  count: z.number().int().min(0).max(1_000_000),
  description: text,
});
export type InspectionDefect = z.infer<typeof inspectionDefect>;

/** A measurement of the golden sample, laid beside the point of the same origin. */
export interface GoldenReading {
  readonly originId: string;
  readonly readings: readonly string[];
}

export const inspectionDetails = z.object({
  inspection,
  points: z.array(checklistPoint),
  answers: z.array(checklistAnswer),
  defects: z.array(inspectionDefect),
  score: z.custom<ChecklistScore>(),
  /** Null without a lot size, and for a factory visit. */
  plan: z.custom<SamplingPlan | null>(),
  planTrace: z.custom<Trace | null>(),
  computed: z.custom<ComputedResult>(),
  golden: z.custom<{ readonly label: string; readonly readings: readonly GoldenReading[] } | null>(),
  /** Inspections that repeat this one, oldest first. */
  repeats: z.array(
    z.object({ id, number: z.number(), result: z.enum(INSPECTION_RESULTS), doneOn: z.string().nullable() }),
  ),
  switching: z.custom<SwitchingHint>(),
});
export type InspectionDetails = z.infer<typeof inspectionDetails>;

export const inspectionRow = inspection
  .pick({
    id: true,
    number: true,
    kind: true,
    supplierId: true,
    supplierNameEn: true,
    supplierNameZh: true,
    projectId: true,
    projectNameEn: true,
    projectNameZh: true,
    itemNameEn: true,
    itemNameZh: true,
    title: true,
    batch: true,
    plannedOn: true,
    doneOn: true,
    lotSize: true,
    result: true,
    previousId: true,
    previousNumber: true,
    closedAt: true,
    updatedAt: true,
  })
  .extend({ isOverridden: z.boolean(), defectCount: z.number() });
export type InspectionRow = z.infer<typeof inspectionRow>;

export interface DriftSeries {
  readonly originId: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly unit: string;
  readonly lower: string | null;
  readonly upper: string | null;
  readonly drift: Drift;
}

export const INSPECTION_SORTS = ['number', 'supplier', 'plannedOn', 'doneOn', 'result', 'updatedAt'] as const;

export const inspections = {
  list: base
    .input(
      page.extend({
        kinds: z.array(z.enum(INSPECTION_KINDS)).default([]),
        results: z.array(z.enum(INSPECTION_RESULTS)).default([]),
        supplierId: id.nullable().default(null),
        projectId: id.nullable().default(null),
        sort: z.enum(INSPECTION_SORTS).default('updatedAt'),
      }),
    )
    .output(z.object({ rows: z.array(inspectionRow), total: z.number() })),
  get: base.input(z.object({ id })).output(inspectionDetails),
  /** Its checklist is that of the golden sample's round where one is named, else the usual one of its kind. */
  create: base
    .input(
      z.object({
        kind: z.enum(INSPECTION_KINDS),
        supplierId: id,
        fields: inspectionFields.omit({ overrideResult: true, overrideReason: true }),
      }),
    )
    .output(inspectionDetails),
  /** A new inspection of the same lot: plan, checklist and golden sample are taken over, what was found is not. */
  repeat: base.input(z.object({ id })).output(inspectionDetails),
  update: base.input(z.object({ id, revision, changes: inspectionFields.partial() })).output(inspectionDetails),
  remove: base.input(z.object({ id, revision })).output(z.object({ actionId: id })),
  /** All defects as one set, in their order. */
  saveDefects: base
    .input(z.object({ id, revision, defects: z.array(inspectionDefect.extend({ id: id.nullable() })).max(200) }))
    .output(inspectionDetails),
  savePoints: base.input(z.object({ id, revision, points: checklistPoints })).output(inspectionDetails),
  saveAnswers: base
    .input(z.object({ id, revision, answers: z.array(checklistAnswer).max(100) }))
    .output(inspectionDetails),
  /** `isClosed` false opens it again. */
  close: base.input(z.object({ id, revision, isClosed: z.boolean() })).output(inspectionDetails),
  /** Every measurement over the batches of one item of one supplier, oldest first. */
  drift: base.input(z.object({ supplierId: id, itemId: id })).output(type<readonly DriftSeries[]>()),
  exportPdf: base
    .errors({ NO_PDF: {} })
    .input(printRequest.extend({ isBlank: z.boolean() }))
    .output(eventIterator(type<Progress<Download>>())),
};
