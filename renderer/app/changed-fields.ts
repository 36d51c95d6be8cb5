/** The fields that differ from what is stored: what somebody else changed meanwhile in other fields is nobody's conflict. */
export function changedFields<Fields extends object>(stored: Fields, typed: Fields): Partial<Fields> {
  const changed: Partial<Fields> = {};
  for (const key in typed) {
    if (stored[key] !== typed[key]) changed[key] = typed[key];
  }
  return changed;
}
