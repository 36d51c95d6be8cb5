import { Text } from '@mantine/core';
import type { Comparison } from '../../../shared/domain/comparison/types.ts';
import { type BelowMarketSeverity, belowMarket } from '../../../shared/domain/market/below-market.ts';
import { traceBelowMarket, traceMarket } from '../../../shared/domain/market/trace.ts';
import type { ComputedMarket, MarketQuote } from '../../../shared/domain/market/types.ts';
import { toDecimalString } from '../../../shared/kernel/money.ts';
import { formatMoney, formatPercent } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';
import { TracePopover } from '../../ui/trace-popover.tsx';
import classes from './compare.module.css';

/** How the ranked totals lie, and whether one is too low to be believed. */
export function MarketPanel({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useText();
  const { market } = comparison;
  return (
    <section className={classes.finding}>
      <Text component="h2" fw={600}>
        {t('comparisons:market.title')}
      </Text>
      {market.state === 'insufficient' ? (
        <Text className="hj-quiet">{t('comparisons:market.missing', { count: market.missingQuotes })}</Text>
      ) : (
        <Statistics market={market} comparison={comparison} />
      )}
      {market.state === 'insufficient' ? null : <UnusuallyLow comparison={comparison} />}
    </section>
  );
}

function Statistics({ market, comparison }: { readonly market: ComputedMarket; readonly comparison: Comparison }) {
  const { t } = useText();
  const nameOfQuote = useQuoteNames(comparison);
  const { currency } = comparison.options;
  const money = (minor: number) => formatMoney(minor, currency);
  const figures: [string, React.ReactNode][] = [
    [t('comparison:market.minimum'), money(market.min)],
    [t('comparison:market.median'), money(market.median)],
    [t('comparison:market.mean'), money(market.mean)],
    [t('comparison:market.maximum'), money(market.max)],
    [
      t('comparisons:market.quartiles'),
      t('comparisons:market.range', { from: money(market.p25), to: money(market.p75) }),
    ],
    [t('comparison:market.spread'), market.spreadBp === null ? '—' : formatPercent(market.spreadBp)],
  ];
  const outliers = market.outliers ?? [];
  return (
    <>
      <div className={classes.reasonName}>
        <Text className="hj-quiet" size="xs">
          {t('comparisons:market.ofTotals', { count: market.count })}, {currency}
        </Text>
        <StatusBadge
          tone={market.size === 'indicative' ? 'warning' : 'neutral'}
          label={t(`comparison:market.strength.${market.size}`)}
        />
      </div>
      <dl className={classes.statistics}>
        {figures.map(([label, figure]) => (
          <FigureRow key={label} label={label}>
            {figure}
          </FigureRow>
        ))}
        <FigureRow label={t('comparisons:market.reference')} hint={t('comparisons:market.referenceHint')}>
          <TracePopover trace={traceMarket(populationOf(comparison), (price) => priceText(price, currency))}>
            {money(market.referencePrice.price)}
          </TracePopover>
        </FigureRow>
      </dl>
      {outliers.length === 0 ? null : (
        <Text size="xs" mt={6} className="hj-quiet">
          {t('comparisons:market.outliers', {
            count: outliers.length,
            names: outliers.map(({ id }) => nameOfQuote(id)).join(t('comparisons:listSeparator')),
          })}
        </Text>
      )}
    </>
  );
}

function FigureRow({ label, hint, children }: { label: string; hint?: string; children: React.ReactNode }) {
  return (
    <>
      <dt title={hint}>{label}</dt>
      <dd className="hj-figure">{children}</dd>
    </>
  );
}

const TONES: Readonly<Record<BelowMarketSeverity, Tone>> = {
  none: 'neutral',
  amber: 'warning',
  red: 'bad',
  critical: 'bad',
};

function UnusuallyLow({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useText();
  const nameOfQuote = useQuoteNames(comparison);
  const population = populationOf(comparison);
  const verdicts = belowMarket(population);
  const refused = verdicts.find((one) => one.state === 'refused');
  const low = verdicts.flatMap((one) =>
    one.state === 'computed' && one.severity !== 'none' ? [{ ...one, severity: one.severity }] : [],
  );
  return (
    <>
      <Text component="h3" fw={500} mt="sm" mb={4}>
        {t('comparisons:market.below')}
      </Text>
      {refused !== undefined && refused.state === 'refused' ? (
        <Text className="hj-quiet">{t('comparisons:market.belowRefused', { count: refused.missingQuotes })}</Text>
      ) : low.length === 0 ? (
        <Text className="hj-quiet">{t('comparisons:market.belowNone')}</Text>
      ) : (
        <ul className={classes.reasons}>
          {low.map(({ id, severity, belowBp }) => (
            <li key={id}>
              <div className={classes.reasonName}>
                <Text fw={500} truncate>
                  {nameOfQuote(id)}
                </Text>
                <StatusBadge tone={TONES[severity]} label={t(`comparisons:market.severity.${severity}`)} />
              </div>
              <Text size="xs" className="hj-quiet">
                <TracePopover
                  trace={traceBelowMarket(population, id, (price) => priceText(price, comparison.options.currency))}
                >
                  {t('comparisons:market.belowBy', { percent: formatPercent(belowBp) })}
                </TracePopover>
                {' · '}
                {t('comparisons:market.belowAsk')}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The ranked totals, as the market rules take them; whole orders carry no weight of quantity. */
function populationOf({ quotes }: Comparison): MarketQuote[] {
  return quotes.flatMap(({ quote, rank, totalMinor }) =>
    rank === null || totalMinor === null ? [] : [{ id: quote.id, price: totalMinor, quantity: null }],
  );
}

function priceText(minor: number, currency: string) {
  return { value: toDecimalString({ minor, currency }), unit: currency };
}

function useQuoteNames({ quotes }: Comparison): (quoteId: string) => string {
  const nameOf = useName();
  return (quoteId) => {
    const quote = quotes.find((one) => one.quote.id === quoteId)?.quote;
    return quote === undefined ? '' : nameOf({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh });
  };
}
