import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../app/client.ts';

export function useExchangeRates() {
  return useQuery(orpc.exchangeRates.list.queryOptions({ input: {} }));
}
