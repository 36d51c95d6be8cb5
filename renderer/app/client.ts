import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { contract } from '../../shared/contract/index.ts';
import { HostLink } from './link.ts';

/** Connects at the first call, not when this file is imported. */
export const connection = new HostLink();

/** Every procedure, typed by the contract. Screens never touch it: a feature's queries.ts and mutations.ts do. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(connection);

/** Query and mutation options with the right keys: `orpc.projects.list.queryOptions({ input })`. */
export const orpc = createTanstackQueryUtils(client);
