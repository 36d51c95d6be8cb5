import type { ActionLabel } from '../../../shared/contract/history.ts';
import type { SampleRound, SampleRoundDetails } from '../../../shared/contract/samples.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { type ActionScope, runAction, type Trx } from '../../core/action.ts';
import type { CoreState, OpenedWorkspace } from '../../core/core-state.ts';
import { api, needsWorkspace, needsWritable, notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import { printPage } from '../../reports/print-page.ts';
import { requireFittingAnswers, requireValidPoints } from '../checklists/checklist-rules.ts';
import { listPoints, replacePoints, writeAnswers } from '../checklists/checklists.queries.ts';
import { addSample, createRound } from './create-round.ts';
import { findRound, findRoundDetails, findSample, listRounds, roundColumns, sampleColumns } from './samples.queries.ts';

export const samplesProcedures = {
  rounds: api.samples.rounds
    .use(needsWorkspace)
    .handler(({ input, context }) => listRounds(context.workspace.database.db, input)),

  get: api.samples.get.use(needsWorkspace).handler(async ({ input, context }) => {
    const found = await findRoundDetails(context.workspace.database.db, input.id);
    if (found === null) throw notFound('sampleRound', input.id);
    return found;
  }),

  create: api.samples.create.use(needsWritable).handler(async ({ input, context }) => {
    const label = { key: 'createSampleRound', params: { name: input.fields.title } };
    const { result } = await runAction(context.core, context.workspace, label, async (scope) => {
      const id = await createRound(scope, input);
      return storedRound(scope.trx, id);
    });
    return result;
  }),

  update: api.samples.update.use(needsWritable).handler(async ({ input, context }) =>
    changeRound(context.core, context.workspace, 'updateSampleRound', input, async ({ trx }) => {
      await trx.updateTable('sample_rounds').set(roundColumns(input.changes)).where('id', '=', input.id).execute();
    }),
  ),

  remove: api.samples.remove.use(needsWritable).handler(async ({ input, context }) => {
    const round = await openRound(context.workspace, input.id);
    const { actionId } = await runAction(
      context.core,
      context.workspace,
      label('removeSampleRound', round),
      async ({ trx, now }) => {
        await requireRevision(trx, 'sample_rounds', 'sampleRound', input.id, input.revision);
        await trx
          .updateTable('sample_rounds')
          .set({ deleted_at: now, revision: input.revision + 1 })
          .where('id', '=', input.id)
          .execute();
      },
    );
    return { actionId };
  }),

  addSample: api.samples.addSample.use(needsWritable).handler(async ({ input, context }) => {
    const { roundId: id, revision } = input;
    return changeRound(context.core, context.workspace, 'addSample', { id, revision }, (scope) =>
      addSample(scope, id, input.supplierId, input.currency),
    );
  }),

  updateSample: api.samples.updateSample.use(needsWritable).handler(async ({ input, context }) =>
    changeSample(context.core, context.workspace, 'updateSample', input, async ({ trx }, sample) => {
      const { changes } = input;
      if (sample.isGolden && changes.verdict !== undefined && changes.verdict !== sample.verdict) {
        throw refused('verdict', 'goldenSample');
      }
      const verdict = changes.verdict === undefined ? sample.verdict : changes.verdict;
      const reason = changes.verdictReason ?? sample.verdict_reason;
      if (verdict !== null && verdict !== 'approved' && reason.trim() === '')
        throw refused('verdictReason', 'verdictReason');
      requireDatesInOrder({
        requestedOn: changes.requestedOn === undefined ? sample.requested_on : changes.requestedOn,
        shippedOn: changes.shippedOn === undefined ? sample.shipped_on : changes.shippedOn,
        receivedOn: changes.receivedOn === undefined ? sample.received_on : changes.receivedOn,
      });
      await trx.updateTable('samples').set(sampleColumns(changes)).where('id', '=', input.id).execute();
    }),
  ),

  removeSample: api.samples.removeSample.use(needsWritable).handler(async ({ input, context }) => {
    const before = await findSample(context.workspace.database.db, input.id);
    if (before === null) throw notFound('sample', input.id);
    const { actionId } = await runAction(
      context.core,
      context.workspace,
      { key: 'removeSample', params: { name: before.name_en || before.name_zh } },
      async ({ trx, now }) => {
        await requireRevision(trx, 'samples', 'sample', input.id, input.revision);
        const round = await findRound(trx, before.round_id);
        if (round?.goldenSampleId === input.id) throw refused('sample', 'goldenSample');
        const used = await trx
          .selectFrom('inspections')
          .select('number')
          .where('golden_sample_id', '=', input.id)
          .executeTakeFirst();
        if (used !== undefined) throw refused('sample', 'sampleInUse', { number: used.number });
        await trx
          .deleteFrom('attachment_links')
          .where('owner_kind', '=', 'sample')
          .where('owner_id', '=', input.id)
          .execute();
        await trx.deleteFrom('checklist_answers').where('sample_id', '=', input.id).execute();
        await trx.deleteFrom('samples').where('id', '=', input.id).execute();
        await touchRound(trx, before.round_id, now);
      },
    );
    return { actionId };
  }),

  savePoints: api.samples.savePoints.use(needsWritable).handler(async ({ input, context }) => {
    const { roundId: id, revision, points } = input;
    return changeRound(
      context.core,
      context.workspace,
      'saveTestSheet',
      { id, revision },
      async ({ trx, newId }, round) => {
        if (round.goldenSampleId !== null) throw refused('points', 'goldenSample');
        requireValidPoints(points, await listPoints(trx, { roundId: id }));
        await replacePoints(trx, { roundId: id }, points, newId);
      },
    );
  }),

  saveAnswers: api.samples.saveAnswers.use(needsWritable).handler(async ({ input, context }) => {
    const { sampleId: id, revision, answers } = input;
    return changeSample(
      context.core,
      context.workspace,
      'saveTestResults',
      { id, revision },
      async ({ trx, newId }, sample) => {
        // Its measurements are what the bulk is measured against.
        if (sample.isGolden) throw refused('answers', 'goldenSample');
        requireFittingAnswers(answers, await listPoints(trx, { roundId: sample.round_id }));
        await writeAnswers(trx, id, answers, newId);
      },
    );
  }),

  reveal: api.samples.reveal.use(needsWritable).handler(async ({ input, context }) =>
    changeRound(context.core, context.workspace, 'revealSamples', input, async ({ trx, now }, round) => {
      if (!round.isBlind) throw refused('isBlind', 'notBlind');
      if (round.revealedAt !== null) return;
      await trx.updateTable('sample_rounds').set({ revealed_at: now }).where('id', '=', input.id).execute();
    }),
  ),

  setGolden: api.samples.setGolden.use(needsWritable).handler(async ({ input, context }) => {
    const key = input.sampleId === null ? 'unsetGoldenSample' : 'setGoldenSample';
    return changeRound(context.core, context.workspace, key, input, async ({ trx }, round) => {
      if (input.sampleId !== null) {
        const sample = await findSample(trx, input.sampleId);
        if (sample === null || sample.round_id !== input.id) throw notFound('sample', input.sampleId);
        // Whose sample is kept as the reference is known to both sides: nothing is blind any more.
        if (round.isBlind && round.revealedAt === null) throw refused('sample', 'revealFirst');
        if (sample.verdict !== 'approved' && sample.verdict !== 'conditional') throw refused('sample', 'goldenVerdict');
      }
      await trx
        .updateTable('sample_rounds')
        .set({ golden_sample_id: input.sampleId })
        .where('id', '=', input.id)
        .execute();
    });
  }),

  exportPdf: api.samples.exportPdf.use(needsWorkspace).handler(async function* ({ input, context, signal }) {
    const round = await openRound(context.workspace, input.id);
    const query = new URLSearchParams({ language: input.language, paper: input.paper, blank: String(input.isBlank) });
    const page = {
      path: `/print/samples/${input.id}?${query}`,
      name: `${round.title} ${round.number}`,
      paper: input.paper,
    };
    yield* printPage(context.core, page, signal ?? new AbortController().signal);
  }),
};

type StoredSample = NonNullable<Awaited<ReturnType<typeof findSample>>> & { readonly isGolden: boolean };

/** One change of a round: the right revision, the work, and one revision more. */
async function changeRound(
  core: CoreState,
  workspace: OpenedWorkspace,
  key: string,
  { id, revision }: { readonly id: Id; readonly revision: number },
  work: (scope: ActionScope, round: SampleRound) => Promise<void>,
): Promise<SampleRoundDetails> {
  const round = await openRound(workspace, id);
  const { result } = await runAction(core, workspace, label(key, round), async (scope) => {
    await requireRevision(scope.trx, 'sample_rounds', 'sampleRound', id, revision);
    await work(scope, (await findRound(scope.trx, id)) ?? round);
    await touchRound(scope.trx, id, scope.now);
    return storedRound(scope.trx, id);
  });
  return result;
}

/** One change of a sample; its round is only touched, so that two people can work on two samples. */
async function changeSample(
  core: CoreState,
  workspace: OpenedWorkspace,
  key: string,
  { id, revision }: { readonly id: Id; readonly revision: number },
  work: (scope: ActionScope, sample: StoredSample) => Promise<void>,
): Promise<SampleRoundDetails> {
  const before = await findSample(workspace.database.db, id);
  if (before === null) throw notFound('sample', id);
  const round = await openRound(workspace, before.round_id);
  // While the test is blind the history must not tell either.
  const isHidden = round.isBlind && round.revealedAt === null;
  const name = isHidden && key === 'saveTestResults' ? before.code : before.name_en || before.name_zh;
  const { result } = await runAction(core, workspace, { key, params: { name } }, async (scope) => {
    await requireRevision(scope.trx, 'samples', 'sample', id, revision);
    const stored = (await findSample(scope.trx, id)) ?? before;
    const golden = (await findRound(scope.trx, before.round_id))?.goldenSampleId ?? null;
    await work(scope, { ...stored, isGolden: golden === id });
    await scope.trx
      .updateTable('samples')
      .set({ revision: revision + 1 })
      .where('id', '=', id)
      .execute();
    await scope.trx
      .updateTable('sample_rounds')
      .set({ updated_at: scope.now })
      .where('id', '=', before.round_id)
      .execute();
    return storedRound(scope.trx, before.round_id);
  });
  return result;
}

async function openRound(workspace: OpenedWorkspace, id: Id): Promise<SampleRound> {
  const round = await findRound(workspace.database.db, id);
  if (round === null) throw notFound('sampleRound', id);
  return round;
}

async function storedRound(trx: Trx, id: Id): Promise<SampleRoundDetails> {
  const stored = await findRoundDetails(trx, id);
  if (stored === null) throw notFound('sampleRound', id);
  return stored;
}

async function touchRound(trx: Trx, id: Id, now: string): Promise<void> {
  await trx
    .updateTable('sample_rounds')
    .set((eb) => ({ updated_at: now, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

function requireDatesInOrder(dates: {
  requestedOn: string | null;
  shippedOn: string | null;
  receivedOn: string | null;
}): void {
  const { requestedOn, shippedOn, receivedOn } = dates;
  if (requestedOn !== null && shippedOn !== null && shippedOn < requestedOn) {
    throw refused('shippedOn', 'datesInOrder', { before: requestedOn });
  }
  const sent = shippedOn ?? requestedOn;
  if (sent !== null && receivedOn !== null && receivedOn < sent) {
    throw refused('receivedOn', 'datesInOrder', { before: sent });
  }
}

function label(key: string, { title }: SampleRound): ActionLabel {
  return { key, params: { name: title } };
}
