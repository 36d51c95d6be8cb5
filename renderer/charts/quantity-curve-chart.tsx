import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { QuantityCurveChartProps } from './chart-types.ts';
import { PRINT_INK, SCREEN_INK } from './palette.ts';
import { labelRows, labelWidth } from './strip-layout.ts';

const FONT_SIZE = 11;
const Y_WIDTH = 62;
const X_HEIGHT = 38;
const ROW_HEIGHT = 15;
const RADIUS = 8;
/** Curves are told apart by their dashes and numbers; colour only says which is cheapest at the chosen quantity. */
const DASHES = ['0', '7 3', '2 3', '10 3 2 3', '5 2', '1 4', '12 4', '3 2 1 2'] as const;

/** Cost per unit over the quantity, one numbered curve a supplier; a gap where it cannot be ordered. */
export default function QuantityCurveChart(props: QuantityCurveChartProps) {
  const { lines, isLog, yDomain, xTicks, yTicks, xLabel, yLabel, formatX, formatY, chosen, crossovers } = props;
  const { width, height, label, print = false } = props;
  const ink = print ? PRINT_INK : SCREEN_INK;
  const accent = print ? ink.text : 'var(--hj-accent)';
  const steps = lines[0]?.points.map(({ x }) => x) ?? [];
  const xDomain: [number, number] = [steps[0] ?? 1, steps.at(-1) ?? 2];
  const place = (x: number) => (isLog ? Math.log(Math.max(x, 1)) : x);
  const span = place(xDomain[1]) - place(xDomain[0]) || 1;
  const pixelOf = (x: number) => ((place(x) - place(xDomain[0])) / span) * (width - Y_WIDTH - RIGHT);
  const marks = [
    { ...chosen, isChosen: true },
    ...crossovers.filter(({ x }) => x !== chosen.x).map((one) => ({ ...one, isChosen: false })),
  ];
  const rows = labelRows(marks.map((mark) => ({ at: pixelOf(mark.x), width: labelWidth(mark.label) })));
  const top = Math.max(1, ...rows.map((row) => row + 1)) * ROW_HEIGHT + 8;
  const data = steps.map((x, at) =>
    Object.fromEntries([
      ['x', x],
      ...lines.flatMap(({ id, points }) => [
        [id, drawn(points[at]?.low ?? null, yDomain)],
        [`${id} high`, drawn(points[at]?.high ?? null, yDomain)],
      ]),
    ]),
  );
  return (
    <figure role="img" aria-label={label} style={{ margin: 0, width, height }}>
      <LineChart
        width={width}
        height={height}
        data={data}
        accessibilityLayer={false}
        margin={{ top, right: RIGHT, bottom: 4, left: 0 }}
      >
        <CartesianGrid stroke={ink.line} strokeOpacity={0.35} vertical={false} />
        <XAxis
          type="number"
          dataKey="x"
          scale={isLog ? 'log' : 'linear'}
          domain={xDomain}
          ticks={[...xTicks]}
          interval={0}
          height={X_HEIGHT}
          tick={{ fill: ink.text, fontSize: FONT_SIZE }}
          stroke={ink.line}
          tickFormatter={formatX}
          label={{ value: xLabel, position: 'insideBottom', offset: 0, fill: ink.text, fontSize: FONT_SIZE }}
        />
        <YAxis
          type="number"
          scale={isLog ? 'log' : 'linear'}
          domain={[yDomain[0], yDomain[1]]}
          allowDataOverflow
          ticks={[...yTicks]}
          interval={0}
          width={Y_WIDTH}
          tick={{ fill: ink.text, fontSize: FONT_SIZE }}
          stroke={ink.line}
          tickFormatter={formatY}
          label={{
            value: yLabel,
            angle: -90,
            position: 'insideLeft',
            fill: ink.text,
            fontSize: FONT_SIZE,
            style: { textAnchor: 'middle' },
          }}
        />
        {marks.map((mark, index) => (
          <ReferenceLine
            key={mark.x}
            x={mark.x}
            stroke={mark.isChosen ? accent : ink.text}
            strokeDasharray={mark.isChosen ? '0' : '3 3'}
            strokeOpacity={mark.isChosen ? 1 : 0.7}
            label={({ viewBox }: { viewBox?: { x?: number } }) => (
              <text
                x={viewBox?.x ?? 0}
                y={top - 5 - (rows[index] ?? 0) * ROW_HEIGHT}
                textAnchor="middle"
                fill={mark.isChosen ? accent : ink.text}
                fontSize={FONT_SIZE}
                fontWeight={mark.isChosen ? 600 : 400}
              >
                {mark.label}
              </text>
            )}
          />
        ))}
        {lines.map((line, index) =>
          line.points.every(({ low, high }) => low === high) ? null : (
            <Line
              key={`${line.id} high`}
              dataKey={`${line.id} high`}
              type="linear"
              connectNulls={false}
              isAnimationActive={false}
              stroke={ink.text}
              strokeWidth={0.8}
              strokeOpacity={0.7}
              strokeDasharray={DASHES[index % DASHES.length] ?? '0'}
              dot={false}
              activeDot={false}
            />
          ),
        )}
        {lines.map((line, index) => (
          <Line
            key={line.id}
            dataKey={line.id}
            type="linear"
            connectNulls={false}
            isAnimationActive={false}
            stroke={line.isCheapest ? accent : ink.text}
            strokeWidth={line.isCheapest ? 2.2 : 1.2}
            strokeDasharray={DASHES[index % DASHES.length] ?? '0'}
            activeDot={false}
            dot={({ cx, cy, index: at, key }: DotPlace) =>
              at === badgeAt(line.points, index, lines.length, yDomain) && cx !== undefined && cy !== undefined ? (
                <g key={key}>
                  <circle
                    cx={cx}
                    cy={cy}
                    r={RADIUS}
                    fill={line.isCheapest ? accent : ink.surface}
                    stroke={line.isCheapest ? accent : ink.text}
                  />
                  <text
                    x={cx}
                    y={cy + 3.5}
                    textAnchor="middle"
                    fontSize={10}
                    fontWeight={600}
                    fill={line.isCheapest ? ink.surface : ink.text}
                  >
                    {line.label}
                  </text>
                </g>
              ) : (
                <g key={key} />
              )
            }
          />
        ))}
      </LineChart>
    </figure>
  );
}

const RIGHT = 24;

interface DotPlace {
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly index?: number;
  readonly key?: React.Key | null | undefined;
}

/** Cut at the top of the picture: a curve far above would else draw over the labels. */
function drawn(y: number | null, [, high]: readonly [number, number]): number | null {
  return y === null || y > high ? null : y;
}

/** Numbers stand apart from each other along the width, each on a visible part of its curve. */
function badgeAt(
  points: QuantityCurveChartProps['lines'][number]['points'],
  line: number,
  count: number,
  yDomain: readonly [number, number],
): number {
  const visible = points.flatMap(({ low }, index) => (drawn(low, yDomain) === null ? [] : [index]));
  const share = count < 2 ? 0.9 : 0.35 + (0.6 * (line + 0.5)) / count;
  const first = visible[0] ?? 0;
  const last = visible.at(-1) ?? 0;
  const wanted = Math.max(first, Math.round(share * (points.length - 1)));
  return visible.reduce((best, index) => (Math.abs(index - wanted) < Math.abs(best - wanted) ? index : best), last);
}
