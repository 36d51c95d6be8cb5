import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ComparisonQuery } from '../../../shared/contract/comparisons.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { orpc } from '../../app/client.ts';

/** Why the second of two quotes is cheaper; while others are chosen the last answer stays. */
export function useWaterfall(query: ComparisonQuery, pair: { firstId: Id; secondId: Id } | null) {
  return useQuery(
    orpc.waterfalls.get.queryOptions({
      input: { ...query, firstId: pair?.firstId ?? '', secondId: pair?.secondId ?? '' },
      enabled: pair !== null,
      placeholderData: keepPreviousData,
    }),
  );
}
