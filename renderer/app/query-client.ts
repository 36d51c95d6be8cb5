import { QueryClient } from '@tanstack/react-query';
import { isConnectionError } from './errors.ts';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The core is on this computer: whether there is internet says nothing about it.
        networkMode: 'always',
        // The changes stream says when something is out of date.
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (count, error) => isConnectionError(error) && count < 2,
        retryDelay: 500,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
