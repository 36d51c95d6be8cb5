import type BetterSqlite3 from 'better-sqlite3';
import type { Id } from '../../shared/kernel/ids.ts';

/** A comparison as the shortest program would make it: the rows as SQL gives them, and floating point. */
export interface RawComparison {
  /** Sum of each quote's cells, in the project's currency, from the lowest up. */
  readonly ranking: { readonly quoteId: Id; readonly total: number }[];
  readonly rows: RawRow[];
}

interface RawRow {
  readonly cells: readonly (RawCell | null)[];
  readonly lowest: number;
  readonly average: number;
}

interface RawCell {
  readonly ordered: number;
  readonly unitPrice: number;
  readonly total: number;
  readonly cost: number;
}

interface ItemRow {
  id: string;
  line_no: string;
  name_en: string;
  name_zh: string;
  specification: string;
  unit: string;
  quantity: number;
  estimate_unit_price: number | null;
  carton_quantity: number;
  volume_mm3: number;
  carton_weight_g: number;
}

/** What carries goods at FOB to the door, in the project's currency. */
export interface RawCosting {
  readonly freightPerM3: number;
  readonly insurancePpm: number;
  readonly dutyRateBp: number;
  readonly destinationTerminalMinor: number;
  readonly brokerageMinor: number;
  readonly onCarriageMinor: number;
}

interface QuoteSqlRow {
  id: string;
  currency: string;
  tax_basis: string;
  vat_rate_bp: number | null;
}

interface LineRow {
  id: string;
  quote_id: string;
  item_id: string;
  unit_price: number;
  moq: number | null;
  order_multiple: number | null;
}

interface BreakRow {
  quote_line_id: string;
  min_quantity: number;
  unit_price: number;
}

/** Prepares the statements once, as anybody would who has to hurry. `asOf` chooses the rates. */
export function rawComparison(
  sqlite: BetterSqlite3.Database,
  projectId: Id,
  currency: string,
  asOf: string,
  costing: RawCosting | null = null,
) {
  const items = sqlite.prepare<[string], ItemRow>(
    `SELECT id, line_no, name_en, name_zh, specification, unit, quantity, estimate_unit_price,
       carton_quantity, carton_length_mm * carton_width_mm * carton_height_mm AS volume_mm3, carton_weight_g
     FROM items WHERE project_id = ? AND deleted_at IS NULL ORDER BY position, id`,
  );
  const quotes = sqlite.prepare<[string], QuoteSqlRow>(
    `SELECT q.*, s.name_en AS supplier_name_en, s.name_zh AS supplier_name_zh
     FROM quotes q JOIN suppliers s ON s.id = q.supplier_id
     WHERE q.project_id = ? AND q.deleted_at IS NULL
       AND q.round = (SELECT max(round) FROM quotes r
         WHERE r.project_id = q.project_id AND r.supplier_id = q.supplier_id AND r.deleted_at IS NULL)`,
  );
  const costs = sqlite.prepare<
    [string],
    { quote_id: string; part: string; basis: string; amount_minor: number | null }
  >('SELECT c.* FROM quote_costs c JOIN quotes q ON q.id = c.quote_id WHERE q.project_id = ? AND q.deleted_at IS NULL');
  const lines = sqlite.prepare<[string], LineRow>(
    `SELECT l.id, l.quote_id, l.item_id, l.unit_price, l.moq, l.order_multiple
     FROM quotes q JOIN quote_lines l ON l.quote_id = q.id WHERE q.project_id = ? AND q.deleted_at IS NULL`,
  );
  const breaks = sqlite.prepare<[string], BreakRow>(
    `SELECT b.quote_line_id, b.min_quantity, b.unit_price
     FROM quotes q JOIN quote_lines l ON l.quote_id = q.id JOIN price_breaks b ON b.quote_line_id = l.id
     WHERE q.project_id = ? AND q.deleted_at IS NULL ORDER BY b.min_quantity`,
  );
  const rates = sqlite.prepare<[string, string], { base: string; rate: string }>(
    `SELECT base, rate FROM exchange_rates
     WHERE quote = ? AND effective_date <= ? AND deleted_at IS NULL ORDER BY effective_date`,
  );

  return (): RawComparison => {
    const rateOf = new Map([[currency, 1]]);
    for (const { base, rate } of rates.all(currency, asOf)) rateOf.set(base, Number(rate));
    const extraOf = new Map<string, number>();
    for (const { quote_id, basis, amount_minor } of costs.all(projectId)) {
      if (basis === 'extra') extraOf.set(quote_id, (extraOf.get(quote_id) ?? 0) + (amount_minor ?? 0));
    }
    const breaksOf = new Map<string, BreakRow[]>();
    for (const row of breaks.all(projectId)) {
      const own = breaksOf.get(row.quote_line_id);
      if (own === undefined) breaksOf.set(row.quote_line_id, [row]);
      else own.push(row);
    }
    const linesOf = new Map<string, Map<string, LineRow>>();
    for (const row of lines.all(projectId)) {
      const own = linesOf.get(row.quote_id);
      if (own === undefined) linesOf.set(row.quote_id, new Map([[row.item_id, row]]));
      else own.set(row.item_id, row);
    }
    const itemRows = items.all(projectId);
    const columns = quotes.all(projectId).map((quote) => {
      const own = linesOf.get(quote.id);
      const goods = itemRows.map((item) => {
        const line = own?.get(item.id);
        return line === undefined ? null : goodsOf(line, breaksOf.get(line.id), item.quantity);
      });
      const sum = goods.reduce((total, cell) => total + (cell?.total ?? 0), 0);
      const tax = quote.tax_basis === 'excluded' ? 1 + (quote.vat_rate_bp ?? 0) / 10_000 : 1;
      const factor = (((sum + (extraOf.get(quote.id) ?? 0)) * tax) / sum) * (rateOf.get(quote.currency) ?? Number.NaN);
      const cells = goods.map((cell) => (cell === null ? null : { ...cell, cost: cell.total * factor }));
      const total = sum * factor;
      if (costing === null) return { quoteId: quote.id, cells, total };
      return { quoteId: quote.id, ...landed(cells, total, itemRows, costing) };
    });
    const rows = itemRows.map((_, index): RawRow => {
      const cells = columns.map((column) => column.cells[index] ?? null);
      const known = cells.flatMap((cell) => (cell === null ? [] : [cell.cost]));
      return { cells, lowest: Math.min(...known), average: known.reduce((a, b) => a + b, 0) / known.length };
    });
    const ranking = columns.map(({ quoteId, total }) => ({ quoteId, total })).sort((a, b) => a.total - b.total);
    return { ranking, rows };
  };
}

