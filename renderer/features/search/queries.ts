import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { orpc } from '../../app/client.ts';

/** Projects, suppliers and items by any part of their names; asks nothing for an empty text. */
export function useFound(text: string) {
  return useQuery(
    orpc.search.find.queryOptions({ input: { text }, enabled: text !== '', placeholderData: keepPreviousData }),
  );
}
