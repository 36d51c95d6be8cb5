import { ReferenceArea, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import type { StripDot, StripPlotProps } from './chart-types.ts';
import { niceTicks } from './nice-ticks.ts';
import { CHART_ACCENT, CHART_QUIET, PRINT_INK, SCREEN_INK } from './palette.ts';
import { dotLevels, labelRows, labelWidth } from './strip-layout.ts';

const FONT_SIZE = 11;
const RADIUS = 9;
const LEVEL_HEIGHT = 21;
const ROW_HEIGHT = 15;
const SIDE = 24;
const AXIS_HEIGHT = 40;
const TICKS = 7;

/** Every price a numbered dot on one axis, with the market's figures as labelled lines. */
export default function StripPlot(props: StripPlotProps) {
  const { dots, marks, middleHalf, axisLabel, formatTick, width, label, print = false } = props;
  const ink = print ? PRINT_INK : SCREEN_INK;
  const ticks = niceTicks([...dots.map(({ price }) => price), ...marks.map(({ price }) => price)], TICKS);
  const domain: [number, number] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const plotWidth = width - 2 * SIDE;
  const pixelOf = (price: number) => ((price - domain[0]) / (domain[1] - domain[0])) * plotWidth;
  const levels = dotLevels(
    dots.map(({ price }) => pixelOf(price)),
    2 * RADIUS + 2,
  );
  const rows = labelRows(marks.map((mark) => ({ at: pixelOf(mark.price), width: labelWidth(mark.label) })));
  const rowCount = Math.max(1, ...rows.map((row) => row + 1));
  const levelCount = Math.max(2, ...levels.map((level) => level + 1));
  const top = rowCount * ROW_HEIGHT + 6;
  const height = top + levelCount * LEVEL_HEIGHT + AXIS_HEIGHT;
  const data = dots.map((dot, index) => ({ ...dot, level: (levels[index] ?? 0) + 0.5 }));
  return (
    <figure role="img" aria-label={label} style={{ margin: 0, width, height }}>
      <ScatterChart
        width={width}
        height={height}
        accessibilityLayer={false}
        margin={{ top, right: SIDE, bottom: 6, left: SIDE }}
      >
        <XAxis
          type="number"
          dataKey="price"
          domain={domain}
          height={AXIS_HEIGHT - 6}
          ticks={ticks}
          interval={0}
          tick={{ fill: ink.text, fontSize: FONT_SIZE }}
          stroke={ink.line}
          tickFormatter={formatTick}
          label={{ value: axisLabel, position: 'insideBottom', offset: 0, fill: ink.text, fontSize: FONT_SIZE }}
        />
        <YAxis type="number" dataKey="level" domain={[0, levelCount]} hide />
        {middleHalf === null ? null : (
          <ReferenceArea x1={middleHalf[0]} x2={middleHalf[1]} fill={CHART_QUIET} fillOpacity={0.18} stroke="none" />
        )}
        {marks.map((mark, index) => (
          <ReferenceLine
            key={mark.id}
            x={mark.price}
            stroke={mark.isOurs ? 'var(--hj-accent)' : ink.text}
            strokeDasharray={mark.isOurs ? '5 3' : mark.id === 'median' ? '0' : '2 3'}
            label={({ viewBox }: { viewBox?: { x?: number; y?: number } }) => (
              <text
                x={viewBox?.x ?? 0}
                y={top - 5 - (rows[index] ?? 0) * ROW_HEIGHT}
                textAnchor={anchorAt(pixelOf(mark.price), labelWidth(mark.label), plotWidth)}
                fill={mark.isOurs && !print ? 'var(--hj-accent)' : ink.text}
                fontSize={FONT_SIZE}
              >
                {mark.label}
              </text>
            )}
          />
        ))}
        <Scatter
          data={data}
          isAnimationActive={false}
          shape={(point: { cx?: number; cy?: number; payload?: StripDot }) => (
            <Dot cx={point.cx ?? 0} cy={point.cy ?? 0} dot={point.payload} ink={ink.text} surface={ink.surface} />
          )}
        />
      </ScatterChart>
    </figure>
  );
}

/** A label at the edge leans inward instead of leaving the picture. */
function anchorAt(at: number, width: number, plotWidth: number): 'start' | 'middle' | 'end' {
  if (at - width / 2 < -SIDE) return 'start';
  return at + width / 2 > plotWidth + SIDE ? 'end' : 'middle';
}

/** Square: below the others, in the colour of how far. */
const LOW_INK: Readonly<Partial<Record<StripDot['tone'], string>>> = {
  low: 'var(--hj-warning)',
  veryLow: 'var(--hj-bad)',
};

/** Round: as the others. Square: below them. Dashed: so far off that it counts as an outlier. */
function Dot(props: { cx: number; cy: number; dot: StripDot | undefined; ink: string; surface: string }) {
  const { cx, cy, dot, ink, surface } = props;
  if (dot === undefined) return <g />;
  const isLowest = dot.tone === 'lowest';
  const lowInk = LOW_INK[dot.tone];
  const paint = {
    fill: isLowest ? CHART_ACCENT : surface,
    stroke: lowInk ?? (isLowest ? CHART_ACCENT : ink),
    strokeWidth: lowInk === undefined ? 1.2 : 2,
    strokeDasharray: dot.tone === 'outlier' ? '3 2' : '0',
  };
  return (
    <g>
      {lowInk !== undefined ? (
        <rect x={cx - RADIUS + 1} y={cy - RADIUS + 1} width={2 * RADIUS - 2} height={2 * RADIUS - 2} {...paint} />
      ) : (
        <circle cx={cx} cy={cy} r={RADIUS} {...paint} />
      )}
      <text
        x={cx}
        y={cy + 3.5}
        textAnchor="middle"
        fontSize={10}
        fontWeight={600}
        fill={isLowest ? '#ffffff' : 'var(--hj-text)'}
      >
        {dot.label}
      </text>
    </g>
  );
}