/** Freight by space or weight, a premium on 110 % of what is insured, itself among it, duty on the whole, and three charges on arrival. */
function landed(cells: readonly (RawCell | null)[], goods: number, items: readonly ItemRow[], costing: RawCosting) {
  const cartons = cells.map((cell, index) => Math.ceil((cell?.ordered ?? 0) / (items[index]?.carton_quantity ?? 1)));
  const volumes = cartons.map((count, index) => (count * (items[index]?.volume_mm3 ?? 0)) / 1e9);
  const weights = cartons.map((count, index) => (count * (items[index]?.carton_weight_g ?? 0)) / 1e6);
  const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
  const volume = sum(volumes);
  const freight = (Math.max(volume, sum(weights), 1) * costing.freightPerM3) / 1e4;
  const premium = (goods + freight) / (1 - (1.1 * costing.insurancePpm) / 1e6) - (goods + freight);
  const arrival = costing.destinationTerminalMinor + costing.brokerageMinor + costing.onCarriageMinor;
  const landedCells = cells.map((cell, index) => {
    if (cell === null) return null;
    const part = cell.cost / goods;
    const value = cell.cost + (freight * (volumes[index] ?? 0)) / volume + premium * part;
    return { ...cell, cost: value * (1 + costing.dutyRateBp / 10_000) + arrival * part };
  });
  return { cells: landedCells, total: sum(landedCells.map((cell) => cell?.cost ?? 0)) };
}

/** Minor units of a currency with two decimals: ten-thousandths times millionths make 10^10. */
const TO_MINOR = 100 / 1e10;

function goodsOf(line: LineRow, breaks: readonly BreakRow[] | undefined, need: number) {
  const multiple = line.order_multiple ?? 1;
  const ordered = Math.ceil(Math.max(need, line.moq ?? 0) / multiple) * multiple;
  let unitPrice = line.unit_price;
  for (const tier of breaks ?? []) if (tier.min_quantity <= ordered) unitPrice = tier.unit_price;
  return { ordered, unitPrice, total: ordered * unitPrice * TO_MINOR };
}
