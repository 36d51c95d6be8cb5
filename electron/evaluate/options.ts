import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { REPORT_LANGUAGES, type ReportLanguage } from '../../shared/contract/reports.ts';
import { type CalendarDate, isCalendarDate } from '../../shared/kernel/calendar-date.ts';

export interface EvaluateOptions {
  /** Absolute paths. */
  readonly sheet: string;
  readonly rates: string | null;
  readonly out: string | null;
  /** '-' is standard output. */
  readonly json: string | null;
  readonly currency: string | null;
  readonly language: ReportLanguage;
  readonly paper: 'A4' | 'Letter';
  /** Day whose rates and validity count; null is today. */
  readonly date: CalendarDate | null;
}

export const HELP = `npm run evaluate -- SHEET [options]

Compares the quotes of a sheet (.xlsx or .csv, suppliers in columns or in rows) and ranks them by comparable total.

  --rates FILE       exchange rates: CSV with the columns base, quote, rate, date, source, or a JSON array of such records
  --currency USD     compare in this currency; without it the sheet's own
  --lang en|zh|both  language of the report and the messages (en)
  --paper A4|Letter  size of the report's paper (A4)
  --date YYYY-MM-DD  day whose exchange rates and validity count (today)
  --out FILE         write the evaluation report as PDF
  --json FILE        write the result as JSON; - is standard output
  --help             show this

The sheet is only read. What cannot be taken from it is named on standard error.
Exit status: 0 all taken, 2 something could not be taken, 1 nothing usable or the call is wrong.
`;

/** Reads the command line; null when help is asked for. Throws an Error with a sentence for anything wrong with it. */
export function parseEvaluateOptions(args: readonly string[], cwd: string): EvaluateOptions | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: true,
    allowPositionals: true,
    options: {
      rates: { type: 'string' },
      currency: { type: 'string' },
      lang: { type: 'string' },
      paper: { type: 'string' },
      date: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) return null;
  const [sheet, ...further] = positionals;
  if (sheet === undefined || sheet === '') throw new Error('Name the sheet to evaluate.');
  if (further.length > 0) throw new Error(`Only one sheet is evaluated at a time; what is "${further[0]}"?`);
  const read = { sheet: resolve(cwd, sheet), rates: pathOf('--rates', values.rates, cwd) };
  const out = pathOf('--out', values.out, cwd);
  const json = values.json === '-' ? '-' : pathOf('--json', values.json, cwd);
  for (const [option, file] of [
    ['--out', out],
    ['--json', json],
  ] as const) {
    if (file !== null && (file === read.sheet || file === read.rates)) {
      throw new Error(`${option} would write over ${file}, which is only read.`);
    }
  }
  if (out !== null && out === json) throw new Error('--out and --json name the same file.');
  return {
    ...read,
    out,
    json,
    currency: values.currency === undefined ? null : currencyOf(values.currency),
    language: oneOf('--lang', values.lang ?? 'en', REPORT_LANGUAGES),
    paper: oneOf('--paper', values.paper ?? 'A4', ['A4', 'Letter'] as const),
    date: values.date === undefined ? null : dateOf(values.date),
  };
}

function pathOf(option: string, value: string | undefined, cwd: string): string | null {
  if (value === undefined) return null;
  if (value === '') throw new Error(`${option} needs a file.`);
  return resolve(cwd, value);
}

function currencyOf(text: string): string {
  const code = text.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) throw new Error(`--currency needs a currency code such as USD, not "${text}".`);
  return code;
}

function dateOf(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new Error(`--date needs a day written 2026-03-31, not "${text}".`);
  return text;
}

function oneOf<Word extends string>(option: string, text: string, words: readonly Word[]): Word {
  const word = words.find((one) => one.toLowerCase() === text.trim().toLowerCase());
  if (word === undefined) throw new Error(`${option} takes ${words.join(', ')}, not "${text}".`);
  return word;
}
