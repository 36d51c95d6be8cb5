import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildLongCsv } from '../builders/sheets.ts';
import { buildZip, xlsxParts } from '../exchange/read/files.ts';

export const ROWS = 100_000;
const SUPPLIERS = 50;

/** A long sheet of a hundred thousand quote lines, twelve columns, in both formats. */
export function writeSheets(folder: string): { csv: string; xlsx: string } {
  const text = buildLongCsv({ items: ROWS / SUPPLIERS, suppliers: SUPPLIERS });
  const csv = join(folder, 'quotes.csv');
  const xlsx = join(folder, 'quotes.xlsx');
  writeFileSync(csv, text);
  writeFileSync(xlsx, workbookOf(text));
  return { csv, xlsx };
}

/** As spreadsheet programs write it: texts once, in a table of their own, and numbers as numbers. */
function workbookOf(text: string): Buffer {
  const indexOf = new Map<string, number>();
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line, row) => {
      const cells = line.split(',').map((value, column) => {
        const at = `${String.fromCharCode(65 + column)}${row + 1}`;
        if (value === '') return '';
        if (/^\d+(\.\d+)?$/.test(value)) return `<c r="${at}"><v>${value}</v></c>`;
        const index = indexOf.get(value) ?? indexOf.size;
        indexOf.set(value, index);
        return `<c r="${at}" t="s"><v>${index}</v></c>`;
      });
      return `<row r="${row + 1}">${cells.join('')}</row>`;
    });
  const shared = [...indexOf.keys()].map((value) => `<si><t>${value}</t></si>`).join('');
  return buildZip(xlsxParts([{ name: 'Quotes', body: `<sheetData>${rows.join('')}</sheetData>` }], shared));
}
