import { Select, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { columnLetter } from '../../../shared/domain/imports/text.ts';
import { useText } from '../../i18n/use-text.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import classes from './imports.module.css';
import type { SheetShown } from './queries.ts';

interface Column<Role extends string> {
  readonly index: number;
  readonly role: Role;
}

/** One line per column of the sheet: its letter, its title, first values, and what it holds; `cells` adds what a kind of sheet needs. */
export function ColumnRows<Role extends string, One extends Column<Role>>(props: {
  readonly shown: SheetShown;
  /** Titles by column. */
  readonly headers: readonly string[];
  readonly columns: readonly One[];
  readonly roles: readonly { readonly value: Role; readonly label: string }[];
  readonly onRole: (column: One, role: Role) => void;
  readonly heads?: ReactNode;
  readonly cells?: (column: One) => ReactNode;
}) {
  const { shown, headers, columns, roles, onRole, heads, cells } = props;
  const { t } = useText();
  return (
    <ScrollRegion className={classes.columnsScroll} label={t('imports:columns')}>
      <Table className={classes.columns} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.letter}>{t('imports:column')}</Table.Th>
            <Table.Th>{t('imports:header')}</Table.Th>
            <Table.Th>{t('imports:firstValues')}</Table.Th>
            <Table.Th w={220}>{t('imports:holds')}</Table.Th>
            {heads}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map((column) => {
            const letter = columnLetter(column.index);
            const samples = samplesOf(shown, column.index);
            return (
              <Table.Tr key={column.index}>
                <Table.Td className={classes.letter}>{letter}</Table.Td>
                <Table.Td fw={500}>{headers[column.index] ?? ''}</Table.Td>
                <Table.Td className={classes.sample} title={samples}>
                  {samples}
                </Table.Td>
                <Table.Td>
                  <Select
                    size="xs"
                    aria-label={t('imports:holdsOf', { column: letter })}
                    data={roles}
                    value={column.role}
                    allowDeselect={false}
                    searchable
                    onChange={(value) => {
                      const chosen = roles.find((role) => role.value === value);
                      if (chosen !== undefined) onRole(column, chosen.value);
                    }}
                  />
                </Table.Td>
                {cells?.(column)}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function samplesOf({ rows, firstRowNumber, extent }: SheetShown, index: number): string {
  const first = extent.firstDataRow - firstRowNumber;
  return rows
    .slice(first)
    .map((row) => row[index]?.trim() ?? '')
    .filter((cell) => cell !== '')
    .slice(0, 3)
    .join(' · ');
}
