import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvText, withoutFormula } from '../../../electron/exchange/write/csv.ts';

const HOSTILE = [
  '=1+1',
  '+SUM(A1)',
  '-2+3',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  '  =1+1',
  '\u200b=1+1',
  '\u00a0=HYPERLINK("http://x")',
];

describe('text that a spreadsheet would run', () => {
  test.each(HOSTILE)('%j is written as text', (text) => {
    const rows: string[][] = parse(csvText([['name', text]]), { bom: true });
    expect(rows).toEqual([['name', `'${text}`]]);
  });

  test.each(['-12.50', '+86', '0', 'a=b', 'Müller & Sons', '1-2', '', '金属吸管'])('%j is left alone', (text) => {
    expect(withoutFormula(text)).toBe(text);
  });
});

test('figures stay figures, negative ones too', () => {
  expect(csvText([[{ numeral: '-3436.59' }, { numeral: '0.0375' }, null, 'x']])).toBe('\uFEFF-3436.59,0.0375,,x\r\n');
});

test('any text comes back as it was', () => {
  const texts = ['a,b', 'say "so"', 'two\nlines', ' blanks ', 'semi;colon', '吸管', '"', ',', ''];
  expect(parse(csvText([texts, texts]), { bom: true })).toEqual([texts, texts]);
});
