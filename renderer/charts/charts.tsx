import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type {
  DriftChartProps,
  MetricChartProps,
  PriceScoreChartProps,
  QuantityCurveChartProps,
  RoundsChartProps,
  ScoreRadarChartProps,
  StripPlotProps,
  TotalsBarChartProps,
  WaterfallChartProps,
} from './chart-types.ts';

/** The drawing library is large; it is fetched when the first chart is shown. */
const LazyTotals = lazy(() => import('./totals-bar-chart.tsx'));
const LazyPriceScore = lazy(() => import('./price-score-chart.tsx'));
const LazyCurves = lazy(() => import('./quantity-curve-chart.tsx'));
const LazyRadar = lazy(() => import('./score-radar-chart.tsx'));
const LazyWaterfall = lazy(() => import('./waterfall-chart.tsx'));
const LazyRounds = lazy(() => import('./rounds-chart.tsx'));
const LazyStrip = lazy(() => import('./strip-plot.tsx'));
const LazyDrift = lazy(() => import('./drift-chart.tsx'));

export function TotalsBarChart(props: TotalsBarChartProps) {
  return (
    <Suspense fallback={<Skeleton width={props.width} height={props.height} />}>
      <LazyTotals {...props} />
    </Suspense>
  );
}

export function PriceScoreChart(props: PriceScoreChartProps) {
  return (
    <Suspense fallback={<Skeleton width={props.width} height={props.height} />}>
      <LazyPriceScore {...props} />
    </Suspense>
  );
}

export function QuantityCurveChart(props: QuantityCurveChartProps) {
  return (
    <Suspense fallback={<Skeleton width={props.width} height={props.height} />}>
      <LazyCurves {...props} />
    </Suspense>
  );
}

export function ScoreRadarChart(props: ScoreRadarChartProps) {
  return (
    <Suspense fallback={<Skeleton width={props.width} height={props.height} />}>
      <LazyRadar {...props} />
    </Suspense>
  );
}

export function WaterfallChart(props: WaterfallChartProps) {
  return (
    <Suspense fallback={<Skeleton width={props.width} height={props.height} />}>
      <LazyWaterfall {...props} />
    </Suspense>
  );
}

export function RoundsChart(props: RoundsChartProps) {
  return (
    <Suspense fallback={<Skeleton width={props.width} height={props.height} />}>
      <LazyRounds {...props} />
    </Suspense>
  );
}

export function StripPlot(props: StripPlotProps) {
  return (
    <Suspense fallback={<Skeleton width={props.width} height={STRIP_HEIGHT} />}>
      <LazyStrip {...props} />
    </Suspense>
  );
}

const STRIP_HEIGHT = 130;

export function DriftChart(props: DriftChartProps) {
  return (
    <Suspense fallback={<Skeleton width={props.width} height={props.height} />}>
      <LazyDrift {...props} />
    </Suspense>
  );
}

const LazyMetric = lazy(() => import('./metric-chart.tsx'));

export function MetricChart(props: MetricChartProps) {
  return (
    <Suspense fallback={<Skeleton width={props.width} height={props.height} />}>
      <LazyMetric {...props} />
    </Suspense>
  );
}
