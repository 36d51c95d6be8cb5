import type { CurrencyCode } from '../../kernel/money.ts';
import type { TaxBasis } from '../quotes/terms.ts';
import { declaredCurrency, MONEY_WORD, readCurrency } from './currency.ts';
import { HEADER_WORDS, TITLES_BESIDE_NAME } from './header-words.ts';
import { readTax } from './terms.ts';
import { compact, hasHan, normalise, tidy } from './text.ts';
import type { ColumnRole, FreightBasis } from './types.ts';

/** What a column title says. A title that is no known word has role null and may be a supplier's name. */
export interface HeaderReading {
  role: ColumnRole | null;
  /** The name beside the title ("ACME" of "ACME unit price"), as typed. */
  supplier: string | null;
  /** False when the title may as well be part of the name ("BEST PRICE"). */
  strong: boolean;
  currency: CurrencyCode | null;
  taxBasis: TaxBasis | null;
  vatRateBp: number | null;
  freight: FreightBasis | null;
  /** priceBreak: quantity from which it holds. */
  minQuantity: string | null;
}

/** Reads one column title: its role, the supplier beside it, and the currency, tax and freight it declares. Pure; never throws. */
export function readHeader(title: string): HeaderReading {
  const text = normalise(title).replace(/^\*+\s*|\s*[*:]+$/g, '');
  const said: Said = { currency: null, taxBasis: null, vatRateBp: null, freight: null };
  if (text === '' || text.length > LONGEST_TITLE) return { ...NOTHING };
  const whole = wholeRole(text);
  if (whole !== null) return { ...NOTHING, role: whole };
  const bare = withoutQualifiers(text, said);
  const stripped = withoutMoneyWord(bare);
  const found = byTitle(bare) ?? priceBreak(bare) ?? (stripped === null ? null : byTitle(stripped.rest));
  if (found === null) return { ...NOTHING, ...said };
  const reading = { ...NOTHING, ...said, ...found };
  const money = found.supplier === undefined || found.supplier === null ? null : readCurrency(found.supplier);
  if (money !== null) return { ...reading, supplier: null, currency: money.code };
  if (stripped !== null && reading.currency === null && byTitle(stripped.rest)?.role === found.role)
    reading.currency = stripped.currency;
  return { ...reading, supplier: reading.supplier === null ? null : asTyped(title, reading.supplier) };
}

/** The title when nothing but a name is left of it: brackets with a currency or tax note dropped ("ACME (USD)" is ACME). */
export function nameOfHeader(title: string): string {
  const text = tidy(title);
  const name = text.replace(/\s*[([（【]([^()[\]（）【】]*)[)\]）】]\s*$/, (whole, inside: string) =>
    isQualifier(normalise(inside)) ? '' : whole,
  );
  return name === '' ? text : name.replace(/^[\s\-–—_:：/|,]+|[\s\-–—_:：/|,]+$/g, '');
}

const MONEY_AFTER = new RegExp(`^(.+?)[\\s,/\\-:]*(?:in )?(${MONEY_WORD})(?:\\/[\\p{L}]+)?$`, 'iu');
const MONEY_BEFORE = new RegExp(`^(${MONEY_WORD})[\\s,/\\-:]*(.+)$`, 'iu');

interface Said {
  currency: CurrencyCode | null;
  taxBasis: TaxBasis | null;
  vatRateBp: number | null;
  freight: FreightBasis | null;
}

/** Whatever is longer is no title. */
const LONGEST_TITLE = 160;

const NOTHING: HeaderReading = {
  role: null,
  supplier: null,
  strong: true,
  currency: null,
  taxBasis: null,
  vatRateBp: null,
  freight: null,
  minQuantity: null,
};

const ROLE_OF_WORD: ReadonlyMap<string, ColumnRole> = new Map(
  Object.entries(HEADER_WORDS).flatMap(([role, words]) =>
    isRole(role) ? words.split(' ').map((word): [string, ColumnRole] => [word, role]) : [],
  ),
);

function isRole(text: string): text is ColumnRole {
  return text in HEADER_WORDS;
}

