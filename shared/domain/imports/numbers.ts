import { type CurrencyReading, MONEY_WORD, readCurrency } from './currency.ts';
import { normalise } from './text.ts';

/** Which mark a column uses for decimals; `unknown` when nothing decided it. */
export type NumeralStyle = 'point' | 'comma' | 'unknown';

/** What a cell meant as a figure holds. `text` is a plain numeral: sign, digits, at most one point. */
export type NumberReading =
  | { kind: 'number'; text: string; currency: CurrencyReading | null; unit: string | null }
  | { kind: 'blank' }
  | { kind: 'noPrice' }
  | { kind: 'ambiguous' }
  | { kind: 'notANumber' };

const PLAIN = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/;
const GROUPED_OR_PLAIN = /^-?[\d.,]*\d[.,]?$/;
const NO_PRICE =
  /^(-+|\/+|\\+|\*+|\.+|_+|x+|n\.?\/?a\.?|not applicable|none|nil|null|tb[dac]|n\.?[bq]\.?|no ?-?(bid|quote|price|offer|response)|not (bid|quoted|offered|available|priced)|unquoted|declined?|excluded|call|poa|price on (request|application)|on request|upon request|to be (advised|confirmed|determined)|ask|negotiable|面议|面谈|电议|电询|询价|咨询|待定|待报|待议|待确认|另议|无|没有|暂无|暂缺|缺|缺货|无货|停产|无法报价|不能做|做不了|(不|未|无|没有?|暂不|暂未|暂无)(报价|报|价格|供|供应|供货|提供|生产|做))$/i;

