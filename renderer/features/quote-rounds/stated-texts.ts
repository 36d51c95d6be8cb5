import type { ComparisonQuote } from '../../../shared/domain/comparison/types.ts';
import type { RoundTermName } from '../../../shared/domain/quote-rounds/types.ts';
import type { CostPart } from '../../../shared/domain/quotes/terms.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { formatMoneyWithCode, formatPercent, formatUnitPrice } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/use-text.ts';

type Stated = Omit<ComparisonQuote, 'lines'>;

/** A term of a round as it was stated. */
export function termStated(quote: Stated, term: RoundTermName, t: Translate): string {
  const open = t('comparisons:notStated');
  switch (term) {
    case 'currency':
      return quote.currency;
    case 'taxBasis': {
      const rate = quote.vatRateBp === null || quote.taxBasis === 'none' ? '' : ` ${formatPercent(quote.vatRateBp)}`;
      return quote.taxBasis === 'unknown' ? open : `${t(`quote:taxBasis.${quote.taxBasis}`)}${rate}`;
    }
    case 'minimumValue':
      return quote.minimumValueMinor === null ? open : formatMoneyWithCode(quote.minimumValueMinor, quote.currency);
    case 'leadTime':
      return quote.leadTimeDays === null ? open : t('quotes:days', { count: quote.leadTimeDays });
    case 'tradeTerm': {
      const named = quote.incoterm === null ? '' : t(`quote:tradeTerm.${quote.incoterm}`);
      return [named, quote.namedPlace].filter(Boolean).join(' ') || open;
    }
    case 'paymentTerms':
      return quote.paymentTerms === '' ? open : quote.paymentTerms;
    case 'validUntil':
      return quote.validUntil ?? open;
    default:
      return assertNever(term);
  }
}

/** A cost part of a round as it was stated. */
export function costStated(quote: Stated, part: CostPart, t: Translate): string {
  const cost = quote.costs.find((one) => one.part === part);
  if (cost === undefined || cost.basis === 'unknown') return t('comparisons:notStated');
  if (cost.basis === 'included') return t('comparisons:included');
  if (cost.amountMinor !== null) return formatMoneyWithCode(cost.amountMinor, quote.currency);
  if (cost.unitAmount !== null && cost.unitAmount !== undefined) {
    return t('quoteRounds:perUnit', { price: `${formatUnitPrice(cost.unitAmount)} ${quote.currency}` });
  }
  return cost.rateBp === null || cost.rateBp === undefined ? t('comparisons:notStated') : formatPercent(cost.rateBp);
}
