import { useCallback, useMemo, useState } from 'react';
import * as z from 'zod';
import { readLocal, writeLocal } from '../app/preferences.ts';

export interface ChosenColumns {
  readonly isShown: (column: string) => boolean;
  readonly show: (column: string, shown: boolean) => void;
}

interface Column {
  readonly id: string;
  readonly always?: boolean;
  readonly hidden?: boolean;
}

const stored = z.record(z.string(), z.boolean());

/** Which columns of a table are shown, remembered on this computer under the table's name. */
export function useChosenColumns(table: string, columns: readonly Column[]): ChosenColumns {
  const key = `columns.${table}`;
  const [choice, setChoice] = useState<Readonly<Record<string, boolean>>>(() => {
    const parsed = stored.safeParse(readLocal(key));
    return parsed.success ? parsed.data : {};
  });
  const isShown = useCallback(
    (id: string) => {
      const column = columns.find((candidate) => candidate.id === id);
      if (column?.always === true) return true;
      return choice[id] ?? column?.hidden !== true;
    },
    [choice, columns],
  );
  const show = useCallback(
    (id: string, shown: boolean) => {
      const next = { ...choice, [id]: shown };
      setChoice(next);
      writeLocal(key, next);
    },
    [choice, key],
  );
  return useMemo(() => ({ isShown, show }), [isShown, show]);
}
