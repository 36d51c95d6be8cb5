import { Stack, Table, Text } from '@mantine/core';
import type { InspectionDetails } from '../../../shared/contract/inspections.ts';
import { DEFECT_CLASSES } from '../../../shared/domain/aql/plan.ts';
import { formatCount } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { TracePopover } from '../../ui/trace-popover.tsx';

/** How many pieces to inspect, how many defects to take, what was found; arrows of the table in words. */
export function PlanView({ details }: { readonly details: InspectionDetails }) {
  const { plan, planTrace, computed, inspection } = details;
  const { t } = useText();
  if (plan === null) return <Text c="dimmed">{t('inspections:plan.none')}</Text>;
  const sizes = new Set(DEFECT_CLASSES.flatMap((one) => plan.classes[one].sampleSize ?? []));
  return (
    <Stack gap="xs">
      <Text fw={600} size="md">
        <TracePopover trace={planTrace ?? undefined}>
          <span>{t('inspections:plan.inspect', { count: plan.sampleSize })}</span>
        </TracePopover>
      </Text>
      <Table aria-label={t('inspections:plan.title')} maw={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('inspections:plan.class')}</Table.Th>
            <Table.Th ta="right">{t('inspections:field.aql')}</Table.Th>
            <Table.Th ta="right">{t('inspections:plan.sampleSize')}</Table.Th>
            <Table.Th ta="right">{t('inspections:plan.accept')}</Table.Th>
            <Table.Th ta="right">{t('inspections:plan.reject')}</Table.Th>
            <Table.Th ta="right">{t('inspections:plan.found')}</Table.Th>
            <Table.Th>{t('inspections:plan.verdict')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {DEFECT_CLASSES.map((one) => {
            const row = plan.classes[one];
            const verdict = computed.lot?.classes[one];
            return (
              <Table.Tr key={one}>
                <Table.Th scope="row">{t(`inspections:class.${one}`)}</Table.Th>
                <Table.Td ta="right">{row.limit}</Table.Td>
                <Table.Td ta="right">{row.sampleSize === null ? '–' : formatCount(row.sampleSize)}</Table.Td>
                <Table.Td ta="right">{formatCount(row.accept)}</Table.Td>
                <Table.Td ta="right">{formatCount(row.reject)}</Table.Td>
                <Table.Td ta="right">{formatCount(verdict?.defects ?? 0)}</Table.Td>
                <Table.Td>
                  {verdict === undefined || (verdict.passes && computed.lot?.result === 'open') ? null : (
                    <StatusBadge
                      tone={verdict.passes ? 'good' : 'bad'}
                      label={t(verdict.passes ? 'inspections:passes' : 'inspections:fails')}
                    />
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed">
        {t('inspections:plan.standard')}.{' '}
        {t('inspections:plan.letter', {
          lot: formatCount(inspection.lotSize ?? 0),
          level: inspection.level,
          letter: plan.letter,
        })}{' '}
        {DEFECT_CLASSES.map((one) => {
          const { arrow, letter, sampleSize } = plan.classes[one];
          const words = t(`inspections:class.${one}`);
          if (letter === null) return t('inspections:plan.zero', { class: words });
          return arrow === null
            ? ''
            : t(`inspections:plan.${arrow}`, { class: words, from: plan.letter, to: letter, n: sampleSize ?? 0 });
        }).join(' ')}
        {sizes.size > 1 ? ` ${t('inspections:plan.largest')}` : ''}
        {plan.inspectsAll ? ` ${t('inspections:plan.all')}` : ''}
      </Text>
    </Stack>
  );
}
