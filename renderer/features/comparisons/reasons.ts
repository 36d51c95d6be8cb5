import type {
  Assumption,
  ComparedQuote,
  ExclusionReason,
  IncompleteReason,
} from '../../../shared/domain/comparison/types.ts';
import type { TradeTerm } from '../../../shared/domain/quotes/terms.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import type { CurrencyCode } from '../../../shared/kernel/money.ts';
import { fieldName } from '../../app/errors.ts';
import { formatMoneyWithCode, formatPercent } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/use-text.ts';

/** Why a quote has no place among the ranked, each reason a short sentence; exclusions first, unknown costs in one. */
export function reasonsOf(
  {
    exclusions,
    incomplete,
    quote,
  }: Pick<ComparedQuote, 'exclusions' | 'incomplete'> & { readonly quote: { readonly currency: CurrencyCode } },
  t: Translate,
): string[] {
  const parts = exclusions.flatMap((one) => (one.code === 'costUnknown' ? [t(`quote:costPart.${one.part}`)] : []));
  const reasons: string[] = [];
  for (const reason of exclusions) {
    if (reason.code !== 'costUnknown') reasons.push(exclusionText(reason, t));
    else if (parts.length > 0) {
      reasons.push(t('comparison:reason.costUnknown', { part: parts.splice(0).join(t('comparisons:listSeparator')) }));
    }
  }
  return [...reasons, ...incomplete.map((reason) => incompleteText(reason, quote.currency, t))];
}

function exclusionText(reason: Exclude<ExclusionReason, { code: 'costUnknown' }>, t: Translate): string {
  switch (reason.code) {
    case 'expired':
      return t('comparison:reason.expired', { date: reason.date });
    case 'noExchangeRate':
      return t('comparison:reason.noExchangeRate', { from: reason.from, to: reason.to });
    case 'differentTradeTerm':
      return t('comparison:reason.differentTradeTerm', { term: shortTerm(reason.term, t) });
    case 'costingUnset':
      return t('comparison:reason.costingUnset', { field: fieldName(reason.field, t) });
    case 'cartonUnknown':
    case 'dutyRateUnknown':
      return t(`comparison:reason.${reason.code}`, { count: reason.count });
    case 'beyondPoint':
    case 'paymentTermsUnclear':
    case 'leadTimeUnknown':
    case 'taxBasisUnknown':
    case 'vatRateUnknown':
    case 'differentBasis':
    case 'tradeTermUnknown':
    case 'outOfRange':
      return t(`comparison:reason.${reason.code}`);
    default:
      return assertNever(reason);
  }
}

function incompleteText(reason: IncompleteReason, currency: CurrencyCode, t: Translate): string {
  switch (reason.code) {
    case 'missingPrices':
    case 'missingQuantities':
    case 'cannotBeOrdered':
      return t(`comparison:incomplete.${reason.code}`, { count: reason.count });
    case 'belowMinimumValue':
      return t('comparison:incomplete.belowMinimumValue', {
        minimum: formatMoneyWithCode(reason.minimumMinor, currency),
      });
    default:
      return assertNever(reason);
  }
}

export interface SaidAssumption {
  readonly text: string;
  /** Something to be looked into, not merely to be known. */
  readonly isWarning: boolean;
}

/** What the comparison rests on. Cost parts that nobody states are said in one sentence. */
export function assumptionTexts(assumptions: readonly Assumption[], t: Translate): SaidAssumption[] {
  const unstated = assumptions.flatMap((one) => (one.code === 'costUnstated' ? [t(`quote:costPart.${one.part}`)] : []));
  const said: SaidAssumption[] = [];
  for (const assumption of assumptions) {
    if (assumption.code !== 'costUnstated') said.push(assumptionText(assumption, t));
    else if (unstated.length > 0) {
      const part = unstated.splice(0).join(t('comparisons:listSeparator'));
      said.push({ text: t('comparison:assumption.costUnstated', { part }), isWarning: false });
    }
  }
  return said;
}

function assumptionText(assumption: Exclude<Assumption, { code: 'costUnstated' }>, t: Translate): SaidAssumption {
  switch (assumption.code) {
    case 'mixedBases':
      return { text: t('comparison:assumption.mixedBases'), isWarning: true };
    case 'taxBasisUnstated':
    case 'tradeTermUnstated':
    case 'net':
    case 'gross':
    case 'quotedAsStated':
      return { text: t(`comparison:assumption.${assumption.code}`), isWarning: false };
    case 'tradeTermsDiffer': {
      const terms = assumption.terms.map((term) => shortTerm(term, t)).join(t('comparisons:listSeparator'));
      return { text: t('comparison:assumption.tradeTermsDiffer', { terms }), isWarning: false };
    }
    case 'staleRate': {
      const { from, to, date } = assumption;
      return { text: t('comparison:assumption.staleRate', { from, to, date }), isWarning: true };
    }
    case 'costBounded':
      return {
        text: t('comparison:assumption.costBounded', { part: t(`quote:costPart.${assumption.part}`) }),
        isWarning: false,
      };
    case 'channelApart': {
      const { channel, count } = assumption;
      return {
        text: t('comparison:assumption.channelApart', { channel: t(`comparison:market.channel.${channel}`), count }),
        isWarning: false,
      };
    }
    case 'carriedTo': {
      const point = t(`comparison:point.${assumption.point}`);
      return { text: t('comparison:assumption.carriedTo', { point }), isWarning: false };
    }
    case 'paymentTiming':
      return {
        text: t('comparison:assumption.paymentTiming', { rate: formatPercent(assumption.rateBp) }),
        isWarning: false,
      };
    case 'quantity':
      return { text: t('comparison:assumption.quantity', { percent: assumption.percent }), isWarning: false };
    case 'estimateNoRate': {
      const { from, to } = assumption;
      return { text: t('comparison:assumption.estimateNoRate', { from, to }), isWarning: true };
    }
    default:
      return assertNever(assumption);
  }
}

/** "FOB"; the one term that is no Incoterm in words. */
export function shortTerm(term: TradeTerm, t: Translate): string {
  return term === 'domestic' ? t('quote:tradeTerm.domestic') : term;
}
