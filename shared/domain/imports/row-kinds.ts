import { MONEY_WORD } from './currency.ts';
import { LONGEST_FIGURE, readPrice } from './numbers.ts';
import { nameKey } from './text.ts';

/** What the first words of a row say about it. `strict` labels are totals whatever else the row holds. */
export interface TotalLabel {
  kind: 'total' | 'subtotal';
  strict: boolean;
}

const SUBTOTAL = /^(sub[\s-]?totals?|小计|分项小计|本页小计|page total)\b.*|.*(\bsub[\s-]?totals?|小计)$/;
const STRICT_TOTAL =
  /^((grand|net|overall|sum|final|gross)[\s-]totals?|totals?|(totals? )?(base |bare )?(bid|bids|tender|contract|offer)( (price|amount|sum))? totals?|totals? (base )?(bid|bids|tender|price|prices|amount|amounts|cost|costs|sum|value|contract( price)?)( \(.*\))?|total amount of (the )?bid|sum|合计|总计|共计|总价|总额|总金额|合计金额|金额合计|总价合计|累计|合计总价|含税合计|不含税合计|价税合计|总报价|投标总价)$/;
const LOOSE_TOTAL = /^((grand |base |sub)?totals?\b|合计|总计|总价|总金额|共计)|(\btotals?|合计|总计)$/;

/** Reads "TOTAL BID", "Subtotal Schedule A", "合计（含税）" and their like; null for anything else. */
export function totalLabel(text: string): TotalLabel | null {
  if (!/total|sum|计|总/i.test(text)) return null;
  const key = nameKey(text)
    .replace(/[\s:.=*-]+$/g, '')
    .replace(/\s*\([^()]*\)$/, '')
    .replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, '');
  if (key.length > 80) return null;
  if (SUBTOTAL.test(key)) return { kind: 'subtotal', strict: /^(sub[\s-]?totals?|小计)$/.test(key) };
  if (STRICT_TOTAL.test(key)) return { kind: 'total', strict: true };
  // "Total Section 2": most likely of a part
  return LOOSE_TOTAL.test(key) ? { kind: 'subtotal', strict: false } : null;
}

const CHARGE =
  /^((sales|state|local|value added|less|plus|add|total)[\s:]*)*(tax(es)?|vat|gst|hst|discount|freight|shipping( & handling| and handling)?|delivery( charge| cost)?|handling|insurance|rounding|surcharge|customs|duty|duties|contingency|s&h)(\s*[(@:]?\s*\d+(\.\d+)?\s*%\)?)?$|^(增值)?税[额金费]?(\(?\d+%\)?)?$|^(运费|物流费|快递费|折扣|优惠|折让|抹零|税额|税金|手续费|保险费|杂费|安装费)$/;

/** True for a line of tax, freight or discount below the items ("Sales tax (8%)", "运费"): part of the total but no item. */
export function isChargeLabel(text: string): boolean {
  return CHARGE.test(nameKey(text).replace(/[\s:.*-]+$/g, ''));
}

/** True when a row holds nothing. */
export function isBlankRow(row: readonly string[]): boolean {
  for (const cell of row) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

/** What a figure may begin with; spares most texts the closer look. */
const FIGURE_START = new RegExp(`^[\\s('+\\-−－]*(?:${MONEY_WORD}|[￥＄￡])?[\\s('\\-−－]*[\\d.０-９．]`, 'i');

/** True when a cell reads as a figure, whatever its decimal mark. */
export function isFigure(cell: string): boolean {
  if (cell === '' || cell.length > LONGEST_FIGURE) return false;
  if (/^\d+(?:\.\d+)?$/.test(cell)) return true;
  if (!FIGURE_START.test(cell)) return false;
  const { kind } = readPrice(cell, 'unknown');
  return kind === 'number' || kind === 'ambiguous';
}

/** The row's first cell that holds text and no figure, with its column; null when there is none. */
export function firstText(row: readonly string[]): { text: string; column: number } | null {
  for (let column = 0; column < row.length; column++) {
    const cell = row[column] ?? '';
    if (cell !== '' && cell.trim() !== '' && !isFigure(cell)) return { text: cell, column };
  }
  return null;
}
