import { CartesianGrid, ErrorBar, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { DriftChartProps } from './chart-types.ts';
import { CHART_ACCENT, PRINT_INK, SCREEN_INK } from './palette.ts';

const FONT_SIZE = 11;

/** The mean of each batch with the range of its pieces, between the limits, beside the golden sample. */
export default function DriftChart(props: DriftChartProps) {
  const { points, lower, upper, golden, unit, labels, width, height, label, print = false } = props;
  const ink = print ? PRINT_INK : SCREEN_INK;
  const data = points.map((point) => ({
    batch: point.label,
    mean: point.mean,
    spread: [point.mean - point.lowest, point.highest - point.mean],
  }));
  const marks = [lower, upper, golden].flatMap((value) => value ?? []);
  const all = [...points.flatMap(({ lowest, highest }) => [lowest, highest]), ...marks];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const ticks = ticksBetween(least, most);
  const tick = { fill: ink.text, fontSize: FONT_SIZE };
  const line = (value: number | null, text: string, dash: string) =>
    value === null ? null : (
      <ReferenceLine
        y={value}
        stroke={ink.text}
        strokeDasharray={dash}
        label={{ value: `${text} ${value}`, position: 'insideTopRight', fill: ink.text, fontSize: FONT_SIZE }}
      />
    );
  return (
    <figure role="img" aria-label={label} style={{ margin: 0, width, height }}>
      <LineChart
        width={width}
        height={height}
        data={data}
        accessibilityLayer={false}
        margin={{ top: 14, right: 20, bottom: 6, left: 4 }}
      >
        <CartesianGrid stroke={ink.line} strokeOpacity={0.4} vertical={false} />
        <XAxis dataKey="batch" interval={0} tick={tick} stroke={ink.line} padding={{ left: 30, right: 90 }} />
        <YAxis
          domain={[ticks[0] ?? least, ticks.at(-1) ?? most]}
          ticks={ticks}
          interval={0}
          width={58}
          tick={tick}
          stroke={ink.line}
          tickFormatter={(value: number) => String(Number(value.toPrecision(5)))}
          label={{ value: unit, angle: -90, position: 'insideLeft', fill: ink.text, fontSize: FONT_SIZE }}
        />
        {line(upper, labels.upper, '6 3')}
        {line(lower, labels.lower, '6 3')}
        {line(golden, labels.golden, '2 3')}
        <Line
          dataKey="mean"
          stroke={print ? ink.text : CHART_ACCENT}
          strokeWidth={2}
          dot={{ r: 4 }}
          isAnimationActive={false}
        >
          <ErrorBar dataKey="spread" width={6} strokeWidth={1.2} stroke={ink.text} isAnimationActive={false} />
        </Line>
      </LineChart>
    </figure>
  );
}

/** Round numbers from below the least to above the most, four to ten of them. */
function ticksBetween(least: number, most: number): number[] {
  const span = most - least || Math.abs(most) || 1;
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= span / 5) ?? 10);
  const [first, last] = [Math.floor(least / step - 0.3), Math.ceil(most / step + 0.3)];
  return Array.from({ length: last - first + 1 }, (_, place) => (first + place) * step);
}
