import type { ComparedQuote, Comparison } from '../../../shared/domain/comparison/types.ts';
import { EXPIRING_WITHIN_DAYS } from '../../../shared/domain/validity/validity.ts';
import type { Translate } from '../../i18n/use-text.ts';
import type { Tone } from '../../ui/status-badge.tsx';

/** Where a quote stands, in a few words. */
export function standingOf(
  { rank, standing, state, pricedCount, exclusions, incomplete, expiresInDays }: ComparedQuote,
  { rows }: Pick<Comparison, 'rows'>,
  t: Translate,
): { readonly tone: Tone; readonly label: string } {
  if (standing !== null) {
    const label =
      rank === null
        ? t('comparisons:badge.rankOpen', { best: standing.bestRank, worst: standing.worstRank })
        : t('comparisons:badge.rank', { rank });
    if (expiresInDays !== null && expiresInDays <= EXPIRING_WITHIN_DAYS) {
      return { tone: 'warning', label: `${label} · ${t('comparisons:badge.expiring', { count: expiresInDays })}` };
    }
    return { tone: rank === 1 ? 'good' : 'neutral', label };
  }
  if (state === 'incomplete') {
    if (pricedCount < rows.length) {
      return { tone: 'warning', label: t('comparisons:badge.priced', { priced: pricedCount, all: rows.length }) };
    }
    const isBelow = incomplete.some(({ code }) => code === 'belowMinimumValue');
    return { tone: 'warning', label: t(isBelow ? 'comparisons:badge.belowMinimum' : 'comparison:state.incomplete') };
  }
  const [first] = exclusions;
  if (first === undefined) return { tone: 'unknown', label: t('comparison:state.excluded') };
  return { tone: first.code === 'expired' ? 'bad' : 'unknown', label: t(`comparisons:badge.${first.code}`) };
}
