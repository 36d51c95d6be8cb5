import type { QuoteCost } from '../../../shared/contract/quotes.ts';
import type { CostMeasure } from '../../../shared/domain/quotes/terms.ts';
import { fromScaledInteger } from '../../../shared/kernel/decimal.ts';
import { type CurrencyCode, exponentOf } from '../../../shared/kernel/money.ts';
import { unitPriceToString } from '../../../shared/kernel/quantity.ts';
import type { Translate } from '../../i18n/use-text.ts';

/** A figure as it is typed, in its measure: minor units, millionths or hundredths of a percent. */
export function figureText(figure: number, measure: CostMeasure, currency: CurrencyCode): string {
  if (measure === 'rate') return fromScaledInteger(figure, 2).toFixed();
  if (measure === 'unit') return unitPriceToString(figure, 2);
  const places = exponentOf(currency);
  return fromScaledInteger(figure, places).toFixed(places);
}

/** What a quote states on a cost part, in one line: "Extra 800.00 CNY per order", "Unknown 500.00 – 900.00 CNY per order". */
export function statedCostText(cost: QuoteCost | undefined, currency: CurrencyCode, t: Translate): string {
  if (cost === undefined) return t('quotes:cost.silent');
  const basis = t(`quote:costBasis.${cost.basis}`);
  const { measure, low, high } = cost;
  const figure = measure === 'order' ? cost.amountMinor : measure === 'unit' ? cost.unitAmount : cost.rateBp;
  const text = (value: number) => figureText(value, measure, currency);
  const amount =
    cost.basis === 'extra' && figure !== null
      ? text(figure)
      : cost.basis === 'unknown' && low !== null && high !== null
        ? `${text(low)} – ${text(high)}`
        : null;
  if (amount === null) return basis;
  const unit = measure === 'rate' ? '' : `\u00a0${currency}`;
  return `${basis} ${amount}${unit} ${t(`quote:costMeasure.${measure}`)}`;
}
