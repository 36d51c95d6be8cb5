import type { Quote } from '../../../shared/contract/quotes.ts';
import { validityOn } from '../../../shared/domain/validity/validity.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { formatPercent } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { Unknown } from '../../ui/figures.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';

type Valid = Pick<Quote, 'validUntil'>;

/** Whether the quote still holds today. */
export function ValidityBadge({ quote, today }: { readonly quote: Valid; readonly today: CalendarDate | null }) {
  const { t } = useText();
  if (today === null) return null;
  const { state, daysLeft } = validityOn(quote.validUntil, today);
  const date = quote.validUntil ?? '';
  switch (state) {
    case 'valid':
      return (
        <StatusBadge
          tone="good"
          label={t('quotes:validity.valid', { date })}
          title={t('quotes:validity.validUntil', { date })}
        />
      );
    case 'expiring':
      return (
        <StatusBadge
          tone="warning"
          label={
            daysLeft === 0 ? t('quotes:validity.lastDay') : t('quotes:validity.expiring', { count: daysLeft ?? 0 })
          }
          title={t('quotes:validity.validUntil', { date })}
        />
      );
    case 'expired':
      return <StatusBadge tone="bad" label={t('quotes:validity.expired', { date })} />;
    case 'unlimited':
      return <StatusBadge tone="unknown" label={t('quotes:validity.unlimited')} />;
  }
}

/** "incl. 13 %"; what the supplier has not said is shown as unknown. */
export function TaxBasis({ quote }: { readonly quote: Pick<Quote, 'taxBasis' | 'vatRateBp'> }) {
  const { t } = useText();
  const { taxBasis, vatRateBp } = quote;
  if (taxBasis === 'unknown') return <Unknown hint={t('quotes:taxBasisHint')} />;
  const rate = taxBasis === 'none' || vatRateBp === null ? '' : formatPercent(vatRateBp);
  return (
    <span title={`${t(`quote:taxBasis.${taxBasis}`)} ${rate}`.trim()}>
      {t(`quotes:taxShort.${taxBasis}`)} {rate}
    </span>
  );
}

/** "FOB Ningbo". */
export function TradeTermText({ quote }: { readonly quote: Pick<Quote, 'incoterm' | 'namedPlace'> }) {
  const { t } = useText();
  const { incoterm, namedPlace } = quote;
  if (incoterm === null) return namedPlace === '' ? null : namedPlace;
  const term = incoterm === 'domestic' ? t('quote:tradeTerm.domestic') : incoterm;
  return (
    <span title={t(`quote:tradeTerm.${incoterm}`)}>{[term, namedPlace].filter((part) => part !== '').join(' ')}</span>
  );
}