/** Words beside a title that name nobody ("Proposed unit price", "含税单价"). */
const NOBODY =
  /^(?:(?:the|bid(?:der)?'?s?|quoted?|quotation|offer(?:ed)?|proposed|proposal|net|gross|our|your|their|new|final|best|latest|revised|current|contract(?:or)?'?s?|item|base|total|supplier'?s?|vendor'?s?|product|purchase|sales?|standard|regular|fob|exw|cif|cfr|ddp|dap|fca|unit|per|each|of|for|in|on|and|price|cost|amount|line|extended|measure|piece|pcs|pc|as|per unit|discount(?:ed)?|after|before|without|with)[\s.,\-/]*)+$|^\d+$|^(?:采购|销售|最终|最新|最低|本次|报价|产品|商品|供应商|成交|人民币|出厂|批发|零售|代发|一件代发|大货|样品|折后|优惠|投标|综合|含运|不含运|现货|期货|散件|整箱|元|每件|单件|实际|初始|首轮|二轮|第[一二三四五\d]轮|目前|当前|市场|平台|阶梯)+$|^(?:per|each|for|of|in|at|as)\s/i;

function wholeRole(text: string): ColumnRole | null {
  const direct = ROLE_OF_WORD.get(compact(text));
  if (direct !== undefined) return direct;
  if (!hasHan(text) || !/[a-z]/i.test(text)) return null;
  // bilingual titles: "品名 Description", "Unit Price 单价"
  const chinese = ROLE_OF_WORD.get(compact(text.replace(/[^\p{Script=Han}]+/gu, '')));
  const english = ROLE_OF_WORD.get(compact(text.replace(/\p{Script=Han}+/gu, ' ')));
  return chinese !== undefined && english !== undefined ? chinese : null;
}

function byTitle(text: string): Partial<HeaderReading> | null {
  const whole = wholeRole(text);
  if (whole !== null) return { role: whole };
  const parts = text.split(/\s*[/、&,;|]\s*|\s+or\s+/i).filter((part) => part !== '');
  const roles = parts.map(wholeRole);
  const [first] = roles;
  if (parts.length > 1 && first !== null && first !== undefined && roles.every((role) => role !== null))
    return { role: first };
  for (const { role, strong, after, before } of TITLES_BESIDE_NAME) {
    const name = cleanName(after.exec(text)?.[1]) ?? cleanName(before.exec(text)?.[1]);
    if (name === null) continue;
    return { role, strong, supplier: NOBODY.test(name) ? null : name };
  }
  return null;
}

function cleanName(name: string | undefined): string | null {
  if (name === undefined) return null;
  let clean = name.replace(/^[\s\-_:/|,]+|[\s\-_:/|,]+$/g, '').trim();
  if (count(clean, '(') !== count(clean, ')')) clean = clean.replace(/[([]+$|^[)\]]+/, '').trim();
  return clean === '' ? null : clean;
}

const BREAK =
  /^(?:(?:qty|quantity|数量|order|from|@|价格|单价|price)\s*:?\s*)?(?:(>=|≥|>|大于等于|满|from)\s*)?(\d[\d,]*)\s*(万|k)?\s*([\p{L}]{0,4})\s*(?:(-|~|to|至|到)\s*(\d[\d,]*)\s*(?:万|k)?\s*[\p{L}]{0,4}|(\+|以上|及以上|起|起批|up|or more|and up|and above|above|\+?\s*pcs))?\s*(?:单价|价格?|price|unit price)?$/iu;

/** "≥1000", "100-499件", "1000+", "500件起": a price that holds from a quantity on. A bare figure is none. */
function priceBreak(text: string): Partial<HeaderReading> | null {
  const direct = breakOf(text);
  if (direct !== null) return { role: 'priceBreak', minQuantity: direct };
  const beside =
    /^(.*?\S)[\s\-_:/|]+((?:>=|≥|>)\s*\d.*|\d[\d,]*\s*(?:-|~|至)\s*\d.*|\d[\d,]*\s*(?:\+|pcs|件|个|以上).*)$/i.exec(
      text,
    );
  const quantity = beside?.[2] === undefined ? null : breakOf(beside[2]);
  const name = cleanName(beside?.[1]);
  if (quantity === null || name === null) return null;
  const title = byTitle(name);
  if (title !== null && title.role !== 'unitPrice') return null;
  return {
    role: 'priceBreak',
    minQuantity: quantity,
    supplier: title === null ? (NOBODY.test(name) ? null : name) : (title.supplier ?? null),
  };
}

function breakOf(text: string): string | null {
  const found = BREAK.exec(text);
  if (found === null) return null;
  const [, above, from, scale, unit, , to, open] = found;
  const marked =
    above !== undefined ||
    to !== undefined ||
    open !== undefined ||
    /^(pcs?|ea|sets?|units?|件|个|只|支|套|双|箱|条|张)$/i.test(unit ?? '');
  if (!marked || from === undefined) return null;
  if (to !== undefined && Number(to.replaceAll(',', '')) <= Number(from.replaceAll(',', ''))) return null;
  const quantity =
    Number(from.replaceAll(',', '')) * (scale === '万' ? 10_000 : scale === undefined ? 1 : 1_000) +
    (above === '>' ? 1 : 0);
  return Number.isSafeInteger(quantity) && quantity > 0 ? String(quantity) : null;
}

