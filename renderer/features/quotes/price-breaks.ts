import type { PriceBreak } from '../../../shared/contract/quotes.ts';
import { normalise } from '../../../shared/domain/imports/text.ts';
import { quantityToString, unitPriceToString } from '../../../shared/kernel/quantity.ts';
import { parseQuantityCell, parseUnitPriceCell } from '../../ui/grid/parse.ts';

/** Why a list of price breaks cannot be taken; each has a text below `quotes:priceBreakProblem.*`. */
export type PriceBreakProblem =
  | { readonly code: 'form'; readonly part: string }
  | { readonly code: 'twice'; readonly quantity: string }
  | { readonly code: 'tooMany' };

export type ParsedBreaks =
  | { readonly ok: true; readonly breaks: PriceBreak[] }
  | { readonly ok: false; readonly problem: PriceBreakProblem };

const MOST = 50;
/** "≥1000: 0.85", "1,000+ = 0.85", "1000-4999件 ￥0.85": a quantity, perhaps with the end of its range, and a price. */
const BREAK =
  /^(?:>=|≥)?\s*([\d.,]+[万千]?)\s*(?:[-~]\s*[\d.,]+[万千]?|\+)?\s*(?:件|个|只|pcs?\.?)?\s*(?:[:=@]|\s)\s*(\S.*)$/iu;

/** "≥1000: 0.85; ≥5000: 0.80", rising; the form in which price breaks are shown and edited. */
export function formatPriceBreaks(breaks: readonly PriceBreak[]): string {
  return breaks
    .toSorted((a, b) => a.minQuantity - b.minQuantity)
    .map(({ minQuantity, unitPrice }) => `≥${quantityToString(minQuantity)}: ${unitPriceToString(unitPrice, 2)}`)
    .join('; ');
}

/**
 * Reads a list of price breaks: parts apart by semicolons or line breaks, each the quantity it holds from and its unit
 * price. The order does not matter; ranges ("1000-4999") count by their start. Rules that need the line (the MOQ, the
 * first price) are the core's.
 */
export function parsePriceBreaks(text: string, currency: string): ParsedBreaks {
  const parts = text
    .split(/[;；\n]/u)
    .map((part) => normalise(part))
    .filter((part) => part !== '');
  if (parts.length > MOST) return { ok: false, problem: { code: 'tooMany' } };
  const breaks: PriceBreak[] = [];
  for (const part of parts) {
    const one = readBreak(part, currency);
    if (one === null) return { ok: false, problem: { code: 'form', part } };
    if (breaks.some(({ minQuantity }) => minQuantity === one.minQuantity)) {
      return { ok: false, problem: { code: 'twice', quantity: quantityToString(one.minQuantity) } };
    }
    breaks.push(one);
  }
  return { ok: true, breaks: breaks.toSorted((a, b) => a.minQuantity - b.minQuantity) };
}

function readBreak(part: string, currency: string): PriceBreak | null {
  const [, quantityText, priceText] = BREAK.exec(part) ?? [];
  if (quantityText === undefined || priceText === undefined) return null;
  const quantity = parseQuantityCell(quantityText);
  const price = parseUnitPriceCell(priceText, currency);
  if (!quantity.ok || !price.ok || quantity.value === null || price.value === null) return null;
  return { minQuantity: quantity.value, unitPrice: price.value };
}
