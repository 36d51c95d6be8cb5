import type { EncodingCertainty, SheetEncoding } from '../../../shared/domain/imports/types.ts';
import { SheetReadError } from './sheet-read-error.ts';

export interface DecodedText {
  text: string;
  encoding: SheetEncoding;
  certainty: EncodingCertainty;
}

/**
 * Decodes the bytes of a text file: a byte order mark decides; else NUL bytes on one side give UTF-16 away; else strict UTF-8; else the
 * Chinese encodings, which are a guess (Big5 passes as GB18030 and the other way round), so the user is to see a preview. A chosen
 * encoding is taken strictly.
 * Errors: SheetReadError badEncoding when the bytes are not valid in any, or not in the chosen one; unsupportedFormat for binary data.
 */
export function decodeText(bytes: Uint8Array, chosen: SheetEncoding | null): DecodedText {
  const mark = byteOrderMark(bytes);
  if (chosen !== null) {
    const body = mark !== null && mark.encoding === chosen ? bytes.subarray(mark.length) : bytes;
    return { text: strict(body, chosen) ?? fail(chosen), encoding: chosen, certainty: 'chosen' };
  }
  if (mark !== null) {
    return {
      text: strict(bytes.subarray(mark.length), mark.encoding) ?? fail(mark.encoding),
      encoding: mark.encoding,
      certainty: 'mark',
    };
  }
  const wide = utf16ByNulls(bytes);
  if (wide !== null) return { text: strict(bytes, wide) ?? fail(wide), encoding: wide, certainty: 'valid' };
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', certainty: 'valid' };
  for (const encoding of looksLikeBig5(bytes) ? (['big5', 'gb18030'] as const) : (['gb18030', 'big5'] as const)) {
    const text = strict(bytes, encoding);
    if (text !== null) return { text, encoding, certainty: 'guess' };
  }
  return fail(null);
}

function fail(encoding: SheetEncoding | null): never {
  throw new SheetReadError('badEncoding', { detail: encoding });
}

function byteOrderMark(bytes: Uint8Array): { encoding: SheetEncoding; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** Separators and digits have a NUL beside them in UTF-16: always behind them (LE) or always before (BE). Anything else with NULs is binary. */
function utf16ByNulls(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  const until = Math.min(bytes.length, 65_536);
  for (let i = 0; i < until; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  if (even + odd === 0) return null;
  if (bytes.length % 2 === 0 && odd > 0 && even === 0) return 'utf-16le';
  if (bytes.length % 2 === 0 && even > 0 && odd === 0) return 'utf-16be';
  throw new SheetReadError('unsupportedFormat', { detail: 'binary' });
}

/**
 * The common characters of simplified Chinese have second bytes from A1 up in GB18030; about four in ten of Big5 lie below, and their
 * first bytes in the block of common characters. Only when both hold is Big5 the better guess.
 */
function looksLikeBig5(bytes: Uint8Array): boolean {
  let pairs = 0;
  let lowSecond = 0;
  let commonFirst = 0;
  const until = Math.min(bytes.length, 262_144);
  for (let i = 0; i + 1 < until; i++) {
    const first = bytes[i] ?? 0;
    if (first < 0x81) continue;
    const second = bytes[i + 1] ?? 0;
    pairs++;
    if (second < 0xa1) lowSecond++;
    if (first >= 0xa4 && first <= 0xc6) commonFirst++;
    i++;
  }
  return pairs > 0 && lowSecond > pairs * 0.15 && commonFirst > pairs * 0.75;
}

function strict(bytes: Uint8Array, encoding: SheetEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}
