import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { Inspection, InspectionFields, InspectionRow } from '../../../shared/contract/inspections.ts';
import { CLASS_LIMITS, DEFECT_CLASSES } from '../../../shared/domain/aql/plan.ts';
import { INSPECTION_LEVELS } from '../../../shared/domain/aql/tables.ts';
import {
  INSPECTION_KINDS,
  INSPECTION_RESULTS,
  type InspectionKind,
  type InspectionResult,
} from '../../../shared/domain/inspections/result.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database } from '../../db/schema.ts';
import { containsPattern } from '../../db/search-pattern.ts';
import { storedWord, storedWordOrNull } from '../../db/stored-words.ts';

export interface InspectionListQuery {
  readonly search: string;
  readonly kinds: readonly InspectionKind[];
  readonly results: readonly InspectionResult[];
  readonly supplierId: Id | null;
  readonly projectId: Id | null;
  readonly sort: 'number' | 'supplier' | 'plannedOn' | 'doneOn' | 'result' | 'updatedAt';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** One page of the inspections that are not in the bin. */
export async function listInspections(
  db: Kysely<Database>,
  query: InspectionListQuery,
): Promise<{ rows: InspectionRow[]; total: number }> {
  const [rows, count] = await Promise.all([
    inspectionPage(db, query).execute(),
    filtered(db, query)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ]);
  return {
    rows: rows.map((row) => {
      const { overrideResult, ...inspection } = toInspection(row);
      return {
        id: inspection.id,
        number: inspection.number,
        kind: inspection.kind,
        supplierId: inspection.supplierId,
        supplierNameEn: inspection.supplierNameEn,
        supplierNameZh: inspection.supplierNameZh,
        projectId: inspection.projectId,
        projectNameEn: inspection.projectNameEn,
        projectNameZh: inspection.projectNameZh,
        itemNameEn: inspection.itemNameEn,
        itemNameZh: inspection.itemNameZh,
        title: inspection.title,
        batch: inspection.batch,
        plannedOn: inspection.plannedOn,
        doneOn: inspection.doneOn,
        lotSize: inspection.lotSize,
        result: inspection.result,
        previousId: inspection.previousId,
        previousNumber: inspection.previousNumber,
        closedAt: inspection.closedAt,
        updatedAt: inspection.updatedAt,
        isOverridden: overrideResult !== null,
        defectCount: row.defect_count,
      };
    }),
    total: count.total,
  };
}

/** The query behind one page; exported so that a test can read its plan. */
export function inspectionPage(db: Kysely<Database>, query: InspectionListQuery) {
  const direction = query.descending ? 'desc' : 'asc';
  return withNames(filtered(db, query))
    .select(
      sql<number>`(SELECT coalesce(sum(count), 0) FROM inspection_defects WHERE inspection_id = inspections.id)`.as(
        'defect_count',
      ),
    )
    .orderBy(SORTS[query.sort], direction)
    .orderBy('inspections.id', direction)
    .limit(query.limit)
    .offset(query.offset);
}

export async function findInspection(db: Kysely<Database>, id: Id): Promise<Inspection | null> {
  const row = await withNames(
    db.selectFrom('inspections').where('inspections.id', '=', id).where('inspections.deleted_at', 'is', null),
  ).executeTakeFirst();
  return row === undefined ? null : toInspection(row);
}

export async function listDefects(db: Kysely<Database>, inspectionId: Id) {
  const rows = await db
    .selectFrom('inspection_defects')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    class: storedWord(DEFECT_CLASSES, row.class),
    count: row.count,
    description: row.description,
  }));
}

/** What repeats an inspection, oldest first. */
export async function listRepeats(db: Kysely<Database>, id: Id) {
  const rows = await db
    .selectFrom('inspections')
    .select(['id', 'number', 'result', 'done_on'])
    .where('previous_id', '=', id)
    .where('deleted_at', 'is', null)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    result: storedWord(INSPECTION_RESULTS, row.result),
    doneOn: row.done_on,
  }));
}

