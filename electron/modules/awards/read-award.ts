import type { Kysely } from 'kysely';
import type { StoredAward } from '../../../shared/contract/awards.ts';
import {
  AWARD_BASES,
  AWARD_SOURCES,
  AWARD_STATES,
  type AwardContent,
  type AwardedSupplier,
  type AwardLine,
  type AwardPoint,
  GATE_POINTS,
  problemsOf,
} from '../../../shared/domain/awards/award.ts';
import { priceAward } from '../../../shared/domain/awards/price-award.ts';
import type { Allocation } from '../../../shared/domain/awards/types.ts';
import { validityOn } from '../../../shared/domain/validity/validity.ts';
import { shanghaiDate } from '../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { CoreState, OpenedWorkspace } from '../../core/core-state.ts';
import { notFound } from '../../core/procedure.ts';
import type { Database } from '../../db/schema.ts';
import { storedWord } from '../../db/stored-words.ts';
import { type ComparedProject, compareProject } from '../comparisons/compare-project.ts';
import {
  type AwardRow,
  awardApprovals,
  awardLines,
  awardPoints,
  awardSuppliers,
  findAward,
  findDecision,
  listDecisions,
  listReopenings,
  pointIdsOf,
  type StoredPoint,
} from './awards.queries.ts';
import { findScenario } from './scenarios.queries.ts';
import { awardInputFor } from './solve-project.ts';

/**
 * An award as every screen sees it: a draft reckoned from today's quotes, a confirmed one as it was frozen. One that is saved
 * between two of these queries is read anew: new approvals under the revision before them could not be confirmed.
 */
export async function readAward(core: CoreState, workspace: OpenedWorkspace, row: AwardRow): Promise<StoredAward> {
  const award = await readOnce(core, workspace, row);
  const now = await findAward(workspace.database.db, row.id);
  return now === null || now.revision === row.revision ? award : readAward(core, workspace, now);
}

async function readOnce(core: CoreState, workspace: OpenedWorkspace, row: AwardRow): Promise<StoredAward> {
  const { db } = workspace.database;
  const points = await awardPoints(db, row.id);
  const content = await contentOf(core, workspace, row, points);
  const state = storedWord(AWARD_STATES, row.state);
  return {
    id: row.id,
    projectId: row.project_id,
    state,
    revision: row.revision,
    scenarioId: row.scenario_id,
    content,
    problems: state === 'confirmed' ? [] : problemsOf(content),
    pointIds: pointIdsOf(points),
    decisions: await listDecisions(db, row.id),
    reopenings: await listReopenings(db, row.id),
  };
}

async function contentOf(
  core: CoreState,
  workspace: OpenedWorkspace,
  row: AwardRow,
  points: readonly StoredPoint[],
): Promise<AwardContent> {
  const { db } = workspace.database;
  if (storedWord(AWARD_STATES, row.state) === 'confirmed') {
    const frozen = row.confirmed_snapshot_id === null ? null : await findDecision(db, row.confirmed_snapshot_id);
    if (frozen === null) throw notFound('award', row.id);
    return frozen.decision.award;
  }
  const compared = await compareProject(core, workspace, {
    projectId: row.project_id,
    basis: storedWord(AWARD_BASES, row.basis),
    currency: row.currency,
    quantityPercent: 100,
  });
  return draftContent(core, db, row, compared, points);
}

/** What a draft comes to at the quotes as they are now. */
export async function draftContent(
  core: CoreState,
  db: Kysely<Database>,
  row: AwardRow,
  compared: ComparedProject,
  points: readonly StoredPoint[],
): Promise<AwardContent> {
  const suppliers = await awardSuppliers(db, row.id);
  const lines = await awardLines(db, row.id);
  const scenario = row.scenario_id === null ? null : await findScenario(db, row.scenario_id);
  const input = awardInputFor(compared);
  const today = shanghaiDate(core.options.clock());
  const awarded = suppliers.filter(({ role }) => role === 'awarded');
  return {
    source: storedWord(AWARD_SOURCES, row.source),
    scenario: scenario?.scenario ?? null,
    basis: storedWord(AWARD_BASES, row.basis),
    currency: row.currency,
    reasons: row.reasons,
    suppliers: awarded.map((supplier): AwardedSupplier => {
      const own = lines.filter(({ supplier_id }) => supplier_id === supplier.supplier_id);
      const order = orderOf(input, supplier.supplier_id, own);
      // The newest round counts, whichever there was when the award was begun.
      const quote = compared.comparison.quotes.find((one) => one.quote.supplierId === supplier.supplier_id) ?? null;
      const validUntil = quote === null ? supplier.valid_until : quote.quote.validUntil;
      return {
        supplierId: supplier.supplier_id,
        quoteId: quote?.quote.id ?? supplier.quote_id,
        nameEn: supplier.name_en,
        nameZh: supplier.name_zh,
        amountMinor: order?.totalMinor ?? null,
        note: supplier.note,
        notComparableReason: supplier.not_comparable_reason,
        expiredOn: validityOn(validUntil, today).state === 'expired' ? validUntil : null,
        exclusions: (quote?.exclusions ?? []).filter(({ code }) => code !== 'expired'),
        lines: own.map(
          (line): AwardLine => ({
            itemId: line.item_id,
            lineNo: line.line_no,
            nameEn: line.name_en,
            nameZh: line.name_zh,
            unit: line.unit,
            quantity: line.quantity,
            amountMinor: order?.lines.find(({ itemId }) => itemId === line.item_id)?.costMinor ?? null,
          }),
        ),
        points: pointsOf(points, supplier.supplier_id),
      };
    }),
    alternates: suppliers
      .filter(({ role }) => role !== 'awarded')
      .map(({ supplier_id: supplierId, name_en: nameEn, name_zh: nameZh, note }) => ({
        supplierId,
        nameEn,
        nameZh,
        note,
      })),
    approvals: await awardApprovals(db, row.id),
  };
}

/** What a supplier's lines cost; null when one of them cannot be ordered like that, or its quote takes no part. */
function orderOf(
  input: ReturnType<typeof awardInputFor>,
  supplierId: Id,
  lines: readonly { readonly item_id: Id; readonly quantity: number }[],
) {
  const supplier = input.suppliers.findIndex((one) => one.supplierId === supplierId);
  const allocations = lines.map(({ item_id, quantity }): Allocation => {
    return { supplier, item: input.items.findIndex(({ itemId }) => itemId === item_id), quantity };
  });
  if (supplier < 0 || allocations.length === 0 || allocations.some(({ item }) => item < 0)) return null;
  return priceAward(input, allocations)?.orders[0] ?? null;
}

function pointsOf(points: readonly StoredPoint[], supplierId: Id): AwardPoint[] {
  return GATE_POINTS.map((point) => {
    const stored = points.find((one) => one.supplierId === supplierId && one.point === point);
    if (stored === undefined) {
      return { point, state: 'open', evidence: '', reason: '', settledBy: '', settledOn: null, files: [] };
    }
    const { state, evidence, reason, settledBy, settledOn, files } = stored;
    return { point, state, evidence, reason, settledBy, settledOn, files };
  });
}
