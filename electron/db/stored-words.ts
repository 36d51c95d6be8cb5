/** Reads a stored word back as one of a closed list; a word that is none means the database was written by something else. */
export function storedWord<const Words extends readonly string[]>(words: Words, value: string): Words[number] {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new Error(`stored word is none of ${words.join(', ')}`);
  return found;
}

/** As storedWord, keeping null. */
export function storedWordOrNull<const Words extends readonly string[]>(
  words: Words,
  value: string | null,
): Words[number] | null {
  return value === null ? null : storedWord(words, value);
}
