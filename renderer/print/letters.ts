/** Length of a text in Latin letters; a Chinese one takes the room of two. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (const letter of text) letters += widthOf(letter);
  return letters;
}

/**
 * A text cut in its middle to at most `most` Latin letters: names that begin alike often differ at their end
 * ("… Company No. 6").
 */
export function shortened(text: string, most: number): string {
  if (lettersOf(text) <= most) return text;
  const letters = [...text];
  const head = taken(letters, Math.ceil((most - 1) * 0.6));
  const tail = taken(letters.toReversed(), Math.floor((most - 1) * 0.4)).reverse();
  return `${head.join('').trimEnd()}…${tail.join('').trimStart()}`;
}

function taken(letters: readonly string[], most: number): string[] {
  const kept: string[] = [];
  let width = 0;
  for (const letter of letters) {
    width += widthOf(letter);
    if (width > most) break;
    kept.push(letter);
  }
  return kept;
}

function widthOf(letter: string): 1 | 2 {
  return /[\u2e80-\uffef\u{1f000}-\u{3ffff}]/u.test(letter) ? 2 : 1;
}
