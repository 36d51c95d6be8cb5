import { Table, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { ImportProblem } from '../../../shared/domain/imports/types.ts';
import { useText } from '../../i18n/use-text.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './imports.module.css';

const ROW_HEIGHT = 34;

/** Every row and cell that could not be taken or deserves a look, with the reason. */
export function ProblemsTable(props: { readonly problems: readonly ImportProblem[]; readonly total: number }) {
  const { problems, total } = props;
  const { t } = useText();
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: problems.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  if (problems.length === 0) return <Text c="dimmed">{t('imports:noProblems')}</Text>;
  const items = rows.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <>
      <ScrollRegion scroller={scroller} className={classes.problemsScroll} label={t('imports:problems')}>
        <Table className={classes.problems} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={70} className={classes.figure}>
                {t('imports:row')}
              </Table.Th>
              <Table.Th w={160}>{t('imports:column')}</Table.Th>
              <Table.Th w={130}>{t('imports:state')}</Table.Th>
              <Table.Th>{t('imports:reason')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {before > 0 ? <tr style={{ height: before }} aria-hidden /> : null}
            {items.map(({ index, key }) => {
              const problem = problems[index];
              return problem === undefined ? null : <ProblemRow key={key} problem={problem} />;
            })}
            {after > 0 ? <tr style={{ height: after }} aria-hidden /> : null}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      {total > problems.length ? (
        <Text size="sm" c="dimmed">
          {t('imports:problemsCut', { shown: problems.length, count: total })}
        </Text>
      ) : null}
    </>
  );
}

function ProblemRow({ problem }: { readonly problem: ImportProblem }) {
  const { t } = useText();
  const column = [problem.column, problem.header].filter((part) => part !== null && part !== '').join(' · ');
  return (
    <Table.Tr>
      <Table.Td className={classes.figure}>{problem.row ?? '–'}</Table.Td>
      <Table.Td>{column}</Table.Td>
      <Table.Td>
        <StatusBadge
          tone={problem.severity === 'refused' ? 'bad' : 'warning'}
          label={t(`imports:severity.${problem.severity}`)}
        />
      </Table.Td>
      <Table.Td>{t(`importProblem:${problem.code}`, { ...problem.data })}</Table.Td>
    </Table.Tr>
  );
}