const MONEY = new RegExp(
  `^(-?)\\s*(${MONEY_WORD})?\\s*(-?[\\d.,' ]*\\d[.,]?)\\s*(万)?\\s*(${MONEY_WORD})?(?:\\s*(?:\\/|per\\b|每|p\\.?)\\s*\\d*\\s*([\\p{L}\\d.]+(?: [\\p{L}]+)?))?$`,
  'iu',
);
const MEASURE = /^([<>≥≤=~约≈+]*)\s*(-?[\d.,' ]*\d)\s*(万)?\s*\+?\s*([\p{L}][\p{L}\d./ ]*)?\.?\s*\+?$/u;

/**
 * Reads a price or amount: signs and codes of money, grouping, "12.5元/件", "(1,234.50)" and "1,234.50-" as negative, full-width digits.
 * `style` decides what a lone separator before three digits means; where it is unknown, such a cell is `ambiguous`.
 */
export function readPrice(cell: string, style: NumeralStyle): NumberReading {
  if (cell === '') return BLANK;
  if (PLAIN.test(cell) && !(style !== 'point' && loneGroup(cell))) return plainOr(cell, style);
  const text = normalise(cell);
  if (text === '') return BLANK;
  if (text.length > LONGEST_FIGURE) return NOT_A_NUMBER;
  if (NO_PRICE.test(text)) return NO_PRICE_READING;
  const { body, negative } = withoutAccountingSign(text);
  const found = MONEY.exec(body);
  if (found === null) return NOT_A_NUMBER;
  const [, lead, before, digits, wan, after, unit] = found;
  const reading = readNumeral(digits ?? '', style);
  if (reading === null) return NOT_A_NUMBER;
  if (reading === 'ambiguous') return AMBIGUOUS;
  const word = before ?? after;
  const minus = negative !== (lead === '-');
  return number(
    minus ? negate(reading) : reading,
    word === undefined ? null : readCurrency(word),
    unit ?? null,
    wan !== undefined,
  );
}

/** Reads a quantity: "1,200", "100件", "≥ 100 pcs", "1.2万". The unit beside it is given back. */
export function readMeasure(cell: string, style: NumeralStyle): NumberReading {
  if (cell === '') return BLANK;
  if (PLAIN.test(cell) && !(style !== 'point' && loneGroup(cell))) return plainOr(cell, style);
  const text = normalise(cell);
  if (text === '') return BLANK;
  if (text.length > LONGEST_FIGURE) return NOT_A_NUMBER;
  if (NO_PRICE.test(text)) return NO_PRICE_READING;
  const found = MEASURE.exec(text);
  if (found === null) return NOT_A_NUMBER;
  const reading = readNumeral(found[2] ?? '', style);
  if (reading === null) return NOT_A_NUMBER;
  if (reading === 'ambiguous') return AMBIGUOUS;
  const unit = found[4]?.replace(/\s*(起批|起订|起|以上|及以上|\+)$/, '').trim();
  return number(reading, null, unit === undefined || unit === '' ? null : unit, found[3] !== undefined);
}

/** True for "N/A", "-", "面议" and their like: the supplier gives no price, which is not the same as an empty cell. */
export function meansNoPrice(cell: string): boolean {
  return NO_PRICE.test(normalise(cell));
}

/** No figure is longer with its money and unit; a hostile cell must not keep the patterns busy. */
export const LONGEST_FIGURE = 80;

/** Counts what the cells of a sheet say about its decimal mark; `decide` weighs them. */
export class NumeralEvidence {
  private point = 0;
  private comma = 0;
  private groupsByComma = 0;
  private groupsByPoint = 0;
  private small = 0;
  private largeUngrouped = 0;
  private pointMoney = 0;

  /** Takes in one cell; cells that are no figures say nothing. */
  add(cell: string): void {
    const mark = marksOf(cell);
    if (mark === NO_MARK) {
      const size = digitsIn(cell);
      if (size > 3) this.largeUngrouped++;
      else if (size > 0) this.small++;
      return;
    }
    // most cells: plain digits with one point that groups nothing
    if (mark === PLAIN_POINT && !loneGroup(cell)) {
      this.point++;
      return;
    }
    if (cell.length > LONGEST_FIGURE) return;
    const found = /^[^\d.,]*([\d.,' ]*\d)[^\d]*$/.exec(normalise(cell));
    if (found?.[1] === undefined) return;
    const body = withoutBlanks(found[1]);
    const style = ownStyle(body);
    if (style === 'point') this.point++;
    else if (style === 'comma') this.comma++;
    else if (loneGroup(body)) {
      if (body.includes(',')) this.groupsByComma++;
      else this.groupsByPoint++;
      if (/[$¥£]/.test(cell.normalize('NFKC'))) this.pointMoney++;
    }
  }

  /** Takes in the quantity of something that is only counted: "1,200" pieces cannot be one and a fifth. (Fixed decimals, "5.000", say nothing.) */
  addCount(cell: string): void {
    const found = /\d[\d,.]*/.exec(cell)?.[0];
    if (found !== undefined && loneGroup(found) && found.includes(',')) this.point++;
  }

  /** Adds what another column of the same sheet showed. */
  merge(other: NumeralEvidence): void {
    this.point += other.point;
    this.comma += other.comma;
    this.groupsByComma += other.groupsByComma;
    this.groupsByPoint += other.groupsByPoint;
    this.small += other.small;
    this.largeUngrouped += other.largeUngrouped;
    this.pointMoney += other.pointMoney;
  }

  /** True when some cell cannot be read without knowing the style. */
  get needed(): boolean {
    return this.groupsByComma + this.groupsByPoint > 0;
  }

  /** True when some cells can only be read with a point and others only with a comma. */
  get contradicts(): boolean {
    return this.point > 0 && this.comma > 0;
  }

  /** By cells alone that can be read one way only. */
  decideByMarks(): NumeralStyle {
    if (this.point > 0 && this.comma === 0) return 'point';
    return this.comma > 0 && this.point === 0 ? 'comma' : 'unknown';
  }

  /**
   * Cells that can be read one way only decide; both ways at once is no decision. Else figures below a thousand without a mark beside
   * at least two that are grouped by commas show that the commas group (a decimal comma would not always have three digits after it).
   */
  decide(): NumeralStyle {
    if (this.point > 0 && this.comma > 0) return 'unknown';
    if (this.point > 0) return 'point';
    if (this.comma > 0) return 'comma';
    if (this.groupsByComma > 0 && this.groupsByPoint > 0) return 'unknown';
    if (this.groupsByComma >= 2 && this.small > 0 && this.largeUngrouped === 0) return 'point';
    if (this.groupsByComma > 0 && this.pointMoney === this.groupsByComma) return 'point';
    if (this.groupsByPoint > 0 && this.pointMoney === this.groupsByPoint) return 'point';
    return 'unknown';
  }
}

const NO_MARK = 0;
const PLAIN_POINT = 1;
const OTHER = 2;

/** Whether a cell has a separator at all, and whether it is nothing but digits and one point. */
function marksOf(cell: string): typeof NO_MARK | typeof PLAIN_POINT | typeof OTHER {
  let points = 0;
  let plain = true;
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i);
    if (code === 46) points++;
    else if (code === 44 || code === 0xff0c || code === 0xff0e) return OTHER;
    else if (code < 48 || code > 57) plain = false;
  }
  if (points === 0) return NO_MARK;
  return plain && points === 1 && cell.charCodeAt(0) !== 46 ? PLAIN_POINT : OTHER;
}

/** Length of the first run of digits. */
function digitsIn(cell: string): number {
  let size = 0;
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i);
    if (code >= 48 && code <= 57) size++;
    else if (size > 0) return size;
  }
  return size;
}

const BLANK: NumberReading = { kind: 'blank' };
const NO_PRICE_READING: NumberReading = { kind: 'noPrice' };
const NOT_A_NUMBER: NumberReading = { kind: 'notANumber' };
const AMBIGUOUS: NumberReading = { kind: 'ambiguous' };

