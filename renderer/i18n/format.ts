import { Decimal } from '../../shared/kernel/decimal.ts';
import { group } from '../../shared/kernel/format.ts';

/** Figures as people read them. What a printed document shares with the screen stands in the kernel. */
export {
  formatCount,
  formatDifference,
  formatMoney,
  formatMoneyRange,
  formatMoneyRangeShort,
  formatMoneyWithCode,
  formatPercent,
  formatPercentDifference,
  formatQuantity,
  formatRate,
  formatScore,
  formatUnitPrice,
  group,
} from '../../shared/kernel/format.ts';

/** "2026-03-31 14:05" in this computer's time: an instant (ISO 8601, UTC) made readable. Calendar dates are shown as they are. */
export function formatInstant(instant: string): string {
  const date = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

const BYTE_UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** "1.4 MB": a file's size, for people. */
export function formatBytes(bytes: number): string {
  let value = new Decimal(bytes);
  let unit = 0;
  while (value.gte(1024) && unit < BYTE_UNITS.length - 1) {
    value = value.div(1024);
    unit += 1;
  }
  const text = unit === 0 ? value.toFixed() : value.toDecimalPlaces(1).toFixed();
  return `${group(text)}\u00a0${BYTE_UNITS[unit]}`;
}
