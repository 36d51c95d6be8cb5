import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { QuoteLineRow, QuoteLineSort } from '../../../shared/contract/quote-lines.ts';
import { type QuoteLineState, quoteLineState } from '../../../shared/domain/quotes/line-state.ts';
import { QUOTE_CHANNELS, type QuoteChannel, TAX_BASES } from '../../../shared/domain/quotes/terms.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database } from '../../db/schema.ts';
import { containsPattern } from '../../db/search-pattern.ts';
import { storedWord, storedWordOrNull } from '../../db/stored-words.ts';

export interface QuoteLineQuery {
  readonly search: string;
  readonly projects: readonly Id[];
  readonly suppliers: readonly Id[];
  readonly currencies: readonly string[];
  readonly states: readonly QuoteLineState[];
  readonly channels: readonly (QuoteChannel | 'unknown')[];
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly sort: QuoteLineSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** One page of all priced lines of the workspace, and how many there are. */
export async function listQuoteLineRows(
  db: Kysely<Database>,
  query: QuoteLineQuery,
  today: CalendarDate,
): Promise<{ rows: QuoteLineRow[]; total: number }> {
  const count = await quoteLineCount(query, today).execute(db);
  const total = count.rows[0]?.total ?? 0;
  const ids = await idsOnPage(db, query, today, total);
  const byId = new Map((await readLines(db, ids)).map((line) => [line.id, line]));
  return {
    rows: ids.flatMap((id) => {
      const line = byId.get(id);
      return line === undefined ? [] : [toRow(line, today)];
    }),
    total,
  };
}

/** Up to so many lines are sooner sorted than found one after the other in an index that holds all of them. */
const FEW = 2_000;

/** Which lines stand on the page, in their order. A page of the second half is counted from the end, which is nearer. */
async function idsOnPage(
  db: Kysely<Database>,
  query: QuoteLineQuery,
  today: CalendarDate,
  total: number,
): Promise<Id[]> {
  const end = Math.min(query.offset + query.limit, total);
  const limit = end - query.offset;
  if (limit <= 0) return [];
  const page = total <= FEW ? fewQuoteLines : manyQuoteLines;
  const fromEnd = query.offset > total / 2;
  const asked = fromEnd ? { ...query, limit, offset: total - end, descending: !query.descending } : { ...query, limit };
  const { rows } = await page(asked, today).execute(db);
  const ids = rows.map(({ id }) => id);
  return fromEnd ? ids.reverse() : ids;
}

/**
 * One page out of very many lines; exported so that a test can read its plan. With a hundred thousand lines the order must
 * come out of an index: every sort walks one index and looks up the lines it passes. The signs before the columns keep
 * SQLite from seeking each of the wanted quotes for each item instead.
 */
export function manyQuoteLines(query: QuoteLineQuery, today: CalendarDate) {
  return sql<{ id: Id }>`${wantedQuotes(query, today)}
    SELECT quote_lines.id FROM ${walk(query.sort)} AND ${wantedLine(query)}
    ORDER BY ${orderOf(query)} LIMIT ${query.limit} OFFSET ${query.offset}`;
}

/** One page out of a few lines, which are found quote by quote and then sorted; exported so that a test can read its plan. */
export function fewQuoteLines(query: QuoteLineQuery, today: CalendarDate) {
  return sql<{ id: Id }>`${wantedQuotes(query, today)}
    SELECT quote_lines.id FROM wanted
      CROSS JOIN quote_lines INDEXED BY quote_lines_priced ON quote_lines.quote_id = wanted.id
      CROSS JOIN quotes ON quotes.id = wanted.id
      CROSS JOIN items ON items.id = quote_lines.item_id
      CROSS JOIN suppliers ON suppliers.id = quotes.supplier_id
      CROSS JOIN projects ON projects.id = quotes.project_id
    WHERE ${wantedLine(query)}
    ORDER BY ${orderOf(query)} LIMIT ${query.limit} OFFSET ${query.offset}`;
}

/** How many lines there are on all pages; exported so that a test can read its plan. */
export function quoteLineCount(query: QuoteLineQuery, today: CalendarDate) {
  return sql<{ total: number }>`${wantedQuotes(query, today)}
    SELECT count(*) AS total FROM wanted
      CROSS JOIN quote_lines INDEXED BY quote_lines_priced ON quote_lines.quote_id = wanted.id
    WHERE ${wantedLine(query)}`;
}

/** Tables and conditions that yield the lines in their order, for `wantedLine` to be added. */
function walk(sort: QuoteLineSort): RawBuilder<unknown> {
  const lines = sql`CROSS JOIN quote_lines INDEXED BY quote_lines_priced ON quote_lines.quote_id = quotes.id`;
  const ofWanted = sql`+quotes.id IN (SELECT id FROM wanted)`;
  const lineOfWanted = sql`+quote_lines.quote_id IN (SELECT id FROM wanted)`;
  switch (sort) {
    case 'received':
      return sql`quotes INDEXED BY quotes_received ${lines} WHERE quotes.deleted_at IS NULL AND ${ofWanted}`;
    case 'validUntil':
      return sql`quotes INDEXED BY quotes_valid_until ${lines} WHERE quotes.deleted_at IS NULL AND ${ofWanted}`;
    case 'supplier':
      return sql`suppliers INDEXED BY suppliers_by_name
        CROSS JOIN quotes INDEXED BY quotes_supplier ON quotes.supplier_id = suppliers.id ${lines} WHERE ${ofWanted}`;
    case 'project':
      return sql`projects INDEXED BY projects_by_name
        CROSS JOIN quotes INDEXED BY quotes_round ON quotes.project_id = projects.id ${lines}
        WHERE projects.deleted_at IS NULL AND quotes.deleted_at IS NULL AND ${ofWanted}`;
    case 'item':
      return sql`items INDEXED BY items_by_name
        CROSS JOIN quote_lines INDEXED BY quote_lines_item ON quote_lines.item_id = items.id
        WHERE items.deleted_at IS NULL AND ${lineOfWanted}`;
    case 'price':
      return sql`quote_lines INDEXED BY quote_lines_price WHERE ${lineOfWanted}`;
  }
}

/** What the lines are sorted by, down to what tells any two apart, as the index of `walk` has it. */
function orderOf({ sort, descending }: QuoteLineQuery): RawBuilder<unknown> {
  const direction = descending ? sql`DESC` : sql`ASC`;
  const inOrder = (...columns: readonly RawBuilder<unknown>[]) =>
    sql.join(columns.map((column) => sql`${column} ${direction}`));
  const withinQuote = [sql`quotes.rowid`, sql`quote_lines.item_id`];
  switch (sort) {
    case 'received':
      return inOrder(sql`quotes.received_on`, ...withinQuote);
    case 'validUntil':
      // What names no last day comes last in rising order.
      return inOrder(sql`coalesce(quotes.valid_until, '9999')`, ...withinQuote);
    case 'supplier':
      return inOrder(nameOf('suppliers'), sql`suppliers.rowid`, ...withinQuote);
    case 'project':
      return inOrder(
        nameOf('projects'),
        sql`projects.rowid`,
        sql`quotes.supplier_id`,
        sql`quotes.round`,
        ...withinQuote,
      );
    case 'item':
      return inOrder(nameOf('items'), sql`items.rowid`, sql`quote_lines.rowid`);
    case 'price':
      return inOrder(sql`quote_lines.unit_price`, sql`quote_lines.rowid`);
  }
}

/** Quotes are few beside their lines: what is asked of a quote is asked once each. */
function wantedQuotes(query: QuoteLineQuery, today: CalendarDate): RawBuilder<unknown> {
  const wanted: RawBuilder<SqlBool>[] = [sql`quotes.deleted_at IS NULL`, sql`projects.deleted_at IS NULL`];
  if (query.projects.length > 0) wanted.push(sql`quotes.project_id IN (${sql.join(query.projects)})`);
  if (query.suppliers.length > 0) wanted.push(sql`quotes.supplier_id IN (${sql.join(query.suppliers)})`);
  if (query.currencies.length > 0) wanted.push(sql`quotes.currency IN (${sql.join(query.currencies)})`);
  if (query.channels.length > 0) {
    wanted.push(sql`coalesce(quotes.channel, 'unknown') IN (${sql.join(query.channels)})`);
  }
  if (query.from !== null) wanted.push(sql`quotes.received_on >= ${query.from}`);
  if (query.to !== null) wanted.push(sql`quotes.received_on <= ${query.to}`);
  if (query.states.length > 0) wanted.push(sql`${stateOn(today)} IN (${sql.join(query.states)})`);
  return sql`WITH wanted AS MATERIALIZED (
    SELECT quotes.id FROM quotes JOIN projects ON projects.id = quotes.project_id WHERE ${sql.join(wanted, sql` AND `)}
  )`;
}

/** What is asked of a line itself; only from what `quote_lines_priced` holds. */
function wantedLine({ search }: QuoteLineQuery): RawBuilder<SqlBool> {
  const words = search.split(/\s+/).filter((word) => word !== '');
  return sql`${sql.join(
    [
      sql`quote_lines.unit_price IS NOT NULL`,
      sql`+quote_lines.item_id NOT IN (SELECT id FROM items INDEXED BY items_deleted WHERE deleted_at IS NOT NULL)`,
      ...words.map(holdsWord),
    ],
    sql` AND `,
  )}`;
}

/** Names are searched where they stand, once a word, never line by line. */
function holdsWord(word: string): RawBuilder<SqlBool> {
  const pattern = containsPattern(word);
  const named = sql`(name_en LIKE ${pattern} ESCAPE '\\' OR name_zh LIKE ${pattern} ESCAPE '\\')`;
  return sql`(
    +quote_lines.item_id IN (SELECT id FROM items WHERE ${named} OR specification LIKE ${pattern} ESCAPE '\\')
    OR +quote_lines.quote_id IN (
      SELECT id FROM quotes WHERE supplier_id IN (SELECT id FROM suppliers WHERE ${named})
        OR project_id IN (SELECT id FROM projects WHERE ${named})
    )
  )`;
}

/** The rule of `quoteLineState`, for filtering. */
function stateOn(today: CalendarDate): RawBuilder<QuoteLineState> {
  return sql`CASE WHEN ${isSuperseded} THEN 'superseded' WHEN quotes.valid_until < ${today} THEN 'expired' ELSE 'latest' END`;
}

const isSuperseded = sql<number>`EXISTS (SELECT 1 FROM quotes AS later WHERE later.project_id = quotes.project_id
  AND later.supplier_id = quotes.supplier_id AND later.round > quotes.round AND later.deleted_at IS NULL)`;

function nameOf(table: 'items' | 'suppliers' | 'projects'): RawBuilder<string> {
  const [en, zh] = [sql.ref(`${table}.name_en`), sql.ref(`${table}.name_zh`)];
  return sql`coalesce(nullif(${en}, ''), ${zh}) COLLATE NOCASE`;
}

async function readLines(db: Kysely<Database>, ids: readonly Id[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('quote_lines')
    .innerJoin('quotes', 'quotes.id', 'quote_lines.quote_id')
    .innerJoin('items', 'items.id', 'quote_lines.item_id')
    .innerJoin('suppliers', 'suppliers.id', 'quotes.supplier_id')
    .innerJoin('projects', 'projects.id', 'quotes.project_id')
    .where('quote_lines.id', 'in', ids)
    .select([
      'quote_lines.id',
      'quote_lines.quote_id',
      'quote_lines.item_id',
      'quote_lines.unit_price',
      'quote_lines.moq',
    ])
    .select(['quotes.project_id', 'quotes.supplier_id', 'quotes.currency', 'quotes.tax_basis', 'quotes.vat_rate_bp'])
    .select(['quotes.received_on', 'quotes.valid_until', 'quotes.lead_time_days', 'quotes.round', 'quotes.channel'])
    .select(['projects.name_en as project_en', 'projects.name_zh as project_zh'])
    .select(['suppliers.name_en as supplier_en', 'suppliers.name_zh as supplier_zh'])
    .select(['items.name_en as item_en', 'items.name_zh as item_zh', 'items.specification', 'items.unit'])
    .select([
      isSuperseded.as('superseded'),
      sql<number>`(SELECT count(*) FROM price_breaks WHERE quote_line_id = quote_lines.id)`.as('break_count'),
    ])
    .execute();
}

function toRow(line: Awaited<ReturnType<typeof readLines>>[number], today: CalendarDate): QuoteLineRow {
  if (line.unit_price === null) throw new Error('only priced lines are listed');
  return {
    id: line.id,
    quoteId: line.quote_id,
    projectId: line.project_id,
    projectNameEn: line.project_en,
    projectNameZh: line.project_zh,
    supplierId: line.supplier_id,
    supplierNameEn: line.supplier_en,
    supplierNameZh: line.supplier_zh,
    itemId: line.item_id,
    itemNameEn: line.item_en,
    itemNameZh: line.item_zh,
    specification: line.specification,
    unit: line.unit,
    unitPrice: line.unit_price,
    currency: line.currency,
    taxBasis: storedWord(TAX_BASES, line.tax_basis),
    vatRateBp: line.vat_rate_bp,
    moq: line.moq,
    priceBreakCount: line.break_count,
    receivedOn: line.received_on,
    validUntil: line.valid_until,
    leadTimeDays: line.lead_time_days,
    round: line.round,
    channel: storedWordOrNull(QUOTE_CHANNELS, line.channel),
    state: quoteLineState({ superseded: line.superseded === 1, validUntil: line.valid_until }, today),
  };
}

/** What the lines can be filtered by. */
export async function quoteLineChoices(db: Kysely<Database>) {
  const quoted = db
    .selectFrom('quotes')
    .innerJoin('projects', 'projects.id', 'quotes.project_id')
    .where('quotes.deleted_at', 'is', null)
    .where('projects.deleted_at', 'is', null);
  const named = ['id', 'name_en as nameEn', 'name_zh as nameZh'] as const;
  const [projects, suppliers, currencies, channels] = await Promise.all([
    db
      .selectFrom('projects')
      .where('id', 'in', quoted.select('quotes.project_id'))
      .orderBy(nameOf('projects'))
      .select(named)
      .execute(),
    db
      .selectFrom('suppliers')
      .where('id', 'in', quoted.select('quotes.supplier_id'))
      .orderBy(nameOf('suppliers'))
      .select(named)
      .execute(),
    quoted.select('quotes.currency').distinct().orderBy('quotes.currency').execute(),
    quoted.select('quotes.channel').distinct().execute(),
  ]);
  const present = new Set(channels.map(({ channel }) => channel ?? 'unknown'));
  return {
    projects,
    suppliers,
    currencies: currencies.map(({ currency }) => currency),
    channels: [...QUOTE_CHANNELS, 'unknown' as const].filter((channel) => present.has(channel)),
  };
}
