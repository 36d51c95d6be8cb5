import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheetContent } from '../../../electron/exchange/read/read-sheet.ts';
import { SheetReadError } from '../../../electron/exchange/read/sheet-read-error.ts';
import { buildXlsx, buildZip, xlsxParts, type ZipPart } from './files.ts';

const MB = 1_000_000;
const oneCell = (at: string): string =>
  `<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="${at.replace(/\D/g, '')}"><c r="${at}"><v>2</v></c></row></sheetData>`;
const sheet = (body: string): Buffer => buildZip(xlsxParts([{ name: 'S', body }]));
/** A workbook with one of its parts changed. */
function altered(name: string, change: (part: ZipPart) => ZipPart): Buffer {
  return buildZip(
    xlsxParts([{ name: 'S', body: oneCell('A2') }]).map((part) => (part.name === name ? change(part) : part)),
  );
}
const padded =
  (megabytes: number) =>
  (part: ZipPart): ZipPart => ({
    ...part,
    data: Buffer.concat([
      Buffer.from('<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>'),
      Buffer.alloc(megabytes * MB, 'a'),
      Buffer.from('</v></c></row></sheetData></worksheet>'),
    ]),
  });
const SHEET = 'xl/worksheets/sheet1.xml';
const doctype =
  (inside: string) =>
  (part: ZipPart): ZipPart => ({ ...part, data: String(part.data).replace('?>', `?>${inside}`) });

describe('hostile XLSX', () => {
  it.each([
    ['a bomb: one cell of 60 MB in 60 KB', () => altered(SHEET, padded(60)), 'tooLarge'],
    ['a bomb in the shared strings', () => altered('xl/sharedStrings.xml', padded(60)), 'tooLarge'],
    [
      'many harmless parts that are a bomb together',
      () =>
        buildZip([
          ...xlsxParts([{ name: 'S', body: '' }]),
          ...Array.from({ length: 30 }, (_, at) => ({
            name: `xl/worksheets/x${at}.xml`,
            data: '<x/>',
            claimedSize: 18 * MB,
          })),
        ]),
      'tooLarge',
    ],
    [
      'a directory that lies about the size',
      () => altered(SHEET, (part) => ({ ...padded(60)(part), claimedSize: 5_000 })),
      'damagedFile',
    ],
    ['a directory that claims nothing', () => altered(SHEET, (part) => ({ ...part, claimedSize: 0 })), 'damagedFile'],
    [
      'five thousand parts',
      () => buildZip(Array.from({ length: 5_000 }, (_, at) => ({ name: `xl/${at}.xml`, data: '' }))),
      'tooLarge',
    ],
    ['a cell at XFD1048576', () => sheet(oneCell('XFD1048576')), 'tooManyColumns'],
    ['a cell at A1048576', () => sheet(oneCell('A1048576')), 'tooManyRows'],
    ['a cell beyond any sheet', () => sheet(oneCell('ZZZZ99999999')), 'damagedFile'],
    [
      'a cell of 40,000 characters',
      () => sheet(`<sheetData><row r="1"><c r="A1" t="str"><v>${'x'.repeat(40_000)}</v></c></row></sheetData>`),
      'tooLarge',
    ],
    [
      'rows out of order',
      () =>
        sheet('<sheetData><row r="5"><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData>'),
      'damagedFile',
    ],
    [
      'a row number that is none',
      () => sheet('<sheetData><row r="x"><c r="A1"><v>1</v></c></row></sheetData>'),
      'damagedFile',
    ],
    [
      'an external entity',
      () => altered(SHEET, doctype('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')),
      'unsafeXml',
    ],
    [
      'recursive entities',
      () => altered('xl/sharedStrings.xml', doctype('<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>')),
      'unsafeXml',
    ],
    ['a document type in the workbook', () => altered('xl/workbook.xml', doctype('<!DOCTYPE x>')), 'unsafeXml'],
    [
      'an entity hidden in UTF-16',
      () => altered(SHEET, (part) => ({ ...part, data: Buffer.from(`\ufeff${String(part.data)}`, 'utf16le') })),
      'unsafeXml',
    ],
    ['an encrypted part', () => altered(SHEET, (part) => ({ ...part, encrypted: true })), 'encrypted'],
    [
      'an unfinished part',
      () => altered(SHEET, (part) => ({ ...part, data: String(part.data).slice(0, -40) })),
      'damagedFile',
    ],
    [
      'no workbook',
      () => buildZip(xlsxParts([{ name: 'S', body: '' }]).filter((part) => part.name !== 'xl/workbook.xml')),
      'damagedFile',
    ],
    [
      'a text document',
      () =>
        buildZip([
          { name: '[Content_Types].xml', data: '<x/>' },
          { name: 'word/document.xml', data: '<x/>' },
        ]),
      'unsupportedFormat',
    ],
    [
      'an old .xls',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'unsupportedFormat',
    ],
    [
      'an encrypted workbook',
      () =>
        Buffer.concat([
          Buffer.from('d0cf11e0a1b11ae1', 'hex'),
          Buffer.alloc(600),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
      'encrypted',
    ],
    ['a PDF', () => Buffer.from('%PDF-1.7 ...'), 'unsupportedFormat'],
  ])('%s is refused within a second', async (_, build, code) => {
    const bytes = build();
    const started = performance.now();
    const before = process.memoryUsage().rss;
    await expect(readSheetContent(bytes)).rejects.toMatchObject({ name: 'SheetReadError', code });
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB);
  });

  it('the limit passed is named', async () => {
    await expect(readSheetContent(sheet(oneCell('A1048576')))).rejects.toMatchObject({
      data: { limit: 200_000, row: 1_048_576 },
    });
  });

  it('formatting down to the last row and out to the last column costs nothing', async () => {
    const body =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row></sheetData>';
    expect((await readSheetContent(sheet(body))).grid.rows).toEqual([['1']]);
  });

  it('two hundred byte flips and truncations: an error of ours, or the very same content', async () => {
    const good = buildXlsx(Array.from({ length: 30 }, (_, row) => [`item ${row}`, row * 1.25, '金属吸管']));
    const { grid } = await readSheetContent(good);
    let survived = 0;
    for (let at = 0; at < 200; at++) {
      const position = (at * 7_919) % good.length;
      const bad = at % 4 === 0 ? good.subarray(0, position) : Buffer.from(good);
      if (at % 4 !== 0) bad[position] = (bad[position] ?? 0) ^ (1 << (at % 8));
      const result = await readSheetContent(bad).catch((error: unknown) => error);
      if (result instanceof Error) expect(result).toBeInstanceOf(SheetReadError);
      else {
        expect(result).toMatchObject({ grid });
        survived++;
      }
    }
    expect(survived).toBeLessThan(120);
  });
});

describe('what is no readable file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hangjia-read-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('a folder, a pipe and a missing file are told apart at once', async () => {
    await expect(readSheetContent(folder)).rejects.toMatchObject({ code: 'notAFile' });
    await expect(readSheetContent(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'notFound' });
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [join(folder, 'pipe.csv')]);
      await expect(readSheetContent(join(folder, 'pipe.csv'))).rejects.toMatchObject({ code: 'notAFile' });
    }
    await writeFile(join(folder, 'good.csv'), 'a,b\n');
    expect((await readSheetContent(join(folder, 'good.csv'))).grid.rows).toEqual([['a', 'b']]);
  });
});
