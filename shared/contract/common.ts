import { oc } from '@orpc/contract';
import * as z from 'zod';
import { isCalendarDate } from '../kernel/calendar-date.ts';

/** Building blocks of every contract: ids, figures with their ranges, and the failures any procedure may declare. */

export const id = z.uuid();
/** Free text a user typed; the cap keeps one field from filling the database. */
export const text = z.string().max(2_000);
export const name = z.string().trim().max(300);
export const longText = z.string().max(20_000);
export const currency = z.string().regex(/^[A-Z]{3}$/);
export const calendarDate = z.string().refine(isCalendarDate);
const safe = z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
/** Whole minor units. */
export const minor = safe;
export const minorPositive = safe.min(0);
/** Whole ten-thousandths of the unit. */
export const quantity = safe.min(0);
/** Whole millionths of the currency's major unit. */
export const unitPrice = safe.min(0);
/** Hundredths of a percent, 10000 = 100 %. */
export const basisPoints = z.number().int().min(0).max(10_000);
/** Hundredths of a percent of a duty: anti-dumping duties pass 100 %. */
export const dutyBasisPoints = z.number().int().min(0).max(100_000);
/** Hundredths of a point, 10000 = a score of 100. */
export const scoreHundredths = z.number().int().min(0).max(10_000);
export const revision = z.number().int().min(1);
/** A positive plain decimal, at most twelve digits either side of the point. */
export const decimalRate = z.string().regex(/^(?=.*[1-9])\d{1,12}(\.\d{1,12})?$/);

/** One page of a list: rows come sorted, filtered and cut by SQL. */
export const page = z.object({
  search: z.string().max(200).default(''),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(50),
  descending: z.boolean().default(false),
});

/** The fields of a record as stored, for showing both versions of a refused write. */
const fields = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** Base of every contract: what may go wrong anywhere. Screens switch on these codes exhaustively. */
export const base = oc.errors({
  /** No workspace is open in this program. */
  NO_WORKSPACE: {},
  /** The workspace is open read-only (damaged, on a read-only folder, or the disk refused a write). */
  READ_ONLY: { data: z.object({ reason: z.enum(['damaged', 'folder', 'newer', 'disk']) }) },
  /** The record is gone or never was. */
  NOT_FOUND: { data: z.object({ noun: z.string(), id: z.string() }) },
  /** Somebody saved the record since it was read; `current` is what is stored now. */
  STALE: { data: z.object({ noun: z.string(), id: z.string(), current: fields }) },
  /** A rule of the trade refuses the input; `field` and `rule` name a text below `refusal.*`. */
  REFUSED: {
    data: z.object({
      field: z.string(),
      rule: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  },
  /** The disk is full or failed while writing; nothing was saved. */
  DISK: { data: z.object({ kind: z.enum(['full', 'failed', 'busy']) }) },
});
