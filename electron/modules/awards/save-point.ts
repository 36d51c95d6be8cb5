import type { InferContractRouterInputs } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import type { contract } from '../../../shared/contract/index.ts';
import type { ActionScope } from '../../core/action.ts';
import { notFound, refused } from '../../core/procedure.ts';
import { findAward, isConfirmed } from './awards.queries.ts';

type SavePoint = InferContractRouterInputs<typeof contract>['awards']['savePoint'];

/**
 * Settles one point of the gate for one awarded supplier. Confirmed needs evidence in words (a file may be added before, to the
 * open point), who and when; waived needs a reason.
 */
export async function savePoint({ trx, newId }: Pick<ActionScope, 'trx' | 'newId'>, input: SavePoint): Promise<void> {
  const { awardId, supplierId, point, state, revision } = input;
  const award = await findAward(trx, awardId);
  if (award === null) throw notFound('award', awardId);
  if (isConfirmed(award)) throw refused('award', 'awardConfirmed');
  const supplier = await trx
    .selectFrom('award_suppliers')
    .select('id')
    .where('award_id', '=', awardId)
    .where('supplier_id', '=', supplierId)
    .where('role', '=', 'awarded')
    .executeTakeFirst();
  if (supplier === undefined) throw notFound('supplier', supplierId);
  const stored = await trx
    .selectFrom('award_points')
    .selectAll()
    .where('award_id', '=', awardId)
    .where('supplier_id', '=', supplierId)
    .where('point', '=', point)
    .executeTakeFirst();
  if ((stored?.revision ?? null) !== revision) {
    const current = {
      state: stored?.state ?? null,
      evidence: stored?.evidence ?? null,
      reason: stored?.reason ?? null,
      revision: stored?.revision ?? 0,
    };
    throw new ORPCError('STALE', {
      defined: true,
      data: { noun: 'awardPoint', id: `${supplierId}:${point}`, current },
    });
  }
  if (state === 'waived' && input.reason.trim() === '') throw refused('reason', 'reasonRequired');
  if (state === 'confirmed') {
    if (input.settledBy === '') throw refused('settledBy', 'whoRequired');
    if (input.settledOn === null) throw refused('settledOn', 'whenRequired');
    if (input.evidence.trim() === '' && !(await hasFile(trx, stored?.id)))
      throw refused('evidence', 'evidenceRequired');
  }
  const columns = {
    state,
    evidence: input.evidence,
    reason: input.reason,
    settled_by: input.settledBy,
    settled_on: input.settledOn,
  };
  if (stored === undefined) {
    await trx
      .insertInto('award_points')
      .values({ id: newId(), award_id: awardId, supplier_id: supplierId, point, ...columns })
      .execute();
    return;
  }
  await trx
    .updateTable('award_points')
    .set({ ...columns, revision: stored.revision + 1 })
    .where('id', '=', stored.id)
    .execute();
}

async function hasFile(trx: ActionScope['trx'], pointId: string | undefined): Promise<boolean> {
  if (pointId === undefined) return false;
  const file = await trx
    .selectFrom('attachment_links')
    .select('id')
    .where('owner_kind', '=', 'awardPoint')
    .where('owner_id', '=', pointId)
    .executeTakeFirst();
  return file !== undefined;
}