/** Decided first inspections of a supplier's lots in the order they were done, for the switching rule. */
export async function listDecidedLots(
  db: Kysely<Database>,
  supplierId: Id,
  itemId: Id | null,
): Promise<('accepted' | 'rejected')[]> {
  let query = db
    .selectFrom('inspections')
    .select('result')
    .where('supplier_id', '=', supplierId)
    .where('kind', '=', 'preShipment')
    .where('previous_id', 'is', null)
    .where('deleted_at', 'is', null)
    .where('result', 'in', ['accepted', 'rejected']);
  if (itemId !== null) query = query.where('item_id', '=', itemId);
  const rows = await query.orderBy('done_on').orderBy('number').execute();
  return rows.map(({ result }) => (result === 'accepted' ? 'accepted' : 'rejected'));
}

/** Closed or dated goods inspections of one item of one supplier, oldest first. */
export async function listBatches(db: Kysely<Database>, supplierId: Id, itemId: Id) {
  return db
    .selectFrom('inspections')
    .select(['id', 'number', 'batch', 'done_on', 'golden_sample_id'])
    .where('supplier_id', '=', supplierId)
    .where('item_id', '=', itemId)
    .where('kind', '=', 'preShipment')
    .where('deleted_at', 'is', null)
    .orderBy(sql`coalesce(done_on, planned_on, created_at)`)
    .orderBy('number')
    .execute();
}

export async function nextInspectionNumber(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('inspections')
    .select((eb) => eb.fn.max<number | null>('number').as('number'))
    .executeTakeFirst();
  return (row?.number ?? 0) + 1;
}

/** The columns that were given. */
export function inspectionColumns(fields: Partial<InspectionFields>) {
  return {
    ...(fields.itemId === undefined ? {} : { item_id: fields.itemId }),
    ...(fields.projectId === undefined ? {} : { project_id: fields.projectId }),
    ...(fields.goldenSampleId === undefined ? {} : { golden_sample_id: fields.goldenSampleId }),
    ...(fields.title === undefined ? {} : { title: fields.title }),
    ...(fields.batch === undefined ? {} : { batch: fields.batch }),
    ...(fields.plannedOn === undefined ? {} : { planned_on: fields.plannedOn }),
    ...(fields.doneOn === undefined ? {} : { done_on: fields.doneOn }),
    ...(fields.place === undefined ? {} : { place: fields.place }),
    ...(fields.inspector === undefined ? {} : { inspector: fields.inspector }),
    ...(fields.orderQuantity === undefined ? {} : { order_quantity: fields.orderQuantity }),
    ...(fields.lotSize === undefined ? {} : { lot_size: fields.lotSize }),
    ...(fields.level === undefined ? {} : { level: fields.level }),
    ...(fields.aqlCritical === undefined ? {} : { aql_critical: fields.aqlCritical }),
    ...(fields.aqlMajor === undefined ? {} : { aql_major: fields.aqlMajor }),
    ...(fields.aqlMinor === undefined ? {} : { aql_minor: fields.aqlMinor }),
    ...(fields.inspectedQuantity === undefined ? {} : { inspected_quantity: fields.inspectedQuantity }),
    ...(fields.overrideResult === undefined ? {} : { override_result: fields.overrideResult }),
    ...(fields.overrideReason === undefined ? {} : { override_reason: fields.overrideReason }),
    ...(fields.notes === undefined ? {} : { notes: fields.notes }),
  };
}

const SORTS = {
  number: sql.ref('inspections.number'),
  supplier: sql`coalesce(nullif(suppliers.name_en, ''), suppliers.name_zh) COLLATE NOCASE`,
  plannedOn: sql.ref('inspections.planned_on'),
  doneOn: sql.ref('inspections.done_on'),
  result: sql.ref('inspections.result'),
  updatedAt: sql.ref('inspections.updated_at'),
} as const;

