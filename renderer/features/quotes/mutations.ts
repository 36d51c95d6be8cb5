import { useQueryClient } from '@tanstack/react-query';
import type { PriceCell, Quote, QuoteFields, QuoteLineFields } from '../../../shared/contract/quotes.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { UnitPrice } from '../../../shared/kernel/quantity.ts';
import { client, orpc } from '../../app/client.ts';
import { useSaveOverStale } from '../../app/save-over-stale.ts';
import { useSaveQueue } from '../../app/save-queue.ts';
import { useWrite } from '../../app/write.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import type { GridBatch } from '../../ui/grid/drafts.ts';
import { useUndoToast } from '../history/mutations.ts';
import { pricesOf, quotesOf, quoteWithLines } from './queries.ts';
import { useStaleLines, useStalePrices, useStaleTerms } from './stale-quote.ts';

/** Everything counted or computed from quotes beside the quotes themselves. */
const results = [
  orpc.projects.key(),
  orpc.suppliers.key(),
  orpc.comparisons.key(),
  orpc.quantityCurves.key(),
  orpc.waterfalls.key(),
  orpc.quoteRounds.key(),
  orpc.evaluations.key(),
  orpc.reports.key(),
];
const touched = [orpc.quotes.key(), ...results];

export const useCreateQuote = () => useWrite(orpc.quotes.create.mutationOptions(), { touches: touched });

/** Starts the next round from the terms and lines of this one. */
export const useRequote = () => useWrite(orpc.quotes.requote.mutationOptions(), { touches: touched });

/** The supplier says that his newest quote holds again: the next round, with who said so. */
export const useConfirmQuote = () => useWrite(orpc.quotes.confirm.mutationOptions(), { touches: touched });

/** Puts a quote into the bin and offers to take it back. */
export function useRemoveQuote() {
  const { t } = useText();
  const name = useName();
  const offerUndo = useUndoToast();
  const queryClient = useQueryClient();
  const remove = useWrite(orpc.quotes.remove.mutationOptions(), { touches: results });
  return (quote: Quote, onRemoved?: () => void) =>
    remove.mutate(
      { id: quote.id, revision: quote.revision },
      {
        onSuccess: ({ actionId }) => {
          // Leave first: asking for a quote that is gone would only show an error.
          onRemoved?.();
          const supplier = name({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh });
          offerUndo(t('deleted', { name: t('quotes:deletedQuote', { name: supplier }) }), actionId);
          void queryClient.invalidateQueries({ queryKey: quotesOf(quote.projectId).queryKey });
          void queryClient.invalidateQueries({ queryKey: pricesOf(quote.projectId).queryKey });
        },
      },
    );
}

/*
 * What the three saves below do not answer themselves is asked anew when the change is announced (app/changes.ts); asking
 * here too would ask twice for each cell that is typed.
 */

/** Saves changed terms of a quote, one change after the other; what is chosen shows at once. */
export function useSaveTerms(id: Id): { save: (changes: Partial<QuoteFields>) => Promise<void>; isSaving: boolean } {
  const queryClient = useQueryClient();
  const saveOverStale = useSaveOverStale();
  const tell = useStaleTerms();
  const { queryKey } = quoteWithLines(id);
  const queue = useSaveQueue(async (changes: Partial<QuoteFields>) => {
    try {
      const saved = await saveOverStale(
        (over) => client.quotes.update({ id, revision: over.get(id) ?? revisionIn(id), changes }),
        () => tell(id, changes),
      );
      if (saved === null) return void (await queryClient.invalidateQueries({ queryKey }));
      queryClient.setQueryData(queryKey, (before) => before && { ...before, quote: saved });
    } catch (error) {
      await queryClient.invalidateQueries({ queryKey });
      throw error;
    }
  });
  // A quote that is not in the cache any more is gone; the core says so, whatever the revision.
  const revisionIn = (quoteId: Id) => queryClient.getQueryData(quoteWithLines(quoteId).queryKey)?.quote.revision ?? 1;
  const save = (changes: Partial<QuoteFields>) => {
    queryClient.setQueryData(queryKey, (before) => before && { ...before, quote: { ...before.quote, ...changes } });
    return queue.save(changes);
  };
  return { save, isSaving: queue.isSaving };
}

