import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { CurrencyCode } from '../../shared/kernel/money.ts';

/** Charts have a fixed size, so that the printed one is the shown one and nothing jumps. */
export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  /** What the chart shows, in a sentence; figures stand in the table beside it. */
  readonly label: string;
  /** Black ink on white, whatever the colours of the screen are. */
  readonly print?: boolean;
}

export interface TotalBar {
  readonly id: string;
  readonly label: string;
  /** Minor units of the chart's currency. */
  readonly minor: number;
  /** Where only a range is known, its upper end; `minor` is the lower one. */
  readonly highMinor?: number;
  /** `lowest` is filled with the accent, `excluded` is hollow: it takes part in no rank. */
  readonly tone: 'lowest' | 'ranked' | 'excluded';
}

export interface TotalsBarChartProps extends ChartFrame {
  readonly bars: readonly TotalBar[];
  readonly currency: CurrencyCode;
  /** A line to measure against: our estimate, the average. */
  readonly reference?: { readonly label: string; readonly minor: number } | null;
}

export interface PriceScorePoint {
  readonly id: string;
  readonly label: string;
  readonly minor: number;
  /** Hundredths of a point. */
  readonly scoreHundredths: number;
  readonly emphasised?: boolean;
}

export interface PriceScoreChartProps extends ChartFrame {
  readonly points: readonly PriceScorePoint[];
  readonly currency: CurrencyCode;
  readonly priceLabel: string;
  readonly scoreLabel: string;
}

/** `low`: below the others, worth a look; `veryLow`: far below them; `outlier`: so far off that it is left out of the reference price. */
export interface StripDot {
  readonly id: string;
  /** The number in the dot; the table beside the plot says whose it is. */
  readonly label: string;
  /** Minor units, or millionths of a unit price: one scale for the whole plot. */
  readonly price: number;
  readonly tone: 'ordinary' | 'lowest' | 'low' | 'veryLow' | 'outlier';
}

export interface StripMark {
  readonly id: string;
  readonly label: string;
  readonly price: number;
  /** Our own figure, not the market's. */
  readonly isOurs: boolean;
}

/** As high as its dots and labels need. */
export interface StripPlotProps extends Omit<ChartFrame, 'height'> {
  readonly dots: readonly StripDot[];
  readonly marks: readonly StripMark[];
  readonly middleHalf: readonly [number, number] | null;
  readonly axisLabel: string;
  readonly formatTick: (price: number) => string;
}

export interface CurveLine {
  readonly id: string;
  /** The number on the curve; the table beside the chart says whose it is. */
  readonly label: string;
  readonly isCheapest: boolean;
  /** At the same `x` for all lines; null where there is nothing to draw. A range is drawn by both its ends. */
  readonly points: readonly { readonly x: number; readonly low: number | null; readonly high: number | null }[];
}

export interface QuantityCurveChartProps extends ChartFrame {
  readonly lines: readonly CurveLine[];
  readonly isLog: boolean;
  /** What lies above is cut off. */
  readonly yDomain: readonly [number, number];
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
  readonly chosen: { readonly x: number; readonly label: string };
  readonly crossovers: readonly { readonly x: number; readonly label: string }[];
}

export interface RadarOutline {
  readonly id: string;
  readonly label: string;
  /** One an axis, hundredths of a point. */
  readonly hundredths: readonly number[];
}

export interface ScoreRadarChartProps extends ChartFrame {
  readonly axes: readonly { readonly id: string; readonly label: string }[];
  readonly outlines: readonly RadarOutline[];
}

export interface WaterfallBar {
  readonly id: string;
  readonly label: string;
  /** Where the bar begins and ends, minor units. */
  readonly from: number;
  readonly to: number;
  /** Where it may end instead, when a cost is only known within bounds. */
  readonly openTo: number | null;
  readonly kind: 'total' | 'less' | 'more';
  /** The figure beside it, with its sign. */
  readonly figure: string;
}

export interface WaterfallChartProps extends ChartFrame {
  readonly bars: readonly WaterfallBar[];
  readonly currency: CurrencyCode;
}

export interface RoundsChartProps extends ChartFrame {
  readonly points: readonly {
    readonly id: string;
    readonly label: string;
    readonly low: number;
    readonly high: number;
  }[];
  readonly currency: CurrencyCode;
}

export interface DriftChartProps extends ChartFrame {
  readonly points: readonly {
    readonly label: string;
    readonly mean: number;
    readonly lowest: number;
    readonly highest: number;
  }[];
  readonly lower: number | null;
  readonly upper: number | null;
  readonly golden: number | null;
  readonly unit: string;
  readonly labels: { readonly lower: string; readonly upper: string; readonly golden: string };
}

export interface MetricChartProps extends ChartFrame {
  /** Oldest first. */
  readonly points: readonly { readonly date: CalendarDate; readonly value: number }[];
  /** The days at the ends of the axis, the same for charts that stand together. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The ends of the scale where it has some; hundredths of a point. */
  readonly domain?: readonly [number, number];
  readonly show: (value: number) => string;
}
