/** A LIKE pattern (ESCAPE '\') that finds `text` anywhere, taken literally. */
export function containsPattern(text: string): string {
  return `%${text.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
