import type { InferContractRouterInputs } from '@orpc/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { contract } from '../../../shared/contract/index.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { orpc } from '../../app/client.ts';

export type RoundListInput = InferContractRouterInputs<typeof contract>['samples']['rounds'];

export function useSampleRounds(input: RoundListInput) {
  return useQuery(orpc.samples.rounds.queryOptions({ input, placeholderData: keepPreviousData }));
}

export function useSampleRound(id: Id) {
  return useQuery(orpc.samples.get.queryOptions({ input: { id } }));
}
