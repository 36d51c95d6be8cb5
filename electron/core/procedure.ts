import { mapEventIterator } from '@orpc/client';
import {
  type ImplementerInternalWithMiddlewares,
  implement,
  ORPCError,
  os as plain,
  ValidationError,
} from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import type { CoreState } from './core-state.ts';

/** What every procedure is called with. */
export interface RpcContext {
  readonly core: CoreState;
}

const diskErrors: Readonly<Record<string, 'full' | 'failed' | 'busy'>> = {
  SQLITE_FULL: 'full',
  ENOSPC: 'full',
  EDQUOT: 'full',
  SQLITE_BUSY: 'busy',
  SQLITE_READONLY: 'failed',
  EIO: 'failed',
  EROFS: 'failed',
  SQLITE_CORRUPT: 'failed',
  SQLITE_CANTOPEN: 'failed',
};

/**
 * Turns what the disk says into the declared DISK error, and anything unforeseen into an internal error with an id. A stream
 * fails while it is read, long after its procedure has returned, so its errors are named there.
 */
const failures = plain.$context<RpcContext>().middleware(async ({ context, next, path }) => {
  const named = (error: unknown) => namedFailure(context.core, path, error);
  try {
    const result = await next();
    const output: unknown = result.output;
    if (!isEventIterator(output)) return result;
    return {
      ...result,
      output: mapEventIterator(output, { value: async (value) => value, error: async (error) => named(error) }),
    };
  } catch (error) {
    throw named(error);
  }
});

function namedFailure({ options }: CoreState, path: readonly string[], error: unknown): unknown {
  if (error instanceof ORPCError) {
    if (error.code === 'INTERNAL_SERVER_ERROR' && error.cause instanceof ValidationError) {
      options.log.error('a procedure broke its own contract', { path: path.join('.'), issues: error.cause.issues });
    }
    return error;
  }
  if (isAbort(error)) return error;
  const kind = diskErrorKind(error);
  if (kind !== null) return new ORPCError('DISK', { defined: true, data: { kind } });
  const errorId: Id = options.newId();
  options.log.error('internal error', { errorId, path: path.join('.'), error: describeError(error) });
  // The message stays inside: a path or a query in it is nobody's business but the log's.
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: 'internal error', data: { errorId } });
}

function isEventIterator(output: unknown): output is AsyncIteratorObject<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}

/**
 * Base of all procedures: typed by the contract, with failures named. The type is written out: the whole contract is more than
 * the compiler spells out by itself.
 */
export const api: ImplementerInternalWithMiddlewares<typeof contract, RpcContext, RpcContext> = implement(contract)
  .$context<RpcContext>()
  .use(failures);

/** Gives the procedure the open workspace, or refuses with NO_WORKSPACE. */
export const needsWorkspace = plain.$context<RpcContext>().middleware(async ({ context, next }) => {
  const { workspace } = context.core;
  if (workspace === null) throw new ORPCError('NO_WORKSPACE', { defined: true });
  return next({ context: { workspace } });
});

/** As `needsWorkspace`, and refuses with READ_ONLY when nothing may be written. */
export const needsWritable = plain.$context<RpcContext>().middleware(async ({ context, next }) => {
  const { workspace } = context.core;
  if (workspace === null) throw new ORPCError('NO_WORKSPACE', { defined: true });
  if (workspace.readOnly !== null) {
    throw new ORPCError('READ_ONLY', { defined: true, data: { reason: workspace.readOnly } });
  }
  return next({ context: { workspace } });
});

export function notFound(noun: string, id: string): ORPCError<'NOT_FOUND', { noun: string; id: string }> {
  return new ORPCError('NOT_FOUND', { defined: true, data: { noun, id } });
}

export function refused(
  field: string,
  rule: string,
  params: Record<string, string | number> = {},
): ORPCError<'REFUSED', { field: string; rule: string; params: Record<string, string | number> }> {
  return new ORPCError('REFUSED', { defined: true, data: { field, rule, params } });
}

function diskErrorKind(error: unknown): 'full' | 'failed' | 'busy' | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const code = error.code;
  if (code.startsWith('SQLITE_IOERR')) return 'failed';
  return diskErrors[code] ?? diskErrors[code.split('_').slice(0, 2).join('_')] ?? null;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
