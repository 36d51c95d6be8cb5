import { allocate } from '../../kernel/allocate.ts';
import { safeInteger } from '../../kernel/decimal.ts';
import { type FoundRate, findRate } from '../exchange-rates/exchange-rates.ts';
import { landedCost, notComputable } from '../landed-cost/landed-cost.ts';
import { isOnTheWay, landedInputOf, milestonesOf } from '../landed-cost/of-quote.ts';
import type {
  LandedComponent,
  LandedComponentName,
  LandedCost,
  LandedInput,
  LandedLine,
  LandedMissing,
} from '../landed-cost/types.ts';
import { cartonOf } from '../shipping/cartons.ts';
import { comparableAmount, invoiceSurcharge } from '../tax/tax.ts';
import { shareSigned } from './components.ts';
import type { QuotedLine, QuoteEnd, Reckoning } from './quote-total.ts';
import { taxTermsOf } from './tax-terms.ts';
import type {
  ComparisonQuote,
  ComponentKind,
  ExclusionReason,
  LedgerEntry,
  MinorRange,
  TotalComponent,
} from './types.ts';

/** A quote carried to the common point, in the comparison's currency. */
export interface LandedTotal {
  /** What it was reckoned from; null where the tax basis cannot be levelled. */
  readonly input: LandedInput | null;
  readonly cost: LandedCost;
  /** Null while something is missing. */
  readonly range: MinorRange | null;
  /** One per item, summing exactly to the range; empty while something is missing. */
  readonly lines: readonly MinorRange[];
}

export interface LandedSubject {
  readonly quote: ComparisonQuote;
  readonly goodsMinor: number;
  readonly ledger: readonly LedgerEntry[];
  readonly lines: readonly Omit<QuotedLine, 'compared'>[];
  readonly low: Pick<QuoteEnd, 'surchargeBp'>;
  readonly high: Pick<QuoteEnd, 'surchargeBp'>;
}

/**
 * The landed cost of a reckoned quote (DOMAIN 2.4, 2.5, 3). What its ledger states goes before what its trade term implies, and the
 * project's costing fills the rest. A surcharge for the invoice that is a range is reckoned at both its ends.
 */
export function landedTotalOf(subject: LandedSubject, reckoning: Reckoning): LandedTotal {
  const lines = landedLines(subject, reckoning);
  const input = inputAt(subject.low.surchargeBp, subject, lines, reckoning);
  if (input === null) return missing(notComputable(reckoning, [{ code: 'taxBasis' }]));
  const low = landedCost(input);
  if (subject.low.surchargeBp === subject.high.surchargeBp) return totalOf(input, low);
  const highInput = inputAt(subject.high.surchargeBp, subject, lines, reckoning);
  return totalOf(input, highInput === null ? low : between(low, landedCost(highInput)));
}

/** Why a landed cost cannot be computed, as reasons of the comparison; what is among `known` is not said twice. */
export function landedExclusions({ cost }: LandedTotal, known: readonly ExclusionReason[]): ExclusionReason[] {
  const said = new Set(known.map((reason) => JSON.stringify(reason)));
  return cost.missing.flatMap(reasonOf).filter((reason) => !said.has(JSON.stringify(reason)));
}

function reasonOf(one: LandedMissing): ExclusionReason[] {
  switch (one.code) {
    case 'assumption':
      return [{ code: 'costingUnset', field: one.field }];
    case 'carton':
      return [{ code: 'cartonUnknown', count: one.lines.length }];
    case 'dutyRate':
      return [{ code: 'dutyRateUnknown', count: one.lines.length }];
    case 'exchangeRate':
      return [{ code: 'noExchangeRate', from: one.from, to: one.to }];
    case 'tradeTerm':
      return [{ code: 'tradeTermUnknown' }];
    case 'partUnknown':
      return one.part === 'destinationTerminal' || one.part === 'importClearance'
        ? []
        : [{ code: 'costUnknown', part: one.part }];
    case 'paymentTerms':
      return [{ code: 'paymentTermsUnclear' }];
    case 'leadTime':
      return [{ code: 'leadTimeUnknown' }];
    case 'beyondPoint':
    case 'outOfRange':
      return [{ code: one.code }];
    case 'taxBasis':
    case 'nothingPriced':
      // The comparison says these by itself, more exactly.
      return [];
  }
}

