import { Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import type { DriftSeries } from '../../../shared/contract/inspections.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { DriftChart } from '../../charts/charts.tsx';
import { formatCount } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';
import { limitsText } from '../checklists/point-words.ts';
import { useDrift } from './queries.ts';

const TONES: Readonly<Record<DriftSeries['drift']['state'], Tone>> = {
  tooFew: 'unknown',
  stable: 'good',
  drifting: 'warning',
  outside: 'bad',
};

/** What needs attention stands first. */
const URGENT: readonly DriftSeries['drift']['state'][] = ['outside', 'drifting', 'stable', 'tooFew'];

/** Every measurement of an item over the batches of its supplier. */
export function DriftPart({ supplierId, itemId }: { readonly supplierId: Id; readonly itemId: Id | null }) {
  const { t } = useText();
  const series = useDrift(supplierId, itemId);
  if (itemId === null) return <Text c="dimmed">{t('inspections:drift.needsItem')}</Text>;
  if (series.isError) return <ErrorState error={series.error} retry={() => void series.refetch()} />;
  if (series.isPending) return <Skeleton height={240} />;
  if (series.data.length === 0) return <Text c="dimmed">{t('inspections:drift.empty')}</Text>;
  return (
    <Stack gap="xl">
      {series.data
        .toSorted((one, other) => URGENT.indexOf(one.drift.state) - URGENT.indexOf(other.drift.state))
        .map((one) => (
          <Measurement key={one.originId} series={one} />
        ))}
    </Stack>
  );
}

function Measurement({ series }: { readonly series: DriftSeries }) {
  const { t } = useText();
  const name = useName();
  const { drift, lower, upper, unit } = series;
  const number = (text: string | null) => (text === null ? null : Number(text));
  return (
    <section aria-label={name(series)}>
      <Group gap="sm" mb={4}>
        <Title order={2}>{name(series)}</Title>
        <span className="hj-quiet">{limitsText(series, t)}</span>
        <StatusBadge tone={TONES[drift.state]} label={t(`inspections:drift.state.${drift.state}`)} />
      </Group>
      <Group align="flex-start" gap="xl">
        <DriftChart
          width={600}
          height={260}
          label={t('inspections:drift.chart', { name: name(series) })}
          points={drift.points.map(({ label, mean, lowest, highest }) => ({
            label,
            mean: Number(mean),
            lowest: Number(lowest),
            highest: Number(highest),
          }))}
          lower={number(lower)}
          upper={number(upper)}
          golden={number(drift.golden)}
          unit={unit}
          labels={{
            lower: t('inspections:drift.lower'),
            upper: t('inspections:drift.upper'),
            golden: t('inspections:drift.golden'),
          }}
        />
        <Table w="auto" aria-label={t('inspections:drift.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('inspections:drift.batch')}</Table.Th>
              <Table.Th>{t('inspections:drift.date')}</Table.Th>
              <Table.Th ta="right">{t('inspections:drift.mean')}</Table.Th>
              <Table.Th ta="right">{t('inspections:drift.range')}</Table.Th>
              <Table.Th ta="right">{t('inspections:drift.fromGolden')}</Table.Th>
              <Table.Th ta="right">{t('inspections:drift.outside')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {drift.points.map((point) => (
              <Table.Tr key={point.inspectionId}>
                <Table.Td>{point.label}</Table.Td>
                <Table.Td className="hj-figures">{point.doneOn}</Table.Td>
                <Table.Td ta="right">{short(point.mean)}</Table.Td>
                <Table.Td ta="right">
                  {point.lowest}–{point.highest}
                </Table.Td>
                <Table.Td ta="right">{point.fromGolden === null ? '–' : short(point.fromGolden)}</Table.Td>
                <Table.Td ta="right">
                  {formatCount(point.outside)} / {formatCount(point.count)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Group>
    </section>
  );
}

/** At most five digits: a mean of ten readings needs no more. */
function short(decimal: string): string {
  return String(Number(Number(decimal).toPrecision(5))).replace('-', '−');
}
