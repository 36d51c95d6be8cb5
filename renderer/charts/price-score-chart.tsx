import { CartesianGrid, Cell, LabelList, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import { exponentOf } from '../../shared/kernel/money.ts';
import type { PriceScoreChartProps } from './chart-types.ts';
import { CHART_ACCENT, CHART_QUIET, PRINT_INK, SCREEN_INK } from './palette.ts';
import { shortAmount, shorten } from './short.ts';

const FONT_SIZE = 11;
const FULL_SCORE = 10_000;

/** Price against score: the upper left is where a buyer wants to be. Every point is named. */
export default function PriceScoreChart(props: PriceScoreChartProps) {
  const { points, currency, priceLabel, scoreLabel, width, height, label, print = false } = props;
  const ink = print ? PRINT_INK : SCREEN_INK;
  const places = exponentOf(currency);
  const data = points.map((point) => ({ ...point, shown: shorten(point.label) }));
  return (
    <figure role="img" aria-label={label} style={{ margin: 0, width, height }}>
      <ScatterChart
        width={width}
        height={height}
        accessibilityLayer={false}
        margin={{ top: 12, right: 90, bottom: 22, left: 4 }}
      >
        <CartesianGrid stroke={ink.line} strokeOpacity={0.4} />
        <XAxis
          type="number"
          dataKey="minor"
          domain={[(least: number) => least * 0.95, (most: number) => most * 1.05]}
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
          domain={[0, FULL_SCORE]}
          ticks={[0, 2_000, 4_000, 6_000, 8_000, FULL_SCORE]}
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