/**
 * What a landed total is made of. Goods and the supplier's charges stand as quoted, the tax put on or taken out of them beside
 * them; parts the price contains are named with no amount.
 */
export function landedComponents(
  { input, cost, range }: LandedTotal,
  { goodsMinor, ledger }: Pick<LandedSubject, 'quote' | 'goodsMinor' | 'ledger'>,
): TotalComponent[] {
  if (range === null || input === null) return [];
  const amountOf = (name: LandedComponentName) => cost.components.find((one) => one.name === name)?.amount ?? NOTHING;
  const goods = splitOf(amountOf('goods'), [{ low: goodsMinor, high: goodsMinor }], {
    low: input.goodsMinor - goodsMinor,
    high: input.goodsMinor - goodsMinor,
  });
  const charges = ledger.flatMap(({ part, counted, lowMinor, highMinor, source }) => {
    if (!counted || isOnTheWay(part) || lowMinor === null || highMinor === null) return [];
    return [{ part, source, low: lowMinor, high: highMinor }];
  });
  const { supplierExtras } = input;
  const extras = splitOf(amountOf('supplierExtras'), charges, {
    low: charges.reduce((rest, { low }) => rest - low, supplierExtras.low),
    high: charges.reduce((rest, { high }) => rest - high, supplierExtras.high),
  });
  const tax = addRanges(goods.rest, extras.rest);
  return [
    { component: 'goods', ...(goods.parts[0] ?? ZERO), source: 'stated' },
    ...charges.flatMap(({ part, source }, index): TotalComponent[] => {
      const own = extras.parts[index] ?? ZERO;
      return isZero(own) ? [] : [{ component: part, ...own, source: source === 'open' ? 'stated' : source }];
    }),
    ...(isZero(tax) ? [] : [{ component: 'tax' as const, ...tax }]),
    ...cost.components.flatMap((component) => wayComponent(component, ledger)),
  ];
}

function wayComponent(
  { name, source, amount, isCost }: LandedComponent,
  ledger: readonly LedgerEntry[],
): TotalComponent[] {
  if (name === 'goods' || name === 'supplierExtras' || !isCost || amount === null || source === 'notPartOfIt')
    return [];
  const component = KIND_OF[name];
  const entry = ledger.find(({ part }) => part === component);
  if (source === 'included') {
    const said = entry?.source === 'stated' ? 'stated' : 'byTerm';
    return [{ component, lowMinor: 0, highMinor: 0, source: said, included: true }];
  }
  const said = source === 'assumed' || entry?.source === 'assumed' ? 'assumed' : 'stated';
  if (amount.low === 0 && amount.high === 0) return [];
  return [{ component, lowMinor: amount.low, highMinor: amount.high, source: said }];
}

const KIND_OF: Readonly<Record<Exclude<LandedComponentName, 'goods' | 'supplierExtras'>, ComponentKind>> = {
  domesticFreight: 'domesticFreight',
  agent: 'agentFee',
  forwarder: 'forwarder',
  mainCarriage: 'mainCarriage',
  insurance: 'insurance',
  destinationTerminal: 'terminal',
  importClearance: 'clearance',
  duty: 'duty',
  importVat: 'importVat',
  onCarriage: 'onCarriage',
  paymentTiming: 'paymentTiming',
};

/** The parts of an amount that was converted as a whole, and what levelling put on or took out beside them. */
function splitOf(
  amount: { readonly low: number; readonly high: number },
  parts: readonly { readonly low: number; readonly high: number }[],
  rest: { readonly low: number; readonly high: number },
): { readonly parts: readonly MinorRange[]; readonly rest: MinorRange } {
  const all = [...parts, rest];
  const lows = shareSigned(
    amount.low,
    all.map(({ low }) => low),
  );
  const widths = shareSigned(
    safeInteger(amount.high - amount.low),
    all.map(({ low, high }) => high - low),
  );
  const ranges = lows.map((lowMinor, index) => ({ lowMinor, highMinor: lowMinor + (widths[index] ?? 0) }));
  return { parts: ranges.slice(0, -1), rest: ranges.at(-1) ?? ZERO };
}

