import type { CurrencyCode } from '../../kernel/money.ts';
import { normalise } from './text.ts';

/**
 * A currency read from text. `family` is set when only a sign was there that several currencies share ("$", "¥"): the code is then the
 * likeliest, and any currency of the family agrees with it.
 */
export interface CurrencyReading {
  code: CurrencyCode;
  family: 'dollar' | 'yen' | null;
}

const WORDS: readonly [RegExp, CurrencyCode][] = [
  [/^(us\$|usd\$?|u\.s\. ?dollars?|us dollars?|美元|美金|美刀)$/, 'USD'],
  [/^(hk\$|hkd\$?|hong kong dollars?|港币|港元|港幣)$/, 'HKD'],
  [/^(nt\$|ntd|twd|新台币|台币|新臺幣)$/, 'TWD'],
  [/^(a\$|au\$|aud\$?|australian dollars?|澳元|澳币)$/, 'AUD'],
  [/^(c\$|ca\$|cad\$?|canadian dollars?|加元|加币)$/, 'CAD'],
  [/^(s\$|sg\$|sgd|新加坡元|新币)$/, 'SGD'],
  [/^(nz\$|nzd)$/, 'NZD'],
  [/^(rmb|cny|cnh|rmb ?¥|cn¥|renminbi|yuan|chinese yuan|人民币|元|人民币元|圆|块)$/, 'CNY'],
  [/^(jpy|jp¥|japanese yen|yen|日元|日圆|日币|円)$/, 'JPY'],
  [/^(eur|euros?|€|欧元)$/, 'EUR'],
  [/^(gbp|£|stg|pounds?( sterling)?|sterling|英镑)$/, 'GBP'],
  [/^(chf|sfr\.?|swiss francs?|瑞士法郎)$/, 'CHF'],
  [/^(krw|₩|won|韩元)$/, 'KRW'],
  [/^(inr|₹|rs\.?|rupees?|卢比)$/, 'INR'],
  [/^(vnd|₫|đ|越南盾)$/, 'VND'],
  [/^(thb|฿|baht|泰铢)$/, 'THB'],
];

const SIGNS: Readonly<Record<string, CurrencyReading>> = {
  $: { code: 'USD', family: 'dollar' },
  '¥': { code: 'CNY', family: 'yen' },
  dollars: { code: 'USD', family: 'dollar' },
  dollar: { code: 'USD', family: 'dollar' },
};

const FAMILIES: Readonly<Record<'dollar' | 'yen', ReadonlySet<CurrencyCode>>> = {
  dollar: new Set(['USD', 'HKD', 'TWD', 'AUD', 'CAD', 'SGD', 'NZD', 'MXN', 'CLP', 'COP', 'ARS']),
  yen: new Set(['CNY', 'JPY']),
};

const ISO_CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/**
 * Signs, codes and words of money as they stand beside a figure or in a title, longest first; used to find them inside longer text.
 * Bare ISO codes beyond these are only read where nothing else stands (`readCurrency`).
 */
export const MONEY_WORD =
  'US ?\\$|USD\\$?|HK ?\\$|HKD|NT ?\\$|TWD|NTD|AU ?\\$|A\\$|AUD|CA ?\\$|C\\$|CAD|S\\$|SGD|NZ ?\\$|NZD|RMB ?¥?|CNY ?¥?|CNH|JPY ?¥?|EUR|GBP|CHF|KRW|INR|VND|THB|人民币元?|美元|美金|港币|港元|日元|日圆|欧元|英镑|元|圆|块|円|\\$|¥|€|£|₩|₹|₫|฿';

/** Reads a text that is nothing but a currency ("RMB", "US$", "人民币", "¥"); null for anything else. */
export function readCurrency(text: string): CurrencyReading | null {
  const plain = normalise(text)
    .toLowerCase()
    .replace(/[.:;,]+$/, '');
  if (plain === '') return null;
  const sign = SIGNS[plain];
  if (sign !== undefined) return sign;
  for (const [pattern, code] of WORDS) if (pattern.test(plain)) return { code, family: null };
  const upper = plain.toUpperCase();
  return upper.length === 3 && ISO_CODES.has(upper) ? { code: upper, family: null } : null;
}

const IN_SENTENCE = new RegExp(
  `(?:currency|币种|货币|货币单位|计价单位|金额单位|单位|(?:all )?(?:prices?|amounts?|figures?|quotes?)(?: are)?(?: quoted)?(?: shown)? in)\\s*[:=]?\\s*(${MONEY_WORD}|us dollars?|euros?|[A-Z]{3})(?![A-Za-z])`,
  'i',
);

/** Finds the currency a title line declares ("Currency: USD", "单位：元", "All prices in EUR"); null when it declares none. */
export function declaredCurrency(text: string): CurrencyReading | null {
  const found = IN_SENTENCE.exec(normalise(text));
  return found?.[1] === undefined ? null : readCurrency(found[1]);
}

/** True when the two readings can mean the same money ("$" beside a column in HKD). */
export function agrees(reading: CurrencyReading, code: CurrencyCode): boolean {
  return reading.code === code || (reading.family !== null && FAMILIES[reading.family].has(code));
}
