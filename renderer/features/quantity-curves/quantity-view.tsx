import { SegmentedControl, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import type { ComparisonQuery } from '../../../shared/contract/comparisons.ts';
import type { Comparison } from '../../../shared/domain/comparison/types.ts';
import { QuantityCurveChart } from '../../charts/charts.tsx';
import { useText } from '../../i18n/use-text.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import type { CompareSearch } from '../comparisons/compare-search.ts';
import { ItemSelect } from '../comparisons/item-select.tsx';
import { AtQuantityTable } from './at-quantity-table.tsx';
import { CrossoverSentences } from './crossover-sentences.tsx';
import { frameOf, numbersOf, SHOWN_CROSSOVERS } from './curve-model.ts';
import { figureTexts } from './figure-texts.ts';
import classes from './quantity-curves.module.css';
import { HoldingCostInput, QuantityInput } from './quantity-input.tsx';
import { useQuantityCurve } from './queries.ts';

export interface QuantityViewProps {
  readonly comparison: Comparison;
  readonly query: ComparisonQuery;
  readonly search: CompareSearch;
  readonly onChange: (changes: Partial<CompareSearch>) => void;
}

const CHART_HEIGHT = 300;

/** What a unit costs at any quantity, who is cheapest where, and what each quote comes to at the chosen one. */
export function QuantityView({ comparison, query, search, onChange }: QuantityViewProps) {
  const { t } = useText();
  const { ref, width } = useElementSize();
  const itemId = comparison.rows.some(({ item }) => item.id === search.item) ? (search.item ?? null) : null;
  const holdingCostPerUnit = itemId === null ? null : (search.holding ?? null);
  const asked = useMemo(
    () => ({ ...query, itemId, chosen: itemId === null ? null : (search.at ?? null), holdingCostPerUnit }),
    [query, itemId, search.at, holdingCostPerUnit],
  );
  const { data: curve, isError, error, refetch, isPlaceholderData } = useQuantityCurve(asked);
  if (isError) return <ErrorState error={error} retry={() => void refetch()} />;
  const isLog = search.axis === 'log';
  const row = comparison.rows.find(({ item }) => item.id === itemId);
  const texts = curve === undefined || curve === null ? null : figureTexts(curve, t);
  const numbers = curve === undefined || curve === null ? null : numbersOf(curve);
  const frame = curve === undefined || curve === null ? null : frameOf(curve, isLog);
  const first = curve?.rows[0];
  const firm = first?.standing?.firm === true && first.standing.bestRank === 1 ? first.quoteId : null;
  const onCurve = curve?.suppliers.filter(({ points }) => points.some(({ low }) => low !== null)) ?? [];
  return (
    <ScrollRegion label={t('comparisons:views.quantity')} className={classes.page} dimmed={isPlaceholderData}>
      <div className={classes.controls}>
        <ItemSelect
          comparison={comparison}
          itemId={itemId}
          onChange={(item) => onChange({ item, at: undefined, holding: undefined })}
        />
        {row === undefined ? (
          <Text className="hj-quiet" size="xs">
            {t('quantityCurves:projectHint')}
          </Text>
        ) : (
          <>
            <QuantityInput
              key={row.item.id}
              chosen={search.at ?? row.need}
              stepSize={curve?.stepSize ?? null}
              range={curve === undefined || curve === null ? null : { from: curve.from, to: curve.to }}
              unit={row.item.unit}
              onChange={(at) => onChange({ at: at === row.need ? undefined : at })}
            />
            <HoldingCostInput
              value={search.holding ?? null}
              currency={comparison.options.currency}
              unit={row.item.unit}
              onChange={(holding) => onChange({ holding })}
            />
          </>
        )}
        <SegmentedControl
          ml="auto"
          aria-label={t('quantityCurves:axis.label')}
          value={search.axis}
          onChange={(axis) => onChange({ axis: axis === 'log' ? 'log' : 'linear' })}
          data={[
            { value: 'linear', label: t('quantityCurves:axis.linear') },
            { value: 'log', label: t('quantityCurves:axis.log') },
          ]}
        />
      </div>
      <div ref={ref} className={classes.chart} style={{ minHeight: curve === null ? 0 : CHART_HEIGHT }}>
        {curve === undefined ? (
          <LoadingRows rows={8} />
        ) : curve === null || texts === null || numbers === null || frame === null ? (
          <Text className="hj-quiet">{t('quantityCurves:noQuantity')}</Text>
        ) : onCurve.length === 0 ? (
          <Text className="hj-quiet">{t('quantityCurves:nothing')}</Text>
        ) : width === 0 ? null : (
          <QuantityCurveChart
            width={width}
            height={CHART_HEIGHT}
            label={t('quantityCurves:chartLabel', { count: onCurve.length })}
            isLog={isLog}
            {...frame}
            xLabel={texts.xLabel}
            yLabel={texts.yLabel}
            formatX={texts.step}
            formatY={texts.cost}
            chosen={{ x: curve.chosenStep, label: texts.step(curve.chosenStep) }}
            crossovers={curve.crossovers.slice(0, SHOWN_CROSSOVERS).map(({ step }) => ({
              x: step,
              label: texts.step(step),
            }))}
            lines={onCurve.map(({ quoteId, points }) => ({
              id: quoteId,
              label: numbers.get(quoteId) ?? '',
              isCheapest: quoteId === firm,
              points: points.map(({ step, low, high }) => ({ x: step, low, high })),
            }))}
          />
        )}
      </div>
      {curve === undefined || curve === null || texts === null || frame === null ? null : (
        <>
          <CrossoverSentences curve={curve} texts={texts} isCut={frame.isCut} basis={query.basis} />
          <AtQuantityTable curve={curve} texts={texts} query={asked} />
        </>
      )}
    </ScrollRegion>
  );
}