function landedLines({ lines }: LandedSubject, { items }: Reckoning): (LandedLine | null)[] {
  return lines.map(({ line, order, totalMinor }, index) => {
    if (order?.state !== 'orderable' || totalMinor === null) return null;
    const own = items[index]?.costing ?? null;
    return {
      goodsMinor: totalMinor,
      quantity: order.orderQuantity,
      carton: cartonOf(line?.carton ?? null, own),
      dutyRateBp: own?.dutyRateBp ?? null,
      additionalDutyBp: own?.additionalDutyBp ?? 0,
      specificDuty: own?.specificDuty ?? 0,
    };
  });
}

function inputAt(
  surchargeBp: number,
  { quote, goodsMinor, ledger }: LandedSubject,
  lines: readonly (LandedLine | null)[],
  { scope, options, rates, costing }: Reckoning,
): LandedInput | null {
  const rateOf = (from: string): FoundRate | null => {
    const rate = findRate(rates, from, options.currency, options.asOf);
    return rate.state === 'found' ? rate : null;
  };
  const level = (minor: number): number | null => {
    if (scope.taxUnstated) return safeInteger(minor + invoiceSurcharge(minor, surchargeBp));
    const amount = comparableAmount(minor, taxTermsOf(quote, surchargeBp, options));
    return amount.state === 'computed' ? amount.amount : null;
  };
  const timing =
    options.basis === 'landedTiming'
      ? { milestones: milestonesOf(quote.payments, quote.paymentTerms), leadTimeDays: quote.leadTimeDays }
      : null;
  const facts = { currency: quote.currency, term: quote.incoterm, goodsMinor, ledger, lines, level };
  return landedInputOf(facts, options.currency, costing, rateOf, timing);
}

function totalOf(input: LandedInput, cost: LandedCost): LandedTotal {
  const { total, lines } = cost;
  if (total === null || lines === null) return { ...missing(cost), input };
  const isPoint = total.low === total.high;
  const widths = isPoint ? [] : widthsOf(total.high - total.low, lines.low, lines.high);
  return {
    input,
    cost,
    range: { lowMinor: total.low, highMinor: total.high },
    lines: lines.low.map((lowMinor, index) => ({ lowMinor, highMinor: lowMinor + (widths[index] ?? 0) })),
  };
}

/** How far each line reaches above its low end; shared anew where rounding would put a high end below its low one. */
function widthsOf(width: number, low: readonly number[], high: readonly number[]): readonly number[] {
  const exact = high.map((minor, index) => minor - (low[index] ?? 0));
  if (exact.every((own) => own >= 0)) return exact;
  const rising = exact.map((own) => Math.max(0, own));
  return rising.some((own) => own > 0) ? allocate(width, rising) : exact.map((_, index) => (index === 0 ? width : 0));
}

function missing(cost: LandedCost): LandedTotal {
  return { input: null, cost, range: null, lines: [] };
}

/** The low ends of one reckoning and the high ends of another. */
function between(low: LandedCost, high: LandedCost): LandedCost {
  const join = <Range extends { readonly low: unknown; readonly high: unknown }>(
    a: Range | null,
    b: Range | null,
  ): { readonly low: Range['low']; readonly high: Range['high'] } | null =>
    a === null || b === null ? null : { low: a.low, high: b.high };
  return {
    ...low,
    components: low.components.map((component, index) => ({
      ...component,
      amount: join(component.amount, high.components[index]?.amount ?? null),
    })),
    total: join(low.total, high.total),
    lines: join(low.lines, high.lines),
    customsValue: join(low.customsValue, high.customsValue),
    importVatBase: join(low.importVatBase, high.importVatBase),
  };
}

const NOTHING = { low: 0, high: 0 };
const ZERO: MinorRange = { lowMinor: 0, highMinor: 0 };

function isZero({ lowMinor, highMinor }: MinorRange): boolean {
  return lowMinor === 0 && highMinor === 0;
}

function addRanges(a: MinorRange, b: MinorRange): MinorRange {
  return {
    lowMinor: safeInteger(a.lowMinor + b.lowMinor),
    highMinor: safeInteger(a.highMinor + b.highMinor),
  };
}
