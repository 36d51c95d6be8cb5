import type { Comparison } from '../../../../shared/domain/comparison/types.ts';
import { effectiveUnitPrice } from '../../../../shared/domain/pricing/tiers.ts';
import { exactOrNull } from '../../../../shared/kernel/decimal.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';
import type { UnitPrice } from '../../../../shared/kernel/quantity.ts';
import type { StripMark } from '../../../charts/chart-types.ts';
import { type Translate, useText } from '../../../i18n/use-text.ts';
import { useItems } from '../../items/queries.ts';
import { useOpenProject } from '../../projects/open-project.ts';
import type { MarketPopulation } from './market-model.ts';
import type { PriceScale } from './price-scale.ts';

/** The market's figures and our own as labelled lines of the plot. */
export function useMarks(
  population: MarketPopulation,
  comparison: Comparison,
  itemId: Id | null,
  scale: PriceScale,
): StripMark[] {
  const { t } = useText();
  const project = useOpenProject();
  const target = useItems(project.id).data?.find(({ id }) => id === itemId)?.targetUnitPrice ?? null;
  // Our target is in the project's currency; against prices in another one it would only mislead.
  const isOurCurrency = comparison.options.currency === project.currency;
  return marksOf(population, comparison, itemId, isOurCurrency ? target : null, scale, t);
}

export function marksOf(
  { statistics }: Pick<MarketPopulation, 'statistics'>,
  comparison: Comparison,
  itemId: Id | null,
  target: UnitPrice | null,
  scale: PriceScale,
  t: Translate,
): StripMark[] {
  const marks: Omit<StripMark, 'label'>[] = [];
  const named: Record<string, string> = {
    median: t('comparison:market.median'),
    mean: t(
      statistics.state === 'computed' && statistics.weightedMean.weighting === 'quantity'
        ? 'comparison:market.weightedMean'
        : 'comparison:market.mean',
    ),
    p25: 'P25',
    p75: 'P75',
    estimate: t('comparisons:estimate'),
    target: t('comparisons:market.target'),
  };
  if (statistics.state === 'computed') {
    marks.push(
      { id: 'median', price: statistics.median, isOurs: false },
      { id: 'mean', price: statistics.weightedMean.price, isOurs: false },
      { id: 'p25', price: statistics.p25, isOurs: false },
      { id: 'p75', price: statistics.p75, isOurs: false },
    );
  }
  const estimate = estimateOf(comparison, itemId);
  if (estimate !== null) marks.push({ id: 'estimate', price: estimate, isOurs: true });
  if (target !== null) marks.push({ id: 'target', price: target, isOurs: true });
  return marks.map((mark) => ({ ...mark, label: `${named[mark.id] ?? ''} ${scale.text(mark.price)}` }));
}

/** Our estimate in the scale of the prices; a project's only where every item has one. */
function estimateOf(comparison: Comparison, itemId: Id | null): number | null {
  const { rows, estimateMinor, estimatedCount, options } = comparison;
  if (itemId === null) return estimatedCount === rows.length ? estimateMinor : null;
  const row = rows.find(({ item }) => item.id === itemId);
  const minor = row?.estimateMinor ?? null;
  const need = row?.need ?? null;
  if (minor === null || need === null || need === 0) return null;
  return exactOrNull(() => effectiveUnitPrice(minor, need, options.currency));
}
