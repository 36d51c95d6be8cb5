import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Id } from '../../../shared/kernel/ids.ts';
import { orpc } from '../../app/client.ts';

export function quotesOf(projectId: Id) {
  return queryOptions(orpc.quotes.list.queryOptions({ input: { projectId } }));
}

/** The quotes of a project, every round, without those in the bin. */
export function useQuotes(projectId: Id) {
  return useQuery(quotesOf(projectId));
}

export function quoteWithLines(id: Id) {
  return queryOptions(orpc.quotes.get.queryOptions({ input: { id } }));
}

/** One quote with its lines. */
export function useQuote(id: Id) {
  return useQuery(quoteWithLines(id));
}

export function pricesOf(projectId: Id) {
  return queryOptions(orpc.quotes.prices.queryOptions({ input: { projectId } }));
}

/** The unit prices of each supplier's newest round. */
export function usePrices(projectId: Id) {
  return useQuery(pricesOf(projectId));
}
