import { CsvError, type Options, Parser } from 'csv-parse';
import type { SheetGrid } from '../../../shared/domain/imports/types.ts';
import { type SheetLimits, SheetReadError } from './sheet-read-error.ts';

export type Delimiter = ',' | ';' | '\t' | '|';

export interface CsvResult {
  grid: SheetGrid;
  delimiter: Delimiter;
}

/**
 * Parses decoded CSV text into a grid; the delimiter is detected. Line ends may be mixed, quoted cells may hold line breaks, and a quote
 * mark inside an unquoted cell (5" pipe) is text.
 * Errors: SheetReadError openQuote with the row in which a quoted cell starts and does not end properly; tooManyRows, tooManyColumns,
 * tooManyCells.
 */
export async function parseCsv(
  text: string,
  limits: SheetLimits,
  onProgress: (rows: number, share: number) => void,
): Promise<CsvResult> {
  const hint = /^sep=([,;\t|])\r?\n?/i.exec(text);
  const delimiter = hint === null ? detectDelimiter(text) : asDelimiter(hint[1] ?? ',');
  const body = hint === null ? text : text.slice(hint[0].length);
  // the sep= line is the file's first row, though no row of the table
  const rows: string[][] = hint === null ? [] : [[]];
  const before = rows.length;
  try {
    await parseInto(rows, body, delimiter, false, limits, onProgress);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const open = firstBrokenQuote(body, delimiter);
    if (open !== null) throw new SheetReadError('openQuote', { row: open + before }, { cause: error });
    // what is left are quote marks inside unquoted cells, which are text
    rows.length = before;
    await parseInto(rows, body, delimiter, true, limits, onProgress);
  }
  return { grid: { name: '', rows, firstRowNumber: 1, numbers: 'text' }, delimiter };
}

/** The delimiter that cuts most lines into the same number of cells; more cells win a tie. Quoted text does not count. */
export function detectDelimiter(text: string): Delimiter {
  const lines = sampleLines(text);
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of [',', ';', '\t', '|'] as const) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = mostFrequent(counts.filter((count) => count > 0));
    if (usual === 0) continue;
    const share = counts.filter((count) => count === usual).length / counts.length;
    const score = share * Math.log2(1 + usual);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

function asDelimiter(mark: string): Delimiter {
  return mark === ';' || mark === '\t' || mark === '|' ? mark : ',';
}

/** Up to sixty filled lines from the start, quoted cells emptied. */
function sampleLines(text: string): string[] {
  return text
    .slice(0, 200_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 60);
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, seen] of times)
    if (seen > (times.get(best) ?? 0) || (seen === times.get(best) && count > best)) best = count;
  return best;
}

const CHUNK = 262_144;

function parseInto(
  rows: string[][],
  text: string,
  delimiter: Delimiter,
  relaxQuotes: boolean,
  limits: SheetLimits,
  onProgress: (rows: number, share: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let cells = 0;
    let past: SheetReadError | null = null;
    const options: Options = {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: relaxQuotes,
      skip_empty_lines: false,
      // taken over here, rows need not pass through the stream one by one
      on_record: (record: string[]) => {
        if (past !== null) return null;
        const row = trimmed(record);
        cells += row.length;
        rows.push(row);
        past = pastLimit(rows.length, row, cells, limits);
        if (past !== null) parser.destroy(past);
        return null;
      },
    };
    const parser = new Parser(options);
    parser.on('error', reject);
    parser.on('end', () => {
      while (rows.at(-1)?.length === 0) rows.pop();
      resolve();
    });
    parser.resume();
    feed(parser, text, (share) => onProgress(rows.length, share));
  });
}

/** Writes the text in pieces and waits whenever the parser is full, so that progress moves and memory stays flat. */
function feed(parser: Parser, text: string, onShare: (share: number) => void): void {
  let at = 0;
  const write = (): void => {
    while (at < text.length) {
      if (parser.destroyed) return;
      let end = Math.min(text.length, at + CHUNK);
      // a pair of surrogates must not be cut in two
      const last = text.charCodeAt(end - 1);
      if (end < text.length && last >= 0xd800 && last <= 0xdbff) end++;
      const piece = text.slice(at, end);
      at = end;
      onShare(at / text.length);
      if (!parser.write(piece)) {
        parser.once('drain', write);
        return;
      }
    }
    parser.end();
  };
  write();
}

/** Without the empty cells at the end: a row of nothing but separators is a blank row. `="0012"` is how programs keep the zeros of a text. */
function trimmed(record: string[]): string[] {
  let length = record.length;
  while (length > 0 && record[length - 1] === '') length--;
  for (let at = 0; at < length; at++) {
    const kept = record[at]?.startsWith('="') === true ? /^="([^"]*)"$/.exec(record[at] ?? '')?.[1] : undefined;
    if (kept !== undefined) record[at] = kept;
  }
  return length === record.length ? record : record.slice(0, length);
}

function pastLimit(rows: number, row: readonly string[], cells: number, limits: SheetLimits): SheetReadError | null {
  if (rows > limits.rows) return new SheetReadError('tooManyRows', { limit: limits.rows, row: rows });
  if (row.length > limits.columns) return new SheetReadError('tooManyColumns', { limit: limits.columns, row: rows });
  for (const cell of row) {
    if (cell.length > limits.cellLength)
      return new SheetReadError('tooLarge', { limit: limits.cellLength, row: rows, detail: 'cell' });
  }
  return cells > limits.cells ? new SheetReadError('tooManyCells', { limit: limits.cells, row: rows }) : null;
}

/**
 * The row (from 1) of the first quoted cell that is not followed by a delimiter or line end, or never ends: the parser in its relaxed
 * mode would swallow everything up to the next quote mark without a word. Null when all are sound.
 */
function firstBrokenQuote(text: string, delimiter: Delimiter): number | null {
  let row = 1;
  let atCellStart = true;
  for (let i = 0; i < text.length; i++) {
    const mark = text[i];
    if (mark === '"' && atCellStart) {
      const started = row;
      for (i++; i < text.length; i++) {
        if (text[i] === '"') {
          if (text[i + 1] !== '"') break;
          i++;
        }
      }
      const next = text[i + 1];
      if (i >= text.length || (next !== undefined && next !== delimiter && next !== '\n' && next !== '\r'))
        return started;
      atCellStart = false;
    } else if (mark === '\n' || (mark === '\r' && text[i + 1] !== '\n')) {
      row++;
      atCellStart = true;
    } else atCellStart = mark === delimiter;
  }
  return null;
}
