import type { Comparison } from '../../../../shared/domain/comparison/types.ts';
import { fromScaledInteger } from '../../../../shared/kernel/decimal.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';
import { exponentOf, toDecimalString } from '../../../../shared/kernel/money.ts';
import { UNIT_PRICE_PLACES, unitPriceToString } from '../../../../shared/kernel/quantity.ts';
import type { TraceValue } from '../../../../shared/kernel/trace.ts';
import { formatMoney, formatUnitPrice, group } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/use-text.ts';

/** How the prices of a market are written: totals in minor units, unit costs in millionths. */
export interface PriceScale {
  /** "12,345.60" or "0.4520", without its unit. */
  readonly text: (price: number) => string;
  readonly tick: (price: number) => string;
  readonly trace: (price: number) => Pick<TraceValue, 'value' | 'unit'>;
  /** "CNY" or "CNY / pcs". */
  readonly unit: string;
  readonly axisLabel: (t: Translate) => string;
}

export function priceScale({ options: { currency }, rows }: Comparison, itemId: Id | null): PriceScale {
  if (itemId === null) {
    const places = exponentOf(currency);
    return {
      text: (minor) => formatMoney(minor, currency),
      tick: (minor) => group(String(Math.round(minor / 10 ** places))),
      trace: (minor) => ({ value: toDecimalString({ minor, currency }), unit: currency }),
      unit: currency,
      axisLabel: (t) => t('comparisons:market.axisTotal', { unit: currency }),
    };
  }
  const itemUnit = rows.find(({ item }) => item.id === itemId)?.item.unit ?? '';
  const unit = itemUnit === '' ? currency : `${currency} / ${itemUnit}`;
  return {
    text: formatUnitPrice,
    tick: (price) => group(fromScaledInteger(Math.round(price), UNIT_PRICE_PLACES).toSignificantDigits(4).toFixed()),
    trace: (price) => ({ value: unitPriceToString(price, 4), unit: currency }),
    unit,
    axisLabel: (t) => t('comparisons:market.axisUnit', { unit }),
  };
}
