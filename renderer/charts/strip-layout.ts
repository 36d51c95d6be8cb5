/** Where the dots and labels of a strip plot stand, so that none lies on another. Positions are pixels from the left. */

/** The lowest level at which each dot keeps `gap` from its neighbours of that level; positions in any order. */
export function dotLevels(positions: readonly number[], gap: number): number[] {
  const levels = positions.map(() => 0);
  const lastAt: number[] = [];
  const order = positions.map((_, index) => index).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  for (const index of order) {
    const position = positions[index] ?? 0;
    let level = lastAt.findIndex((last) => position - last >= gap);
    if (level === -1) level = lastAt.length;
    lastAt[level] = position;
    levels[index] = level;
  }
  return levels;
}

/** The row of each centred label, 0 nearest to the plot, such that labels of one row never touch. */
export function labelRows(labels: readonly { readonly at: number; readonly width: number }[]): number[] {
  const rows = labels.map(() => 0);
  const endAt: number[] = [];
  const order = labels.map((_, index) => index).sort((a, b) => (labels[a]?.at ?? 0) - (labels[b]?.at ?? 0));
  for (const index of order) {
    const label = labels[index];
    if (label === undefined) continue;
    const start = label.at - label.width / 2;
    let row = endAt.findIndex((end) => start >= end);
    if (row === -1) row = endAt.length;
    endAt[row] = label.at + label.width / 2;
    rows[index] = row;
  }
  return rows;
}

const LATIN_WIDTH = 6;
const HAN_WIDTH = 11;
const LABEL_PADDING = 10;

/** Roughly how wide a label of eleven pixels is; a guess on the wide side. */
export function labelWidth(text: string): number {
  let width = LABEL_PADDING;
  for (const character of text) {
    width += /\p{Script=Han}|[\uff00-\uffef]/u.test(character) ? HAN_WIDTH : LATIN_WIDTH;
  }
  return width;
}
