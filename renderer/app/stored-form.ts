import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useRef } from 'react';

interface Stored<Fields> {
  readonly fields: Fields;
  readonly revision: number;
}

export interface StoredForm<Fields> {
  /** The version that what is typed rests on: name its revision when saving, and send what differs from its fields. */
  readonly base: () => Stored<Fields>;
  /** Throws away what was typed. */
  readonly takeStored: () => void;
}

/**
 * Keeps a form and the record behind it together. What others save meanwhile is taken over in the fields nobody edits
 * here; where both changed the same field the form keeps resting on the version it knows, so that saving is refused
 * and both versions are shown, instead of the one silently going over the other.
 */
export function useStoredForm<Fields extends object>(
  form: UseFormReturnType<Fields>,
  fields: Fields,
  revision: number,
): StoredForm<Fields> {
  const latest = useRef<Stored<Fields>>({ fields, revision });
  latest.current = { fields, revision };
  const base = useRef<Stored<Fields>>({ fields, revision });
  const adopt = (values: Fields) => {
    base.current = latest.current;
    form.setInitialValues(latest.current.fields);
    form.setValues(values);
    form.resetDirty(latest.current.fields);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new revision is taken over, never the form's own change
  useEffect(() => {
    if (revision === base.current.revision) return;
    const values = rebase(base.current.fields, form.getValues(), fields);
    if (values !== null) adopt(values);
  }, [revision]);
  return { base: () => base.current, takeStored: () => adopt(latest.current.fields) };
}

/** What was typed over `base`, put over `stored` instead; null when both changed the same field to different values. */
export function rebase<Fields extends object>(base: Fields, typed: Fields, stored: Fields): Fields | null {
  const values = { ...stored };
  for (const key in typed) {
    if (typed[key] === base[key] || typed[key] === stored[key]) continue;
    if (stored[key] !== base[key]) return null;
    values[key] = typed[key];
  }
  return values;
}
