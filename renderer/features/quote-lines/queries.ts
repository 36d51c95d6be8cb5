import type { InferContractRouterInputs } from '@orpc/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { contract } from '../../../shared/contract/index.ts';
import { orpc } from '../../app/client.ts';

type Input = InferContractRouterInputs<typeof contract>['quoteLines']['list'];

/** One page of all quoted prices; the last page stays visible while the next one comes. */
export function useQuoteLines(input: Input) {
  return useQuery(orpc.quoteLines.list.queryOptions({ input, placeholderData: keepPreviousData }));
}

export function useQuoteLineChoices() {
  return useQuery(orpc.quoteLines.choices.queryOptions({ input: {}, placeholderData: keepPreviousData }));
}
