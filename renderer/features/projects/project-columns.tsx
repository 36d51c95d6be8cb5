import { Text } from '@mantine/core';
import type { ProjectRow } from '../../../shared/contract/projects.ts';
import { type CalendarDate, daysBetween } from '../../../shared/kernel/calendar-date.ts';
import { formatCount } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/use-text.ts';
import { BilingualName } from '../../ui/bilingual-name.tsx';
import type { TableColumn } from '../../ui/data-table.tsx';
import { Day } from '../../ui/day.tsx';
import { MoneyCell } from '../../ui/figures.tsx';
import type { PROJECT_SORTS } from './routes.tsx';
import { StageBadge } from './stage.tsx';

type Sort = (typeof PROJECT_SORTS)[number];

export function projectColumns(today: CalendarDate | null, t: Translate): TableColumn<ProjectRow, Sort>[] {
  return [
    {
      id: 'name',
      title: t('projects:column.name'),
      sort: 'name',
      always: true,
      rest: 260,
      render: (row) => <BilingualName {...row} />,
    },
    {
      id: 'stage',
      title: t('projects:column.stage'),
      sort: 'stage',
      width: 118,
      render: (row) => <StageBadge stage={row.stage} />,
    },
    count('items', t('projects:column.items'), (row) => row.itemCount),
    count('suppliers', t('projects:column.suppliers'), (row) => row.supplierCount),
    count('quotes', t('projects:column.quotes'), (row) => row.quoteCount),
    {
      id: 'needBy',
      title: t('projects:column.needBy'),
      sort: 'needBy',
      width: 106,
      render: (row) => <NeedBy row={row} today={today} t={t} />,
    },
    {
      id: 'budget',
      title: t('projects:column.budget'),
      align: 'right',
      width: 126,
      render: (row) =>
        row.budgetMinor === null ? null : <MoneyCell minor={row.budgetMinor} currency={row.currency} />,
    },
    {
      id: 'destination',
      title: t('projects:column.destination'),
      hidden: true,
      ellipsis: true,
      width: 150,
      render: (row) => row.destination,
    },
    {
      id: 'created',
      title: t('projects:column.created'),
      hidden: true,
      width: 104,
      render: (row) => <Day at={row.createdAt} />,
    },
    {
      id: 'updated',
      title: t('projects:column.updated'),
      sort: 'updatedAt',
      width: 104,
      render: (row) => <Day at={row.updatedAt} />,
    },
  ];
}

function count(id: string, title: string, of: (row: ProjectRow) => number): TableColumn<ProjectRow, Sort> {
  return { id, title, align: 'right', width: 78, render: (row) => formatCount(of(row)) };
}

/** A day that has passed while the project is still open deserves a look. */
function NeedBy(props: { readonly row: ProjectRow; readonly today: CalendarDate | null; readonly t: Translate }) {
  const { row, today, t } = props;
  if (row.needBy === null) return null;
  const isOpen = row.stage !== 'closed' && row.stage !== 'award';
  const late = today !== null && isOpen ? daysBetween(row.needBy, today) : 0;
  if (late <= 0) return <span className="hj-figures">{row.needBy}</span>;
  const hint = t('projects:late', { count: late });
  return (
    <Text span c="var(--hj-warning)" className="hj-figures" title={hint}>
      {row.needBy} <span aria-hidden>!</span>
      <span className="hj-spoken">{hint}</span>
    </Text>
  );
}
