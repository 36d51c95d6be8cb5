let loaded: Promise<unknown> | null = null;

/**
 * Brings the style sheet that names the two hundred parts of the Chinese font. It is ten times as long as all others
 * together, so it comes after the first picture of the program; until then the system's letters stand in. Whatever is printed
 * waits for it.
 */
export async function loadChineseLetters(): Promise<void> {
  loaded ??= import('./chinese-letters.ts');
  await loaded;
}
