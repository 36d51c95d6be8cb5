import type { ReportLanguage } from '../contract/reports.ts';
import { award as awardEn } from '../texts/en/award.ts';
import { comparison as comparisonEn } from '../texts/en/comparison.ts';
import { costingField as costingFieldEn } from '../texts/en/costing-field.ts';
import { evaluate as evaluateEn } from '../texts/en/evaluate.ts';
import { quote as quoteEn } from '../texts/en/quote.ts';
import { report as reportEn } from '../texts/en/report.ts';
import { supplier as supplierEn } from '../texts/en/supplier.ts';
import { supplierSheet as supplierSheetEn } from '../texts/en/supplier-sheet.ts';
import { waterfall as waterfallEn } from '../texts/en/waterfall.ts';
import type { Translation } from '../texts/translation.ts';
import { award as awardZh } from '../texts/zh/award.ts';
import { comparison as comparisonZh } from '../texts/zh/comparison.ts';
import { costingField as costingFieldZh } from '../texts/zh/costing-field.ts';
import { evaluate as evaluateZh } from '../texts/zh/evaluate.ts';
import { quote as quoteZh } from '../texts/zh/quote.ts';
import { report as reportZh } from '../texts/zh/report.ts';
import { supplier as supplierZh } from '../texts/zh/supplier.ts';
import { supplierSheet as supplierSheetZh } from '../texts/zh/supplier-sheet.ts';
import { waterfall as waterfallZh } from '../texts/zh/waterfall.ts';

/** One of the two languages a document is written in. */
export type Tongue = 'en' | 'zh';

const english = {
  award: awardEn,
  comparison: comparisonEn,
  costingField: costingFieldEn,
  evaluate: evaluateEn,
  quote: quoteEn,
  report: reportEn,
  waterfall: waterfallEn,
  supplier: supplierEn,
  supplierSheet: supplierSheetEn,
};

/** The words of documents, the same for the printed page and for files. */
export type Words = Translation<typeof english>;

export const WORDS: Readonly<Record<Tongue, Words>> = {
  en: english,
  zh: {
    award: awardZh,
    comparison: comparisonZh,
    costingField: costingFieldZh,
    evaluate: evaluateZh,
    quote: quoteZh,
    report: reportZh,
    waterfall: waterfallZh,
    supplier: supplierZh,
    supplierSheet: supplierSheetZh,
  },
};

/** A text in each language of a document, the first leading. */
export type Said = readonly { readonly tongue: Tongue; readonly text: string }[];

export function tonguesOf(language: ReportLanguage): readonly Tongue[] {
  return language === 'both' ? ['en', 'zh'] : [language];
}

/** The language that comes first in a document, and the only one where there is room for no more. */
export function leadingTongue(language: ReportLanguage): Tongue {
  return language === 'zh' ? 'zh' : 'en';
}

/** Says something in each language of a document; what reads the same in both is said once. */
export function say(language: ReportLanguage, text: (words: Words, tongue: Tongue) => string): Said {
  const said = tonguesOf(language).map((tongue) => ({ tongue, text: text(WORDS[tongue], tongue) }));
  const [first, second] = said;
  return first !== undefined && second !== undefined && first.text === second.text ? [first] : said;
}

/** "Total / 总价": for where there is one line only. */
export function inLine(said: Said): string {
  return said.map(({ text }) => text).join(' / ');
}

export interface BilingualName {
  readonly nameEn: string;
  readonly nameZh: string;
}

/** A name in the language asked for, or in the other one where it has no such name. */
export function nameIn(tongue: Tongue, { nameEn, nameZh }: BilingualName): string {
  return tongue === 'zh' ? nameZh || nameEn : nameEn || nameZh;
}

/** A supplier's name on a quote. */
export function supplierOf(quote: { readonly supplierNameEn: string; readonly supplierNameZh: string }): BilingualName {
  return { nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh };
}

/** "A, B and C" or "A、B和C". */
export function listed(tongue: Tongue, names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  const head = names.slice(0, -1).join(tongue === 'zh' ? '、' : ', ');
  return tongue === 'zh' ? `${head}和${last}` : `${head} and ${last}`;
}
