import { ActionIcon, Select, Table, Text, Tooltip } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconArrowsExchange } from '@tabler/icons-react';
import type { ComparisonQuery } from '../../../shared/contract/comparisons.ts';
import type { Comparison, MinorRange } from '../../../shared/domain/comparison/types.ts';
import { traceWaterfall, traceWaterfallStep } from '../../../shared/domain/waterfall/trace.ts';
import type { Waterfall } from '../../../shared/domain/waterfall/types.ts';
import { WaterfallChart } from '../../charts/charts.tsx';
import { formatDifference, formatMoney } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { TracePopover } from '../../ui/trace-popover.tsx';
import type { CompareSearch } from '../comparisons/compare-search.ts';
import { useWaterfall } from './queries.ts';
import { barsOf, pairOf } from './waterfall-model.ts';
import { WaterfallNotes, WaterfallSentence } from './waterfall-sentence.tsx';
import classes from './waterfalls.module.css';

export interface WaterfallViewProps {
  readonly comparison: Comparison;
  readonly query: ComparisonQuery;
  readonly search: CompareSearch;
  readonly onChange: (changes: Partial<CompareSearch>) => void;
}

/** Why one of two quotes is cheaper: from total to total, part by part. */
export function WaterfallView({ comparison, query, search, onChange }: WaterfallViewProps) {
  const { t } = useText();
  const nameOf = useName();
  const pair = pairOf(comparison, search.first, search.second);
  const ids = pair === null ? null : { firstId: pair.first.quote.id, secondId: pair.second.quote.id };
  const { data, isError, error, refetch, isPlaceholderData } = useWaterfall(query, ids);
  const names = new Map(
    comparison.quotes.map(({ quote }) => [
      quote.supplierId,
      nameOf({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh }),
    ]),
  );
  if (pair === null)
    return (
      <Text p="md" className="hj-quiet">
        {t('waterfall:needsTwo')}
      </Text>
    );
  if (isError) return <ErrorState error={error} retry={() => void refetch()} />;
  const first = pair.first.quote.supplierId;
  const second = pair.second.quote.supplierId;
  const choices = [...names].map(([value, label]) => ({ value, label }));
  return (
    <ScrollRegion label={t('comparisons:views.waterfall')} className={classes.page} dimmed={isPlaceholderData}>
      <div className={classes.controls}>
        <span className="hj-quiet">{t('waterfall:from')}</span>
        <Select
          w={260}
          aria-label={t('waterfall:first')}
          allowDeselect={false}
          searchable
          data={choices.filter(({ value }) => value !== second)}
          value={first}
          onChange={(value) => (value === null ? undefined : onChange({ first: value, second }))}
        />
        <Tooltip label={t('waterfall:swap')}>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('waterfall:swap')}
            onClick={() => onChange({ first: second, second: first })}
          >
            <IconArrowsExchange size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <span className="hj-quiet">{t('waterfall:to')}</span>
        <Select
          w={260}
          aria-label={t('waterfall:second')}
          allowDeselect={false}
          searchable
          data={choices.filter(({ value }) => value !== first)}
          value={second}
          onChange={(value) => (value === null ? undefined : onChange({ first, second: value }))}
        />
      </div>
      {data === undefined ? (
        <LoadingRows rows={10} />
      ) : data.state === 'notComputable' ? (
        <Text mt="md">
          {t(`waterfall:notComputable.${data.reason}`, {
            names: comparison.quotes
              .filter(({ quote }) => data.quoteIds.includes(quote.id))
              .map(({ quote }) => names.get(quote.supplierId) ?? '')
              .join(t('comparisons:listSeparator')),
          })}
        </Text>
      ) : (
        <Explained waterfall={data.waterfall} comparison={comparison} />
      )}
    </ScrollRegion>
  );
}

const BAR_HEIGHT = 28;
const AXIS_HEIGHT = 44;

function Explained({ waterfall, comparison }: { readonly waterfall: Waterfall; readonly comparison: Comparison }) {
  const { t } = useText();
  const nameOf = useName();
  const { ref, width } = useElementSize();
  const { currency, first, second, steps } = waterfall;
  const bars = barsOf(waterfall, {
    first: nameOf(first),
    second: nameOf(second),
    part: (part) => t(`waterfall:part.${part}`),
    total: (low, high) => spanText(low, high, (minor) => formatMoney(minor, currency)),
    difference: (low, high) => spanText(low, high, (minor) => formatDifference(minor, currency)),
  });
  return (
    <>
      <WaterfallSentence waterfall={waterfall} />
      <div ref={ref} className={classes.chart}>
        {width === 0 ? null : (
          <WaterfallChart
            width={Math.min(width, 980)}
            height={bars.length * BAR_HEIGHT + AXIS_HEIGHT}
            label={t('waterfall:chartLabel', { first: nameOf(first), second: nameOf(second), currency })}
            bars={bars}
            currency={currency}
          />
        )}
      </div>
      <Table className={classes.table} verticalSpacing={3} aria-label={t('waterfall:tableLabel')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('waterfall:column.part')}</Table.Th>
            <Table.Th className="hj-figure">
              {nameOf(first)}
              <span className="hj-unit">{currency}</span>
            </Table.Th>
            <Table.Th className="hj-figure">
              {nameOf(second)}
              <span className="hj-unit">{currency}</span>
            </Table.Th>
            <Table.Th className="hj-figure">
              {t('waterfall:column.difference')}
              <span className="hj-unit">{currency}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {steps.map((step) => (
            <Table.Tr key={step.part}>
              <Table.Th scope="row" title={t(`waterfall:partHint.${step.part}`)} className={classes.part}>
                {t(`waterfall:part.${step.part}`)}
                <div className={classes.hint}>{t(`waterfall:partHint.${step.part}`)}</div>
              </Table.Th>
              <Table.Td className="hj-figure">{rangeText(step.first, currency)}</Table.Td>
              <Table.Td className="hj-figure">{rangeText(step.second, currency)}</Table.Td>
              <Table.Td className="hj-figure">
                <TracePopover trace={traceWaterfallStep(step, currency)}>
                  {spanText(step.difference.lowMinor, step.difference.highMinor, (minor) =>
                    formatDifference(minor, currency),
                  )}
                </TracePopover>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{t('waterfall:total')}</Table.Th>
            <Table.Td className="hj-figure">{rangeText(first.total, currency)}</Table.Td>
            <Table.Td className="hj-figure">{rangeText(second.total, currency)}</Table.Td>
            <Table.Td className="hj-figure">
              <TracePopover trace={traceWaterfall(waterfall)}>
                {spanText(waterfall.difference.lowMinor, waterfall.difference.highMinor, (minor) =>
                  formatDifference(minor, currency),
                )}
              </TracePopover>
            </Table.Td>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      <WaterfallNotes waterfall={waterfall} comparison={comparison} />
    </>
  );
}

function rangeText({ lowMinor, highMinor }: MinorRange, currency: string): string {
  return spanText(lowMinor, highMinor, (minor) => formatMoney(minor, currency));
}

function spanText(low: number, high: number, text: (minor: number) => string): string {
  return low === high ? text(low) : `${text(low)} … ${text(high)}`;
}
