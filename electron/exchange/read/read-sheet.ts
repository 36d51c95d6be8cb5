import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { SheetEncoding, SheetGrid } from '../../../shared/domain/imports/types.ts';
import { parseCsv } from './csv.ts';
import { decodeText } from './encoding.ts';
import type { SheetContent } from './sheet-content.ts';
import { SHEET_LIMITS, type SheetLimits, SheetReadError } from './sheet-read-error.ts';
import { readXlsxSheet, xlsxSheets } from './xlsx.ts';
import { checkXlsx } from './zip-check.ts';

export interface ReadSheetOptions {
  /** When null: the first that is neither hidden nor empty. */
  sheet?: string | null;
  /** Found out when null; only text files have a choice. */
  encoding?: SheetEncoding | null;
  limits?: SheetLimits;
  /** Rows read so far, and how many there will be where that is known. */
  onProgress?: (done: number, total: number | null) => void;
}

/**
 * Reads one sheet of an XLSX or CSV file, given by its path or its bytes. Cells come as text, exactly as the sheet holds them.
 * Errors: SheetReadError, see its codes; nothing else for whatever the file may hold.
 */
export async function readSheetContent(
  source: string | Uint8Array,
  options: ReadSheetOptions = {},
): Promise<SheetContent> {
  const limits = options.limits ?? SHEET_LIMITS;
  const bytes = await bytesOf(source, limits);
  if (isZip(bytes)) return readWorkbook(bytes, options, limits);
  refuseOtherFormats(bytes);
  const { text, encoding, certainty } = decodeText(bytes, options.encoding ?? null);
  refuseOtherTexts(text);
  const { grid, delimiter } = await parseCsv(text, limits, (rows, share) => {
    options.onProgress?.(rows, share > 0 ? Math.round(rows / share) : null);
  });
  return { grid, sheets: [''], format: 'csv', encoding: { name: encoding, certainty }, delimiter };
}

/** Names of the sheets in a file; a CSV has one without a name. Errors as `readSheetContent`. */
export async function readSheetNames(
  source: string | Uint8Array,
  limits: SheetLimits = SHEET_LIMITS,
): Promise<string[]> {
  const bytes = await bytesOf(source, limits);
  if (isZip(bytes)) {
    await checkXlsx(bytes, limits);
    return (await xlsxSheets(bytes)).map(({ name }) => name);
  }
  refuseOtherFormats(bytes);
  return [''];
}

async function readWorkbook(bytes: Uint8Array, options: ReadSheetOptions, limits: SheetLimits): Promise<SheetContent> {
  await checkXlsx(bytes, limits);
  const infos = await xlsxSheets(bytes);
  const sheets = infos.map(({ name }) => name);
  const read = (name: string): Promise<SheetGrid> =>
    readXlsxSheet(bytes, name, limits, (rows) => options.onProgress?.(rows, null));
  const content = (grid: SheetGrid): SheetContent => ({
    grid,
    sheets,
    format: 'xlsx',
    encoding: null,
    delimiter: null,
  });
  const wanted = options.sheet ?? null;
  if (wanted !== null) {
    if (!sheets.includes(wanted)) throw new SheetReadError('unknownSheet', { detail: wanted });
    return content(await read(wanted));
  }
  for (const { name, hidden } of infos) {
    const grid = hidden ? null : await read(name);
    if (grid !== null && grid.rows.length > 0) return content(grid);
  }
  return content(await read(sheets[0] ?? ''));
}

async function bytesOf(source: string | Uint8Array, limits: SheetLimits): Promise<Uint8Array> {
  if (typeof source !== 'string') {
    if (source.byteLength > limits.fileBytes)
      throw new SheetReadError('tooLarge', { limit: limits.fileBytes, detail: 'file' });
    if (source.byteLength === 0) throw new SheetReadError('empty');
    return source;
  }
  const handle = await openFile(source);
  try {
    const facts = await handle.stat();
    if (!facts.isFile()) throw new SheetReadError('notAFile');
    if (facts.size > limits.fileBytes)
      throw new SheetReadError('tooLarge', { limit: limits.fileBytes, detail: 'file' });
    const bytes = await handle.readFile();
    if (bytes.byteLength === 0) throw new SheetReadError('empty');
    return bytes;
  } finally {
    await handle.close();
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    // a named pipe would wait for its other end for ever
    return await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    throw new SheetReadError(
      code === 'EISDIR' || code === 'ENXIO' ? 'notAFile' : 'notFound',
      { detail: typeof code === 'string' ? code : null },
      { cause: error },
    );
  }
}

function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

const OTHER_FORMATS: readonly [string, readonly number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

function refuseOtherFormats(bytes: Uint8Array): void {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    // Office wraps an encrypted XLSX in the container of the old .xls
    const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      Buffer.from('EncryptedPackage', 'utf16le'),
    );
    throw encrypted ? new SheetReadError('encrypted') : new SheetReadError('unsupportedFormat', { detail: 'xls' });
  }
  for (const [detail, mark] of OTHER_FORMATS)
    if (startsWith(bytes, mark)) throw new SheetReadError('unsupportedFormat', { detail });
}

/** Web pages and XML under a sheet's name, and text full of control characters, are no CSV. */
function refuseOtherTexts(text: string): void {
  const start = text.slice(0, 2_000).trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<head|<table|<meta)/.test(start))
    throw new SheetReadError('unsupportedFormat', { detail: 'html' });
  if (start.startsWith('<?xml')) throw new SheetReadError('unsupportedFormat', { detail: 'xml' });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const controls = text.slice(0, 65_536).match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  if (controls > 0) throw new SheetReadError('unsupportedFormat', { detail: 'binary' });
}
