import type { QuantityCurve } from '../../../shared/domain/quantity-curves/types.ts';
import { fromScaledInteger } from '../../../shared/kernel/decimal.ts';
import { exponentOf } from '../../../shared/kernel/money.ts';
import { UNIT_PRICE_PLACES } from '../../../shared/kernel/quantity.ts';
import { formatQuantity, group } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/use-text.ts';

/** How a curve's steps and costs are written. */
export interface FigureTexts {
  /** "20,000" or "150 %". */
  readonly step: (step: number) => string;
  /** As a tick: short, without its unit. */
  readonly cost: (cost: number) => string;
  /** The item's unit after a space, or nothing. */
  readonly unit: string;
  readonly xLabel: string;
  readonly yLabel: string;
}

export function figureTexts({ item, stepSize, currency }: QuantityCurve, t: Translate): FigureTexts {
  if (item === null || stepSize === null) {
    const places = exponentOf(currency);
    return {
      step: (step) => `${group(String(step))}\u00a0%`,
      cost: (minor) => group(String(Math.round(minor / 10 ** places))),
      unit: '',
      xLabel: t('quantityCurves:xProject'),
      yLabel: t('quantityCurves:yProject', { unit: currency }),
    };
  }
  const unit = item.unit === '' ? currency : `${currency} / ${item.unit}`;
  return {
    step: (step) => formatQuantity(Math.round(step * stepSize)),
    cost: (cost) => group(fromScaledInteger(Math.round(cost), UNIT_PRICE_PLACES).toSignificantDigits(4).toFixed()),
    unit: item.unit,
    xLabel: item.unit === '' ? t('quantityCurves:xItem') : t('quantityCurves:xItemUnit', { unit: item.unit }),
    yLabel: t('quantityCurves:yItem', { unit }),
  };
}
