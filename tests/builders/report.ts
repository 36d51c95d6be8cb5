import { compare } from '../../shared/domain/comparison/compare.ts';
import type { ComparisonInput, ComparisonQuote } from '../../shared/domain/comparison/types.ts';
import { evaluate } from '../../shared/domain/evaluation/evaluation.ts';
import { belowMarket } from '../../shared/domain/market/below-market.ts';
import type { EvaluationReport, ReportCriterion } from '../../shared/domain/reports/types.ts';
import { whyCheaper } from '../../shared/domain/reports/why-cheaper.ts';

export const PRICE: ReportCriterion = {
  id: 'price',
  nameEn: 'Price',
  nameZh: '价格',
  kind: 'price',
  weightBp: 5_000,
  knockoutMinimumHundredths: null,
};
export const QUALITY: ReportCriterion = { ...PRICE, id: 'quality', nameEn: 'Quality', nameZh: '质量', kind: 'manual' };

export interface Situation {
  /** Unit prices in fen by supplier; null: not quoted. */
  readonly prices: Readonly<Record<string, readonly (number | null)[]>>;
  readonly estimates?: readonly (number | null)[];
  readonly expired?: readonly string[];
  readonly criteria?: readonly ReportCriterion[];
  readonly qualities?: Readonly<Record<string, number>>;
  readonly budgetMinor?: number;
}

/** A report over items of one piece each, so that a price in fen is a total in fen. */
export function buildReport(situation: Situation): EvaluationReport {
  const { prices, estimates = [], expired = [], criteria = [PRICE], qualities = {}, budgetMinor = null } = situation;
  const itemCount = Math.max(0, ...Object.values(prices).map(({ length }) => length), estimates.length);
  const input: ComparisonInput = {
    estimateCurrency: 'CNY',
    rates: [],
    items: Array.from({ length: itemCount }, (_, index) => ({
      id: `item-${index}`,
      lineNo: String(index + 1),
      nameEn: `Item ${index + 1}`,
      nameZh: '',
      specification: '',
      unit: 'pcs',
      quantity: 10_000,
      estimateUnitPrice: toUnitPrice(estimates[index] ?? null),
    })),
    quotes: Object.entries(prices).map(([name, own]) => quoteOf(name, own, expired.includes(name))),
  };
  const comparison = compare(input, {
    basis: 'comparable',
    currency: 'CNY',
    asOf: '2026-03-02',
    quantityPercent: 100,
    vatRecoverable: false,
  });
  const candidates = comparison.quotes.map(({ quote, rank, totalMinor }) => ({
    supplierId: quote.supplierId,
    totalMinor: rank === null ? null : totalMinor,
    scores: new Map(
      Object.entries(qualities).flatMap(([name, score]) => (name === quote.supplierId ? [['quality', score]] : [])),
    ),
  }));
  const ranked = comparison.quotes.flatMap(({ quote, rank, totalMinor }) =>
    rank === null || totalMinor === null ? [] : [{ id: quote.id, price: totalMinor, quantity: null }],
  );
  const why = whyCheaper(input, comparison);
  return {
    formatVersion: 1,
    project: {
      id: 'project',
      nameEn: 'Straws',
      nameZh: '吸管',
      destination: '',
      needBy: null,
      budgetMinor,
      currency: 'CNY',
      notes: '',
    },
    company: { nameEn: '', nameZh: '', address: '', logoSha256: null },
    createdBy: 'tester',
    createdAt: '2026-03-02T02:00:00.000Z',
    comparison,
    criteria,
    scores: [],
    evaluation: evaluate(criteria, candidates),
    belowMarket: belowMarket(ranked),
    ...(why === null ? {} : { whyCheaper: why }),
  };
}

function quoteOf(name: string, prices: readonly (number | null)[], isExpired: boolean): ComparisonQuote {
  return {
    id: `quote-${name}`,
    supplierId: name,
    supplierNameEn: name,
    supplierNameZh: '',
    round: 1,
    receivedOn: null,
    validUntil: isExpired ? '2026-03-01' : null,
    currency: 'CNY',
    taxBasis: 'included',
    vatRateBp: 1_300,
    minimumValueMinor: null,
    leadTimeDays: null,
    leadTimeFrom: null,
    incoterm: 'domestic',
    namedPlace: '',
    paymentTerms: '',
    costs: [],
    lines: prices.map((price, index) => ({
      itemId: `item-${index}`,
      unitPrice: toUnitPrice(price),
      moq: null,
      orderMultiple: null,
      breaks: [],
    })),
  };
}

function toUnitPrice(fen: number | null): number | null {
  return fen === null ? null : fen * 10_000;
}
