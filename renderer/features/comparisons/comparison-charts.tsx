import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ComparisonQuery } from '../../../shared/contract/comparisons.ts';
import type { Comparison } from '../../../shared/domain/comparison/types.ts';
import { PriceScoreChart, TotalsBarChart } from '../../charts/charts.tsx';
import { formatMoney, formatScore } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { useEvaluation } from '../evaluations/queries.ts';
import classes from './compare.module.css';
import { totalBars } from './total-bars.ts';

const WIDTH = 348;
const BAR_HEIGHT = 26;
const AXIS_HEIGHT = 52;
const SCATTER_HEIGHT = 260;

export interface ComparisonChartsProps {
  readonly comparison: Comparison;
  readonly query: ComparisonQuery;
  readonly projectId: string;
}

/** Totals as bars, and price against score where suppliers are scored. */
export function ComparisonCharts({ comparison, query, projectId }: ComparisonChartsProps) {
  const { t } = useText();
  const nameOf = useName();
  const { currency } = comparison.options;
  const hasFullEstimate = comparison.estimatedCount === comparison.rows.length;
  const bars = totalBars(comparison, (quote) => nameOf({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh }));
  return (
    <>
      <section className={classes.finding}>
        <Text component="h2" fw={600}>
          {t('comparisons:chart.totals')}
        </Text>
        <TotalsBarChart
          width={WIDTH}
          height={bars.length * BAR_HEIGHT + AXIS_HEIGHT}
          label={t('comparisons:chart.totalsLabel', { currency })}
          bars={bars}
          currency={currency}
          reference={
            hasFullEstimate && comparison.estimateMinor !== null
              ? { label: t('comparisons:chart.estimate'), minor: comparison.estimateMinor }
              : null
          }
        />
        {bars.some(({ tone }) => tone === 'excluded') ? (
          <Text size="xs" className="hj-quiet">
            {t('comparisons:chart.totalsHint')}
          </Text>
        ) : null}
      </section>
      <section className={classes.finding}>
        <Text component="h2" fw={600}>
          {t('comparisons:chart.priceScore')}
        </Text>
        <PriceAgainstScore comparison={comparison} query={query} projectId={projectId} />
      </section>
    </>
  );
}

function PriceAgainstScore({ comparison, query, projectId }: ComparisonChartsProps) {
  const { t } = useText();
  const nameOf = useName();
  const { data } = useEvaluation(query);
  const scored = data?.evaluation.state === 'evaluated' ? data.evaluation.suppliers : [];
  const points = scored.flatMap((supplier) => {
    const compared = comparison.quotes.find(({ quote }) => quote.supplierId === supplier.supplierId);
    if (supplier.state !== 'ranked' || compared === undefined) return [];
    const { quote, rank, totalMinor } = compared;
    if (rank === null || totalMinor === null) return [];
    return [
      {
        id: quote.id,
        name: nameOf({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh }),
        // Names would lie over each other; the list below says whose number it is.
        label: String(supplier.rank),
        minor: totalMinor,
        scoreHundredths: supplier.totalHundredths,
        emphasised: supplier.rank === 1,
      },
    ];
  });
  if (data !== undefined && points.length === 0) {
    return (
      <Text className="hj-quiet">
        {t('comparisons:chart.noScores')}{' '}
        <Anchor component={Link} to={`/projects/${projectId}/evaluate`}>
          {t('comparisons:chart.toEvaluate')}
        </Anchor>
      </Text>
    );
  }
  const { currency } = comparison.options;
  return (
    <>
      <PriceScoreChart
        width={WIDTH}
        height={SCATTER_HEIGHT}
        label={t('comparisons:chart.priceScoreLabel')}
        points={points}
        currency={currency}
        priceLabel={t('comparisons:chart.totals')}
        scoreLabel={t('evaluations:score')}
      />
      <ul className={classes.key}>
        {points.map(({ id, label, name, minor, scoreHundredths }) => (
          <li key={id}>
            <span>{label}</span>
            <span>{name}</span>
            <span className="hj-figure">{formatScore(scoreHundredths)}</span>
            <span className="hj-figure">{formatMoney(minor, currency)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
