import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type {
  Sample,
  SampleFields,
  SampleRound,
  SampleRoundDetails,
  SampleRoundFields,
  SampleRoundRow,
} from '../../../shared/contract/samples.ts';
import { scoreChecklist } from '../../../shared/domain/checklists/score.ts';
import { FEE_REFUNDS, roundCosts, SAMPLE_VERDICTS } from '../../../shared/domain/samples/samples.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database } from '../../db/schema.ts';
import { containsPattern } from '../../db/search-pattern.ts';
import { storedWord, storedWordOrNull } from '../../db/stored-words.ts';
import { listAnswers, listPoints } from '../checklists/checklists.queries.ts';

export interface RoundListQuery {
  readonly search: string;
  readonly projectId: Id | null;
  readonly supplierId: Id | null;
  readonly states: readonly ('waiting' | 'testing' | 'decided')[];
  readonly sort: 'number' | 'title' | 'neededBy' | 'updatedAt';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** One page of the rounds that are not in the bin. */
export async function listRounds(
  db: Kysely<Database>,
  query: RoundListQuery,
): Promise<{ rows: SampleRoundRow[]; total: number }> {
  const [rows, count] = await Promise.all([
    roundPage(db, query).execute(),
    filteredRounds(db, query)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ]);
  return {
    rows: rows.map((row) => {
      const { specification: _, notes: __, ...round } = toRound(row);
      return {
        ...round,
        sampleCount: row.sample_count,
        receivedCount: row.received_count,
        judgedCount: row.judged_count,
      };
    }),
    total: count.total,
  };
}

/** The query behind one page; exported so that a test can read its plan. */
export function roundPage(db: Kysely<Database>, query: RoundListQuery) {
  const direction = query.descending ? 'desc' : 'asc';
  return filteredRounds(db, query)
    .leftJoin('projects', 'projects.id', 'sample_rounds.project_id')
    .leftJoin('items', 'items.id', 'sample_rounds.item_id')
    .selectAll('sample_rounds')
    .select(NAMES)
    .select([
      countOf(sql<SqlBool>`TRUE`).as('sample_count'),
      countOf(sql<SqlBool>`samples.received_on IS NOT NULL`).as('received_count'),
      countOf(sql<SqlBool>`samples.verdict IS NOT NULL`).as('judged_count'),
    ])
    .orderBy(SORTS[query.sort], direction)
    .orderBy('sample_rounds.id', direction)
    .limit(query.limit)
    .offset(query.offset);
}

/** A round with its test sheet, its samples, what was found and what it cost; null when it is gone. */
export async function findRoundDetails(db: Kysely<Database>, id: Id): Promise<SampleRoundDetails | null> {
  const round = await findRound(db, id);
  if (round === null) return null;
  const [points, answers, rows] = await Promise.all([
    listPoints(db, { roundId: id }),
    listAnswers(db, { roundId: id }),
    db
      .selectFrom('samples')
      .innerJoin('suppliers', 'suppliers.id', 'samples.supplier_id')
      .selectAll('samples')
      .select(['suppliers.name_en as supplierNameEn', 'suppliers.name_zh as supplierNameZh'])
      .select((eb) =>
        eb
          .selectFrom('attachment_links')
          .whereRef('owner_id', '=', 'samples.id')
          .where('owner_kind', '=', 'sample')
          .select((inner) => inner.fn.countAll<number>().as('count'))
          .as('photo_count'),
      )
      .where('round_id', '=', id)
      .orderBy('samples.created_at')
      .orderBy('samples.id')
      .execute(),
  ]);
  const samples = rows.map((row): Sample => {
    const own = answers.get(row.id) ?? [];
    return {
      id: row.id,
      roundId: row.round_id,
      supplierId: row.supplier_id,
      supplierNameEn: row.supplierNameEn,
      supplierNameZh: row.supplierNameZh,
      code: row.code,
      pieces: row.pieces,
      currency: row.currency,
      feeMinor: row.fee_minor,
      feeRefund: storedWord(FEE_REFUNDS, row.fee_refund),
      refundQuantity: row.refund_quantity,
      freightMinor: row.freight_minor,
      requestedOn: row.requested_on,
      shippedOn: row.shipped_on,
      receivedOn: row.received_on,
      tracking: row.tracking,
      verdict: storedWordOrNull(SAMPLE_VERDICTS, row.verdict),
      verdictReason: row.verdict_reason,
      notes: row.notes,
      photoCount: row.photo_count ?? 0,
      answers: own.map((answer) => ({ ...answer, readings: [...answer.readings] })),
      score: scoreChecklist(points, own),
      revision: row.revision,
    };
  });
  return {
    round,
    points: points.map((point) => ({ ...point, choices: [...point.choices] })),
    samples,
    costs: roundCosts(samples),
  };
}

export async function findRound(db: Kysely<Database>, id: Id): Promise<SampleRound | null> {
  const row = await db
    .selectFrom('sample_rounds')
    .leftJoin('projects', 'projects.id', 'sample_rounds.project_id')
    .leftJoin('items', 'items.id', 'sample_rounds.item_id')
    .selectAll('sample_rounds')
    .select(NAMES)
    .where('sample_rounds.id', '=', id)
    .where('sample_rounds.deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toRound(row);
}

/** The sample, its round and its supplier's name; null when it is gone or its round is in the bin. */
export async function findSample(db: Kysely<Database>, id: Id) {
  const row = await db
    .selectFrom('samples')
    .innerJoin('sample_rounds', 'sample_rounds.id', 'samples.round_id')
    .innerJoin('suppliers', 'suppliers.id', 'samples.supplier_id')
    .selectAll('samples')
    .select(['sample_rounds.title', 'sample_rounds.project_id', 'suppliers.name_en', 'suppliers.name_zh'])
    .where('samples.id', '=', id)
    .where('sample_rounds.deleted_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function nextRoundNumber(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('sample_rounds')
    .select((eb) => eb.fn.max<number | null>('number').as('number'))
    .executeTakeFirst();
  return (row?.number ?? 0) + 1;
}

/** The columns that were given, for an insert or an update. */
export function roundColumns(fields: Partial<SampleRoundFields>) {
  const { title, specification, requestedOn, neededBy, isBlind, notes } = fields;
  return {
    ...(title === undefined ? {} : { title }),
    ...(specification === undefined ? {} : { specification }),
    ...(requestedOn === undefined ? {} : { requested_on: requestedOn }),
    ...(neededBy === undefined ? {} : { needed_by: neededBy }),
    ...(isBlind === undefined ? {} : { is_blind: isBlind ? (1 as const) : (0 as const) }),
    ...(notes === undefined ? {} : { notes }),
  };
}

export function sampleColumns(fields: Partial<SampleFields>) {
  return {
    ...(fields.pieces === undefined ? {} : { pieces: fields.pieces }),
    ...(fields.currency === undefined ? {} : { currency: fields.currency }),
    ...(fields.feeMinor === undefined ? {} : { fee_minor: fields.feeMinor }),
    ...(fields.feeRefund === undefined ? {} : { fee_refund: fields.feeRefund }),
    ...(fields.refundQuantity === undefined ? {} : { refund_quantity: fields.refundQuantity }),
    ...(fields.freightMinor === undefined ? {} : { freight_minor: fields.freightMinor }),
    ...(fields.requestedOn === undefined ? {} : { requested_on: fields.requestedOn }),
    ...(fields.shippedOn === undefined ? {} : { shipped_on: fields.shippedOn }),
    ...(fields.receivedOn === undefined ? {} : { received_on: fields.receivedOn }),
    ...(fields.tracking === undefined ? {} : { tracking: fields.tracking }),
    ...(fields.verdict === undefined ? {} : { verdict: fields.verdict }),
    ...(fields.verdictReason === undefined ? {} : { verdict_reason: fields.verdictReason }),
    ...(fields.notes === undefined ? {} : { notes: fields.notes }),
  };
}

const NAMES = [
  'projects.name_en as projectNameEn',
  'projects.name_zh as projectNameZh',
  'items.name_en as itemNameEn',
  'items.name_zh as itemNameZh',
] as const;

const SORTS = {
  number: sql.ref('sample_rounds.number'),
  title: sql`sample_rounds.title COLLATE NOCASE`,
  neededBy: sql.ref('sample_rounds.needed_by'),
  updatedAt: sql.ref('sample_rounds.updated_at'),
} as const;

function countOf(condition: Expression<SqlBool>) {
  return sql<number>`(SELECT count(*) FROM samples WHERE samples.round_id = sample_rounds.id AND ${condition})`;
}

function filteredRounds(db: Kysely<Database>, { search, projectId, supplierId, states }: RoundListQuery) {
  let query = db.selectFrom('sample_rounds').where('sample_rounds.deleted_at', 'is', null);
  if (projectId !== null) query = query.where('sample_rounds.project_id', '=', projectId);
  if (supplierId !== null) {
    query = query.where(
      sql<SqlBool>`EXISTS (SELECT 1 FROM samples WHERE samples.round_id = sample_rounds.id AND samples.supplier_id = ${supplierId})`,
    );
  }
  if (states.length > 0) {
    query = query.where((eb) => eb.or(states.map((state) => STATE_CONDITIONS[state])));
  }
  if (search.trim() !== '') {
    const pattern = containsPattern(search);
    query = query.where(
      sql<SqlBool>`(sample_rounds.title LIKE ${pattern} ESCAPE '\\' OR sample_rounds.specification LIKE ${pattern} ESCAPE '\\'
        OR EXISTS (SELECT 1 FROM samples JOIN suppliers ON suppliers.id = samples.supplier_id
          WHERE samples.round_id = sample_rounds.id
            AND (suppliers.name_en LIKE ${pattern} ESCAPE '\\' OR suppliers.name_zh LIKE ${pattern} ESCAPE '\\')))`,
    );
  }
  return query;
}

const NOT_RECEIVED = sql`EXISTS (SELECT 1 FROM samples WHERE round_id = sample_rounds.id AND received_on IS NULL AND verdict IS NULL)`;
const NOT_JUDGED = sql`EXISTS (SELECT 1 FROM samples WHERE round_id = sample_rounds.id AND verdict IS NULL)`;

/** Golden, or everything judged: decided. All that is awaited has come: testing. */
const STATE_CONDITIONS = {
  waiting: sql<SqlBool>`(golden_sample_id IS NULL AND (${NOT_RECEIVED} OR NOT EXISTS (SELECT 1 FROM samples WHERE round_id = sample_rounds.id)))`,
  testing: sql<SqlBool>`(golden_sample_id IS NULL AND ${NOT_JUDGED} AND NOT ${NOT_RECEIVED})`,
  decided: sql<SqlBool>`(golden_sample_id IS NOT NULL OR (NOT ${NOT_JUDGED} AND EXISTS (SELECT 1 FROM samples WHERE round_id = sample_rounds.id)))`,
} as const;

interface StoredRound {
  id: Id;
  number: number;
  project_id: Id | null;
  item_id: Id | null;
  title: string;
  specification: string;
  requested_on: string | null;
  needed_by: string | null;
  is_blind: 0 | 1;
  revealed_at: string | null;
  golden_sample_id: Id | null;
  notes: string;
  revision: number;
  created_at: string;
  updated_at: string;
  projectNameEn: string | null;
  projectNameZh: string | null;
  itemNameEn: string | null;
  itemNameZh: string | null;
}

function toRound(row: StoredRound): SampleRound {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    specification: row.specification,
    requestedOn: row.requested_on,
    neededBy: row.needed_by,
    isBlind: row.is_blind === 1,
    notes: row.notes,
    projectId: row.project_id,
    projectNameEn: row.projectNameEn ?? '',
    projectNameZh: row.projectNameZh ?? '',
    itemId: row.item_id,
    itemNameEn: row.itemNameEn ?? '',
    itemNameZh: row.itemNameZh ?? '',
    revealedAt: row.revealed_at,
    goldenSampleId: row.golden_sample_id,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
