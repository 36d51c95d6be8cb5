import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(customParseFormat);

/** A day in the calendar, "2026-02-28". It has no clock and no zone; comparing two as strings orders them. */
export type CalendarDate = string;

const ISO = 'YYYY-MM-DD';

/** True for a real day written YYYY-MM-DD (2026-02-30 is none). */
export function isCalendarDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayjs.utc(text, ISO, true).isValid();
}

/** The day `days` after `date` (negative: before). Errors: RangeError when `date` is no real day. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return parseDay(date).add(days, 'day').format(ISO);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. Errors: RangeError when either is no real day. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return parseDay(to).diff(parseDay(from), 'day');
}

/** The day it is in China at an instant (validity is counted in Asia/Shanghai days, DOMAIN 2.6). */
export function shanghaiDate(instant: Date): CalendarDate {
  return dayjs.utc(instant).add(8, 'hour').format(ISO);
}

function parseDay(date: CalendarDate): dayjs.Dayjs {
  const day = dayjs.utc(date, ISO, true);
  if (!day.isValid()) throw new RangeError(`no calendar date: ${date}`);
  return day;
}
