import { Legend, PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart } from 'recharts';
import type { ScoreRadarChartProps } from './chart-types.ts';
import { PRINT_INK, SCREEN_INK } from './palette.ts';
import { shorten } from './short.ts';

const FONT_SIZE = 11;
/** Told apart by the dash as well as by the colour. */
const STROKES = [
  { stroke: 'var(--hj-accent)', dash: '' },
  { stroke: 'var(--hj-text)', dash: '6 3' },
  { stroke: 'var(--hj-text-quiet)', dash: '2 3' },
  { stroke: 'var(--mantine-color-ink-4)', dash: '8 3 2 3' },
] as const;

/** Scores by criterion as outlines; the further out, the better. */
export default function ScoreRadarChart(props: ScoreRadarChartProps) {
  const { axes, outlines, width, height, label, print = false } = props;
  const ink = print ? PRINT_INK : SCREEN_INK;
  const data = axes.map((axis, index) => ({
    axis: shorten(axis.label),
    ...Object.fromEntries(outlines.map(({ id, hundredths }) => [id, (hundredths[index] ?? 0) / 100])),
  }));
  return (
    <figure role="img" aria-label={label} style={{ margin: 0, width, height }}>
      <RadarChart width={width} height={height} data={data} outerRadius="82%" accessibilityLayer={false}>
        <PolarGrid stroke={ink.line} strokeOpacity={0.5} />
        <PolarAngleAxis dataKey="axis" tick={{ fill: ink.text, fontSize: FONT_SIZE }} />
        <PolarRadiusAxis
          domain={[0, 100]}
          tickCount={5}
          angle={90}
          tick={{ fill: ink.text, fontSize: FONT_SIZE - 1 }}
          stroke={ink.line}
        />
        {outlines.map((outline, index) => {
          const { stroke, dash } = STROKES[index % STROKES.length] ?? STROKES[0];
          return (
            <Radar
              key={outline.id}
              name={shorten(outline.label)}
              dataKey={outline.id}
              stroke={stroke}
              strokeDasharray={dash}
              strokeWidth={1.8}
              fill={stroke}
              fillOpacity={0.06}
              isAnimationActive={false}
            />
          );
        })}
        <Legend iconType="plainline" wrapperStyle={{ fontSize: FONT_SIZE, color: ink.text }} />
      </RadarChart>
    </figure>
  );
}
