import { CartesianGrid, LabelList, Line, LineChart, XAxis, YAxis } from 'recharts';
import { exponentOf } from '../../shared/kernel/money.ts';
import { formatMoney } from '../i18n/format.ts';
import type { RoundsChartProps } from './chart-types.ts';
import { niceTicks } from './nice-ticks.ts';
import { PRINT_INK, SCREEN_INK } from './palette.ts';
import { shortAmount } from './short.ts';

const FONT_SIZE = 11;

/** The total of each round of one supplier; a second line where unknown costs leave a range. */
export default function RoundsChart({ points, currency, width, height, label, print = false }: RoundsChartProps) {
  const ink = print ? PRINT_INK : SCREEN_INK;
  const places = exponentOf(currency);
  const ticks = niceTicks(
    points.flatMap(({ low, high }) => [low, high]),
    3,
  );
  const data = points.map((point) => ({ ...point, shown: formatMoney(point.low, currency) }));
  const hasRange = points.some(({ low, high }) => low !== high);
  return (
    <figure role="img" aria-label={label} style={{ margin: 0, width, height }}>
      <LineChart
        width={width}
        height={height}
        data={data}
        accessibilityLayer={false}
        margin={{ top: 22, right: 48, bottom: 0, left: 4 }}
      >
        <CartesianGrid stroke={ink.line} strokeOpacity={0.35} vertical={false} />
        <XAxis
          dataKey="label"
          interval={0}
          padding={{ left: 36, right: 20 }}
          tick={{ fill: ink.text, fontSize: FONT_SIZE }}
          stroke={ink.line}
        />
        <YAxis
          domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
          ticks={ticks}
          interval={0}
          width={58}
          tick={{ fill: ink.text, fontSize: FONT_SIZE }}
          stroke={ink.line}
          tickFormatter={(minor: number) => shortAmount(minor, places)}
        />
        {hasRange ? (
          <Line
            dataKey="high"
            type="linear"
            isAnimationActive={false}
            stroke={ink.text}
            strokeDasharray="3 3"
            dot={{ r: 2 }}
            activeDot={false}
          />
        ) : null}
        <Line
          dataKey="low"
          type="linear"
          isAnimationActive={false}
          stroke={print ? ink.text : 'var(--hj-accent)'}
          strokeWidth={2}
          dot={{ r: 3.5, fill: print ? ink.text : 'var(--hj-accent)' }}
          activeDot={false}
        >
          <LabelList dataKey="shown" position="top" fill={ink.text} fontSize={FONT_SIZE} offset={8} />
        </Line>
      </LineChart>
    </figure>
  );
}
