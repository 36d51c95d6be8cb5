import { type CalendarDate, shanghaiDate } from '../../shared/kernel/calendar-date.ts';
import type { CoreState } from './core-state.ts';

/** The day it is where the suppliers are. */
export function todayOf({ options }: CoreState): CalendarDate {
  return shanghaiDate(options.clock());
}