const TAX_PHRASE =
  /(?:不含|未含|含)(?:\s*\d+(?:\.\d+)?\s*%)?\s*(?:的)?(?:增值)?税(?:\s*\d+(?:\.\d+)?\s*%)?|未税|不带票|带票|含票|(?:incl(?:uding|usive|uded)?(?: of)?|excl(?:uding|usive|uded)?(?: of)?|inc|exc?|without|with|w\/o?|plus|net of|before|after)\.?\s*(?:\d+(?:\.\d+)?\s*%\s*)?(?:vat|gst|sales tax|tax(?:es)?)(?![a-z])|(?:vat|gst|tax)[- ]?(?:incl(?:uded|usive)?|excl(?:uded|usive)?)\.?(?![a-z])/gi;
const FREIGHT_PHRASE = /(?:不含|不包|含|包)(?:运费|运|邮)/g;

/** Takes the notes out of a title: brackets that hold only a currency, unit or tax note, and tax and freight phrases anywhere. */
function withoutQualifiers(text: string, said: Said): string {
  let rest = text.replace(/\s*[([{【]([^()[\]{}【】]*)[)\]}】]/g, (whole, inside: string) => {
    if (!isQualifier(inside)) return whole;
    note(inside, said);
    return ' ';
  });
  rest = rest.replace(TAX_PHRASE, (phrase) => {
    note(phrase, said);
    return ' ';
  });
  rest = rest.replace(FREIGHT_PHRASE, (phrase) => {
    said.freight = phrase.startsWith('不') ? 'extra' : 'included';
    return '';
  });
  rest = rest
    .replace(/\s+/g, ' ')
    .replace(/\s*[([{]\s*[,\s]*[)\]}]/g, '')
    .replace(/^[\s\-,/:]+|[\s\-,/:]+$/g, '');
  return rest === '' ? text : rest;
}

function isQualifier(inside: string): boolean {
  const text = inside.trim();
  if (text === '') return true;
  return text.split(/\s*[,;、/]\s*|\s+(?=per\b)/i).every((part) => {
    if (part === '' || readCurrency(part) !== null || declaredCurrency(part) !== null) return true;
    if (
      /^(per|each|每)\b/i.test(part) ||
      /^(pcs?|piece|件|个|只|套|kg|吨|米|ea|unit|天|日|days?|weeks?|周|%|est\.?|approx\.?|约|optional|if any|选填|必填|大写|小写|万元|千元)$/i.test(
        part,
      )
    )
      return true;
    TAX_PHRASE.lastIndex = 0;
    return (
      part.length <= 16 &&
      (TAX_PHRASE.test(part) || /^(\d+(\.\d+)?% ?)?(vat|gst|tax|税)( ?\d+%)?$/i.test(part) || FREIGHT_PHRASE.test(part))
    );
  });
}

function note(phrase: string, said: Said): void {
  const tax = readTax(phrase, 'title');
  if (tax !== null) {
    said.taxBasis = tax.basis ?? said.taxBasis;
    said.vatRateBp = tax.rateBp ?? said.vatRateBp;
  }
  for (const part of phrase.split(/\s*[,;、/]\s*/)) {
    const currency = readCurrency(part) ?? declaredCurrency(part);
    if (currency !== null) said.currency = currency.code;
  }
}

/** "Unit price USD", "单价/元", "RMB单价": the title without its money word; null when there is none. */
function withoutMoneyWord(text: string): { rest: string; currency: CurrencyCode } | null {
  const [, restBefore, wordAfter] = MONEY_AFTER.exec(text) ?? [];
  const [, wordBefore, restAfter] = MONEY_BEFORE.exec(text) ?? [];
  const rest = restBefore ?? restAfter;
  const currency = readCurrency(wordAfter ?? wordBefore ?? '');
  return rest === undefined || currency === null ? null : { rest, currency: currency.code };
}

/** The piece of the title that became `name` when it was normalised, so that names keep their own brackets and quotes. */
function asTyped(title: string, name: string): string {
  const text = tidy(title);
  if (text.includes(name)) return name;
  let joined = '';
  const from: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const plain = /\s/.test(character) ? ' ' : normalise(character);
    for (let unit = 0; unit < plain.length; unit++) from.push(at);
    joined += plain;
  }
  const found = joined.indexOf(name);
  const first = from[found];
  const last = from[found + name.length - 1];
  return found < 0 || first === undefined || last === undefined ? name : text.slice(first, last + 1);
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
