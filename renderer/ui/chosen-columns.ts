import { useCallback, useMemo, useState } from 'react';
import * as z from 'zod';
import { readLocal, writeLocal } from '../app/preferences.ts';

export interface ChosenColumns {
  readonly isShown: (column: string) => boolean;
  readonly show: (column: string, shown: boolean) => void;
  /** What was chosen, by column; a column not named stands as the table has it. */
  readonly choice: Readonly<Record<string, boolean>>;
  readonly choose: (choice: Readonly<Record<string, boolean>>) => void;
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
  const choose = useCallback(
    (next: Readonly<Record<string, boolean>>) => {
      setChoice(next);
      writeLocal(key, next);
    },
    [key],
  );
  return useMemo(
    () => ({ isShown, show: (id: string, shown: boolean) => choose({ ...choice, [id]: shown }), choice, choose }),
    [isShown, choice, choose],
  );
}
