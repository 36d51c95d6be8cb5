import { agrees } from '../../../shared/domain/imports/currency.ts';
import { type NumberReading, readMeasure, readPrice } from '../../../shared/domain/imports/numbers.ts';
import { readDate } from '../../../shared/domain/imports/terms.ts';
import { nameKey, tidy } from '../../../shared/domain/imports/text.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { parseDecimal, toScaledInteger } from '../../../shared/kernel/decimal.ts';
import { type CurrencyCode, exponentOf } from '../../../shared/kernel/money.ts';
import { QUANTITY_PLACES, type Quantity, UNIT_PRICE_PLACES, type UnitPrice } from '../../../shared/kernel/quantity.ts';

/** Why the text of a cell cannot be taken; each has a text below `common:grid.problem.*`. */
export type CellProblem =
  | { readonly code: 'number'; readonly text: string }
  | { readonly code: 'negative' }
  | { readonly code: 'quantityPlaces' }
  | { readonly code: 'unitPricePlaces' }
  | { readonly code: 'moneyPlaces'; readonly currency: CurrencyCode; readonly count: number }
  | { readonly code: 'places'; readonly count: number }
  /** A column's own rule, explained in the language shown. */
  | { readonly code: 'own'; readonly sentence: string }
  | { readonly code: 'otherCurrency'; readonly currency: CurrencyCode }
  | { readonly code: 'percent' }
  | { readonly code: 'score' }
  | { readonly code: 'tooLarge' }
  | { readonly code: 'date'; readonly text: string }
  | { readonly code: 'choice'; readonly text: string }
  | { readonly code: 'tooLong'; readonly count: number }
  | { readonly code: 'integer' }
  | { readonly code: 'required' }
  | { readonly code: 'notSaved' };

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: CellProblem };

/** Figures typed or pasted into a grid are read as in an import: "1,200", "100件", "￥12.50", full-width digits. */
export function parseQuantityCell(text: string): Parsed<Quantity | null> {
  return scaled(readMeasure(text, 'point'), text, QUANTITY_PLACES, { code: 'quantityPlaces' });
}

/** A unit price; "N/A" and 面议 mean that there is none. Money of another currency than the column's is refused. */
export function parseUnitPriceCell(text: string, currency: CurrencyCode | null): Parsed<UnitPrice | null> {
  return priced(text, currency, UNIT_PRICE_PLACES, { code: 'unitPricePlaces' });
}

/** An amount in whole minor units. */
export function parseMoneyCell(text: string, currency: CurrencyCode): Parsed<number | null> {
  const places = exponentOf(currency);
  return priced(text, currency, places, { code: 'moneyPlaces', currency, count: places });
}

/** Hundredths of a percent, 0 to 100 %; the sign % may stand beside it. */
export function parsePercentCell(text: string): Parsed<number | null> {
  const parsed = scaled(readMeasure(text.replace(/[%％]\s*$/, ''), 'point'), text, 2, { code: 'percent' });
  return parsed.ok && parsed.value !== null && parsed.value > 10_000 ? refuse({ code: 'percent' }) : parsed;
}

/** Hundredths of a point, 0 to 100. */
export function parseScoreCell(text: string): Parsed<number | null> {
  const parsed = scaled(readMeasure(text, 'point'), text, 2, { code: 'score' });
  return parsed.ok && parsed.value !== null && parsed.value > 10_000 ? refuse({ code: 'score' }) : parsed;
}

/** A measure in whole units of its last decimal (12.5 kg with three places is 12500 g). */
export function parseMeasureCell(text: string, places: number): Parsed<number | null> {
  return scaled(readMeasure(text, 'point'), text, places, { code: 'places', count: places });
}

/** A whole number from 0 to `maximum`. */
export function parseIntegerCell(text: string, maximum: number): Parsed<number | null> {
  const parsed = scaled(readMeasure(text, 'point'), text, 0, { code: 'integer' });
  return parsed.ok && parsed.value !== null && parsed.value > maximum ? refuse({ code: 'tooLarge' }) : parsed;
}

/** A day in any unambiguous writing ("2026/3/31", "2026年3月31日", "31 Mar 2026"). */
export function parseDateCell(text: string): Parsed<CalendarDate | null> {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, value: null };
  const date = readDate(trimmed);
  return date === null ? refuse({ code: 'date', text: trimmed }) : { ok: true, value: date };
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** One of a closed list, by its label (in the language shown) or by its own name; an empty cell is null. */
export function parseChoiceCell<Value extends string>(
  text: string,
  choices: readonly Choice<Value>[],
): Parsed<Value | null> {
  const key = nameKey(text);
  if (key === '') return { ok: true, value: null };
  const found = choices.find((choice) => nameKey(choice.label) === key || nameKey(choice.value) === key);
  return found === undefined ? refuse({ code: 'choice', text: text.trim() }) : { ok: true, value: found.value };
}

export function parseTextCell(text: string, maxLength: number): Parsed<string> {
  const value = tidy(text);
  return value.length > maxLength ? refuse({ code: 'tooLong', count: maxLength }) : { ok: true, value };
}

function priced(
  text: string,
  currency: CurrencyCode | null,
  places: number,
  tooFine: CellProblem,
): Parsed<number | null> {
  const reading = readPrice(text, 'point');
  if (
    currency !== null &&
    reading.kind === 'number' &&
    reading.currency !== null &&
    !agrees(reading.currency, currency)
  ) {
    return refuse({ code: 'otherCurrency', currency });
  }
  return scaled(reading, text, places, tooFine);
}

function scaled(reading: NumberReading, text: string, places: number, tooFine: CellProblem): Parsed<number | null> {
  if (reading.kind === 'blank' || reading.kind === 'noPrice') return { ok: true, value: null };
  const decimal = reading.kind === 'number' ? parseDecimal(reading.text) : null;
  if (decimal === null) return refuse({ code: 'number', text: text.trim() });
  if (decimal.isNegative() && !decimal.isZero()) return refuse({ code: 'negative' });
  if (decimal.decimalPlaces() > places) return refuse(tooFine);
  try {
    return { ok: true, value: toScaledInteger(decimal, places) };
  } catch {
    return refuse({ code: 'tooLarge' });
  }
}

function refuse(problem: CellProblem): { ok: false; problem: CellProblem } {
  return { ok: false, problem };
}
