import { Table, Text } from '@mantine/core';
import { useText } from '../../i18n/use-text.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './imports.module.css';
import { LongTable } from './long-table.tsx';

/** Where something in a sheet could not be taken. */
export interface RowProblem {
  readonly severity: 'refused' | 'warning';
  readonly row: number | null;
  readonly column: string | null;
  readonly header: string | null;
}

/** Every row and cell that could not be taken or deserves a look, with the reason. */
export function ProblemsTable<Problem extends RowProblem>(props: {
  readonly problems: readonly Problem[];
  readonly total: number;
  readonly reason: (problem: Problem) => string;
}) {
  const { problems, total, reason } = props;
  const { t } = useText();
  if (problems.length === 0) return <Text c="dimmed">{t('imports:noProblems')}</Text>;
  return (
    <>
      <LongTable
        label={t('imports:problems')}
        count={problems.length}
        rowHeight={34}
        heads={
          <>
            <Table.Th w={70} className={classes.figure}>
              {t('imports:row')}
            </Table.Th>
            <Table.Th w={160}>{t('imports:column')}</Table.Th>
            <Table.Th w={130}>{t('imports:state')}</Table.Th>
            <Table.Th>{t('imports:reason')}</Table.Th>
          </>
        }
        row={(index) => {
          const problem = problems[index];
          return problem === undefined ? null : <ProblemRow key={index} problem={problem} reason={reason(problem)} />;
        }}
      />
      {total > problems.length ? (
        <Text size="sm" c="dimmed">
          {t('imports:problemsCut', { shown: problems.length, count: total })}
        </Text>
      ) : null}
    </>
  );
}

function ProblemRow({ problem, reason }: { readonly problem: RowProblem; readonly reason: string }) {
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
      <Table.Td>{reason}</Table.Td>
    </Table.Tr>
  );
}
