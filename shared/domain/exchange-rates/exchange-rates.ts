import { type CalendarDate, daysBetween } from '../../kernel/calendar-date.ts';
import { Decimal, divideRounded, parseDecimal } from '../../kernel/decimal.ts';
import { type CurrencyCode, exponentOf, type Money } from '../../kernel/money.ts';
import type { UnitPrice } from '../../kernel/quantity.ts';

/** 1 `base` = `rate` `quote`, from `effectiveDate` on. `rate` is a plain decimal numeral above 0. */
export interface ExchangeRate {
  readonly base: CurrencyCode;
  readonly quote: CurrencyCode;
  readonly rate: string;
  readonly effectiveDate: CalendarDate;
  readonly source: string;
}

/** Rates prepared for many lookups; answers are remembered, so build it once for a comparison. */
export interface RateIndex {
  readonly pairs: ReadonlyMap<string, readonly ExchangeRate[]>;
  readonly answers: Map<string, RateLookup>;
}

/** How a rate was come by: the pair itself, the pair the other way round, or both legs through CNY. */
export type RatePath = 'same' | 'direct' | 'inverse' | 'cross';

export interface FoundRate {
  readonly state: 'found';
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
  readonly path: RatePath;
  /** 1 `from` = numerator / denominator `to`. Kept as a fraction, so that an inverse or a cross is never rounded. */
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** The rows behind it, in the order of the path; empty for the same currency. */
  readonly rows: readonly ExchangeRate[];
  /** Age of the oldest row on the day asked for. */
  readonly ageDays: number;
}

export interface MissingRate {
  readonly state: 'missing';
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
  readonly date: CalendarDate;
  /** `onlyFuture`: rates exist, but none as early as the day asked for. */
  readonly reason: 'noRate' | 'onlyFuture';
}

export type RateLookup = FoundRate | MissingRate;

/** The currency both legs of a cross rate go through (DOMAIN 1 "FX"). */
export const PIVOT_CURRENCY: CurrencyCode = 'CNY';
/** A rate older than this deserves a warning (DOMAIN 1 "FX", our default). */
export const STALE_AFTER_DAYS = 7;

/**
 * Sorts rates for lookup. Of two rows of one pair and day the later in the list wins.
 * Errors: RangeError for a rate that is no numeral above 0.
 */
export function indexRates(rates: readonly ExchangeRate[]): RateIndex {
  const pairs = new Map<string, ExchangeRate[]>();
  for (const row of rates) {
    fractionOf(row);
    const key = pairKey(row.base, row.quote);
    const rows = pairs.get(key);
    if (rows === undefined) pairs.set(key, [row]);
    else rows.push(row);
  }
  for (const rows of pairs.values()) rows.sort((a, b) => compareText(a.effectiveDate, b.effectiveDate));
  return { pairs, answers: new Map() };
}

/**
 * The rate for converting `from` into `to` on `date` (DOMAIN 1 "FX"): 1 for the same currency; else the latest direct row on or
 * before the date; else the inverse, unrounded; else a cross through CNY; else `missing`. Never a rate of the future.
 */
export function findRate(index: RateIndex, from: CurrencyCode, to: CurrencyCode, date: CalendarDate): RateLookup {
  const key = `${from}/${to}/${date}`;
  const known = index.answers.get(key);
  if (known !== undefined) return known;
  const answer = search(index, from, to, date);
  index.answers.set(key, answer);
  return answer;
}

/** Whether a rate is older than `afterDays` on the day it was asked for. */
export function isStale(rate: FoundRate, afterDays: number = STALE_AFTER_DAYS): boolean {
  return rate.ageDays > afterDays;
}

/**
 * `round(amount × rate)` to the minor unit of the target currency, half away from zero (DOMAIN 1 "FX").
 * Errors: RangeError when the amount is in another currency than `rate.from`, or the result passes 2^53 - 1.
 */
