import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts';
import type { MetricChartProps } from './chart-types.ts';
import { CHART_ACCENT, PRINT_INK, SCREEN_INK } from './palette.ts';

const FONT_SIZE = 10;
const LABEL_WIDTH = 46;
const DAY_MS = 86_400_000;

/** One figure over its days, on a scale of time that neighbouring charts share. */
export default function MetricChart(props: MetricChartProps) {
  const { points, from, to, domain, show, width, height, label, print = false } = props;
  const ink = print ? PRINT_INK : SCREEN_INK;
  const data = points.map(({ date, value }) => ({ day: dayOf(date), value }));
  const first = dayOf(from);
  const last = Math.max(dayOf(to), first + 1);
  return (
    <figure role="img" aria-label={label} style={{ margin: 0, width, height }}>
      <LineChart
        width={width}
        height={height}
        data={data}
        accessibilityLayer={false}
        margin={{ top: 6, right: 10, bottom: 0, left: 0 }}
      >
        <CartesianGrid stroke={ink.line} strokeOpacity={0.3} vertical={false} />
        <XAxis
          type="number"
          dataKey="day"
          domain={[first, last]}
          ticks={monthOf(first) === monthOf(last) ? [first] : [first, last]}
          interval={0}
          tick={(tick) => <DayTick {...tick} first={first} ink={ink.text} />}
          stroke={ink.line}
          tickLine={false}
        />
        <YAxis
          type="number"
          domain={domain === undefined ? openDomain(points.map(({ value }) => value)) : [...domain]}
          width={LABEL_WIDTH}
          tickCount={3}
          {...openTicks(domain, points)}
          tick={{ fill: ink.text, fontSize: FONT_SIZE }}
          tickFormatter={(value: number) => (domain === undefined ? short(value, show) : String(value / 100))}
          stroke={ink.line}
          tickLine={false}
        />
        <Line
          dataKey="value"
          isAnimationActive={false}
          stroke={print ? PRINT_INK.text : CHART_ACCENT}
          strokeWidth={1.5}
          dot={{ r: 2, fill: print ? PRINT_INK.text : CHART_ACCENT, strokeWidth: 0 }}
        />
      </LineChart>
    </figure>
  );
}

/** The first day is written to the right of its tick and the last one to the left, so that neither is cut off. */
function DayTick(props: {
  x?: number | string;
  y?: number | string;
  payload?: { value: number };
  first: number;
  ink: string;
}) {
  const { x = 0, y = 0, payload, first, ink } = props;
  const day = payload?.value ?? first;
  return (
    <text x={x} y={Number(y) + 8} fill={ink} fontSize={FONT_SIZE} textAnchor={day === first ? 'start' : 'end'}>
      {monthOf(day)}
    </text>
  );
}

/** A figure that never changed gets a scale from nothing to twice of it: a scale of hairs would make a change of nothing. */
function openDomain(values: readonly number[]): [number | 'auto', number | 'auto'] {
  const [first = 0] = values;
  return isLevel(values) ? [0, first * 2] : ['auto', 'auto'];
}

/** The three lines of that scale, where they would otherwise fall beside the figure. */
function openTicks(domain: MetricChartProps['domain'], points: MetricChartProps['points']): { ticks?: number[] } {
  const values = points.map(({ value }) => value);
  const [first = 0] = values;
  return domain === undefined && isLevel(values) ? { ticks: [0, first, first * 2] } : {};
}

function isLevel(values: readonly number[]): boolean {
  const [first = 0] = values;
  return first > 0 && values.every((value) => value === first);
}

function monthOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 7);
}

function dayOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

/** "120k": room is scarce beside a small chart; the exact figure stands above it. */
function short(value: number, show: (value: number) => string): string {
  return value >= 10_000 ? `${Math.round(value / 1_000)}k` : show(value);
}
