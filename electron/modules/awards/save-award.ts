import type { AwardFields } from '../../../shared/contract/awards.ts';
import type { Project } from '../../../shared/contract/projects.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { ActionScope } from '../../core/action.ts';
import { notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import { insertMany } from '../../db/insert-many.ts';
import { type AwardRow, awardOfProject, isConfirmed, latestQuotes } from './awards.queries.ts';
import { findScenario } from './scenarios.queries.ts';

/** Begins or changes the award of a project, as one. Gives its id. */
export async function saveAward(
  scope: ActionScope,
  project: Project,
  revision: number | null,
  fields: AwardFields,
): Promise<Id> {
  const { trx, newId, now } = scope;
  requireEachOnce(fields);
  const known = await awardOfProject(trx, project.id);
  if (known !== null && isConfirmed(known)) throw refused('award', 'awardConfirmed');
  await requireScenarioOf(scope, project.id, fields.scenarioId);
  const columns = {
    source: fields.source,
    scenario_id: fields.scenarioId,
    basis: fields.basis,
    currency: project.currency,
    reasons: fields.reasons,
    updated_at: now,
  };
  if (known === null) {
    const id = newId();
    await trx
      .insertInto('awards')
      .values({
        id,
        project_id: project.id,
        state: 'draft',
        confirmed_snapshot_id: null,
        created_at: now,
        deleted_at: null,
        ...columns,
      })
      .execute();
    await writeParts(scope, project.id, id, fields);
    return id;
  }
  // A revision of none means that the window saw no award; one that was begun elsewhere is not overwritten.
  await requireRevision(trx, 'awards', 'award', known.id, revision ?? 0);
  await trx
    .updateTable('awards')
    .set({ ...columns, revision: known.revision + 1 })
    .where('id', '=', known.id)
    .execute();
  await clearParts(scope, known);
  await writeParts(scope, project.id, known.id, fields);
  return known.id;
}

function requireEachOnce({ suppliers, alternates }: AwardFields): void {
  const named = [...suppliers, ...alternates].map(({ supplierId }) => supplierId);
  if (new Set(named).size < named.length) throw refused('supplierId', 'supplierTwice');
  for (const { lines } of suppliers) {
    if (new Set(lines.map(({ itemId }) => itemId)).size < lines.length) throw refused('itemId', 'itemTwice');
  }
}

async function requireScenarioOf({ trx }: ActionScope, projectId: Id, scenarioId: Id | null): Promise<void> {
  if (scenarioId === null) return;
  const scenario = await findScenario(trx, scenarioId);
  if (scenario?.projectId !== projectId) throw notFound('scenario', scenarioId);
}

async function clearParts({ trx }: ActionScope, { id }: AwardRow): Promise<void> {
  for (const table of ['award_lines', 'award_suppliers', 'award_approvals'] as const) {
    await trx.deleteFrom(table).where('award_id', '=', id).execute();
  }
}

async function writeParts(
  { trx, newId }: ActionScope,
  projectId: Id,
  awardId: Id,
  { suppliers, alternates, approvals }: AwardFields,
): Promise<void> {
  const quotes = await latestQuotes(trx, projectId);
  const quoteOf = (supplierId: Id): Id => {
    const quote = quotes.get(supplierId);
    if (quote === undefined) throw refused('supplierId', 'noQuoteInProject');
    return quote.id;
  };
  const items = new Set(
    (
      await trx
        .selectFrom('items')
        .select('id')
        .where('project_id', '=', projectId)
        .where('deleted_at', 'is', null)
        .execute()
    ).map(({ id }) => id),
  );
  const row = (supplierId: Id, role: 'awarded' | 'alternate', position: number, note: string, reason: string) => ({
    id: newId(),
    award_id: awardId,
    supplier_id: supplierId,
    quote_id: quoteOf(supplierId),
    role,
    position,
    amount_minor: null,
    note,
    not_comparable_reason: reason,
  });
  await insertMany(trx, 'award_suppliers', [
    ...suppliers.map((one, index) => row(one.supplierId, 'awarded', index, one.note, one.notComparableReason)),
    ...alternates.map((one, index) => row(one.supplierId, 'alternate', index, one.note, '')),
  ]);
  await insertMany(
    trx,
    'award_lines',
    suppliers.flatMap(({ supplierId, lines }) =>
      lines.map(({ itemId, quantity }) => {
        if (!items.has(itemId)) throw notFound('item', itemId);
        return {
          id: newId(),
          award_id: awardId,
          supplier_id: supplierId,
          item_id: itemId,
          quantity,
          amount_minor: null,
        };
      }),
    ),
  );
  await insertMany(
    trx,
    'award_approvals',
    approvals.map(({ name, role, decision, decidedOn, note }, position) => ({
      id: newId(),
      award_id: awardId,
      position,
      name,
      role,
      decision,
      decided_on: decidedOn,
      note,
    })),
  );
}
