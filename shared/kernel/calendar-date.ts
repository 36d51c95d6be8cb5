import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

/** A day in the calendar, "2026-02-28". It has no clock and no zone; comparing two as strings orders them. */
export type CalendarDate = string;

const ISO = 'YYYY-MM-DD';

/** True for a real day written YYYY-MM-DD (2026-02-30 is none). */
export function isCalendarDate(text: string): boolean {
  return instantOf(text) !== null;
}

/** The day `days` after `date` (negative: before). Errors: RangeError when `date` is no real day. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dayjs.utc(requireDay(date)).add(days, 'day').format(ISO);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. Errors: RangeError when either is no real day. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (requireDay(to) - requireDay(from)) / DAY_MS;
}

/** The day it is in China at an instant (validity is counted in Asia/Shanghai days, DOMAIN 2.6). */
export function shanghaiDate(instant: Date): CalendarDate {
  return dayjs.utc(instant).add(8, 'hour').format(ISO);
}

/** A date whose UTC fields read as the clock in China at an instant (ISO 8601); China keeps one zone and no summer time. */
export function shanghaiClock(instant: string): Date {
  return new Date(Date.parse(instant) + 8 * 60 * 60 * 1_000);
}

const DAY_MS = 86_400_000;

/** Midnight UTC of a day; null when it is no real day. Plain arithmetic, because a comparison asks this for every quote. */
function instantOf(text: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return null;
  const [, year, month, day] = parts.map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const instant = new Date(0).setUTCFullYear(year, month - 1, day);
  const made = new Date(instant);
  // The 30th of February would have become the 2nd of March.
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day ? instant : null;
}

function requireDay(date: CalendarDate): number {
  const instant = instantOf(date);
  if (instant === null) throw new RangeError(`no calendar date: ${date}`);
  return instant;
}
