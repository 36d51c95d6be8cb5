import { Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { Comparison } from '../../../../shared/domain/comparison/types.ts';
import { traceMarket } from '../../../../shared/domain/market/trace.ts';
import type { ComputedMarket } from '../../../../shared/domain/market/types.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';
import { StripPlot } from '../../../charts/charts.tsx';
import { formatPercent } from '../../../i18n/format.ts';
import { useText } from '../../../i18n/use-text.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TracePopover } from '../../../ui/trace-popover.tsx';
import { EntriesTable } from './entries-table.tsx';
import classes from './market.module.css';
import type { MarketPopulation } from './market-model.ts';
import { useMarks } from './marks.ts';
import { type PriceScale, priceScale } from './price-scale.ts';
import { UnusuallyLow } from './unusually-low.tsx';

export interface PopulationCardProps {
  readonly population: MarketPopulation;
  readonly comparison: Comparison;
  readonly itemId: Id | null;
  /** No other market stands beside it, so where it was asked needs no name unless it is known. */
  readonly isOnly: boolean;
}

/** One market: how many prices, how they lie, and which lie too low. */
export function PopulationCard({ population, comparison, itemId, isOnly }: PopulationCardProps) {
  const { t } = useText();
  const { ref, width } = useElementSize();
  const { entries, statistics, channel } = population;
  const scale = priceScale(comparison, itemId);
  const marks = useMarks(population, comparison, itemId, scale);
  const outliers = statistics.state === 'computed' ? (statistics.outliers ?? []) : [];
  const toneOf = (id: Id) => {
    if (outliers.some((one) => one.id === id)) return 'outlier';
    const verdict = population.verdicts.find((one) => one.id === id);
    if (verdict?.state === 'computed' && verdict.severity !== 'none') {
      return verdict.severity === 'amber' ? 'low' : 'veryLow';
    }
    return id === entries[0]?.id && entries.length > 1 ? 'lowest' : 'ordinary';
  };
  const title =
    channel === 'other' && isOnly ? t('comparisons:market.title') : t(`comparisons:market.channel.${channel}`);
  return (
    <section className={classes.population} aria-label={title}>
      <header className={classes.head}>
        <Text component="h2" fw={600}>
          {title}
        </Text>
        <span className="hj-quiet">{t('comparisons:market.sample', { count: entries.length })}</span>
        <StatusBadge
          tone={statistics.state === 'insufficient' || statistics.size === 'indicative' ? 'warning' : 'neutral'}
          label={t(
            `comparison:market.strength.${statistics.state === 'insufficient' ? 'insufficient' : statistics.size}`,
          )}
        />
      </header>
      <div ref={ref} className={classes.plot}>
        {width === 0 ? null : (
          <StripPlot
            width={width}
            label={t('comparisons:market.plotLabel', { count: entries.length, unit: scale.unit })}
            axisLabel={scale.axisLabel(t)}
            formatTick={scale.tick}
            dots={entries.map(({ id, price }, index) => ({
              id,
              price,
              label: String(index + 1),
              tone: toneOf(id),
            }))}
            marks={marks}
            middleHalf={statistics.state === 'computed' ? [statistics.p25, statistics.p75] : null}
          />
        )}
      </div>
      <div className={classes.columns}>
        <EntriesTable population={population} scale={scale} />
        <div>
          {statistics.state === 'insufficient' ? (
            <Text className="hj-quiet">{t('comparisons:market.missing', { count: statistics.missingQuotes })}</Text>
          ) : (
            <Statistics market={statistics} population={population} scale={scale} />
          )}
          <UnusuallyLow population={population} scale={scale} asOf={comparison.options.asOf} />
        </div>
      </div>
    </section>
  );
}

function Statistics(props: { market: ComputedMarket; population: MarketPopulation; scale: PriceScale }) {
  const { market, population, scale } = props;
  const { t } = useText();
  const weighted = market.weightedMean.weighting === 'quantity';
  const figures: [string, string][] = [
    [t('comparison:market.minimum'), scale.text(market.min)],
    [t('comparisons:market.p25'), scale.text(market.p25)],
    [t('comparison:market.median'), scale.text(market.median)],
    [t('comparison:market.mean'), scale.text(market.mean)],
    ...(weighted
      ? [[t('comparison:market.weightedMean'), scale.text(market.weightedMean.price)] satisfies [string, string]]
      : []),
    [t('comparisons:market.p75'), scale.text(market.p75)],
    [t('comparison:market.maximum'), scale.text(market.max)],
    [t('comparisons:market.deviation'), scale.text(market.standardDeviation)],
    [t('comparison:market.spread'), market.spreadBp === null ? '—' : formatPercent(market.spreadBp)],
  ];
  return (
    <>
      <dl className={classes.statistics} aria-label={t('comparisons:market.statistics')}>
        {figures.map(([label, figure]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="hj-figure">{figure}</dd>
          </div>
        ))}
        <div>
          <dt title={t('comparisons:market.referenceHint')}>{t('comparisons:market.reference')}</dt>
          <dd className="hj-figure">
            <TracePopover trace={traceMarket(population.entries, scale.trace)}>
              {scale.text(market.referencePrice.price)}
            </TracePopover>
          </dd>
        </div>
      </dl>
      <Text size="xs" className="hj-quiet" mt={4}>
        {t(weighted ? 'comparisons:market.weighted' : 'comparisons:market.unweighted')}
      </Text>
    </>
  );
}
