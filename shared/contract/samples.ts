import { eventIterator, type } from '@orpc/contract';
import * as z from 'zod';
import type { ChecklistScore } from '../domain/checklists/score.ts';
import { FEE_REFUNDS, type RoundCost, SAMPLE_VERDICTS } from '../domain/samples/samples.ts';
import { checklistAnswer, checklistPoint, checklistPoints } from './checklists.ts';
import { base, calendarDate, currency, id, longText, minorPositive, page, quantity, revision, text } from './common.ts';
import type { Progress } from './imports.ts';
import { printRequest } from './prints.ts';
import type { Download } from './reports.ts';

const title = z.string().trim().min(1).max(300);

export const sampleRoundFields = z.object({
  title,
  specification: longText,
  requestedOn: calendarDate.nullable(),
  neededBy: calendarDate.nullable(),
  /** Who tests sees codes instead of suppliers until they are revealed. */
  isBlind: z.boolean(),
  notes: longText,
});
export type SampleRoundFields = z.infer<typeof sampleRoundFields>;

export const sampleRound = sampleRoundFields.extend({
  id,
  number: z.number(),
  projectId: id.nullable(),
  projectNameEn: z.string(),
  projectNameZh: z.string(),
  itemId: id.nullable(),
  itemNameEn: z.string(),
  itemNameZh: z.string(),
  revealedAt: z.string().nullable(),
  goldenSampleId: id.nullable(),
  revision,
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type SampleRound = z.infer<typeof sampleRound>;

export const sampleRoundRow = sampleRound.omit({ specification: true, notes: true }).extend({
  sampleCount: z.number(),
  receivedCount: z.number(),
  judgedCount: z.number(),
});
export type SampleRoundRow = z.infer<typeof sampleRoundRow>;

export const sampleFields = z.object({
  pieces: z.number().int().min(0).max(1_000_000).nullable(),
  currency,
  feeMinor: minorPositive.nullable(),
  feeRefund: z.enum(FEE_REFUNDS),
  /** The order quantity from which the fee comes back; null: with any order. */
  refundQuantity: quantity.nullable(),
  freightMinor: minorPositive.nullable(),
  requestedOn: calendarDate.nullable(),
  shippedOn: calendarDate.nullable(),
  receivedOn: calendarDate.nullable(),
  tracking: z.string().max(200),
  verdict: z.enum(SAMPLE_VERDICTS).nullable(),
  verdictReason: text,
  notes: text,
});
export type SampleFields = z.infer<typeof sampleFields>;

export const sample = sampleFields.extend({
  id,
  roundId: id,
  supplierId: id,
  supplierNameEn: z.string(),
  supplierNameZh: z.string(),
  code: z.string(),
  photoCount: z.number(),
  answers: z.array(checklistAnswer),
  score: z.custom<ChecklistScore>(),
  revision,
});
export type Sample = z.infer<typeof sample>;

export const sampleRoundDetails = z.object({
  round: sampleRound,
  points: z.array(checklistPoint),
  samples: z.array(sample),
  costs: z.custom<readonly RoundCost[]>(),
});
export type SampleRoundDetails = z.infer<typeof sampleRoundDetails>;

export const samples = {
  rounds: base
    .input(
      page.extend({
        projectId: id.nullable().default(null),
        supplierId: id.nullable().default(null),
        states: z.array(z.enum(['waiting', 'testing', 'decided'])).default([]),
        sort: z.enum(['number', 'title', 'neededBy', 'updatedAt']).default('updatedAt'),
      }),
    )
    .output(z.object({ rows: z.array(sampleRoundRow), total: z.number() })),
  get: base.input(z.object({ id })).output(sampleRoundDetails),
  /** Starts a round with the usual checklist, or with the one of `checklistFrom` (another round). */
  create: base
    .input(
      z.object({
        projectId: id.nullable(),
        itemId: id.nullable(),
        fields: sampleRoundFields,
        supplierIds: z.array(id).max(20),
        currency,
        checklistFrom: id.nullable().default(null),
      }),
    )
    .output(sampleRoundDetails),
  update: base.input(z.object({ id, revision, changes: sampleRoundFields.partial() })).output(sampleRoundDetails),
  remove: base.input(z.object({ id, revision })).output(z.object({ actionId: id })),
  /** Codes are dealt anew as long as nobody has tested anything. */
  addSample: base.input(z.object({ roundId: id, revision, supplierId: id, currency })).output(sampleRoundDetails),
  updateSample: base.input(z.object({ id, revision, changes: sampleFields.partial() })).output(sampleRoundDetails),
  removeSample: base.input(z.object({ id, revision })).output(z.object({ actionId: id })),
  /** The test sheet of a round as one set. */
  savePoints: base.input(z.object({ roundId: id, revision, points: checklistPoints })).output(sampleRoundDetails),
  /** The answers given for one sample; those not named stay. */
  saveAnswers: base
    .input(z.object({ sampleId: id, revision, answers: z.array(checklistAnswer).max(100) }))
    .output(sampleRoundDetails),
  /** Tells whose sample each code is; nobody can be told less afterwards (but Undo). */
  reveal: base.input(z.object({ id, revision })).output(sampleRoundDetails),
  /** The sample that the bulk is measured against; null takes the mark away. */
  setGolden: base.input(z.object({ id, revision, sampleId: id.nullable() })).output(sampleRoundDetails),
  exportPdf: base
    .errors({ NO_PDF: {} })
    .input(printRequest.extend({ isBlank: z.boolean() }))
    .output(eventIterator(type<Progress<Download>>())),
};
