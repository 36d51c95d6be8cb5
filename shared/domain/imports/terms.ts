import { addDays, type CalendarDate, isCalendarDate } from '../../kernel/calendar-date.ts';
import type { TaxBasis, TradeTerm } from '../quotes/terms.ts';
import { TRADE_TERMS } from '../quotes/terms.ts';
import { readPrice } from './numbers.ts';
import { hasHan, normalise } from './text.ts';
import type { FreightBasis } from './types.ts';

export interface TaxReading {
  basis: TaxBasis | null;
  /** Hundredths of a percent. */
  rateBp: number | null;
}

const TAX = '(?:vat|gst|hst|iva|tva|mwst|ust|taxe?s?|duty|duties)';
const TAX_EXCLUDED = new RegExp(
  `不含|未含|未税|不带票|(?:excl\\w*|exc|ex|without|w/o|net of|before|plus|\\+|no)\\.?\\s*(?:of )?(?:\\d+(?:\\.\\d+)?\\s*%\\s*)?${TAX}|${TAX}\\s*(?:is )?(?:not incl\\w*|excl\\w*|extra|exempt)`,
  'i',
);
const TAX_INCLUDED = new RegExp(
  `含|专票|普票|带票|开票|(?:incl\\w*|inc|with|w/|gross of|after)\\.?\\s*(?:of )?(?:\\d+(?:\\.\\d+)?\\s*%\\s*)?${TAX}|${TAX}\\s*(?:is )?(?:incl\\w*|paid)`,
  'i',
);
const NO_TAX = /^(免税|零税率|无税|不开票|无票|不含票|tax[- ]?(free|exempt)|zero[- ]rated|no (vat|tax|gst))$/i;
const YES = /^(y|yes|true|是|有|含|√|✓|✔|包|可|included|incl\.?)$/i;
const NO = /^(n|no|false|否|无|没有|不|不含|×|✗|✘|x|excluded|excl\.?)$/i;

/**
 * Reads what a cell or title says of VAT: "含13%税", "不含税", "incl. VAT", "专票13%"; under a header such as 是否含税 also yes and no,
 * and a bare rate ("13%", "0.13", "13"). Null when it says nothing readable.
 */
export function readTax(cell: string, header: 'basis' | 'rate' | 'title'): TaxReading | null {
  const text = normalise(cell);
  if (text === '') return null;
  const rateBp = rateInText(text, header === 'rate');
  if (header !== 'title') {
    if (NO_TAX.test(text)) return { basis: 'none', rateBp: 0 };
    if (header === 'basis' && YES.test(text)) return { basis: 'included', rateBp };
    if (header === 'basis' && NO.test(text)) return { basis: 'excluded', rateBp };
    // "13%" under 含税: included at that rate
    if (header === 'basis' && /^\d{1,2}(\.\d+)? ?%$/.test(text))
      return { basis: rateBp === 0 ? 'none' : 'included', rateBp };
    if (header === 'rate' && rateBp !== null) return { basis: basisInText(text), rateBp };
    if (/^(未知|unknown|\?|tbc|待定|待确认)$/i.test(text)) return { basis: 'unknown', rateBp: null };
  }
  const basis = basisInText(text);
  return basis === null && rateBp === null ? null : { basis, rateBp };
}

function basisInText(text: string): TaxBasis | null {
  if (TAX_EXCLUDED.test(text)) return 'excluded';
  return TAX_INCLUDED.test(text) ? 'included' : null;
}

/** A percentage as hundredths of a percent; under a rate header also a bare figure: below 1 a fraction, else percent. */
function rateInText(text: string, bare: boolean): number | null {
  const percent = /(\d{1,2}(?:\.\d{1,2})?)\s*%/.exec(text)?.[1];
  if (percent !== undefined) return Math.round(Number(percent) * 100);
  if (!bare || !/^\d{1,2}(\.\d+)?$/.test(text)) return null;
  const figure = Number(text);
  if (figure === 0) return 0;
  return Math.round(figure < 1 ? figure * 10_000 : figure * 100);
}

/**
 * Reads "包邮", "freight collect", "运费另计" or an amount (extra); yes and no only where the header asks whether freight is included.
 * Null when unreadable.
 */
export function readFreight(cell: string, header: string): { basis: FreightBasis; amount: string | null } | null {
  const text = normalise(cell);
  if (text === '') return null;
  if (/^(未知|unknown|\?|tbc|tbd|待定|待确认)$/i.test(text)) return { basis: 'unknown', amount: null };
  if (
    /不含|不包|未含|到付|另计|另算|另付|自提|自付|买方|需方|不免|exclu|extra|collect|not incl|buyer|additional|ex[- ]?works|pick ?up/i.test(
      text,
    )
  ) {
    return { basis: 'extra', amount: null };
  }
  if (
    /包邮|包运|含运|含邮|免邮|免运|运费含|已含|送货上门|送到|卖方|供方|incl|free|prepaid|seller|delivered/i.test(text)
  ) {
    return { basis: 'included', amount: null };
  }
  if (/^(含|已含|包|全包)$/.test(text)) return { basis: 'included', amount: null };
  if (/含|包|免|incl|free/i.test(header)) {
    if (YES.test(text)) return { basis: 'included', amount: null };
    if (NO.test(text)) return { basis: 'extra', amount: null };
  }
  const amount = readPrice(text.replace(/^运费\s*:?\s*/, ''), 'point');
  if (amount.kind !== 'number' || amount.text.startsWith('-')) return null;
  return Number(amount.text) === 0 ? { basis: 'included', amount: null } : { basis: 'extra', amount: amount.text };
}

