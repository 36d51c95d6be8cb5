import { difference } from '../../../../shared/domain/comparison/difference.ts';
import type {
  ComparedCell,
  ComparedQuote,
  ComparedRow,
  Comparison,
} from '../../../../shared/domain/comparison/types.ts';
import type { CostPart } from '../../../../shared/domain/quotes/terms.ts';
import { assertNever } from '../../../../shared/kernel/assert-never.ts';
import { fromScaledInteger } from '../../../../shared/kernel/decimal.ts';
import { UNIT_PRICE_PLACES, type UnitPrice } from '../../../../shared/kernel/quantity.ts';
import {
  formatDifference,
  formatMoneyRangeShort,
  formatPercentDifference,
  formatQuantity,
  formatUnitPrice,
  group,
} from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/use-text.ts';
import type { CellFigure } from '../compare-search.ts';
import { reasonsOf } from '../reasons.ts';

/** What stands in the cell of an item and a quote. */
export interface CellText {
  readonly main: string;
  readonly second: string;
  /** The main line is words, or a figure that is compared with nothing. */
  readonly quiet: boolean;
  readonly lowest: boolean;
  readonly marks: readonly ('moq' | 'multiple' | 'tier')[];
  /** Whether there is a figure that can be explained. */
  readonly explains: boolean;
}

export function cellText(
  cell: ComparedCell,
  row: ComparedRow,
  { quote }: ComparedQuote,
  show: CellFigure,
  comparison: Comparison,
  t: Translate,
): CellText {
  switch (cell.state) {
    case 'noPrice':
      return words('—', '');
    case 'noQuantity':
      return words(quotedPrice(cell, quote.currency), t('comparisons:cell.noQuantity'));
    case 'outOfRange':
      return words(t('comparison:cell.outOfRange'), '');
    case 'cannotBeOrdered': {
      const from = cell.firstQuantity;
      const second =
        from === null
          ? t('comparisons:cell.breaksContradict')
          : t('comparisons:cell.from', { quantity: formatQuantity(from) });
      return words(t('comparison:cell.cannotBeOrdered'), second);
    }
    case 'priced':
      return pricedText(cell, row, quote.currency, show, comparison, t);
    default:
      return assertNever(cell.state);
  }
}

function words(main: string, second: string): CellText {
  return { main, second, quiet: true, lowest: false, marks: [], explains: false };
}

function pricedText(
  cell: ComparedCell,
  row: ComparedRow,
  quoteCurrency: string,
  show: CellFigure,
  { options, quotes }: Comparison,
  t: Translate,
): CellText {
  const marks: CellText['marks'][number][] = [];
  if (cell.moqApplied) marks.push('moq');
  if (cell.multipleApplied) marks.push('multiple');
  if (cell.tierMinQuantity !== null) marks.push('tier');
  const { comparedMinor, comparedLowMinor, comparedHighMinor, comparedUnitLow, comparedUnitHigh } = cell;
  if (
    comparedLowMinor === null ||
    comparedHighMinor === null ||
    comparedUnitLow === null ||
    comparedUnitHigh === null
  ) {
    const main = quotedPrice(cell, quoteCurrency);
    return { main, second: t('comparisons:cell.asQuoted'), quiet: true, lowest: false, marks, explains: true };
  }
  const unit = unitRangeText(comparedUnitLow, comparedUnitHigh);
  const isSame = quoteCurrency === options.currency && cell.unitPrice === cell.comparedUnitPrice;
  const quoted = isSame ? '' : quotedPrice(cell, quoteCurrency);
  const base = { quiet: !cell.comparable, lowest: cell.isLowest, marks, explains: true };
  switch (show) {
    case 'unit':
      return { ...base, main: unit, second: quoted };
    case 'total':
      return {
        ...base,
        main: formatMoneyRangeShort({ lowMinor: comparedLowMinor, highMinor: comparedHighMinor }, options.currency),
        second: unit,
      };
    case 'difference': {
      const bp = cell.comparable ? (difference(comparedMinor, row.lowestMinor)?.bp ?? null) : null;
      if (bp === null || quotes.length < 2) return { ...base, main: unit, second: quoted };
      return { ...base, main: bp === 0 ? t('comparisons:cell.same') : formatPercentDifference(bp), second: unit };
    }
    default:
      return assertNever(show);
  }
}

function unitRangeText(low: UnitPrice, high: UnitPrice): string {
  const [least, most] = [unitCostText(low), unitCostText(high)];
  return least === most ? least : `${least}\u00a0– ${most}`;
}

/** Four decimals, so that a column can be read downwards; six where four would say too little. The explanation has them all. */
export function unitCostText(unitCost: UnitPrice): string {
  const places = unitCost < SMALL_UNIT_COST ? UNIT_PRICE_PLACES : SHOWN_PLACES;
  return group(fromScaledInteger(unitCost, UNIT_PRICE_PLACES).toFixed(places));
}

const SHOWN_PLACES = 4;
/** One hundredth of the major unit. */
const SMALL_UNIT_COST = 10_000;

function quotedPrice(cell: ComparedCell, currency: string): string {
  return cell.unitPrice === null ? '—' : `${formatUnitPrice(cell.unitPrice)}\u00a0${currency}`;
}

/** What is to be said about a cell beyond its figures, each a sentence: read aloud, and shown when the pointer rests on it. */
export function cellNotes(
  cell: ComparedCell,
  row: ComparedRow,
  compared: ComparedQuote,
  comparison: Comparison,
  t: Translate,
): string[] {
  const notes: string[] = [];
  const { need } = row;
  if (cell.orderQuantity !== null && need !== null && (cell.moqApplied || cell.multipleApplied)) {
    const quantities = { order: formatQuantity(cell.orderQuantity), need: formatQuantity(need), unit: row.item.unit };
    const key = cell.moqApplied ? (cell.multipleApplied ? 'moqAndMultiple' : 'moq') : 'multiple';
    notes.push(t(`comparisons:note.${key}`, quantities).trim());
  }
  if (cell.tierMinQuantity !== null) {
    notes.push(t('comparisons:note.tier', { quantity: formatQuantity(cell.tierMinQuantity) }));
  }
  const { currency } = comparison.options;
  if (cell.isLowest) notes.push(t('comparisons:note.lowest', { count: row.comparableCount }));
  else if (cell.comparable && cell.comparedMinor !== null && row.lowestMinor !== null && row.comparableCount > 1) {
    const difference = formatDifference(cell.comparedMinor - row.lowestMinor, currency);
    notes.push(t('comparisons:note.aboveLowest', { difference, currency }));
  }
  if (cell.comparable && cell.comparedMinor !== null && row.estimateMinor !== null) {
    const difference = formatDifference(cell.comparedMinor - row.estimateMinor, currency);
    notes.push(t('comparisons:note.toEstimate', { difference, currency }));
  }
  const open = openPartsOf(compared);
  if (cell.comparedLowMinor !== cell.comparedHighMinor && open.length > 0) {
    const parts = open.map((part) => t(`quote:costPart.${part}`)).join(t('comparisons:listSeparator'));
    notes.push(t('comparisons:note.range', { parts }));
  }
  if (cell.state === 'priced' && !cell.comparable) {
    notes.push(t('comparisons:note.notCompared', { reasons: reasonsOf(compared, t).join('; ') }));
  }
  return notes;
}

/** Cost parts that leave a quote's figures open. */
export function openPartsOf({ ledger }: ComparedQuote): CostPart[] {
  return ledger.flatMap(({ part, state, counted, lowMinor, highMinor }) =>
    counted && state === 'range' && lowMinor !== highMinor ? [part] : [],
  );
}
