import * as z from 'zod';
import { DOCUMENT_KINDS, DOCUMENT_RESULTS } from '../domain/inspections/documents.ts';
import { INSPECTION_KINDS, INSPECTION_RESULTS } from '../domain/inspections/result.ts';
import { SAMPLE_VERDICTS } from '../domain/samples/samples.ts';
import { CHECK_ITEMS, CHECK_STATES } from '../domain/suppliers/checklist.ts';
import { DISQUALIFIERS } from '../domain/suppliers/disqualifiers.ts';
import { SUPPLIER_FLAGS } from '../domain/suppliers/flags.ts';
import { TIMELINE_KINDS } from '../domain/suppliers/timeline.ts';
import { CERTIFICATE_KINDS, COMMUNICATION_CHANNELS, DIRECTIONS } from '../domain/suppliers/words.ts';
import { base, calendarDate, currency, id } from './common.ts';

const shared = {
  /** Tells entries apart: one record can stand in several of them (requested, shipped, received). */
  key: z.string(),
  on: calendarDate,
  recordId: id,
  /** Empty names where it belongs to no project. */
  projectId: id.nullable(),
  projectNameEn: z.string(),
  projectNameZh: z.string(),
  /** What somebody wrote: a summary, evidence, a reason, a title. */
  text: z.string(),
  /** Who did it or said so; empty where nobody is named. */
  by: z.string(),
};

export const timelineEntry = z.discriminatedUnion('event', [
  /** `isReceived` false: the day it was received is unknown, `on` is the day it was entered. */
  z.object({ ...shared, event: z.literal('quote'), round: z.number(), currency, isReceived: z.boolean() }),
  z.object({ ...shared, event: z.literal('confirmation'), round: z.number(), confirmedRound: z.number() }),
  z.object({
    ...shared,
    event: z.literal('communication'),
    channel: z.enum(COMMUNICATION_CHANNELS),
    direction: z.enum(DIRECTIONS),
  }),
  z.object({ ...shared, event: z.literal('askSheet') }),
  z.object({ ...shared, event: z.literal('reading') }),
  z.object({ ...shared, event: z.literal('check'), item: z.enum(CHECK_ITEMS), state: z.enum(CHECK_STATES) }),
  z.object({
    ...shared,
    event: z.enum(['certificateIssued', 'certificateExpires']),
    certificateKind: z.enum(CERTIFICATE_KINDS),
  }),
  z.object({
    ...shared,
    event: z.enum(['documentIssued', 'documentExpires']),
    documentKind: z.enum(DOCUMENT_KINDS),
    result: z.enum(DOCUMENT_RESULTS),
  }),
  z.object({ ...shared, event: z.literal('flag'), flag: z.enum(SUPPLIER_FLAGS) }),
  z.object({ ...shared, event: z.literal('override'), disqualifier: z.enum(DISQUALIFIERS) }),
  z.object({ ...shared, event: z.enum(['disqualified', 'cleared']) }),
  /** `recordId` is the round. The verdict is null while there is none, and while a blind test may not tell it. */
  z.object({
    ...shared,
    event: z.enum(['sampleRequested', 'sampleShipped', 'sampleReceived']),
    number: z.number(),
    verdict: z.enum(SAMPLE_VERDICTS).nullable(),
  }),
  z.object({
    ...shared,
    event: z.enum(['inspectionPlanned', 'inspectionDone']),
    number: z.number(),
    inspectionKind: z.enum(INSPECTION_KINDS),
    result: z.enum(INSPECTION_RESULTS),
  }),
  /** `amountMinor` null: it could not be computed, or the decision was opened again. */
  z.object({
    ...shared,
    event: z.enum(['awarded', 'awardReopened']),
    number: z.number(),
    amountMinor: z.number().nullable(),
    currency,
  }),
  z.object({ ...shared, event: z.literal('dossier'), number: z.number() }),
]);
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const supplierTimelines = {
  /** One page of what happened with a supplier, and of what is dated ahead; newest first. No kinds: all of them. */
  list: base
    .input(
      z.object({
        supplierId: id,
        kinds: z.array(z.enum(TIMELINE_KINDS)).max(TIMELINE_KINDS.length).default([]),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(200).default(100),
      }),
    )
    .output(
      z.object({
        entries: z.array(timelineEntry),
        /** Of the kinds asked for. */
        total: z.number(),
        /** Of all kinds, whatever was asked for. */
        counts: z.record(z.enum(TIMELINE_KINDS), z.number()),
      }),
    ),
};
