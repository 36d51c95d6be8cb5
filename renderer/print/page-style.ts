import { shortened } from './letters.ts';

/** Sizes of the sheet and of what is printed on it, in millimetres. */
export type Paper = 'A4' | 'Letter';
export type Orientation = 'portrait' | 'landscape';

const SHEETS: Readonly<Record<Paper, { readonly short: number; readonly long: number }>> = {
  A4: { short: 210, long: 297 },
  Letter: { short: 215.9, long: 279.4 },
};
const SIDE_MARGIN = 14;
const TOP_MARGIN = 17;
const BOTTOM_MARGIN = 17;

/** Width between the side margins, in millimetres. */
export function contentWidth(paper: Paper, orientation: Orientation): number {
  const { short, long } = SHEETS[paper];
  return (orientation === 'portrait' ? short : long) - 2 * SIDE_MARGIN;
}

export interface RunningTexts {
  /** Above every page but the first. */
  readonly head: string;
  readonly foot: string;
  /** Around the page number and the number of pages, per language: "Page 3 of 7". */
  readonly pages: readonly { readonly before: string; readonly between: string; readonly after: string }[];
}

/** The style of the sheets of paper: size, margins, running head, and page numbers in the margin. */
export function pageStyle(paper: Paper, { head, foot, pages }: RunningTexts): string {
  const numbers = pages
    .map(({ before, between, after }) =>
      [cssString(before), 'counter(page)', cssString(between), 'counter(pages)', cssString(after)].join(' '),
    )
    .join(` ${cssString(' / ')} `);
  const text = `font: 400 7.5pt/1.2 'Noto Sans SC', sans-serif; color: #000;`;
  return `
@page {
  size: ${sheetSize(paper, 'portrait')};
  margin: ${TOP_MARGIN}mm ${SIDE_MARGIN}mm ${BOTTOM_MARGIN}mm;
  @top-left { content: ${cssString(shortened(head, LONGEST_RUNNING_TEXT))}; ${text} }
  @bottom-left { content: ${cssString(shortened(foot, LONGEST_RUNNING_TEXT))}; ${text} }
  @bottom-right { content: ${numbers}; ${text} }
}
@page :first { @top-left { content: none; } }
@page landscape { size: ${sheetSize(paper, 'landscape')}; }
`;
}

function sheetSize(paper: Paper, orientation: Orientation): string {
  const { short, long } = SHEETS[paper];
  return orientation === 'portrait' ? `${short}mm ${long}mm` : `${long}mm ${short}mm`;
}

/** Longer texts would push the page number off the line. */
const LONGEST_RUNNING_TEXT = 90;

/** A CSS string that nothing in the text can end: names are typed by people. */
export function cssString(text: string): string {
  const escaped = text.replaceAll(
    /[^A-Za-z0-9 \u00a0-\uffff]/g,
    (letter) => `\\${(letter.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped}"`;
}