export function convert(amount: Money, rate: FoundRate): Money {
  if (amount.currency !== rate.from) throw new RangeError(`a ${rate.from} rate cannot convert ${amount.currency}`);
  if (rate.path === 'same') return amount;
  return { minor: convertMinor(amount.minor, rate), currency: rate.to };
}

/** `convert` on bare minor units of `rate.from`, for long tables. */
export function convertMinor(minor: number, rate: FoundRate): number {
  if (rate.path === 'same') return minor;
  const places = exponentOf(rate.to) - exponentOf(rate.from);
  const numerator = BigInt(minor) * rate.numerator * 10n ** BigInt(Math.max(places, 0));
  return divideRounded(numerator, rate.denominator * 10n ** BigInt(Math.max(-places, 0)));
}

/** A unit price in another currency, rounded to millionths; to be shown, never to be multiplied into a total. */
export function convertUnitPrice(unitPrice: UnitPrice, rate: FoundRate): UnitPrice {
  return rate.path === 'same' ? unitPrice : divideRounded(BigInt(unitPrice) * rate.numerator, rate.denominator);
}

/** The rate as a decimal (40 significant digits) for showing. */
export function rateToDecimal({ numerator, denominator }: FoundRate): Decimal {
  return new Decimal(numerator.toString()).div(denominator.toString());
}

type Leg = Pick<FoundRate, 'numerator' | 'denominator' | 'rows'> & { readonly path: 'direct' | 'inverse' };

function search(index: RateIndex, from: CurrencyCode, to: CurrencyCode, date: CalendarDate): RateLookup {
  if (from === to) {
    return { state: 'found', from, to, path: 'same', numerator: 1n, denominator: 1n, rows: [], ageDays: 0 };
  }
  const way = wayBetween(index, from, to, (row) => row.effectiveDate <= date);
  if (way === null) {
    const reason = wayBetween(index, from, to, () => true) === null ? 'noRate' : 'onlyFuture';
    return { state: 'missing', from, to, date, reason };
  }
  const ageDays = Math.max(...way.rows.map((row) => daysBetween(row.effectiveDate, date)));
  return { state: 'found', from, to, ...way, ageDays };
}

type Usable = (row: ExchangeRate) => boolean;

function wayBetween(index: RateIndex, from: CurrencyCode, to: CurrencyCode, usable: Usable) {
  const straight = legBetween(index, from, to, usable);
  if (straight !== null) return straight;
  const first = legBetween(index, from, PIVOT_CURRENCY, usable);
  const second = legBetween(index, PIVOT_CURRENCY, to, usable);
  if (first === null || second === null) return null;
  return {
    path: 'cross' as const,
    numerator: first.numerator * second.numerator,
    denominator: first.denominator * second.denominator,
    rows: [...first.rows, ...second.rows],
  };
}

function legBetween(index: RateIndex, from: CurrencyCode, to: CurrencyCode, usable: Usable): Leg | null {
  const direct = index.pairs.get(pairKey(from, to))?.findLast(usable);
  if (direct !== undefined) return { path: 'direct', ...fractionOf(direct), rows: [direct] };
  const inverse = index.pairs.get(pairKey(to, from))?.findLast(usable);
  if (inverse === undefined) return null;
  const { numerator, denominator } = fractionOf(inverse);
  return { path: 'inverse', numerator: denominator, denominator: numerator, rows: [inverse] };
}

function fractionOf({ base, quote, rate }: ExchangeRate): { numerator: bigint; denominator: bigint } {
  const value = parseDecimal(rate);
  if (value === null || value.lte(0)) throw new RangeError(`no exchange rate: ${base}/${quote} ${rate}`);
  const [whole = '', fraction = ''] = rate.trim().replace('+', '').split('.');
  return { numerator: BigInt(whole + fraction), denominator: 10n ** BigInt(fraction.length) };
}

function pairKey(base: CurrencyCode, quote: CurrencyCode): string {
  return `${base}/${quote}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