function filtered(db: Kysely<Database>, { search, kinds, results, supplierId, projectId }: InspectionListQuery) {
  let query = db.selectFrom('inspections').where('inspections.deleted_at', 'is', null);
  if (kinds.length > 0) query = query.where('inspections.kind', 'in', kinds);
  if (results.length > 0) query = query.where('inspections.result', 'in', results);
  if (supplierId !== null) query = query.where('inspections.supplier_id', '=', supplierId);
  if (projectId !== null) query = query.where('inspections.project_id', '=', projectId);
  if (search.trim() !== '') query = query.where(matches(containsPattern(search)));
  return query;
}

function matches(pattern: string): Expression<SqlBool> {
  return sql<SqlBool>`(inspections.title LIKE ${pattern} ESCAPE '\\' OR inspections.batch LIKE ${pattern} ESCAPE '\\'
    OR inspections.inspector LIKE ${pattern} ESCAPE '\\'
    OR EXISTS (SELECT 1 FROM suppliers WHERE suppliers.id = inspections.supplier_id
      AND (suppliers.name_en LIKE ${pattern} ESCAPE '\\' OR suppliers.name_zh LIKE ${pattern} ESCAPE '\\'))
    OR EXISTS (SELECT 1 FROM items WHERE items.id = inspections.item_id
      AND (items.name_en LIKE ${pattern} ESCAPE '\\' OR items.name_zh LIKE ${pattern} ESCAPE '\\')))`;
}

type Filtered = ReturnType<typeof filtered>;

function withNames(query: Filtered) {
  return query
    .innerJoin('suppliers', 'suppliers.id', 'inspections.supplier_id')
    .leftJoin('projects', 'projects.id', 'inspections.project_id')
    .leftJoin('items', 'items.id', 'inspections.item_id')
    .leftJoin('inspections as previous', 'previous.id', 'inspections.previous_id')
    .selectAll('inspections')
    .select([
      'suppliers.name_en as supplierNameEn',
      'suppliers.name_zh as supplierNameZh',
      'projects.name_en as projectNameEn',
      'projects.name_zh as projectNameZh',
      'items.name_en as itemNameEn',
      'items.name_zh as itemNameZh',
      'items.unit as itemUnit',
      'previous.number as previousNumber',
    ]);
}

type StoredInspection = Awaited<ReturnType<ReturnType<typeof withNames>['executeTakeFirstOrThrow']>>;

function toInspection(row: StoredInspection): Inspection {
  return {
    id: row.id,
    number: row.number,
    kind: storedWord(INSPECTION_KINDS, row.kind),
    supplierId: row.supplier_id,
    supplierNameEn: row.supplierNameEn,
    supplierNameZh: row.supplierNameZh,
    projectId: row.project_id,
    projectNameEn: row.projectNameEn ?? '',
    projectNameZh: row.projectNameZh ?? '',
    itemId: row.item_id,
    itemNameEn: row.itemNameEn ?? '',
    itemNameZh: row.itemNameZh ?? '',
    itemUnit: row.itemUnit ?? '',
    previousId: row.previous_id,
    previousNumber: row.previousNumber,
    goldenSampleId: row.golden_sample_id,
    title: row.title,
    batch: row.batch,
    plannedOn: row.planned_on,
    doneOn: row.done_on,
    place: row.place,
    inspector: row.inspector,
    orderQuantity: row.order_quantity,
    lotSize: row.lot_size,
    level: storedWord(INSPECTION_LEVELS, row.level),
    aqlCritical: storedWord(CLASS_LIMITS, row.aql_critical),
    aqlMajor: storedWord(CLASS_LIMITS, row.aql_major),
    aqlMinor: storedWord(CLASS_LIMITS, row.aql_minor),
    inspectedQuantity: row.inspected_quantity,
    result: storedWord(INSPECTION_RESULTS, row.result),
    overrideResult: storedWordOrNull(INSPECTION_RESULTS, row.override_result),
    overrideReason: row.override_reason,
    overrideBy: row.override_by,
    overrideAt: row.override_at,
    closedAt: row.closed_at,
    notes: row.notes,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
