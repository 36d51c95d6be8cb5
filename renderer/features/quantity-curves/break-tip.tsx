import type { QuantityCurveQuery } from '../../../shared/contract/quantity-curves.ts';
import type { MinorRange } from '../../../shared/domain/comparison/types.ts';
import { shownBreak } from '../../../shared/domain/quantity-curves/at-quantity.ts';
import type { AtQuantityRow, QuantityCurve } from '../../../shared/domain/quantity-curves/types.ts';
import type { CurrencyCode } from '../../../shared/kernel/money.ts';
import { formatDifference, formatMoneyWithCode, formatQuantity, formatUnitPrice } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskedTrace } from './asked-trace.tsx';
import classes from './quantity-curves.module.css';

/** Whether ordering up to a higher price break pays: what it saves, or what the further units would cost. */
export function BreakTip(props: {
  readonly row: AtQuantityRow;
  readonly unit: string;
  readonly curve: QuantityCurve;
  readonly query: QuantityCurveQuery;
}) {
  const { row, unit, curve, query } = props;
  const { t } = useText();
  const next = shownBreak(row.advice);
  if (next === null) return null;
  const order = `${formatQuantity(next.orderQuantity)}${unit === '' ? '' : ` ${unit}`}`;
  const further = formatQuantity(next.extraQuantity);
  const price = `${formatUnitPrice(next.unitPrice)} ${row.currency}`;
  const text =
    next.advice === 'recommend'
      ? t(next.savingMinor === 0 ? 'quantityCurves:tip.same' : 'quantityCurves:tip.saves', {
          order,
          price,
          further,
          saving: formatMoneyWithCode(next.savingMinor, row.currency),
        })
      : t('quantityCurves:tip.costsMore', {
          order,
          price,
          further,
          extra: formatMoneyWithCode(next.extraCostMinor, row.currency),
          marginal: `${formatUnitPrice(next.marginalUnitCost)} ${row.currency}`,
        });
  const landed = row.landedAtBreak;
  const pays = next.advice === 'recommend' && (landed === null || landed.highMinor <= 0);
  return (
    <span className={classes.tip} data-good={pays || undefined}>
      <AskedTrace query={query} figure={{ quoteId: row.quoteId, step: curve.chosenStep, figure: 'nextBreak' }}>
        <span className={classes.tipText}>{text}</span>
      </AskedTrace>
      {landed === null ? null : (
        <span className={classes.tipText}>
          {' '}
          {t('quantityCurves:tip.landed', { difference: differenceText(landed, curve.currency) })}
        </span>
      )}
    </span>
  );
}

/** "+310.00 CNY", or both ends where unknown costs leave a range. */
function differenceText({ lowMinor, highMinor }: MinorRange, currency: CurrencyCode): string {
  const ends = [...new Set([lowMinor, highMinor])].map((minor) => formatDifference(minor, currency));
  return `${ends.join(' – ')}\u00a0${currency}`;
}
