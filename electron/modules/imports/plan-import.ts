import type { CheckedQuote } from '../../../shared/contract/imports.ts';
import type {
  ImportedItem,
  ImportedQuote,
  ImportedTable,
  ImportProblem,
} from '../../../shared/domain/imports/types.ts';
import { unitCode } from '../../../shared/domain/imports/units.ts';
import { supplierNameKey } from '../../../shared/domain/suppliers/name-key.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { type CurrencyCode, documentTotal } from '../../../shared/kernel/money.ts';
import type { Quantity } from '../../../shared/kernel/quantity.ts';

/** What the workspace already holds that an import may meet again. */
export interface ImportSurroundings {
  readonly projectCurrency: CurrencyCode;
  readonly items: readonly KnownItem[];
  readonly nextPosition: number;
  readonly suppliers: readonly { readonly id: Id; readonly nameEn: string; readonly nameZh: string }[];
  /** Highest round of each supplier's quotes in the project, bin included. */
  readonly rounds: ReadonlyMap<Id, number>;
}

export interface KnownItem {
  readonly id: Id;
  readonly lineNo: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly specification: string;
  readonly unit: string;
  readonly quantity: Quantity | null;
}

/** What an import will write; the check shows it, the commit carries it out. */
export interface ImportPlan {
  /** Every item the file names, with the item of the project it meets, if any. */
  readonly items: readonly { readonly imported: ImportedItem; readonly knownId: Id | null }[];
  readonly quotes: readonly PlannedQuote[];
  /** Our own estimate, by item key; null when the file has none or it cannot be taken. */
  readonly estimate: ReadonlyMap<string, number> | null;
  readonly problems: readonly ImportProblem[];
}

export interface PlannedQuote {
  readonly quote: ImportedQuote;
  readonly supplierId: Id | null;
  readonly round: number;
}

export function planImport(table: ImportedTable, surroundings: ImportSurroundings): ImportPlan {
  const match = itemMatcher(surroundings.items);
  const items = table.items.map((imported) => ({ imported, knownId: match(imported) }));
  const estimate = planEstimate(table, surroundings.projectCurrency);
  return {
    items,
    quotes: planQuotes(
      table.quotes.filter((quote) => !quote.isEstimate),
      surroundings,
    ),
    estimate: estimate.prices,
    problems: [...table.problems, ...estimate.problems],
  };
}

/** The plan as the check step shows it, the estimate last. */
export function summariseQuotes(table: ImportedTable, plan: ImportPlan): CheckedQuote[] {
  const quantityOf = new Map(table.items.map((item) => [item.key, item.quantity]));
  const bidders = plan.quotes.map(({ quote, supplierId, round }) => ({
    ...summary(quote, quantityOf),
    supplierId,
    round,
  }));
  const estimates = table.quotes
    .filter((quote) => quote.isEstimate)
    .map((quote) => ({ ...summary(quote, quantityOf), supplierId: null, round: 1 }));
  return [...bidders, ...estimates];
}

function summary(quote: ImportedQuote, quantityOf: ReadonlyMap<string, Quantity | null>) {
  const goods = quote.lines.flatMap(({ itemKey, unitPrice }) => {
    const quantity = quantityOf.get(itemKey) ?? null;
    return quantity === null ? [] : [{ quantity, unitPrice }];
  });
  const isWhole = goods.length === quote.lines.length;
  const totalMinor = isWhole && quote.currency !== null ? documentTotal(goods, quote.currency) : null;
  const { supplierName, isEstimate, currency } = quote;
  return { supplierName, isEstimate, currency, lineCount: quote.lines.length, totalMinor };
}

function planQuotes(quotes: readonly ImportedQuote[], { suppliers, rounds }: ImportSurroundings): PlannedQuote[] {
  const idOf = new Map<string, Id>();
  for (const { id, nameEn, nameZh } of suppliers) {
    for (const name of [nameEn, nameZh]) if (name !== '') idOf.set(supplierNameKey(name), id);
  }
  // A supplier that quotes in two currencies has two quotes in one file: the later one is its next round.
  const taken = new Map<string, number>();
  return quotes.map((quote) => {
    const key = supplierNameKey(quote.supplierName);
    const supplierId = idOf.get(key) ?? null;
    const before = taken.get(key) ?? (supplierId === null ? 0 : (rounds.get(supplierId) ?? 0));
    taken.set(key, before + 1);
    return { quote, supplierId, round: before + 1 };
  });
}

function planEstimate(
  table: ImportedTable,
  projectCurrency: CurrencyCode,
): { prices: ReadonlyMap<string, number> | null; problems: ImportProblem[] } {
  const estimate = table.quotes.find((quote) => quote.isEstimate);
  if (estimate === undefined) return { prices: null, problems: [] };
  if (estimate.currency !== null && estimate.currency !== projectCurrency) {
    const data = { name: estimate.supplierName, currency: estimate.currency, projectCurrency };
    const problem: ImportProblem = {
      severity: 'refused',
      row: null,
      column: null,
      header: estimate.supplierName,
      code: 'estimateCurrency',
      data,
    };
    return { prices: null, problems: [problem] };
  }
  return { prices: new Map(estimate.lines.map((line) => [line.itemKey, line.unitPrice])), problems: [] };
}

/**
 * Finds the item of the project that a line of the file means: the same name, and nothing that both state differs.
 * Two candidates are no answer, since a price must never land on the wrong item.
 */
function itemMatcher(known: readonly KnownItem[]): (imported: ImportedItem) => Id | null {
  const byName = new Map<string, KnownItem[]>();
  for (const item of known) {
    for (const name of new Set([supplierNameKey(item.nameEn), supplierNameKey(item.nameZh)])) {
      if (name !== '') byName.set(name, [...(byName.get(name) ?? []), item]);
    }
  }
  return (imported) => {
    const names = [imported.nameZh, imported.nameEn].filter((name) => name !== null);
    const candidates = new Set(names.flatMap((name) => byName.get(supplierNameKey(name)) ?? []));
    const agreeing = [...candidates].filter((item) => agrees(item, imported));
    return agreeing.length === 1 ? (agreeing[0]?.id ?? null) : null;
  };
}

function agrees(known: KnownItem, imported: ImportedItem): boolean {
  return (
    sameIfStated(known.lineNo, imported.lineNo) &&
    sameIfStated(known.specification, imported.specification) &&
    sameIfStated(unitCode(known.unit) ?? known.unit, imported.unitCode ?? imported.unit) &&
    (known.quantity === null || imported.quantity === null || known.quantity === imported.quantity)
  );
}

function sameIfStated(known: string, imported: string | null): boolean {
  return known === '' || imported === null || imported === '' || known.trim() === imported.trim();
}
