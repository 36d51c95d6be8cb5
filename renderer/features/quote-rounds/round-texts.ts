import type { LineChange, QuoteRound } from '../../../shared/domain/quote-rounds/types.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { formatMoney, formatPercentDifference, formatUnitPrice } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/use-text.ts';

/** "64,310.00", both ends of a range, or a dash. */
export function totalText({ total }: Pick<QuoteRound, 'total'>, currency: string): string {
  if (total === null) return '—';
  const low = formatMoney(total.lowMinor, currency);
  return total.lowMinor === total.highMinor ? low : `${low} – ${formatMoney(total.highMinor, currency)}`;
}

/** What a round did to a price, in a few characters; empty where there is nothing to say. */
export function changeText(change: LineChange, t: Translate): string {
  switch (change.kind) {
    case 'changed': {
      const sign = change.minor > 0 ? '+' : '';
      const percent = change.bp === null ? '' : ` (${formatPercentDifference(change.bp)})`;
      return `${sign}${formatUnitPrice(change.minor)}${percent}`;
    }
    case 'same':
      return t('quoteRounds:change.same');
    case 'new':
      return t('quoteRounds:change.new');
    case 'dropped':
      return t('quoteRounds:change.dropped');
    case 'otherCurrency':
      return t('quoteRounds:change.otherCurrency');
    case 'first':
    case 'notQuoted':
      return '';
    default:
      return assertNever(change);
  }
}
