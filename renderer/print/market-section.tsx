import type { ReactNode } from 'react';
import { severityText } from '../../shared/documents/report-findings.ts';
import { type BilingualName, listed, nameIn, supplierOf, type Words } from '../../shared/documents/say.ts';
import type { BelowMarket } from '../../shared/domain/market/below-market.ts';
import type { ComputedMarket } from '../../shared/domain/market/types.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { formatCount, formatMoney, formatMoneyRange, formatPercentDifference } from '../../shared/kernel/format.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import type { CurrencyCode } from '../../shared/kernel/money.ts';
import { fillCounted } from '../../shared/texts/fill.ts';
import { Name, Say } from './document-language.tsx';
import classes from './report-document.module.css';
import { Head, Key, Section } from './section.tsx';

/** How the ranked totals lie to each other, and which of them lies unusually low (DOMAIN 4). */
export function MarketSection({ report }: { readonly report: EvaluationReport }) {
  const { market, marketRange, options, quotes } = report.comparison;
  const low = market ?? marketRange?.low ?? null;
  if (quotes.length === 0) return null;
  const names = new Map(quotes.map(({ quote }) => [quote.id, supplierOf(quote)]));
  const nameOf = (id: Id) => names.get(id) ?? { nameEn: '', nameZh: '' };
  return (
    <Section title={({ report: words }) => words.section.market} together={quotes.length <= 12}>
      {low === null ? null : low.state === 'insufficient' ? (
        <Say as="paragraphs">{({ report: words }) => fillCounted(words.market, 'missing', low.missingQuotes)}</Say>
      ) : market?.state === 'computed' ? (
        <Statistics market={market} currency={options.currency} nameOf={nameOf} />
      ) : marketRange?.high.state === 'computed' ? (
        <RangedStatistics low={low} high={marketRange.high} currency={options.currency} />
      ) : null}
      <BelowMarketTable report={report} nameOf={nameOf} />
    </Section>
  );
}

function Statistics(props: {
  readonly market: ComputedMarket;
  readonly currency: CurrencyCode;
  readonly nameOf: (id: Id) => BilingualName;
}) {
  const { market, currency, nameOf } = props;
  const { outliers } = market;
  return (
    <>
      <Say as="paragraphs">
        {({ report: words }) =>
          fillCounted(words.market, 'basis', market.count, { size: words.market.size[market.size] })
        }
      </Say>
      <dl className={classes.figures}>
        {RISING_FIGURES.map((figure) => (
          <Figure key={figure} label={({ report: words }) => words.market[figure]}>
            {formatMoney(market[figure], currency)}
          </Figure>
        ))}
        <Figure label={({ report: words }) => words.market.deviation}>
          {formatMoney(market.standardDeviation, currency)}
        </Figure>
        <Figure label={({ report: words }) => words.market.spread}>
          {market.spreadBp === null ? '—' : formatPercentDifference(market.spreadBp).replace('+', '')}
        </Figure>
        <Figure label={({ report: words }) => words.market.reference}>
          {formatMoney(market.referencePrice.price, currency)}
        </Figure>
      </dl>
      <Key>
        <Say>
          {({ report: words }, tongue) => {
            if (outliers === null) return words.market.outliersUntested;
            if (outliers.length === 0) return words.market.noOutliers;
            const names = listed(
              tongue,
              outliers.map(({ id }) => nameIn(tongue, nameOf(id))),
            );
            return words.market.outliers.replace('{{names}}', () => names);
          }}
        </Say>
      </Key>
    </>
  );
}

/** Where totals are ranges, so are the figures that rise with every price; deviation and outliers are not to be had. */
function RangedStatistics(props: {
  readonly low: ComputedMarket;
  readonly high: ComputedMarket;
  readonly currency: CurrencyCode;
}) {
  const { low, high, currency } = props;
  return (
    <>
      <Say as="paragraphs">
        {({ report: words }) => fillCounted(words.market, 'basis', low.count, { size: words.market.size[low.size] })}
      </Say>
      <dl className={classes.figures}>
        {RISING_FIGURES.map((figure) => (
          <Figure key={figure} label={({ report: words }) => words.market[figure]}>
            {formatMoneyRange({ lowMinor: low[figure], highMinor: high[figure] }, currency)}
          </Figure>
        ))}
      </dl>
    </>
  );
}

const RISING_FIGURES = ['min', 'p25', 'median', 'mean', 'p75', 'max'] as const;

function Figure({ label, children }: { readonly label: (words: Words) => string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>
        <Say as="stacked">{label}</Say>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function BelowMarketTable(props: { readonly report: EvaluationReport; readonly nameOf: (id: Id) => BilingualName }) {
  const { report, nameOf } = props;
  const tested = report.belowMarket.filter((one) => one.state === 'computed');
  const untested = report.belowMarket.find((one) => one.state === 'refused');
  const notable = tested.filter(({ severity }) => severity !== 'none');
  return (
    <>
      {tested.length === 0 && untested !== undefined ? (
        <Say as="paragraphs">
          {({ report: words }) => fillCounted(words.market, 'belowMissing', untested.missingQuotes)}
        </Say>
      ) : null}
      {tested.length > 0 && notable.length === 0 ? (
        <Say as="paragraphs">{({ report: words }) => words.market.belowNone}</Say>
      ) : null}
      {notable.length === 0 ? null : (
        <table className={classes.table}>
          <thead>
            <tr>
              <Head>{({ report: words }) => words.column.supplier}</Head>
              <Head figure>{({ report: words }) => words.column.below}</Head>
              <Head figure addition={report.comparison.options.currency}>
                {({ report: words }) => words.market.others}
              </Head>
              <Head>{({ report: words }) => words.column.finding}</Head>
            </tr>
          </thead>
          <tbody>
            {notable.map((one) => (
              <BelowMarketRow
                key={one.id}
                finding={one}
                name={nameOf(one.id)}
                currency={report.comparison.options.currency}
              />
            ))}
          </tbody>
        </table>
      )}
      {tested.length === 0 ? null : (
        <Key>
          <Say>{({ report: words }) => words.market.belowKey}</Say>
        </Key>
      )}
    </>
  );
}

function BelowMarketRow(props: {
  readonly finding: Extract<BelowMarket, { state: 'computed' }>;
  readonly name: BilingualName;
  readonly currency: CurrencyCode;
}) {
  const { finding, name, currency } = props;
  return (
    <tr>
      <th scope="row">
        <Name name={name} />
      </th>
      <td className={classes.figure}>{formatPercentDifference(finding.belowBp).replace('+', '')}</td>
      <td className={classes.figure}>
        {formatMoney(finding.others.price, currency)}
        <span className={classes.sub}>
          <Say>
            {({ report: words }) => words.market.othersCount.replace('{{count}}', formatCount(finding.othersCount))}
          </Say>
        </span>
      </td>
      <td>
        <Say as="stacked">
          {({ report: words }, tongue) => {
            const severity = severityText(finding.severity, tongue);
            if (!finding.belowOneDeviation) return severity;
            return `${severity}${tongue === 'zh' ? '；' : '; '}${words.market.deviationAlone}`;
          }}
        </Say>
      </td>
    </tr>
  );
}
