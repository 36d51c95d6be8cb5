import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Comparison } from '../../../shared/domain/comparison/types.ts';
import { traceBelowMarket, traceMarket } from '../../../shared/domain/market/trace.ts';
import { formatPercent } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { TracePopover } from '../../ui/trace-popover.tsx';
import classes from './compare.module.css';
import { type MarketPopulation, populationsOf } from './market/market-model.ts';
import { type PriceScale, priceScale } from './market/price-scale.ts';
import { SEVERITY_TONES } from './market/severity.ts';

/** How the ranked totals lie, in short; the market's own view has the picture and the single items. */
export function MarketPanel({
  comparison,
  projectId,
}: {
  readonly comparison: Comparison;
  readonly projectId: string;
}) {
  const { t } = useText();
  const populations = populationsOf(comparison, null);
  const scale = priceScale(comparison, null);
  return (
    <section className={classes.finding}>
      <div className={classes.reasonName}>
        <Text component="h2" fw={600}>
          {t('comparisons:market.title')}
        </Text>
        <Anchor
          size="xs"
          renderRoot={(props) => (
            <Link
              {...props}
              to="/projects/$projectId/compare"
              params={{ projectId }}
              search={(before) => ({ ...before, view: 'market' })}
            />
          )}
        >
          {t('comparisons:market.open')}
        </Anchor>
      </div>
      {populations.length === 0 ? (
        <Text className="hj-quiet">{t('comparisons:market.nothing')}</Text>
      ) : (
        populations.map((population) => (
          <PopulationSummary
            key={population.channel}
            population={population}
            scale={scale}
            isNamed={populations.length > 1 || population.channel !== 'other'}
          />
        ))
      )}
    </section>
  );
}

function PopulationSummary(props: { population: MarketPopulation; scale: PriceScale; isNamed: boolean }) {
  const { population, scale, isNamed } = props;
  const { t } = useText();
  const { statistics, channel, entries } = population;
  return (
    <>
      {isNamed ? (
        <Text component="h3" fw={500} mt={6}>
          {t(`comparisons:market.channel.${channel}`)}
        </Text>
      ) : null}
      {statistics.state === 'insufficient' ? (
        <Text className="hj-quiet">{t('comparisons:market.missing', { count: statistics.missingQuotes })}</Text>
      ) : (
        <>
          <div className={classes.reasonName}>
            <Text className="hj-quiet" size="xs">
              {t('comparisons:market.ofTotals', { count: statistics.count })}, {scale.unit}
            </Text>
            <StatusBadge
              tone={statistics.size === 'indicative' ? 'warning' : 'neutral'}
              label={t(`comparison:market.strength.${statistics.size}`)}
            />
          </div>
          <dl className={classes.statistics}>
            <dt>{t('comparisons:market.quartiles')}</dt>
            <dd className="hj-figure">
              {t('comparisons:market.range', { from: scale.text(statistics.p25), to: scale.text(statistics.p75) })}
            </dd>
            <dt>{t('comparison:market.spread')}</dt>
            <dd className="hj-figure">{statistics.spreadBp === null ? '—' : formatPercent(statistics.spreadBp)}</dd>
            <dt title={t('comparisons:market.referenceHint')}>{t('comparisons:market.reference')}</dt>
            <dd className="hj-figure">
              <TracePopover trace={traceMarket(entries, scale.trace)}>
                {scale.text(statistics.referencePrice.price)}
              </TracePopover>
            </dd>
          </dl>
          <UnusuallyLow population={population} scale={scale} />
        </>
      )}
    </>
  );
}

function UnusuallyLow({ population, scale }: { population: MarketPopulation; scale: PriceScale }) {
  const { t } = useText();
  const nameOf = useName();
  const { entries, verdicts } = population;
  const refused = verdicts.find((one) => one.state === 'refused');
  const low = verdicts.flatMap((one) =>
    one.state === 'computed' && one.severity !== 'none' ? [{ ...one, severity: one.severity }] : [],
  );
  return (
    <>
      <Text component="h3" fw={500} mt="sm" mb={4}>
        {t('comparisons:market.below')}
      </Text>
      {refused?.state === 'refused' ? (
        <Text className="hj-quiet">{t('comparisons:market.belowRefused', { count: refused.missingQuotes })}</Text>
      ) : low.length === 0 ? (
        <Text className="hj-quiet">{t('comparisons:market.belowNone')}</Text>
      ) : (
        <ul className={classes.reasons}>
          {low.map(({ id, severity, belowBp }) => {
            const quote = entries.find((entry) => entry.id === id)?.compared.quote;
            return (
              <li key={id}>
                <div className={classes.reasonName}>
                  <Text fw={500} truncate>
                    {nameOf({ nameEn: quote?.supplierNameEn ?? '', nameZh: quote?.supplierNameZh ?? '' })}
                  </Text>
                  <StatusBadge tone={SEVERITY_TONES[severity]} label={t(`comparisons:market.severity.${severity}`)} />
                </div>
                <Text size="xs" className="hj-quiet">
                  <TracePopover trace={traceBelowMarket(entries, id, scale.trace)}>
                    {t('comparisons:market.belowBy', { percent: formatPercent(belowBp) })}
                  </TracePopover>
                  {' · '}
                  {t('comparisons:market.belowAsk')}
                </Text>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
