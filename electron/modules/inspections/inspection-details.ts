import type { Kysely } from 'kysely';
import type { DriftSeries, Inspection, InspectionDetails } from '../../../shared/contract/inspections.ts';
import { type PlanQuestion, type SamplingPlan, samplingPlan } from '../../../shared/domain/aql/plan.ts';
import { tracePlan } from '../../../shared/domain/aql/trace.ts';
import { switchingHint } from '../../../shared/domain/aql/verdict.ts';
import { scoreChecklist } from '../../../shared/domain/checklists/score.ts';
import { drift } from '../../../shared/domain/inspections/drift.ts';
import {
  auditResult,
  type ComputedResult,
  countDefects,
  goodsResult,
} from '../../../shared/domain/inspections/result.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Trx } from '../../core/action.ts';
import type { Database } from '../../db/schema.ts';
import { listAnswers, listPoints, readReadings } from '../checklists/checklists.queries.ts';
import { findInspection, listBatches, listDecidedLots, listDefects, listRepeats } from './inspections.queries.ts';

/** An inspection with all that was found and what follows from it; null when it is gone. */
export async function inspectionDetails(db: Kysely<Database>, id: Id): Promise<InspectionDetails | null> {
  const inspection = await findInspection(db, id);
  if (inspection === null) return null;
  const [points, answers, defects, repeats, golden, lots] = await Promise.all([
    listPoints(db, { inspectionId: id }),
    listAnswers(db, { inspectionId: id }),
    listDefects(db, id),
    listRepeats(db, id),
    goldenReadings(db, inspection.goldenSampleId),
    listDecidedLots(db, inspection.supplierId, inspection.itemId),
  ]);
  const own = answers.get(null) ?? [];
  const score = scoreChecklist(points, own);
  const question = planQuestion(inspection);
  const plan = question === null ? null : samplingPlan(question);
  return {
    inspection,
    points: points.map((point) => ({ ...point, choices: [...point.choices] })),
    answers: own.map((answer) => ({ ...answer, readings: [...answer.readings] })),
    defects,
    score,
    plan,
    planTrace: question === null || plan === null ? null : tracePlan(question, plan),
    computed: computedResult(inspection, plan, countDefects(defects), score),
    golden,
    repeats,
    switching: switchingHint(lots),
  };
}

/** Computes the result anew and keeps it where lists sort and filter by it. Call after every change of an inspection. */
export async function refreshResult(trx: Trx, id: Id): Promise<void> {
  const details = await inspectionDetails(trx, id);
  if (details === null) return;
  const { inspection, computed } = details;
  const result = inspection.overrideResult ?? computed.result;
  if (result !== inspection.result) {
    await trx.updateTable('inspections').set({ result }).where('id', '=', id).execute();
  }
}

/** Every measurement of an item over its batches; points are the same where their origin is. */
export async function driftOf(db: Kysely<Database>, supplierId: Id, itemId: Id): Promise<DriftSeries[]> {
  const batches = await listBatches(db, supplierId, itemId);
  const series = new Map<
    Id,
    { point: Awaited<ReturnType<typeof listPoints>>[number]; readings: Map<Id, readonly string[]> }
  >();
  for (const batch of batches) {
    const [points, answers] = await Promise.all([
      listPoints(db, { inspectionId: batch.id }),
      listAnswers(db, { inspectionId: batch.id }),
    ]);
    const byPoint = new Map((answers.get(null) ?? []).map((answer) => [answer.pointId, answer.readings]));
    for (const point of points) {
      const readings = byPoint.get(point.id) ?? [];
      if (point.kind !== 'reading' || readings.length === 0) continue;
      const found = series.get(point.originId);
      // The newest batch says what the limits are now.
      if (found === undefined) series.set(point.originId, { point, readings: new Map([[batch.id, readings]]) });
      else series.set(point.originId, { point, readings: found.readings.set(batch.id, readings) });
    }
  }
  const golden = await goldenReadings(
    db,
    batches.findLast(({ golden_sample_id: id }) => id !== null)?.golden_sample_id ?? null,
  );
  return [...series].map(([originId, { point, readings }]) => ({
    originId,
    nameEn: point.nameEn,
    nameZh: point.nameZh,
    unit: point.unit,
    lower: point.lower,
    upper: point.upper,
    drift: drift(
      point,
      golden?.readings.find((one) => one.originId === originId)?.readings ?? [],
      batches.flatMap((batch) => {
        const own = readings.get(batch.id);
        const label = batchLabel(batch, batches);
        return own === undefined ? [] : [{ inspectionId: batch.id, label, doneOn: batch.done_on, readings: own }];
      }),
    ),
  }));
}

/** Its batch; with the number of the inspection where the batch was inspected more than once, or has no name. */
function batchLabel(
  { batch, number }: { readonly batch: string; readonly number: number },
  all: readonly { readonly batch: string }[],
): string {
  if (batch === '') return `#${number}`;
  return all.filter((other) => other.batch === batch).length > 1 ? `${batch} #${number}` : batch;
}

function planQuestion(inspection: Inspection): PlanQuestion | null {
  const { kind, lotSize, level, aqlCritical, aqlMajor, aqlMinor } = inspection;
  if (kind !== 'preShipment' || lotSize === null || lotSize < 1) return null;
  return { lotSize, level, limits: { critical: aqlCritical, major: aqlMajor, minor: aqlMinor } };
}

function computedResult(
  { kind, inspectedQuantity }: Inspection,
  plan: SamplingPlan | null,
  defects: ReturnType<typeof countDefects>,
  score: ReturnType<typeof scoreChecklist>,
): ComputedResult {
  return kind === 'audit' ? auditResult(score) : goodsResult(plan, defects, inspectedQuantity, score);
}

/** What was measured on the golden sample, by the origin of each point. */
async function goldenReadings(db: Kysely<Database>, sampleId: Id | null): Promise<InspectionDetails['golden']> {
  if (sampleId === null) return null;
  const sample = await db
    .selectFrom('samples')
    .innerJoin('sample_rounds', 'sample_rounds.id', 'samples.round_id')
    .select(['samples.code', 'sample_rounds.title', 'sample_rounds.number'])
    .where('samples.id', '=', sampleId)
    .executeTakeFirst();
  if (sample === undefined) return null;
  const rows = await db
    .selectFrom('checklist_answers')
    .innerJoin('checklist_points', 'checklist_points.id', 'checklist_answers.point_id')
    .select(['checklist_points.origin_id', 'checklist_answers.readings'])
    .where('checklist_answers.sample_id', '=', sampleId)
    .execute();
  return {
    label: `${sample.title} · ${sample.code}`,
    readings: rows.map((row) => ({ originId: row.origin_id, readings: readReadings(row.readings) })),
  };
}
