import { Table } from '@mantine/core';
import { columnLetter } from '../../../shared/domain/imports/text.ts';
import { useText } from '../../i18n/use-text.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import classes from './imports.module.css';
import type { SheetShown } from './queries.ts';

/** More would only be scrolled past; the reading itself knows no such bound. */
const SHOWN_ROWS = 60;
const SHOWN_COLUMNS = 60;

/** The sheet as it is read, with its own row numbers and column letters, the header rows marked. */
export function PreviewTable({ preview, isStale }: { readonly preview: SheetShown; readonly isStale: boolean }) {
  const { t } = useText();
  const { extent, firstRowNumber } = preview;
  const rows = preview.rows.slice(0, SHOWN_ROWS);
  const width = Math.min(SHOWN_COLUMNS, Math.max(1, ...rows.map((row) => row.length)));
  const columns = Array.from({ length: width }, (_, index) => index);
  const lastHeaderRow = extent.headerRow + extent.headerRows - 1;
  return (
    <ScrollRegion className={classes.previewScroll} dimmed={isStale} label={t('imports:preview')}>
      <Table className={classes.preview} withColumnBorders withRowBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.rowNumber} aria-label={t('imports:rowNumber')} />
            {columns.map((column) => (
              <Table.Th key={column}>{columnLetter(column)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => {
            const number = firstRowNumber + index;
            const isHeader = number >= extent.headerRow && number <= lastHeaderRow;
            return (
              <Table.Tr
                key={number}
                data-header={isHeader || undefined}
                data-above={number < extent.headerRow || undefined}
              >
                <Table.Th scope="row" className={classes.rowNumber}>
                  {number}
                </Table.Th>
                {columns.map((column) => (
                  <Table.Td key={column} title={row[column]}>
                    {row[column]}
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
