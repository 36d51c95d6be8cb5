import type { CalendarDate } from '../../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';
import type { SamplePhotos } from './sample-photos.ts';

/** Where the parts of the sample find what was written before them. */
export interface SamplePlace {
  readonly today: CalendarDate;
  readonly photos: SamplePhotos;
  /** Who decides by hand. */
  readonly actor: string;
  readonly supplierId: (key: string) => Id;
  readonly itemId: (project: string, line: string) => Id;
}

/** Morning of a day in China: rows of the past carry the instant at which they would have been written. */
export function morningOf(day: CalendarDate): string {
  return `${day}T02:00:00.000Z`;
}
