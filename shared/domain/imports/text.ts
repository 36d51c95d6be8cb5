/** True when normalising changes nothing but blanks: printable ASCII and everyday Chinese characters, which is most of every sheet. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code < 32 || code > 126 || code === 96) && (code < 0x4e00 || code > 0x9fff)) return false;
  }
  return true;
}

/**
 * A cell made comparable: full-width forms become ASCII ("１２，５" is "12,5", "（" is "("), every kind of blank becomes one space,
 * typographic quotes and dashes become plain ones, zero-width marks go. The case stays. Never stored, only compared and parsed.
 */
export function normalise(text: string): string {
  if (isPlain(text)) return text.includes('  ') ? text.replace(/ +/g, ' ').trim() : text.trim();
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015\u2212\ufe58]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What is stored of a text cell: as typed, without blanks around it and with line breaks inside turned into one space. */
export function tidy(text: string): string {
  let before = 32;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code === 32 && before === 32) || (code !== 32 && (code < 33 || (code > 126 && /\s/.test(text.charAt(i)))))) {
      return text.replace(/\s+/g, ' ').trim();
    }
    before = code;
  }
  return before === 32 ? text.trimEnd() : text;
}

/** The form in which two names count as the same. */
export function nameKey(text: string): string {
  return normalise(text).toLowerCase();
}

/** Letters, digits and Chinese characters only, lower case: "Est. Qty" and "EST_QTY" are both "estqty". */
export function compact(text: string): string {
  return normalise(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%#$¥€£]+/gu, '');
}

/** True when the text has a Chinese character. */
export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Letters of a column as spreadsheets write them: 0 is "A", 26 is "AA". */
export function columnLetter(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}
