import * as z from 'zod';
import { HOLIDAY_KINDS } from '../domain/holidays/visit-advice.ts';
import { base, calendarDate, id, name, revision } from './common.ts';

export const holidayFields = z.object({
  nameEn: name,
  nameZh: name,
  kind: z.enum(HOLIDAY_KINDS),
  from: calendarDate,
  to: calendarDate,
});
export type HolidayFields = z.infer<typeof holidayFields>;

/** A period as it holds now: one the program knows, one the user put in its place, or one the user added. */
export const holiday = holidayFields.extend({
  /** Null: built in and never changed. */
  id: id.nullable(),
  /** The built-in period it is or stands for; null: added by the user. */
  key: z.string().nullable(),
  /** Announced by the government, or only the days that the law fixes; the user's own count as announced. */
  isAnnounced: z.boolean(),
  revision: revision.nullable(),
});
export type HolidayPeriod = z.infer<typeof holiday>;

export const holidays = {
  list: base.input(z.object({})).output(z.array(holiday)),
  /** Changes a period (`id`, or `key` of a built-in one never changed) or adds one. */
  save: base
    .input(
      z.object({
        id: id.nullable(),
        key: z.string().max(60).nullable(),
        revision: revision.nullable(),
        fields: holidayFields,
      }),
    )
    .output(z.array(holiday)),
  remove: base
    .input(z.object({ id: id.nullable(), key: z.string().max(60).nullable(), revision: revision.nullable() }))
    .output(z.object({ actionId: id })),
};
