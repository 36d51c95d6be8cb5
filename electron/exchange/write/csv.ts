/** A cell of a CSV file: text as somebody wrote it, a figure as a plain numeral, or nothing. */
export type CsvCell = string | { readonly numeral: string } | null;

/**
 * A CSV file (RFC 4180, CRLF) with a byte order mark, so that spreadsheets read its Chinese as UTF-8.
 * Text that a spreadsheet would run as a formula gets a leading apostrophe; figures stay figures, negative ones too.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}

/** What a spreadsheet takes for the beginning of a formula, also in full width (QUALITY 22); white space before it is skipped by some. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;
const NUMERAL = /^[+-]?\d+(\.\d+)?$/;

/** Text that no spreadsheet runs: an apostrophe before what looks like a formula. A plain negative figure is none. */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) && !NUMERAL.test(text) ? `'${text}` : text;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  const text = typeof cell === 'string' ? withoutFormula(cell) : cell.numeral;
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
