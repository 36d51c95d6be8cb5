import { Bar, BarChart, CartesianGrid, Cell, LabelList, XAxis, YAxis } from 'recharts';
import { exponentOf } from '../../shared/kernel/money.ts';
import type { WaterfallBar, WaterfallChartProps } from './chart-types.ts';
import { niceTicks } from './nice-ticks.ts';
import { CHART_QUIET, PRINT_INK, SCREEN_INK } from './palette.ts';
import { shortAmount, shorten } from './short.ts';

const LABEL_WIDTH = 160;
const VALUE_WIDTH = 110;
const FONT_SIZE = 11;
const TICKS = 5;

/** From one total to the other, step below step; every bar is named and carries its figure with a sign. */
export default function WaterfallChart({ bars, currency, width, height, label, print = false }: WaterfallChartProps) {
  const ink = print ? PRINT_INK : SCREEN_INK;
  const places = exponentOf(currency);
  // Totals differ by little of their size: the axis begins near them, and its figures say so.
  const edges = bars.flatMap(({ kind, from, to, openTo }) => [...(kind === 'total' ? [to] : [from, to]), openTo ?? to]);
  const ticks = niceTicks(edges, TICKS);
  const floor = ticks[0] ?? 0;
  const data = bars.map((bar) => {
    const start = bar.kind === 'total' ? floor : bar.from;
    const ends = [start, bar.to].sort((a, b) => a - b);
    return { ...bar, span: ends, open: [bar.to, bar.openTo ?? bar.to].sort((a, b) => a - b) };
  });
  return (
    <figure role="img" aria-label={label} style={{ margin: 0, width, height }}>
      <BarChart
        width={width}
        height={height}
        data={data}
        layout="vertical"
        accessibilityLayer={false}
        margin={{ top: 4, right: VALUE_WIDTH, bottom: 4, left: 0 }}
        barGap={-16}
        barCategoryGap="24%"
      >
        <CartesianGrid stroke={ink.line} strokeOpacity={0.35} horizontal={false} />
        <XAxis
          type="number"
          domain={[floor, ticks.at(-1) ?? 1]}
          ticks={ticks}
          interval={0}
          tick={{ fill: ink.text, fontSize: FONT_SIZE }}
          stroke={ink.line}
          tickLine={false}
          tickFormatter={(minor: number) => shortAmount(minor, places)}
        />
        <YAxis
          type="category"
          dataKey="label"
          width={LABEL_WIDTH}
          interval={0}
          tick={{ fill: ink.text, fontSize: FONT_SIZE }}
          tickFormatter={(name: string) => shorten(name)}
          stroke={ink.line}
          tickLine={false}
        />
        <Bar dataKey="span" isAnimationActive={false} barSize={16}>
          {data.map((bar) => (
            <Cell
              key={bar.id}
              fill={fillOf(bar, print)}
              stroke={ink.text}
              strokeWidth={bar.kind === 'total' ? 0 : 0.6}
            />
          ))}
          <LabelList
            dataKey="figure"
            position="right"
            fill={ink.text}
            fontSize={FONT_SIZE}
            stroke={ink.surface}
            strokeWidth={3}
            style={{ paintOrder: 'stroke' }}
          />
        </Bar>
        <Bar
          dataKey="open"
          isAnimationActive={false}
          barSize={16}
          fill="transparent"
          stroke={ink.text}
          strokeDasharray="3 2"
        />
      </BarChart>
    </figure>
  );
}

/** In print less is hollow and more is grey; the sign of each figure says the same. */
function fillOf({ kind }: WaterfallBar, print: boolean): string {
  if (kind === 'total') return print ? '#4b4f5c' : CHART_QUIET;
  if (print) return kind === 'less' ? '#ffffff' : '#c9ccd6';
  return kind === 'less' ? 'var(--hj-good)' : 'var(--hj-bad)';
}
