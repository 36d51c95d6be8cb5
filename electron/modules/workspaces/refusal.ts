import { ORPCError } from '@orpc/server';
import type { Backup, WORKSPACE_REFUSALS } from '../../../shared/contract/workspaces.ts';

export type RefusalKind = (typeof WORKSPACE_REFUSALS)[number];

/** Why a folder cannot be opened, with what can be done instead. */
export function refusal(
  kind: RefusalKind,
  dir: string,
  offer: { canOpenReadOnly?: boolean; backups?: Backup[] } = {},
): ORPCError<'WORKSPACE_REFUSED', { kind: RefusalKind; dir: string; canOpenReadOnly: boolean; backups: Backup[] }> {
  return new ORPCError('WORKSPACE_REFUSED', {
    defined: true,
    data: { kind, dir, canOpenReadOnly: offer.canOpenReadOnly ?? false, backups: offer.backups ?? [] },
  });
}
