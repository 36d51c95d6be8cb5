import { sql } from 'kysely';
import { type ActionScope, runAction } from '../../electron/core/action.ts';
import type { CoreState } from '../../electron/core/core-state.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import type { Random } from './random.ts';
import { insertItem, insertProject, insertQuote, insertQuoteLine, insertSupplier } from './rows.ts';

type Edit = (scope: ActionScope, random: Random) => Promise<void>;

/** One action of one to four random edits: rows made, changed, put in the bin, and taken away for good. */
export async function randomAction(core: CoreState, random: Random): Promise<Id> {
  const { workspace } = core;
  if (workspace === null) throw new Error('no workspace');
  const { actionId } = await runAction(core, workspace, { key: 'randomEdits', params: {} }, async (scope) => {
    const count = 1 + random.below(4);
    for (let edit = 0; edit < count; edit += 1) await random.pick(EDITS)(scope, random);
  });
  return actionId;
}

const addQuote: Edit = async ({ trx, newId }, random) => {
  const [project, supplier, quote] = [newId(), newId(), newId()];
  await insertProject(trx, project);
  await insertSupplier(trx, supplier, { notes: `"quoted" \u0001 行家 ${random.below(9)}` });
  await insertQuote(trx, quote, project, supplier, { round: 1 + random.below(3) });
  for (let line = random.below(3); line > 0; line -= 1) {
    const item = newId();
    await insertItem(trx, item, project, { position: line });
    await insertQuoteLine(trx, newId(), quote, item, { unit_price: random.below(9_007_199_254) * 1_000_000 });
  }
};

const changeQuote: Edit = async ({ trx, now }, random) => {
  const id = await anyId(trx, 'quotes', random);
  if (id === null) return;
  const { revision } = await trx.selectFrom('quotes').select('revision').where('id', '=', id).executeTakeFirstOrThrow();
  await trx
    .updateTable('quotes')
    .set({ notes: `note ${random.below(1_000)}`, updated_at: now, revision: revision + 1 })
    .where('id', '=', id)
    .execute();
  await trx
    .updateTable('quote_lines')
    .set({ moq: random.below(500) })
    .where('quote_id', '=', id)
    .execute();
};

const binSupplier: Edit = async ({ trx, now }, random) => {
  const id = await anyId(trx, 'suppliers', random);
  if (id === null) return;
  await sql`UPDATE suppliers SET revision = revision + 1,
    deleted_at = CASE WHEN deleted_at IS NULL THEN ${now} END WHERE id = ${id}`.execute(trx);
};

const removeProject: Edit = async ({ trx }, random) => {
  const id = await anyId(trx, 'projects', random);
  if (id === null) return;
  const quotes = trx.selectFrom('quotes').select('id').where('project_id', '=', id);
  await trx.deleteFrom('quote_lines').where('quote_id', 'in', quotes).execute();
  await trx.deleteFrom('quotes').where('project_id', '=', id).execute();
  await trx.deleteFrom('items').where('project_id', '=', id).execute();
  await trx.deleteFrom('projects').where('id', '=', id).execute();
};

const replaceRate: Edit = async ({ trx, newId, now }, random) => {
  const rate = `7.${random.below(9_999)}`;
  await sql`DELETE FROM exchange_rates WHERE base = 'USD'`.execute(trx);
  await sql`INSERT OR REPLACE INTO exchange_rates (id, base, quote, rate, effective_date, source, created_at)
    VALUES (${newId()}, 'USD', 'CNY', ${rate}, '2026-03-01', 'bank', ${now})`.execute(trx);
};

const renameWorkspace: Edit = async ({ trx }, random) => {
  await sql`UPDATE workspace SET name = ${`Workspace ${random.below(99)}`}, revision = revision + 1`.execute(trx);
};

const EDITS: readonly Edit[] = [
  addQuote,
  changeQuote,
  changeQuote,
  binSupplier,
  removeProject,
  replaceRate,
  renameWorkspace,
];

async function anyId(
  trx: ActionScope['trx'],
  table: 'quotes' | 'suppliers' | 'projects',
  random: Random,
): Promise<Id | null> {
  const ids = await trx.selectFrom(table).select('id').orderBy('id').execute();
  return ids.length === 0 ? null : random.pick(ids).id;
}
