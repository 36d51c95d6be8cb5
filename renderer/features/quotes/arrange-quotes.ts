import type { QuoteRow } from '../../../shared/contract/quotes.ts';
import { nameKey } from '../../../shared/domain/imports/text.ts';
import type { Id } from '../../../shared/kernel/ids.ts';

export const QUOTE_SORTS = ['supplier', 'received', 'validity', 'lines', 'leadTime'] as const;
export type QuoteSort = (typeof QUOTE_SORTS)[number];

/** A supplier's newest round with the rounds it replaced, newest first. */
export interface SupplierQuotes {
  readonly newest: QuoteRow;
  readonly earlier: readonly QuoteRow[];
}

/** The quotes of a project by supplier; suppliers that match `search` in either language. */
export function arrangeQuotes(
  quotes: readonly QuoteRow[],
  query: { readonly search: string; readonly sort: QuoteSort; readonly descending: boolean },
  name: (quote: QuoteRow) => string,
): SupplierQuotes[] {
  const wanted = nameKey(query.search);
  const groups: SupplierQuotes[] = [];
  for (const rounds of Map.groupBy(quotes, (quote) => quote.supplierId).values()) {
    const [newest, ...earlier] = rounds.toSorted((a, b) => b.round - a.round);
    if (newest === undefined) continue;
    const isWanted = [newest.supplierNameEn, newest.supplierNameZh].some((text) => nameKey(text).includes(wanted));
    if (isWanted) groups.push({ newest, earlier });
  }
  const by = comparators[query.sort];
  const direction = query.descending ? -1 : 1;
  const byName = (a: SupplierQuotes, b: SupplierQuotes) => name(a.newest).localeCompare(name(b.newest));
  return groups.sort((a, b) => direction * (by === null ? byName(a, b) : by(a.newest, b.newest)) || byName(a, b));
}

/** The newest round of each supplier, by name. */
export function newestQuotes(quotes: readonly QuoteRow[], name: (quote: QuoteRow) => string): QuoteRow[] {
  const query = { search: '', sort: 'supplier', descending: false } as const;
  return arrangeQuotes(quotes, query, name).map(({ newest }) => newest);
}

export interface QuoteListRow extends QuoteRow {
  /** Rounds of the same supplier that are older than this row; shown below it when unfolded. */
  readonly earlierCount: number;
}

/** Rows of the list: newest rounds, each followed by its earlier ones where they are unfolded. */
export function listRows(groups: readonly SupplierQuotes[], unfolded: ReadonlySet<Id>): QuoteListRow[] {
  return groups.flatMap(({ newest, earlier }) => [
    { ...newest, earlierCount: earlier.length },
    ...(unfolded.has(newest.supplierId) ? earlier.map((quote) => ({ ...quote, earlierCount: 0 })) : []),
  ]);
}

type Compare = (a: QuoteRow, b: QuoteRow) => number;

/** What nobody has stated comes last in rising order. */
const comparators: Readonly<Record<QuoteSort, Compare | null>> = {
  supplier: null,
  received: (a, b) => compare(a.receivedOn ?? '9999', b.receivedOn ?? '9999'),
  validity: (a, b) => compare(a.validUntil ?? '9999', b.validUntil ?? '9999'),
  lines: (a, b) => a.lineCount - b.lineCount,
  leadTime: (a, b) => (a.leadTimeDays ?? Number.MAX_VALUE) - (b.leadTimeDays ?? Number.MAX_VALUE),
};

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
