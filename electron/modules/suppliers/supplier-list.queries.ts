import { type Expression, type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { SUPPLIER_STANDINGS, type SupplierRow, type SupplierStanding } from '../../../shared/contract/suppliers.ts';
import { EXPIRING_DAYS } from '../../../shared/domain/suppliers/certificates.ts';
import { VERIFICATIONS } from '../../../shared/domain/suppliers/checklist.ts';
import type { Standing } from '../../../shared/domain/suppliers/standing.ts';
import { TIERS, type Tier } from '../../../shared/domain/suppliers/words.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database } from '../../db/schema.ts';
import { containsPattern } from '../../db/search-pattern.ts';
import { storedWord } from '../../db/stored-words.ts';
import { toSupplier } from './suppliers.queries.ts';

export interface SupplierListQuery {
  readonly search: string;
  readonly regions: readonly string[];
  readonly provinces: readonly string[];
  readonly tiers: readonly (Tier | 'unknown')[];
  readonly standings: readonly SupplierStanding[];
  readonly papers: readonly ('expiring' | 'expired')[];
  readonly tags: readonly string[];
  readonly sort: 'name' | 'region' | 'province' | 'tier' | 'qualification' | 'nextExpiry' | 'quoteCount' | 'updatedAt';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** How suppliers stand today: what is stored, but for those whose stored standing has run out. */
export interface StandingsToday {
  readonly today: CalendarDate;
  readonly renewed: readonly { readonly id: Id; readonly standing: Standing }[];
}

/** One page of the suppliers that are not in the bin. */
export async function listSuppliers(
  db: Kysely<Database>,
  query: SupplierListQuery,
  standings: StandingsToday,
): Promise<{ rows: SupplierRow[]; total: number }> {
  const [rows, count] = await Promise.all([
    supplierPage(db, query, standings).execute(),
    filtered(db, query, standings)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ]);
  return {
    rows: rows.map((row) => ({
      ...toSupplier(row),
      verification: storedWord(VERIFICATIONS, row.verification),
      qualificationHundredths: row.qualification_now,
      coverageBp: row.coverage_now,
      disqualified: row.disqualified_now === 1,
      nextExpiry: row.next_expiry,
      quoteCount: row.quote_count,
      lastQuoteOn: row.last_quote_on,
      tags: JSON.parse(row.tags),
    })),
    total: count.total,
  };
}

/**
 * The query behind one page; exported so that a test can read its plan. First the page's suppliers are found, then what is shown
 * of them is looked up: otherwise quotes and tags would be counted of every supplier that is sorted, not of the fifty shown.
 */
export function supplierPage(db: Kysely<Database>, query: SupplierListQuery, standings: StandingsToday) {
  const found = inOrder(filtered(db, query, standings), query, standings)
    .select('suppliers.id')
    .limit(query.limit)
    .offset(query.offset)
    .as('found');
  const page = withRenewed(db, standings).innerJoin(found, 'found.id', 'suppliers.id');
  return inOrder(page, query, standings)
    .selectAll('suppliers')
    .select([
      scoreNow(standings).as('qualification_now'),
      coverageNow(standings).as('coverage_now'),
      disqualifiedNow(standings).as('disqualified_now'),
      quoteCount.as('quote_count'),
      sql<string>`(SELECT json_group_array(tag ORDER BY tag) FROM supplier_tags WHERE supplier_id = suppliers.id)`.as(
        'tags',
      ),
    ])
    .select((eb) =>
      eb
        .selectFrom('quotes')
        .innerJoin('projects', 'projects.id', 'quotes.project_id')
        .whereRef('quotes.supplier_id', '=', 'suppliers.id')
        .where('quotes.deleted_at', 'is', null)
        .where('projects.deleted_at', 'is', null)
        .select((inner) => inner.fn.max('quotes.received_on').as('last'))
        .as('last_quote_on'),
    );
}

/** Quotes of a supplier in projects that are not in the bin. */
const quoteCount = sql<number>`(SELECT count(*) FROM quotes INNER JOIN projects ON projects.id = quotes.project_id
  WHERE quotes.supplier_id = suppliers.id AND quotes.deleted_at IS NULL AND projects.deleted_at IS NULL)`;

function inOrder<DB extends Pick<Database, 'suppliers'>, O>(
  suppliers: SelectQueryBuilder<DB, 'suppliers', O>,
  { sort, descending }: SupplierListQuery,
  standings: StandingsToday,
) {
  const direction = descending ? 'desc' : 'asc';
  return suppliers
    .orderBy(sortExpression(sort, standings), (order) =>
      // What is not known comes last, whichever way the list is turned.
      ORDERED_UNKNOWN_LAST.has(sort) ? order[direction]().nullsLast() : order[direction](),
    )
    .orderBy(sql`suppliers.id`, direction);
}

const ORDERED_UNKNOWN_LAST: ReadonlySet<SupplierListQuery['sort']> = new Set(['tier', 'qualification', 'nextExpiry']);

export async function listRegions(db: Kysely<Database>): Promise<{ region: string; count: number }[]> {
  return db
    .selectFrom('suppliers')
    .where('deleted_at', 'is', null)
    .where('region', '<>', '')
    .groupBy('region')
    .orderBy('region')
    .select((eb) => ['region', eb.fn.countAll<number>().as('count')])
    .execute();
}

/** How many suppliers each filter of the list would leave. */
export async function countSuppliers(db: Kysely<Database>, standings: StandingsToday) {
  const [groups, tags] = await Promise.all([
    withRenewed(db, standings)
      .where('suppliers.deleted_at', 'is', null)
      .select([
        'suppliers.province',
        sql<string>`coalesce(suppliers.tier, 'unknown')`.as('tier'),
        standingNow(standings).as('standing'),
        paper(standings.today).as('paper'),
        sql<number>`count(*)`.as('count'),
      ])
      .groupBy(['province', 'tier', 'standing', 'paper'])
      .execute(),
    db
      .selectFrom('supplier_tags')
      .innerJoin('suppliers', 'suppliers.id', 'supplier_tags.supplier_id')
      .where('suppliers.deleted_at', 'is', null)
      .groupBy('tag')
      .orderBy('tag')
      .select((eb) => ['tag', eb.fn.countAll<number>().as('count')])
      .execute(),
  ]);
  const countBy = (of: (group: (typeof groups)[number]) => string | null, word: string) =>
    groups.reduce((sum, group) => (of(group) === word ? sum + group.count : sum), 0);
  const provinces = [...new Set(groups.map(({ province }) => province))].sort();
  return {
    provinces: provinces.map((province) => ({ province, count: countBy((group) => group.province, province) })),
    tiers: [...TIERS, 'unknown' as const].map((tier) => ({ tier, count: countBy((group) => group.tier, tier) })),
    standings: SUPPLIER_STANDINGS.map((standing) => ({
      standing,
      count: countBy((group) => group.standing, standing),
    })),
    papers: {
      expiring: countBy((group) => group.paper, 'expiring'),
      expired: countBy((group) => group.paper, 'expired'),
    },
    tags,
  };
}

/** Suppliers whose stored standing has run out, because a paper expired or membership counts for more. */
export function outdatedStandings(db: Kysely<Database>, today: CalendarDate) {
  return db
    .selectFrom('suppliers')
    .where('deleted_at', 'is', null)
    .where('standing_until', 'is not', null)
    .where('standing_until', '<', today)
    .select('id');
}

function filtered(db: Kysely<Database>, query: SupplierListQuery, standings: StandingsToday) {
  const { search, regions, provinces, tiers, papers, tags } = query;
  let found = withRenewed(db, standings).where('suppliers.deleted_at', 'is', null);
  if (regions.length > 0) found = found.where('region', 'in', regions);
  if (provinces.length > 0) found = found.where('province', 'in', provinces);
  if (tiers.length > 0) {
    const known = tiers.filter((tier) => tier !== 'unknown');
    found = found.where(({ eb, or }) =>
      or([
        ...(known.length > 0 ? [eb('tier', 'in', known)] : []),
        ...(tiers.includes('unknown') ? [eb('tier', 'is', null)] : []),
      ]),
    );
  }
  if (query.standings.length > 0) found = found.where(standingNow(standings), 'in', query.standings);
  if (papers.length > 0) found = found.where(paper(standings.today), 'in', papers);
  if (papers.length > 0) found = found.where('next_expiry', '<=', addDays(standings.today, EXPIRING_DAYS));
  if (tags.length > 0) {
    found = found.where('suppliers.id', 'in', (eb) =>
      eb.selectFrom('supplier_tags').where('tag', 'in', tags).select('supplier_tags.supplier_id'),
    );
  }
  if (search.trim() !== '') found = found.where(() => matches(search));
  return found;
}

/** The suppliers, beside them what was worked out anew. Joined only where there is any, so that the indices serve. */
function withRenewed(db: Kysely<Database>, { renewed }: StandingsToday) {
  const rows = renewed.map(({ id, standing }) => ({
    id,
    score: standing.qualificationHundredths,
    coverage: standing.coverageBp,
    disqualified: standing.disqualified ? 1 : 0,
  }));
  return db.selectFrom('suppliers').$if(rows.length > 0, (query) =>
    query.leftJoin(
      sql<{ id: string }>`(SELECT value ->> 'id' AS id, value ->> 'score' AS score, value ->> 'coverage' AS coverage,
        value ->> 'disqualified' AS disqualified FROM json_each(${JSON.stringify(rows)}))`.as('renewed'),
      'renewed.id',
      'suppliers.id',
    ),
  );
}

function scoreNow({ renewed }: StandingsToday) {
  return renewed.length === 0
    ? sql<number | null>`suppliers.qualification_hundredths`
    : sql<number | null>`iif(renewed.id IS NULL, suppliers.qualification_hundredths, renewed.score)`;
}

function coverageNow({ renewed }: StandingsToday) {
  return renewed.length === 0
    ? sql<number>`suppliers.qualification_coverage_bp`
    : sql<number>`iif(renewed.id IS NULL, suppliers.qualification_coverage_bp, renewed.coverage)`;
}

function disqualifiedNow({ renewed }: StandingsToday) {
  return renewed.length === 0
    ? sql<number>`suppliers.disqualified`
    : sql<number>`iif(renewed.id IS NULL, suppliers.disqualified, renewed.disqualified)`;
}

function standingNow(standings: StandingsToday) {
  return sql<string>`CASE WHEN ${disqualifiedNow(standings)} = 1 THEN 'disqualified'
    WHEN ${scoreNow(standings)} IS NULL THEN 'insufficientData' ELSE 'qualified' END`;
}

/** Whether a paper of the supplier has run out, or will soon. */
function paper(today: CalendarDate) {
  return sql<string | null>`CASE WHEN suppliers.next_expiry < ${today} THEN 'expired'
    WHEN suppliers.next_expiry <= ${addDays(today, EXPIRING_DAYS)} THEN 'expiring' END`;
}

function matches(search: string): Expression<SqlBool> {
  const pattern = containsPattern(search);
  return sql<SqlBool>`(suppliers.name_en LIKE ${pattern} ESCAPE '\\' OR suppliers.name_zh LIKE ${pattern} ESCAPE '\\'
    OR suppliers.contact_name LIKE ${pattern} ESCAPE '\\' OR suppliers.region LIKE ${pattern} ESCAPE '\\'
    OR suppliers.licence_name LIKE ${pattern} ESCAPE '\\' OR suppliers.uscc LIKE ${pattern} ESCAPE '\\')`;
}

function sortExpression(sort: SupplierListQuery['sort'], standings: StandingsToday): Expression<unknown> {
  switch (sort) {
    case 'name':
      return sql`coalesce(nullif(suppliers.name_en, ''), suppliers.name_zh) COLLATE NOCASE`;
    case 'region':
      return sql`suppliers.region`;
    case 'province':
      return sql`suppliers.province`;
    case 'tier':
      return sql`CASE suppliers.tier WHEN 'none' THEN 0 WHEN 'basic' THEN 1 WHEN 'strong' THEN 2 WHEN 'sourceFactory' THEN 3 END`;
    case 'qualification':
      return scoreNow(standings);
    case 'nextExpiry':
      return sql`suppliers.next_expiry`;
    case 'quoteCount':
      return quoteCount;
    case 'updatedAt':
      return sql`suppliers.updated_at`;
  }
}
