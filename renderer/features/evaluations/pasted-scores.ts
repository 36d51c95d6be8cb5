import { parseScoreCell } from '../../ui/grid/parse.ts';

export interface PastedScores {
  readonly scores: readonly {
    readonly row: number;
    readonly column: number;
    readonly scoreHundredths: number | null;
  }[];
  /** Texts that are no score of 0 to 100. */
  readonly unreadable: readonly string[];
}

/** A range copied from a spreadsheet: tabs between columns, line breaks between rows. */
export function readPastedScores(text: string): PastedScores {
  const scores: PastedScores['scores'][number][] = [];
  const unreadable: string[] = [];
  text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .forEach((line, row) => {
      line.split('\t').forEach((cell, column) => {
        const parsed = parseScoreCell(cell.trim());
        if (parsed.ok) scores.push({ row, column, scoreHundredths: parsed.value });
        else unreadable.push(cell.trim());
      });
    });
  return { scores, unreadable };
}
