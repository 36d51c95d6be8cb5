import { Tooltip } from '@mantine/core';
import type { CurrencyCode } from '../../shared/kernel/money.ts';
import type { Quantity, UnitPrice } from '../../shared/kernel/quantity.ts';
import { formatMoney, formatPercent, formatQuantity, formatUnitPrice } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';

/** A figure nobody has given us: quiet, named, and never a zero. */
export function Unknown({ hint }: { readonly hint?: string }) {
  const { t } = useText();
  return (
    <Tooltip label={hint ?? t('unknownHint')}>
      <span className="hj-quiet">{t('unknown')}</span>
    </Tooltip>
  );
}

/** An amount with its currency quietly beside it; `bare` where a column's head names the currency. */
export function MoneyCell(props: {
  readonly minor: number | null;
  readonly currency: CurrencyCode;
  readonly bare?: boolean;
  readonly strong?: boolean;
}) {
  const { minor, currency, bare = false, strong = false } = props;
  if (minor === null) return <Unknown />;
  return (
    <span className="hj-figure" style={strong ? { fontWeight: 600 } : undefined}>
      {formatMoney(minor, currency)}
      {bare ? null : <span className="hj-unit">{currency}</span>}
    </span>
  );
}

/** A unit price, at least four decimals. */
export function UnitPriceCell(props: {
  readonly unitPrice: UnitPrice | null;
  readonly currency: CurrencyCode;
  readonly bare?: boolean;
}) {
  const { unitPrice, currency, bare = false } = props;
  if (unitPrice === null) return <Unknown />;
  return (
    <span className="hj-figure">
      {formatUnitPrice(unitPrice)}
      {bare ? null : <span className="hj-unit">{currency}</span>}
    </span>
  );
}

export function QuantityCell({ quantity, unit }: { readonly quantity: Quantity | null; readonly unit?: string }) {
  if (quantity === null) return <Unknown />;
  return (
    <span className="hj-figure">
      {formatQuantity(quantity)}
      {unit === undefined || unit === '' ? null : <span className="hj-unit">{unit}</span>}
    </span>
  );
}

/** A percentage from hundredths of a percent. */
export function PercentCell({ basisPoints }: { readonly basisPoints: number | null }) {
  return basisPoints === null ? <Unknown /> : <span className="hj-figure">{formatPercent(basisPoints)}</span>;
}
