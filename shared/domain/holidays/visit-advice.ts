import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';

/** `springFestival` also empties the factories for weeks before and after it. */
export const HOLIDAY_KINDS = ['holiday', 'springFestival', 'lowSeason'] as const;
export type HolidayKind = (typeof HOLIDAY_KINDS)[number];

export interface Holiday {
  readonly kind: HolidayKind;
  readonly nameEn: string;
  readonly nameZh: string;
  /** Both days belong to it. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export interface VisitWarning {
  readonly code: 'holiday' | 'lowSeason';
  readonly holiday: Holiday;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Days around the Spring Festival in which workers travel and lines stand still ([P]). */
export const SPRING_FESTIVAL_MARGIN_DAYS = 14;

/** What speaks against a visit to a factory on a day: a holiday, or the season in which it hardly produces. */
export function visitWarnings(day: CalendarDate, holidays: readonly Holiday[]): readonly VisitWarning[] {
  return holidays.flatMap((holiday): VisitWarning[] => {
    const { kind, from, to } = holiday;
    const isInside = from <= day && day <= to;
    if (kind === 'lowSeason') return isInside ? [{ code: 'lowSeason', holiday, from, to }] : [];
    if (isInside) return [{ code: 'holiday', holiday, from, to }];
    if (kind !== 'springFestival') return [];
    const first = addDays(from, -SPRING_FESTIVAL_MARGIN_DAYS);
    const last = addDays(to, SPRING_FESTIVAL_MARGIN_DAYS);
    return first <= day && day <= last ? [{ code: 'lowSeason', holiday, from: first, to: last }] : [];
  });
}

/** The first day from `day` on that nothing speaks against; null when there is none within a year. */
export function nextVisitDay(day: CalendarDate, holidays: readonly Holiday[]): CalendarDate | null {
  for (let days = 0; days <= 366; days += 1) {
    const candidate = addDays(day, days);
    if (visitWarnings(candidate, holidays).length === 0) return candidate;
  }
  return null;
}
