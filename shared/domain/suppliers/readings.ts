import type { CalendarDate } from '../../kernel/calendar-date.ts';

/** The platform's own figures, 0 to 100 as given, in hundredths. */
export const PLATFORM_SCORES = [
  'reorderHundredths',
  'onTimeHundredths',
  'responseHundredths',
  'qualityHundredths',
  'serviceHundredths',
] as const;
export type PlatformScore = (typeof PLATFORM_SCORES)[number];

export const METRICS = [
  ...PLATFORM_SCORES,
  'responseMinutes',
  'monthlyPieces',
  'productionLines',
  'staff',
  'areaM2',
] as const;
export type Metric = (typeof METRICS)[number];

/** What was read of a supplier on one day; null where nothing was read. */
export type ReadingFigures = { readonly [Name in Metric]: number | null };
export type Reading = ReadingFigures & { readonly takenOn: CalendarDate };

export type LatestFigures = {
  readonly [Name in Metric]: { readonly value: number; readonly takenOn: CalendarDate } | null;
};

/** The newest known value of each figure, each with its own day: a later reading that leaves a figure out does not make it unknown. */
export function latestFigures(readings: readonly Reading[]): LatestFigures {
  const newestFirst = [...readings].sort((a, b) => (a.takenOn < b.takenOn ? 1 : a.takenOn > b.takenOn ? -1 : 0));
  const latest = (metric: Metric) => {
    for (const reading of newestFirst) {
      const value = reading[metric];
      if (value !== null) return { value, takenOn: reading.takenOn };
    }
    return null;
  };
  return {
    reorderHundredths: latest('reorderHundredths'),
    onTimeHundredths: latest('onTimeHundredths'),
    responseHundredths: latest('responseHundredths'),
    qualityHundredths: latest('qualityHundredths'),
    serviceHundredths: latest('serviceHundredths'),
    responseMinutes: latest('responseMinutes'),
    monthlyPieces: latest('monthlyPieces'),
    productionLines: latest('productionLines'),
    staff: latest('staff'),
    areaM2: latest('areaM2'),
  };
}
