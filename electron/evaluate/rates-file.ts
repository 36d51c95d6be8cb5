import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import * as z from 'zod';
import type { ExchangeRateFields } from '../../shared/contract/exchange-rates.ts';
import { readDate } from '../../shared/domain/imports/terms.ts';
import { columnLetter } from '../../shared/domain/imports/text.ts';
import { parseDecimal } from '../../shared/kernel/decimal.ts';
import { parseCsv } from '../exchange/read/csv.ts';
import { decodeText } from '../exchange/read/encoding.ts';
import { SHEET_LIMITS } from '../exchange/read/sheet-read-error.ts';

const MOST_BYTES = 10_000_000;

/**
 * Reads exchange rates from a CSV file or a JSON array; of two rates of one pair and day the later in the file counts. A rate
 * without a date is of `day`. Throws an Error with a sentence that names the row and the column.
 */
export async function readRates(file: string, day: string): Promise<ExchangeRateFields[]> {
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) throw new Error(`There is no file of exchange rates ${file}.`);
  if (found.size > MOST_BYTES) throw new Error(`The file of exchange rates ${file} is too large.`);
  const { text } = decodeText(await readFile(file), null);
  const source = basename(file);
  const rates = /^\s*[[{]/.test(text) ? ratesOfJson(text, source, day) : await ratesOfCsv(text, source, day);
  if (rates.length === 0) throw new Error(`${source} holds no exchange rate.`);
  return [...new Map(rates.map((rate) => [`${rate.base}/${rate.quote}/${rate.effectiveDate}`, rate])).values()];
}

const jsonRate = z.object({
  base: z.string(),
  quote: z.string(),
  rate: z.union([z.string(), z.number()]),
  date: z.string().optional(),
  effectiveDate: z.string().optional(),
  source: z.string().optional(),
});
const jsonRates = z.union([z.array(jsonRate), z.object({ rates: z.array(jsonRate) }).transform(({ rates }) => rates)]);

function ratesOfJson(text: string, source: string, day: string): ExchangeRateFields[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new Error(`${source} is no valid JSON: ${error instanceof Error ? error.message : error}`);
  }
  const parsed = jsonRates.safeParse(content);
  if (!parsed.success) {
    throw new Error(`${source} should be an array of records with base, quote, rate, date and source.`);
  }
  return parsed.data.map(({ date, effectiveDate, ...rate }, index) =>
    checked(
      { ...rate, rate: String(rate.rate), date: effectiveDate ?? date ?? '' },
      source,
      day,
      () => `record ${index + 1}`,
    ),
  );
}

/** The words a column may be called by, without blanks and marks, in lower case. */
const HEADERS = {
  base: [
    'base',
    'from',
    'basecurrency',
    'fromcurrency',
    'currency',
    '基准币种',
    '基础货币',
    '源币种',
    '外币',
    '币种',
    '货币',
  ],
  quote: [
    'quote',
    'to',
    'quotecurrency',
    'tocurrency',
    'target',
    'counter',
    '目标币种',
    '目标货币',
    '报价货币',
    '计价币种',
    '本币',
  ],
  rate: ['rate', 'exchangerate', 'value', 'price', '汇率', '中间价', '牌价'],
  date: ['date', 'effectivedate', 'asof', 'day', 'validfrom', '日期', '生效日期', '汇率日期'],
  source: ['source', 'origin', 'note', '来源', '出处', '备注'],
} as const;
type RateColumn = keyof typeof HEADERS;

async function ratesOfCsv(text: string, source: string, day: string): Promise<ExchangeRateFields[]> {
  const { grid } = await parseCsv(text, SHEET_LIMITS, () => undefined);
  const headerAt = grid.rows.findIndex((row) => columnsOf(row).rate !== undefined);
  const columns = columnsOf(grid.rows[headerAt] ?? []);
  const { base, quote, rate } = columns;
  if (base === undefined || quote === undefined || rate === undefined) {
    throw new Error(`${source} needs the columns base, quote and rate in its header.`);
  }
  return grid.rows.flatMap((row, index) => {
    if (index <= headerAt || row.every((cell) => cell.trim() === '')) return [];
    const cell = (column: number | undefined) => (column === undefined ? '' : (row[column] ?? ''));
    const record = {
      base: cell(base),
      quote: cell(quote),
      rate: cell(rate),
      date: cell(columns.date),
      source: cell(columns.source),
    };
    return checked(record, source, day, (column) => {
      const at = columns[column];
      return at === undefined ? `row ${index + 1}` : `row ${index + 1}, column ${columnLetter(at)}`;
    });
  });
}

function columnsOf(row: readonly string[]): Partial<Record<RateColumn, number>> {
  const columns: Partial<Record<RateColumn, number>> = {};
  row.forEach((cell, index) => {
    const title = cell.toLowerCase().replaceAll(/[\s_\-()（）:：.]/g, '');
    for (const name of ['base', 'quote', 'rate', 'date', 'source'] as const) {
      const words: readonly string[] = HEADERS[name];
      if (columns[name] === undefined && words.includes(title)) columns[name] = index;
    }
  });
  return columns;
}

interface RateRecord {
  readonly base: string;
  readonly quote: string;
  readonly rate: string;
  readonly date: string;
  readonly source?: string;
}

function checked(
  record: RateRecord,
  file: string,
  day: string,
  placeOf: (column: RateColumn) => string,
): ExchangeRateFields {
  const wrong = (column: RateColumn, what: string) => new Error(`${file}, ${placeOf(column)}: ${what}`);
  const currency = (column: 'base' | 'quote') => {
    const code = record[column].trim().toUpperCase();
    if (!/^[A-Z]{3}$/.test(code)) throw wrong(column, `“${record[column]}” is not a currency code.`);
    return code;
  };
  const base = currency('base');
  const quote = currency('quote');
  if (base === quote) throw wrong('quote', 'the two currencies of an exchange rate must differ.');
  const value = parseDecimal(record.rate);
  if (value === null || !value.gt(0)) throw wrong('rate', `“${record.rate}” is not a rate above zero.`);
  const effectiveDate = record.date.trim() === '' ? day : readDate(record.date);
  if (effectiveDate === null) throw wrong('date', `“${record.date}” is not a date.`);
  const source = record.source?.trim() ?? '';
  return { base, quote, rate: value.toFixed(), effectiveDate, source: source === '' ? file : source.slice(0, 200) };
}