export type LineChanges = Partial<Omit<QuoteLineFields, 'itemId'>>;

const emptyLine: Omit<QuoteLineFields, 'itemId'> = {
  unitPrice: null,
  moq: null,
  orderMultiple: null,
  priceBreaks: [],
  cartonQuantity: null,
  cartonLengthMm: null,
  cartonWidthMm: null,
  cartonHeightMm: null,
  cartonWeightG: null,
  notes: '',
};

/** Saves changed lines of a quote; rows of the grid are the project's items. */
export function useSaveLines(id: Id) {
  const queryClient = useQueryClient();
  const saveOverStale = useSaveOverStale();
  const tell = useStaleLines();
  const { queryKey } = quoteWithLines(id);
  return useSaveQueue(async (batch: GridBatch<LineChanges>): Promise<readonly Id[]> => {
    await saveOverStale(
      (over) => {
        const known = queryClient.getQueryData(queryKey);
        const lineOf = new Map(known?.lines.map(({ id: _, ...line }) => [line.itemId, line]));
        return client.quotes.saveLines({
          id,
          revision: over.get(id) ?? known?.quote.revision ?? 1,
          lines: batch.updated.map((row) => ({
            ...(lineOf.get(row.id) ?? emptyLine),
            ...row.changes,
            itemId: row.id,
          })),
        });
      },
      () => tell(id, batch.updated),
    );
    await queryClient.invalidateQueries({ queryKey });
    return [];
  });
}

/** Prices by the id of the quote; null empties the cell. */
export type PriceChanges = Readonly<Record<Id, UnitPrice | null>>;

/** Saves unit prices across the quotes of a project: whatever was pasted at once is one action. */
export function useSavePrices(projectId: Id) {
  const queryClient = useQueryClient();
  const saveOverStale = useSaveOverStale();
  const tell = useStalePrices(projectId);
  const quotesKey = quotesOf(projectId).queryKey;
  const pricesKey = pricesOf(projectId).queryKey;
  return useSaveQueue(async (batch: GridBatch<PriceChanges>): Promise<readonly Id[]> => {
    const cells = batch.updated.flatMap(({ id: itemId, changes }) =>
      Object.entries(changes).map(([quoteId, unitPrice]) => ({ quoteId, itemId, unitPrice })),
    );
    const quoteIds = [...new Set(cells.map(({ quoteId }) => quoteId))];
    const saved = await saveOverStale(
      (over) => {
        const known = new Map(queryClient.getQueryData(quotesKey)?.map((quote) => [quote.id, quote.revision]));
        const revisions = quoteIds.map((quoteId) => ({
          quoteId,
          revision: over.get(quoteId) ?? known.get(quoteId) ?? 1,
        }));
        return client.quotes.savePrices({ projectId, revisions, cells });
      },
      (quoteId) =>
        tell(
          quoteId,
          cells.filter((cell) => cell.quoteId === quoteId),
        ),
    );
    if (saved === null) {
      await queryClient.invalidateQueries({ queryKey: orpc.quotes.key() });
      return [];
    }
    const revisionOf = new Map(saved.map(({ quoteId, revision }) => [quoteId, revision]));
    queryClient.setQueryData(quotesKey, (quotes) =>
      quotes?.map((quote) => ({ ...quote, revision: revisionOf.get(quote.id) ?? quote.revision })),
    );
    queryClient.setQueryData(pricesKey, (before) => before && withCells(before, cells));
    return [];
  });
}

/** The prices with some cells replaced in their places, so that an answer that says the same changes nothing on screen. */
function withCells(prices: readonly PriceCell[], cells: readonly PriceCell[]): PriceCell[] {
  const keyOf = (cell: PriceCell) => `${cell.quoteId}/${cell.itemId}`;
  const changed = new Map(cells.map((cell) => [keyOf(cell), cell]));
  const kept = prices.map((cell) => {
    const key = keyOf(cell);
    const replacement = changed.get(key);
    changed.delete(key);
    return replacement ?? cell;
  });
  return [...kept, ...[...changed.values()].filter((cell) => cell.unitPrice !== null)];
}
