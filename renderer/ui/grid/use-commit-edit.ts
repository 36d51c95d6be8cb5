import { useCallback, useEffect, useRef } from 'react';
import { useStaleDialog } from '../../app/stale-dialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import { toastError } from '../toasts.tsx';
import type { CellEdit } from './cells.tsx';
import type { GridColumn } from './columns.ts';
import type { Draft } from './drafts.ts';
import type { RowHead } from './editable-grid.tsx';

/** Takes an edit over, but asks first where another window changed the cell while its editor was open. */
export function useCommitEdit<Row, Changes>(
  drafts: readonly Draft[],
  columns: readonly GridColumn<Row, Changes>[],
  commitCell: (key: string, column: string, text: string) => void,
  rowHead: RowHead | undefined,
): (key: string, column: string, edit: CellEdit) => void {
  const { t } = useText();
  const showStale = useStaleDialog();
  const latest = useRef(drafts);
  latest.current = drafts;
  return useCallback(
    (key, id, { opened, typed, now }) => {
      const save = () => commitCell(key, id, typed);
      const column = columns.find((candidate) => candidate.id === id);
      // The same value in other words (1.5 stored as 1.5000) is no change.
      const meaning = (text: string) => JSON.stringify(column?.parse(text));
      if (column === undefined || now === opened || meaning(now) === meaning(opened)) return save();
      const row = latest.current.findIndex((draft) => draft.key === key);
      const stored = latest.current[row]?.id ?? null;
      const name = stored === null ? '' : (rowHead?.name(stored) ?? '');
      showStale({
        title: name || t('grid.rowNumber', { number: row + 1 }),
        fields: [{ label: column.title, stored: column.show(now), mine: typed }],
        // The save that follows names the revision that is known by then.
        current: { revision: 0 },
        saveMine: save,
        keepStored: () => undefined,
      });
    },
    [columns, commitCell, rowHead, showStale, t],
  );
}

/** Leaving a grid with cells that are not saved is no loss, but it must be known. */
export function useWordAtLeaving(problemCount: number): void {
  const { t } = useText();
  const latest = useRef({ problemCount, t });
  latest.current = { problemCount, t };
  useEffect(
    () => () => {
      const { problemCount: count, t: say } = latest.current;
      if (count > 0) toastError(say('grid.kept', { count }));
    },
    [],
  );
}
