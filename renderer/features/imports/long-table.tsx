import { Table } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import classes from './imports.module.css';

/** A table of thousands of rows in a step of an import: only those in sight are drawn. */
export function LongTable(props: {
  readonly label: string;
  readonly count: number;
  /** In pixels. */
  readonly rowHeight: number;
  readonly heads: ReactNode;
  /** The row at a place, with `key`. */
  readonly row: (index: number) => ReactNode;
}) {
  const { label, count, rowHeight, heads, row } = props;
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const items = rows.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <ScrollRegion scroller={scroller} className={classes.problemsScroll} label={label}>
      <Table className={classes.problems} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>{heads}</Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {before > 0 ? <tr style={{ height: before }} aria-hidden /> : null}
          {items.map(({ index }) => row(index))}
          {after > 0 ? <tr style={{ height: after }} aria-hidden /> : null}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
