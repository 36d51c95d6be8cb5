export const BANDS = ['excellent', 'good', 'average', 'below'] as const;
export type Band = (typeof BANDS)[number];

/** What a band is worth, in hundredths of a point (DOMAIN 6 [P]: 100, 80, 60, 30). */
export const BAND_SCORES: Readonly<Record<Band, number>> = {
  excellent: 10_000,
  good: 8_000,
  average: 6_000,
  below: 3_000,
};

export const CAPACITY_FIGURES = ['monthlyPieces', 'productionLines', 'staff', 'areaM2'] as const;
export type CapacityFigure = (typeof CAPACITY_FIGURES)[number];

/** Excellent above the first figure, good from the second, average from the third [seed, half-open where its ranges overlap]. */
const CAPACITY_BANDS: Readonly<Record<CapacityFigure, readonly [above: number, good: number, average: number]>> = {
  monthlyPieces: [100_000, 50_000, 10_000],
  productionLines: [5, 3, 1],
  staff: [100, 50, 20],
  areaM2: [5_000, 2_000, 500],
};

/** The band of a capacity figure: pieces a month, lines, people, square metres. */
export function capacityBand(figure: CapacityFigure, value: number): Band {
  const [above, good, average] = CAPACITY_BANDS[figure];
  if (value > above) return 'excellent';
  if (value >= good) return 'good';
  return value >= average ? 'average' : 'below';
}

const HOUR = 60;

/** The band of a usual time to answer: under 1 h, up to 4 h [seed], up to 24 h [P], longer. */
export function responseBand(minutes: number): Band {
  if (minutes < HOUR) return 'excellent';
  if (minutes <= 4 * HOUR) return 'good';
  return minutes <= 24 * HOUR ? 'average' : 'below';
}
