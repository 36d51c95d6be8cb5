import { ORPCError } from '@orpc/server';
import {
  AWARD_BASES,
  type AwardContent,
  type AwardDecision,
  type AwardProblem,
  problemsOf,
} from '../../../shared/domain/awards/award.ts';
import { RULE_VERSIONS } from '../../../shared/domain/awards/rule-versions.ts';
import type { ActionScope } from '../../core/action.ts';
import type { CoreState, OpenedWorkspace } from '../../core/core-state.ts';
import { requireRevision } from '../../core/revisions.ts';
import { storedWord } from '../../db/stored-words.ts';
import { buildEvaluationReport } from '../../reports/build-report.ts';
import { compareProject } from '../comparisons/compare-project.ts';
import { type AwardRow, awardPoints } from './awards.queries.ts';
import { draftContent } from './read-award.ts';
import { hashOf } from './scenarios.queries.ts';

/** A draft and everything it rests on, read before the transaction that freezes it. */
export interface ReadyAward {
  readonly content: AwardContent;
  readonly report: AwardDecision['report'];
  readonly input: AwardDecision['input'];
}

/** Gathers what confirming freezes, or refuses with everything that is missing. */
export async function prepareAward(core: CoreState, workspace: OpenedWorkspace, row: AwardRow): Promise<ReadyAward> {
  const { db } = workspace.database;
  const query = {
    projectId: row.project_id,
    basis: storedWord(AWARD_BASES, row.basis),
    currency: row.currency,
    quantityPercent: 100,
  };
  const compared = await compareProject(core, workspace, query);
  const content = await draftContent(core, db, row, compared, await awardPoints(db, row.id));
  const problems = problemsOf(content);
  if (problems.length > 0) {
    const names = Object.fromEntries(
      content.suppliers.map(({ supplierId, nameEn, nameZh }) => [supplierId, nameEn || nameZh]),
    );
    throw new ORPCError('AWARD_REFUSED', { defined: true, data: { problems: problems.map(mutable), names } });
  }
  return { content, report: await buildEvaluationReport(core, workspace, query), input: compared.input };
}

/** The contract's own shape of a problem, whose lists are not read-only. */
function mutable(problem: AwardProblem) {
  return problem.code === 'pointOpen' ? { ...problem, points: [...problem.points] } : problem;
}

/** Freezes what was gathered; the award stands by it until it is opened again. */
export async function freezeAward(
  { trx, newId, now }: ActionScope,
  row: AwardRow,
  { content, report, input }: ReadyAward,
  actor: string,
): Promise<void> {
  await requireRevision(trx, 'awards', 'award', row.id, row.revision);
  const last = await trx
    .selectFrom('award_snapshots')
    .where('award_id', '=', row.id)
    .select((eb) => eb.fn.max<number | null>('number').as('number'))
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  const decision: AwardDecision = {
    formatVersion: 1,
    number,
    confirmedBy: actor,
    confirmedAt: now,
    award: content,
    report,
    input,
    ruleVersions: RULE_VERSIONS,
  };
  const payload = JSON.stringify(decision);
  const id = newId();
  await trx
    .insertInto('award_snapshots')
    .values({
      id,
      award_id: row.id,
      number,
      payload,
      sha256: hashOf(payload),
      confirmed_by: actor,
      confirmed_at: now,
    })
    .execute();
  await trx
    .updateTable('awards')
    .set({ state: 'confirmed', confirmed_snapshot_id: id, updated_at: now, revision: row.revision + 1 })
    .where('id', '=', row.id)
    .execute();
  for (const { supplierId, quoteId, amountMinor, lines } of content.suppliers) {
    await trx
      .updateTable('award_suppliers')
      .set({ amount_minor: amountMinor, quote_id: quoteId })
      .where('award_id', '=', row.id)
      .where('supplier_id', '=', supplierId)
      .execute();
    for (const line of lines) {
      await trx
        .updateTable('award_lines')
        .set({ amount_minor: line.amountMinor })
        .where('award_id', '=', row.id)
        .where('supplier_id', '=', supplierId)
        .where('item_id', '=', line.itemId)
        .execute();
    }
  }
}
