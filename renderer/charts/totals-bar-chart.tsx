import { Bar, BarChart, Cell, LabelList, ReferenceLine, XAxis, YAxis } from 'recharts';
import { exponentOf } from '../../shared/kernel/money.ts';
import { formatMoney } from '../i18n/format.ts';
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
  const data = bars.map((bar) => ({ ...bar, shown: formatMoney(bar.minor, currency) }));
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
        <Bar dataKey="minor" isAnimationActive={false} maxBarSize={22}>
          {data.map((bar) => (
            <Cell
              key={bar.id}
              fill={bar.tone === 'lowest' ? CHART_ACCENT : bar.tone === 'excluded' ? CHART_EXCLUDED : CHART_QUIET}
              fillOpacity={bar.tone === 'excluded' ? 0 : 1}
              stroke={bar.tone === 'excluded' ? ink.text : 'none'}
              strokeDasharray={bar.tone === 'excluded' ? '3 2' : '0'}
            />
          ))}
          <LabelList
            dataKey="shown"
            position="right"
            fill={ink.text}
            fontSize={FONT_SIZE}
            // A halo, so that the line of reference does not run through the figures.
            stroke={ink.surface}
            strokeWidth={3}
            style={{ paintOrder: 'stroke' }}
          />
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