function number(
  text: string,
  currency: CurrencyReading | null,
  unit: string | null,
  tenThousands: boolean,
): NumberReading {
  return { kind: 'number', text: tenThousands ? shiftFour(text) : text, currency, unit };
}

/** A cell that is already a plain numeral: the common case, without any regular expression beyond the first. */
function plainOr(cell: string, style: NumeralStyle): NumberReading {
  if (style === 'comma' && cell.includes('.'))
    return loneGroup(cell) ? number(cell.replace('.', ''), null, null, false) : AMBIGUOUS;
  return number(cell.startsWith('.') ? `0${cell}` : cell, null, null, false);
}

function withoutAccountingSign(text: string): { body: string; negative: boolean } {
  const inBrackets = /^([^()\d-]*)\(\s*([^()]*\d[^()]*)\)$/.exec(text);
  if (inBrackets !== null) return { body: `${inBrackets[1] ?? ''}${inBrackets[2] ?? ''}`.trim(), negative: true };
  const trailing = /^([^-]*\d[^-]*?)\s*-$/.exec(text);
  if (trailing?.[1] !== undefined) return { body: trailing[1], negative: true };
  return { body: text, negative: false };
}

/** Digits with separators to a plain numeral; 'ambiguous' when only the style could tell; null when it is no numeral of that style. */
function readNumeral(digits: string, style: NumeralStyle): string | 'ambiguous' | null {
  const negative = digits.startsWith('-');
  const body = withoutBlanks(negative ? digits.slice(1) : digits);
  if (!GROUPED_OR_PLAIN.test(body)) return null;
  const own = ownStyle(body);
  if (own === 'broken') return null;
  let decimal: NumeralStyle = own;
  if (own === 'unknown') {
    if (!loneGroup(body)) decimal = 'point';
    else if (style === 'unknown') return 'ambiguous';
    else decimal = style;
  } else if (style !== 'unknown' && own !== style) return 'ambiguous';
  const [mark, group] = decimal === 'comma' ? [',', '.'] : ['.', ','];
  const plain = body.replaceAll(group, '').replace(mark, '.').replace(/\.$/, '');
  const whole = plain.startsWith('.') ? `0${plain}` : plain;
  return PLAIN.test(whole) ? (negative ? negate(whole) : whole) : null;
}

/** What a numeral shows of its own decimal mark: `unknown` when it has none or is a lone group, `broken` when it is no numeral at all. */
function ownStyle(body: string): NumeralStyle | 'broken' {
  const points = count(body, '.');
  const commas = count(body, ',');
  if (points === 0 && commas === 0) return 'unknown';
  if (points > 0 && commas > 0) {
    const pointLast = body.lastIndexOf('.') > body.lastIndexOf(',');
    const [mark, group, marks] = pointLast ? ['.', ',', points] : [',', '.', commas];
    if (marks > 1) return 'broken';
    const whole = body.slice(0, body.indexOf(mark));
    return groupsWell(whole, group) ? (pointLast ? 'point' : 'comma') : 'broken';
  }
  const mark = points > 0 ? '.' : ',';
  if (points + commas > 1) return groupsWell(body, mark) ? (mark === ',' ? 'point' : 'comma') : 'broken';
  return loneGroup(body) ? 'unknown' : mark === '.' ? 'point' : 'comma';
}

/** "1,234" or "1.234": one separator with one to three digits before it (not a lone zero) and exactly three after. */
function loneGroup(body: string): boolean {
  const at = body.search(/[.,]/);
  if (at < 0 || body.length - at !== 4) return false;
  const first = body.startsWith('-') ? 1 : 0;
  return at > first && at - first <= 3 && body[first] !== '0';
}

/** Thousands in threes, or the Indian way (12,34,567). */
function groupsWell(whole: string, group: string): boolean {
  const parts = whole.split(group);
  const [first, ...rest] = parts;
  if (first === undefined || first === '' || first.length > 3) return false;
  if (rest.every((part) => part.length === 3)) return true;
  return rest.length > 1 && rest.at(-1)?.length === 3 && rest.slice(0, -1).every((part) => part.length === 2);
}

function withoutBlanks(digits: string): string {
  return digits.replace(/[' ](?=\d{3}(?!\d))/g, '').trim();
}

function negate(text: string): string {
  return text.startsWith('-') ? text.slice(1) : `-${text}`;
}

/** Times ten thousand (万), on the digits. */
function shiftFour(text: string): string {
  const [whole = '', fraction = ''] = text.split('.');
  const shifted = `${whole}${fraction.slice(0, 4).padEnd(4, '0')}`.replace(/^(-?)0+(?=\d)/, '$1');
  return fraction.length > 4 ? `${shifted}.${fraction.slice(4)}` : shifted;
}

function count(text: string, mark: string): number {
  let n = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) n++;
  return n;
}
