import { crc32, deflateRawSync } from 'node:zlib';

/** Builders of files as other programs write them, and as nobody should. */

export interface ZipPart {
  name: string;
  data: Buffer | string;
  /** Written into the directory instead of the true size. */
  claimedSize?: number;
  /** Sets the encryption flag without encrypting. */
  encrypted?: boolean;
}

export function buildZip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = typeof part.data === 'string' ? Buffer.from(part.data) : part.data;
    const packed = deflateRawSync(data, { level: 6 });
    const name = Buffer.from(part.name);
    const size = part.claimedSize ?? data.length;
    const flags = part.encrypted === true ? 1 : 0;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, name);
    offset += 4 + 26 + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface XlsxSheet {
  name: string;
  /** Everything inside <worksheet>. */
  body: string;
}

/** The parts of a workbook; `sharedStrings` and `styles` are the insides of their root elements. */
export function xlsxParts(sheets: readonly XlsxSheet[], sharedStrings = '', styles = ''): ZipPart[] {
  const list = sheets.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('');
  const rels = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return [
    {
      name: '[Content_Types].xml',
      data: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${XML}<workbook xmlns="${NS}" xmlns:r="${REL}"><sheets>${list}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${XML}<Relationships xmlns="${PACKAGE}/relationships">${rels.join('')}<Relationship Id="rId90" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId91" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', data: `${XML}<sst xmlns="${NS}">${sharedStrings}</sst>` },
    { name: 'xl/styles.xml', data: `${XML}<styleSheet xmlns="${NS}">${styles}</styleSheet>` },
    ...sheets.map(({ body }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      data: `${XML}<worksheet xmlns="${NS}">${body}</worksheet>`,
    })),
  ];
}

/** A workbook of one sheet with the given rows: text as inline strings, numbers as number cells, null left out. */
export function buildXlsx(
  rows: readonly (readonly (string | number | null)[])[],
  merges: readonly string[] = [],
): Buffer {
  const xml = rows.map((cells, row) => {
    const inside = cells.map((cell, column) => {
      const at = `${String.fromCharCode(65 + column)}${row + 1}`;
      if (cell === null) return '';
      return typeof cell === 'number'
        ? `<c r="${at}"><v>${cell}</v></c>`
        : `<c r="${at}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
    });
    return `<row r="${row + 1}">${inside.join('')}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const body = `<sheetData>${xml.join('')}</sheetData>${merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`}`;
  return buildZip(xlsxParts([{ name: 'Sheet1', body }]));
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Text in GB18030's or Big5's two-byte characters; the inverse of the decoder the platform has. Throws on a character it lacks. */
export function encodeChinese(text: string, encoding: 'gb18030' | 'big5'): Buffer {
  const codes = doubleByteCodes(encoding);
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0) < 128 ? character.charCodeAt(0) : codes.get(character);
    if (code === undefined) throw new Error(`${encoding} has no ${character}`);
    if (code > 255) bytes.push(code >> 8);
    bytes.push(code & 255);
  }
  return Buffer.from(bytes);
}

function doubleByteCodes(encoding: 'gb18030' | 'big5'): Map<string, number> {
  const decoder = new TextDecoder(encoding);
  const codes = new Map<string, number>();
  for (let first = 0xfe; first >= 0x81; first--) {
    for (let second = 0xfe; second >= 0x40; second--) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if ([...character].length === 1 && character !== '\ufffd') codes.set(character, first * 256 + second);
    }
  }
  return codes;
}

export function utf16(text: string, endian: 'le' | 'be', mark: boolean): Buffer {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return endian === 'le' ? bytes : bytes.swap16();
}
