import type { AskFields } from '../../../shared/contract/supplier-profiles.ts';
import { api, needsWritable, notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import { insertMany } from '../../db/insert-many.ts';
import { changeSupplier, requireBelongs, requireOwn, type SupplierChange } from './change-supplier.ts';
import { requireProject } from './require-project.ts';
import { findCheck } from './supplier-profiles.queries.ts';

/** Checks, flags, overrides and ask sheets of a supplier: what people found out and decided. */
export const judgementProcedures = {
  saveCheck: api.supplierProfiles.saveCheck.use(needsWritable).handler(async ({ input, context }) => {
    const { item, fields } = input;
    const { actor } = context.core.options;
    const { result } = await changeSupplier(context, 'saveCheck', input.supplierId, async (change) => {
      const { trx, newId, now, today, supplierId } = change;
      const before = await findCheck(trx, supplierId, item);
      const state = fields.state ?? before?.state ?? 'open';
      const evidence = fields.evidence ?? before?.evidence ?? '';
      const isJudged = state === 'failed' || state === 'waived';
      if (isJudged && evidence.trim() === '') throw refused('evidence', 'evidenceNeeded');
      const decided =
        state === before?.state
          ? {}
          : { decided_by: state === 'open' ? '' : actor, decided_on: state === 'open' ? null : today };
      if (before === null) {
        if (input.revision !== null) throw notFound('check', item);
        const row = { id: newId(), supplier_id: supplierId, item, state, evidence, created_at: now };
        await trx
          .insertInto('supplier_checks')
          .values({ decided_by: '', decided_on: null, ...row, ...decided })
          .execute();
      } else {
        await requireRevision(trx, 'supplier_checks', 'check', before.id, input.revision ?? 0);
        await trx
          .updateTable('supplier_checks')
          .set({ state, evidence, ...decided, revision: before.revision + 1 })
          .where('id', '=', before.id)
          .execute();
      }
      const stored = await findCheck(trx, supplierId, item);
      if (stored === null) throw notFound('check', item);
      return stored;
    });
    return result;
  }),

  raiseFlag: api.supplierProfiles.raiseFlag.use(needsWritable).handler(async ({ input, context }) => {
    const { flag, notedOn, evidence } = input.fields;
    if (evidence.trim() === '') throw refused('evidence', 'evidenceNeeded');
    const { result } = await changeSupplier(context, 'raiseFlag', input.supplierId, async (change) => {
      const { trx, newId, now, today, supplierId } = change;
      if (notedOn > today) throw refused('notedOn', 'inFuture');
      const id = newId();
      const row = { id, supplier_id: supplierId, flag, noted_on: notedOn, evidence, created_at: now };
      await trx
        .insertInto('supplier_flags')
        .values({ ...row, noted_by: context.core.options.actor })
        .execute();
      return { id };
    });
    return result;
  }),

  removeFlag: api.supplierProfiles.removeFlag.use(needsWritable).handler(async ({ input, context }) => {
    const { actionId } = await changeSupplier(context, 'removeFlag', input.supplierId, async ({ trx }) => {
      await requireBelongs(trx, 'supplier_flags', 'flag', input.id, input.supplierId);
      await trx.deleteFrom('supplier_flags').where('id', '=', input.id).execute();
    });
    return { actionId };
  }),

  override: api.supplierProfiles.override.use(needsWritable).handler(async ({ input, context }) => {
    const { disqualifier, reason } = input;
    const { result } = await changeSupplier(context, 'overrideDisqualifier', input.supplierId, async (change) => {
      const { trx, newId, now, today, supplierId } = change;
      const id = newId();
      await trx
        .deleteFrom('supplier_overrides')
        .where('supplier_id', '=', supplierId)
        .where('disqualifier', '=', disqualifier)
        .execute();
      const row = { id, supplier_id: supplierId, disqualifier, reason, decided_on: today, created_at: now };
      await trx
        .insertInto('supplier_overrides')
        .values({ ...row, author: context.core.options.actor })
        .execute();
      return { id };
    });
    return result;
  }),

  removeOverride: api.supplierProfiles.removeOverride.use(needsWritable).handler(async ({ input, context }) => {
    const { actionId } = await changeSupplier(context, 'removeOverride', input.supplierId, async ({ trx }) => {
      await requireBelongs(trx, 'supplier_overrides', 'override', input.id, input.supplierId);
      await trx.deleteFrom('supplier_overrides').where('id', '=', input.id).execute();
    });
    return { actionId };
  }),

  saveAsk: api.supplierProfiles.saveAsk.use(needsWritable).handler(async ({ input, context }) => {
    const { fields } = input;
    const questions = fields.answers.map(({ question }) => question);
    if (new Set(questions).size !== questions.length) throw refused('answers', 'questionTwice');
    const { result } = await changeSupplier(context, 'saveAsk', input.supplierId, async (change) => {
      const { trx, newId, now, supplierId } = change;
      await requireProject(trx, fields.projectId);
      const columns = askColumns(fields);
      if (input.id === null) {
        const id = newId();
        await trx
          .insertInto('ask_sheets')
          .values({ id, supplier_id: supplierId, ...columns, created_at: now })
          .execute();
        await writeAnswers(change, id, fields);
        return { id };
      }
      const revision = await requireOwn(change, 'ask_sheets', 'askSheet', { ...input, id: input.id });
      await trx
        .updateTable('ask_sheets')
        .set({ ...columns, revision })
        .where('id', '=', input.id)
        .execute();
      await writeAnswers(change, input.id, fields);
      return { id: input.id };
    });
    return result;
  }),

  removeAsk: api.supplierProfiles.removeAsk.use(needsWritable).handler(async ({ input, context }) => {
    const { actionId } = await changeSupplier(context, 'removeAsk', input.supplierId, async ({ trx }) => {
      await requireBelongs(trx, 'ask_sheets', 'askSheet', input.id, input.supplierId);
      await trx.deleteFrom('ask_answers').where('ask_sheet_id', '=', input.id).execute();
      await trx.deleteFrom('ask_sheets').where('id', '=', input.id).execute();
    });
    return { actionId };
  }),
};

/** Changes the rows of changed answers alone, so that the history tells what changed. */
async function writeAnswers({ trx, newId }: SupplierChange, askId: string, { answers }: AskFields): Promise<void> {
  const had = await trx.selectFrom('ask_answers').selectAll().where('ask_sheet_id', '=', askId).execute();
  const gone = had.filter((row) => !answers.some(({ question }) => question === row.question)).map(({ id }) => id);
  if (gone.length > 0) await trx.deleteFrom('ask_answers').where('id', 'in', gone).execute();
  const added = answers.filter(({ question }) => !had.some((row) => row.question === question));
  await insertMany(
    trx,
    'ask_answers',
    added.map((answer) => ({ id: newId(), ask_sheet_id: askId, ...answer })),
  );
  for (const { question, state, answer } of answers) {
    const row = had.find((one) => one.question === question);
    if (row === undefined || (row.state === state && row.answer === answer)) continue;
    await trx.updateTable('ask_answers').set({ state, answer }).where('id', '=', row.id).execute();
  }
}

export function askColumns({ projectId, sentOn, quantity, feature, address }: AskFields) {
  return { project_id: projectId, sent_on: sentOn, quantity, feature, address };
}
