import { ORPCError } from '@orpc/server';
import type { Costing, CostingFields } from '../../../shared/contract/costings.ts';
import type { Project } from '../../../shared/contract/projects.ts';
import { money, sameFigure, toDecimalString } from '../../../shared/kernel/money.ts';
import type { ActionScope } from '../../core/action.ts';
import { refused } from '../../core/procedure.ts';
import { camelFields, requireRevision } from '../../core/revisions.ts';
import { insertMany } from '../../db/insert-many.ts';
import { costingColumns, findCosting } from './costings.queries.ts';

export interface CostingSave {
  readonly revision: number | null;
  readonly changes: Partial<CostingFields>;
}

/** Writes the fields given over those stored; the first save makes the row. */
export async function saveCosting(
  { trx, newId, now }: ActionScope,
  project: Project,
  { revision, changes }: CostingSave,
): Promise<Costing> {
  const row = await trx.selectFrom('costings').selectAll().where('project_id', '=', project.id).executeTakeFirst();
  const stored = await findCosting(trx, project);
  const fields = { ...stored.fields, ...withTypedAmounts(stored.fields, changes) };
  requireSense(fields);
  if (row === undefined) {
    await trx
      .insertInto('costings')
      .values({ id: newId(), project_id: project.id, ...costingColumns(fields), created_at: now, updated_at: now })
      .execute();
  } else if (revision === null) {
    // Somebody else made the first save meanwhile.
    throw new ORPCError('STALE', {
      defined: true,
      data: { noun: 'costing', id: row.id, current: camelFields({ ...row }) },
    });
  } else {
    await requireRevision(trx, 'costings', 'costing', row.id, revision);
    await trx
      .updateTable('costings')
      .set({ ...costingColumns(fields), updated_at: now, revision: revision + 1 })
      .where('id', '=', row.id)
      .execute();
  }
  if (changes.bounds !== undefined) {
    await trx.deleteFrom('cost_bounds').where('project_id', '=', project.id).execute();
    await insertMany(
      trx,
      'cost_bounds',
      changes.bounds.map((bound) => ({ id: newId(), project_id: project.id, ...bound })),
    );
  }
  return findCosting(trx, project);
}

/** Amounts by the currency they are typed in. */
const AMOUNTS = {
  originCurrency: ['agentMinimumMinor', 'originInlandMinor', 'exportClearanceMinor', 'originTerminalMinor'],
  freightCurrency: ['freightPerContainerMinor', 'freightLumpMinor', 'freightMinimumMinor'],
  destinationCurrency: [
    'destinationTerminalMinor',
    'brokerageMinor',
    'userFeeMinimumMinor',
    'userFeeMaximumMinor',
    'onCarriageMinor',
  ],
} as const;
const CURRENCIES = ['originCurrency', 'freightCurrency', 'destinationCurrency'] as const;

/** A new currency changes what amounts mean, never the figures that were typed; refused when it cannot write one. */
function withTypedAmounts(before: CostingFields, changes: Partial<CostingFields>): Partial<CostingFields> {
  const kept: Partial<CostingFields> = { ...changes };
  for (const field of CURRENCIES) {
    const from = before[field];
    const to = changes[field] ?? from;
    if (to === from) continue;
    for (const amount of AMOUNTS[field]) {
      const minor = before[amount];
      if (minor === null || changes[amount] !== undefined) continue;
      const same = sameFigure(minor, from, to);
      if (same === null) {
        throw refused(amount, 'amountDecimals', { amount: toDecimalString(money(minor, from)), currency: to });
      }
      kept[amount] = same;
    }
  }
  return kept;
}

function requireSense({ bounds, userFeeMinimumMinor, userFeeMaximumMinor }: CostingFields): void {
  if (bounds.some(({ low, high }) => low > high)) throw refused('bounds', 'boundsCrossed');
  if (new Set(bounds.map(({ part }) => part)).size < bounds.length) throw refused('bounds', 'partTwice');
  if (userFeeMinimumMinor !== null && userFeeMaximumMinor !== null && userFeeMinimumMinor > userFeeMaximumMinor) {
    throw refused('userFeeMinimumMinor', 'boundsCrossed');
  }
}
