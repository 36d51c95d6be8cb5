import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { type SheetLimits, SheetReadError } from './sheet-read-error.ts';

/** Unpacked to packed size above which a large part is a bomb; real sheets of repeated rows stay well below. */
const HIGHEST_RATIO = 250;
/** Parts below this size may have any ratio: they cannot hurt. */
const HARMLESS_BYTES = 20_000_000;
/** Text of all cells, which is held in memory as a whole. */
const SHARED_STRINGS_BYTES = 150_000_000;

/**
 * Checks an XLSX before anything is unpacked into memory. First the zip's directory alone: number of parts, sizes and ratios, encryption.
 * Then every XML part is unpacked once as a stream, counted and summed up, so that a directory that lies, a damaged part, an unfinished
 * one and a document type declaration (entities, external files) are all found.
 * Errors: SheetReadError tooLarge, encrypted, damagedFile, unsafeXml, unsupportedFormat.
 */
export async function checkXlsx(bytes: Uint8Array, limits: SheetLimits): Promise<void> {
  const zip = await openZip(bytes);
  try {
    const entries = await directory(zip, limits);
    checkKind(entries);
    for (const entry of entries) if (isReadPart(entry.fileName)) await checkPart(zip, entry);
  } finally {
    zip.close();
  }
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  } catch (error) {
    throw new SheetReadError('damagedFile', { detail: 'zip' }, { cause: error });
  }
}

async function directory(zip: ZipFile, limits: SheetLimits): Promise<Entry[]> {
  if (zip.entryCount > limits.parts) throw new SheetReadError('tooLarge', { limit: limits.parts, detail: 'parts' });
  const entries: Entry[] = [];
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      total += entry.uncompressedSize;
      checkEntry(entry, limits);
      if (total > limits.unpackedBytes)
        throw new SheetReadError('tooLarge', { limit: limits.unpackedBytes, detail: 'unpacked' });
    }
  } catch (error) {
    if (error instanceof SheetReadError) throw error;
    throw new SheetReadError('damagedFile', { detail: 'directory' }, { cause: error });
  }
  return entries;
}

function checkEntry(entry: Entry, limits: SheetLimits): void {
  const { fileName, uncompressedSize, compressedSize } = entry;
  if (entry.isEncrypted()) throw new SheetReadError('encrypted', { detail: fileName });
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    throw new SheetReadError('damagedFile', { detail: fileName });
  // a size of 0 would switch the reader's own limit off
  if (uncompressedSize === 0 && compressedSize > 2) throw new SheetReadError('damagedFile', { detail: fileName });
  const limit = /sharedStrings/i.test(fileName) ? SHARED_STRINGS_BYTES : limits.unpackedBytes;
  if (uncompressedSize > limit) throw new SheetReadError('tooLarge', { limit, detail: fileName });
  if (uncompressedSize > HARMLESS_BYTES && uncompressedSize > compressedSize * HIGHEST_RATIO) {
    throw new SheetReadError('tooLarge', { limit: HIGHEST_RATIO, detail: fileName });
  }
}

function checkKind(entries: readonly Entry[]): void {
  const names = new Set(entries.map((entry) => entry.fileName));
  if (names.has('xl/workbook.bin')) throw new SheetReadError('unsupportedFormat', { detail: 'xlsb' });
  if (names.has('EncryptedPackage')) throw new SheetReadError('encrypted');
  if (names.has('[Content_Types].xml') && [...names].some((name) => /^xl\//i.test(name))) return;
  const kind = names.has('word/document.xml') ? 'docx' : names.has('content.xml') ? 'ods' : 'zip';
  throw new SheetReadError('unsupportedFormat', { detail: kind });
}

/** Parts the reader will open; pictures, charts and the rest are never unpacked. */
function isReadPart(name: string): boolean {
  return (
    /\.(xml|rels)$/i.test(name) &&
    !/^(xl\/(drawings|charts|media|embeddings|printerSettings|theme)|docProps|customXml)\//i.test(name)
  );
}

const FORBIDDEN = [Buffer.from('<!DOCTYPE'), Buffer.from('<!ENTITY')];
const OVERLAP = 9;

async function checkPart(zip: ZipFile, entry: Entry): Promise<void> {
  let sum = 0;
  let tail: Buffer = Buffer.alloc(0);
  let first = true;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue;
      if (first && isWide(chunk)) throw new SheetReadError('unsafeXml', { detail: entry.fileName });
      first = false;
      sum = crc32(chunk, sum);
      const seam = Buffer.concat([tail, chunk.subarray(0, OVERLAP)]);
      for (const word of FORBIDDEN) {
        if (chunk.includes(word) || seam.includes(word))
          throw new SheetReadError('unsafeXml', { detail: entry.fileName });
      }
      tail = Buffer.concat([tail, chunk.subarray(-64)]).subarray(-64);
    }
  } catch (error) {
    if (error instanceof SheetReadError) throw error;
    throw new SheetReadError('damagedFile', { detail: entry.fileName }, { cause: error });
  }
  const ends = entry.uncompressedSize === 0 || /(<\/[\w.:-]+\s*>|\/>|-->|\?>)\s*$/.test(tail.toString('latin1'));
  if (sum !== entry.crc32 || !ends) throw new SheetReadError('damagedFile', { detail: entry.fileName });
}

/** UTF-16 or UTF-32, in which the search for forbidden words would see nothing. */
function isWide(chunk: Buffer): boolean {
  const [a, b, c, d] = chunk;
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || [a, b, c, d].includes(0);
}
