import type { Metric } from '../../../../shared/domain/suppliers/readings.ts';
import { fromScaledInteger } from '../../../../shared/kernel/decimal.ts';
import { formatCount, formatScore, group } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/use-text.ts';
import { type Parsed, parseIntegerCell, parseMeasureCell, parseScoreCell } from '../../../ui/grid/parse.ts';

const MOST = 1_000_000_000;
const MINUTES = 60;

/** How a figure of a reading is shown, typed and measured. */
export interface MetricText {
  readonly show: (value: number) => string;
  readonly text: (value: number) => string;
  readonly parse: (text: string) => Parsed<number | null>;
  readonly unit: (t: Translate) => string;
}

const score: MetricText = {
  show: formatScore,
  text: (value) => fromScaledInteger(value, 2).toFixed(),
  parse: parseScoreCell,
  unit: () => '',
};
const count = (unit: (t: Translate) => string): MetricText => ({
  show: formatCount,
  text: String,
  parse: (text) => parseIntegerCell(text, MOST),
  unit,
});
const hours = (minutes: number) => fromScaledInteger(minutes, 0).div(MINUTES).toDecimalPlaces(2).toFixed();

/** A reading keeps minutes; people think in hours. */
const responseTime: MetricText = {
  show: (minutes) => group(hours(minutes)),
  text: hours,
  parse: (text) => {
    const parsed = parseMeasureCell(text, 2);
    if (!parsed.ok || parsed.value === null) return parsed;
    return { ok: true, value: Math.round((parsed.value * MINUTES) / 100) };
  },
  unit: (t) => t('suppliers:hours'),
};

export const METRIC_TEXTS: Readonly<Record<Metric, MetricText>> = {
  reorderHundredths: score,
  onTimeHundredths: score,
  responseHundredths: score,
  qualityHundredths: score,
  serviceHundredths: score,
  responseMinutes: responseTime,
  monthlyPieces: count((t) => t('suppliers:pieces')),
  productionLines: count(() => ''),
  staff: count(() => ''),
  areaM2: count(() => 'm²'),
};
