import { CartesianGrid, Cell, LabelList, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import { exponentOf } from '../../shared/kernel/money.ts';
import type { PriceScoreChartProps } from './chart-types.ts';
import { CHART_ACCENT, CHART_QUIET, PRINT_INK, SCREEN_INK } from './palette.ts';
import { shortAmount, shorten } from './short.ts';

const FONT_SIZE = 11;
const FULL_SCORE = 10_000;
const STEP = 1_000;
const CHARACTER_WIDTH = 4;

/** Price against score: the upper left is where a buyer wants to be. Every point is named. */
export default function PriceScoreChart(props: PriceScoreChartProps) {
  const { points, currency, priceLabel, scoreLabel, width, height, label, print = false } = props;
  const ink = print ? PRINT_INK : SCREEN_INK;
  const places = exponentOf(currency);
  const data = points.map((point) => ({ ...point, shown: shorten(point.label) }));
  const longest = Math.max(0, ...data.map(({ shown }) => shown.length));
  // Scores lie close together at the top; the axis begins at the round score below the lowest, and its figures say so.
  const from = Math.floor(Math.min(FULL_SCORE - STEP, ...points.map((point) => point.scoreHundredths)) / STEP) * STEP;
  const ticks = Array.from({ length: (FULL_SCORE - from) / STEP + 1 }, (_, index) => from + index * STEP);
  return (
    <figure role="img" aria-label={label} style={{ margin: 0, width, height }}>
      <ScatterChart
        width={width}
        height={height}
        accessibilityLayer={false}
        margin={{ top: 12, right: 16 + longest * CHARACTER_WIDTH, bottom: 22, left: 4 }}
      >
        <CartesianGrid stroke={ink.line} strokeOpacity={0.4} />
        <XAxis
          type="number"
          dataKey="minor"
          domain={['auto', 'auto']}
          tickCount={4}
          interval={0}
          tick={{ fill: ink.text, fontSize: FONT_SIZE }}
          stroke={ink.line}
          tickFormatter={(minor: number) => shortAmount(minor, places)}
          label={{
            value: `${priceLabel}, ${currency}`,
            position: 'insideBottom',
            offset: -12,
            fill: ink.text,
            fontSize: FONT_SIZE,
          }}
        />
        <YAxis
          type="number"
          dataKey="scoreHundredths"
          domain={[from, FULL_SCORE]}
          ticks={ticks}
          interval={0}
          width={46}
          tick={{ fill: ink.text, fontSize: FONT_SIZE }}
          stroke={ink.line}
          tickFormatter={(hundredths: number) => String(hundredths / 100)}
          label={{ value: scoreLabel, angle: -90, position: 'insideLeft', fill: ink.text, fontSize: FONT_SIZE }}
        />
        <Scatter data={data} isAnimationActive={false}>
          {data.map((point) => (
            <Cell
              key={point.id}
              fill={point.emphasised === true ? CHART_ACCENT : CHART_QUIET}
              stroke={ink.text}
              strokeWidth={1}
            />
          ))}
          <LabelList dataKey="shown" position="right" offset={8} fill={ink.text} fontSize={FONT_SIZE} />
        </Scatter>
      </ScatterChart>
    </figure>
  );
}
