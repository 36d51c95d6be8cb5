import { useSyncExternalStore } from 'react';
import { connection } from './client.ts';
import type { ConnectionState } from './link.ts';

/** Whether the core can be reached just now. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, () => connection.state);
}
