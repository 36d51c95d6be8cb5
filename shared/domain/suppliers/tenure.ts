import type { CalendarDate } from '../../kernel/calendar-date.ts';

/** Whole years from one day to another, counted by anniversaries (29 February has its own on 1 March); negative when `to` is earlier. */
export function wholeYears(from: CalendarDate, to: CalendarDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** The day on which `years` whole years have passed since `from`. */
export function anniversary(from: CalendarDate, years: number): CalendarDate {
  const year = String(Number(from.slice(0, 4)) + years).padStart(4, '0');
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  return from.slice(5) === '02-29' && !isLeap ? `${year}-03-01` : `${year}-${from.slice(5)}`;
}

/** Years of membership at which its worth changes. */
export const TENURE_STEPS = [1, 3, 5] as const;

/** What membership is worth, in hundredths of a point: from 5 years 100, from 3 years 80, from 1 year 60, a new one 0 (DOMAIN 6). */
export function tenureScore(years: number): number {
  if (years >= 5) return 10_000;
  if (years >= 3) return 8_000;
  return years >= 1 ? 6_000 : 0;
}