/**
 * Lead time in calendar days: "15天", "2-3 weeks" (the later end), "现货" (0), "10个工作日" (five working days make seven days, rounded
 * up), a bare number. Null when unreadable.
 */
export function readLeadTime(cell: string): number | null {
  const text = normalise(cell).toLowerCase();
  if (/现货|in stock|ex stock|即时|当天|当日|immediate/.test(text)) return 0;
  const found =
    /(\d+(?:\.\d+)?)\s*(?:(?:-|~|to|至|到)\s*(\d+(?:\.\d+)?))?\s*(个?工作日|working days?|business days?|w\.?d\.?|天|日|days?|d|周|星期|个?礼拜|weeks?|wks?|个?月|months?|mths?|年)?(?:内|左右|以内|之内)?/.exec(
      text,
    );
  if (found === null) return null;
  const [whole, from, to, unit] = found;
  const rest = text.replace(whole, '').trim();
  if (unit === undefined && rest !== '') return null;
  const figure = Number(to ?? from);
  const days = Math.ceil(figure * daysIn(unit ?? 'day') - 1e-9);
  return Number.isSafeInteger(days) && days <= 3_650 ? days : null;
}

function daysIn(unit: string): number {
  if (/工作日|working|business|w\.?d/.test(unit)) return 7 / 5;
  if (/周|星期|礼拜|week|wk/.test(unit)) return 7;
  if (/月|month|mth/.test(unit)) return 30;
  return unit === '年' ? 365 : 1;
}

const TERM_WORDS: readonly [RegExp, TradeTerm][] = [
  [/出厂价|工厂交货|ex[- ]?works|ex[- ]?factory/i, 'EXW'],
  [/离岸价/, 'FOB'],
  [/到岸价/, 'CIF'],
  [/国内(交货|送货|配送)|domestic/i, 'domestic'],
];

/** Reads a trade term with its place: "FOB Ningbo" is FOB at Ningbo, "出厂价" is EXW. Null when none is named. */
export function readTradeTerm(cell: string): { incoterm: TradeTerm; namedPlace: string | null } | null {
  const text = normalise(cell);
  const code = new RegExp(`(?<![A-Za-z])(${TRADE_TERMS.join('|')})(?![A-Za-z])`, 'i').exec(text);
  const named = TRADE_TERMS.find((term) => term === code?.[1]?.toUpperCase());
  if (code !== null && named !== undefined) {
    const place = `${text.slice(0, code.index)} ${text.slice(code.index + code[0].length)}`
      .replace(/\(?incoterms.*$/i, '')
      .replace(/^[\s,:()-]+|[\s,:()-]+$/g, '');
    return { incoterm: named, namedPlace: place === '' ? null : place };
  }
  for (const [pattern, incoterm] of TERM_WORDS) if (pattern.test(text)) return { incoterm, namedPlace: null };
  return null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a date: 2026-03-05, 2026/3/5, 2026年3月5日, 20260305, 5 Mar 2026, March 5, 2026, and 13/03/2026 where only one order is possible.
 * 03/04/2026 could be March or April: null. A clock beside it is dropped.
 */
export function readDate(cell: string): CalendarDate | null {
  const text = normalise(cell)
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?Z?$/i, '')
    .trim();
  const yearFirst =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (yearFirst !== null) return calendarDate(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*([a-z]{3,9})\.?[\s\-/.,]*(\d{4}|\d{2})$/i.exec(text);
  if (dayFirst !== null) return calendarDate(fullYear(dayFirst[3]), monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?[\s,]+(\d{4})$/i.exec(text);
  if (monthFirst !== null) return calendarDate(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const numeric = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (numeric === null) return null;
  const [, first, second, year] = numeric;
  if (first === second || Number(first) > 12) return calendarDate(year, second, first);
  return Number(second) > 12 ? calendarDate(year, first, second) : null;
}

/** Reads a validity: a date, or a number of days from the day the quote was received. */
export function readValidity(cell: string, receivedOn: CalendarDate | null): CalendarDate | null {
  const date = readDate(
    normalise(cell)
      .replace(/^(until|till|to|by|至|到|截止|截至|有效期至?)\s*:?\s*/i, '')
      .replace(/(止|前|为止|有效)$/, ''),
  );
  if (date !== null || receivedOn === null || /^\d{4,}/.test(cell)) return date;
  const days = readLeadTime(cell);
  return days === null ? null : addDays(receivedOn, days);
}

function calendarDate(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): CalendarDate | null {
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : null;
}

function monthOf(word: string | undefined): string | undefined {
  const at = MONTHS.indexOf(word?.slice(0, 3).toLowerCase() ?? '');
  return at < 0 ? undefined : String(at + 1);
}

function fullYear(year: string | undefined): string | undefined {
  return year?.length === 2 ? `20${year}` : year;
}

/** Which language a name is in: Chinese as soon as it has a Chinese character. */
export function nameLanguage(name: string): 'zh' | 'en' {
  return hasHan(name) ? 'zh' : 'en';
}
