import { Bar, BarChart, Cell, LabelList, ReferenceLine, XAxis, YAxis } from 'recharts';
import { exponentOf } from '../../shared/kernel/money.ts';
import { formatMoneyRangeShort } from '../i18n/format.ts';
import type { TotalsBarChartProps } from './chart-types.ts';
import { CHART_ACCENT, CHART_EXCLUDED, CHART_QUIET, PRINT_INK, SCREEN_INK } from './palette.ts';
import { shortAmount, shorten } from './short.ts';

const LABEL_WIDTH = 150;
const VALUE_WIDTH = 96;
const FONT_SIZE = 11;

/** Totals as lying bars, lowest first as given; every bar is named and carries its figure. */
export default function TotalsBarChart(props: TotalsBarChartProps) {
  const { bars, currency, reference = null, width, height, label, print = false } = props;
  const ink = print ? PRINT_INK : SCREEN_INK;
  const places = exponentOf(currency);
  const data = bars.map((bar) => {
    const { minor, highMinor = minor } = bar;
    const isRange = highMinor > minor;
    const shown = formatMoneyRangeShort({ lowMinor: minor, highMinor }, currency);
    return { ...bar, open: highMinor - minor, point: isRange ? '' : shown, range: isRange ? shown : '' };
  });
  const labels = {
    position: 'right' as const,
    fill: ink.text,
    fontSize: FONT_SIZE,
    // A halo, so that the line of reference does not run through the figures.
    stroke: ink.surface,
    strokeWidth: 3,
    style: { paintOrder: 'stroke' },
  };
  return (
    <figure role="img" aria-label={label} style={{ margin: 0, width, height }}>
      <BarChart
        width={width}
        height={height}
        data={data}
        layout="vertical"
        accessibilityLayer={false}
        margin={{ top: reference === null ? 4 : 18, right: VALUE_WIDTH, bottom: 4, left: 0 }}
        barCategoryGap="26%"
      >
        <XAxis
          type="number"
          tick={{ fill: ink.text, fontSize: FONT_SIZE }}
          stroke={ink.line}
          tickFormatter={(minor: number) => shortAmount(minor, places)}
          tickLine={false}
          domain={[0, 'auto']}
          tickCount={3}
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
        <Bar dataKey="minor" stackId="total" isAnimationActive={false} maxBarSize={22}>
          {data.map((bar) => (
            <Cell
              key={bar.id}
              fill={fillOf(bar.tone)}
              fillOpacity={bar.tone === 'excluded' ? 0 : 1}
              stroke={bar.tone === 'excluded' ? ink.text : 'none'}
              strokeDasharray={bar.tone === 'excluded' ? '3 2' : '0'}
            />
          ))}
          <LabelList dataKey="point" {...labels} />
        </Bar>
        <Bar dataKey="open" stackId="total" isAnimationActive={false} maxBarSize={22}>
          {data.map((bar) => (
            <Cell
              key={bar.id}
              fill={fillOf(bar.tone)}
              fillOpacity={bar.tone === 'excluded' ? 0 : 0.35}
              stroke={bar.open === 0 ? 'none' : ink.text}
              strokeDasharray="2 2"
            />
          ))}
          <LabelList dataKey="range" {...labels} />
        </Bar>
        {reference === null ? null : (
          <ReferenceLine
            x={reference.minor}
            stroke={ink.text}
            strokeDasharray="5 3"
            label={{ value: reference.label, position: 'top', fill: ink.text, fontSize: FONT_SIZE }}
            ifOverflow="extendDomain"
          />
        )}
      </BarChart>
    </figure>
  );
}

function fillOf(tone: TotalsBarChartProps['bars'][number]['tone']): string {
  if (tone === 'lowest') return CHART_ACCENT;
  return tone === 'excluded' ? CHART_EXCLUDED : CHART_QUIET;
}
