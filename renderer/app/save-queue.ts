import { useCallback, useRef, useState } from 'react';

/**
 * Saves one thing after the other: a save names revisions that the one before it raises. `save` stays the same function;
 * it calls the newest `work`. A failed save does not hold up those behind it.
 */
export function useSaveQueue<Input, Output>(
  work: (input: Input) => Promise<Output>,
): { save: (input: Input) => Promise<Output>; isSaving: boolean } {
  const latest = useRef(work);
  latest.current = work;
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [running, setRunning] = useState(0);
  const save = useCallback((input: Input) => {
    setRunning((count) => count + 1);
    const mine = queue.current.then(() => latest.current(input)).finally(() => setRunning((count) => count - 1));
    queue.current = mine.catch(() => undefined);
    return mine;
  }, []);
  return { save, isSaving: running > 0 };
}
