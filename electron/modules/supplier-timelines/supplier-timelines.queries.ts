import { type Kysely, type RawBuilder, sql } from 'kysely';
import {
  TIMELINE_EVENTS,
  TIMELINE_KINDS,
  type TimelineEvent,
  type TimelineKind,
} from '../../../shared/domain/suppliers/timeline.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database } from '../../db/schema.ts';

export interface TimelineQuery {
  readonly supplierId: Id;
  readonly kinds: readonly TimelineKind[];
  readonly offset: number;
  readonly limit: number;
}

/** One entry as the union gives it; which words it carries depends on its event. */
export interface TimelineRow {
  readonly happened_on: CalendarDate;
  readonly event: TimelineEvent;
  readonly id: Id;
  /** Breaks ties of one record on one day: what came later in its course is the greater one. */
  readonly step: number;
  readonly project_id: Id | null;
  readonly project_en: string;
  readonly project_zh: string;
  readonly word: string;
  readonly state: string | null;
  readonly number: number | null;
  readonly amount: number | null;
  readonly currency: string;
  readonly text: string;
  readonly author: string;
}

/** One page, newest first; exported so that a test can read its plan. Projects are joined to the page alone. */
export function timelinePage({ supplierId, kinds, offset, limit }: TimelineQuery): RawBuilder<TimelineRow> {
  return sql<TimelineRow>`
    SELECT page.*, coalesce(projects.name_en, '') AS project_en, coalesce(projects.name_zh, '') AS project_zh
    FROM (
      SELECT * FROM (${union(supplierId, kinds)})
      ORDER BY happened_on DESC, id DESC, step DESC LIMIT ${limit} OFFSET ${offset}
    ) AS page LEFT JOIN projects ON projects.id = page.project_id
    ORDER BY happened_on DESC, page.id DESC, step DESC`;
}

/** How many entries there are of each event. */
export function timelineCounts(supplierId: Id): RawBuilder<{ event: TimelineEvent; count: number }> {
  return sql<{ event: TimelineEvent; count: number }>`
    SELECT event, count(*) AS count FROM (${union(supplierId, TIMELINE_KINDS)}) GROUP BY event`;
}

export async function countTimeline(db: Kysely<Database>, supplierId: Id): Promise<Record<TimelineKind, number>> {
  const { rows } = await timelineCounts(supplierId).execute(db);
  const countOf = (kind: TimelineKind) => {
    const events: readonly TimelineEvent[] = TIMELINE_EVENTS[kind];
    return rows.reduce((sum, { event, count }) => (events.includes(event) ? sum + count : sum), 0);
  };
  return {
    quotes: countOf('quotes'),
    communication: countOf('communication'),
    figures: countOf('figures'),
    checks: countOf('checks'),
    papers: countOf('papers'),
    standing: countOf('standing'),
    samples: countOf('samples'),
    inspections: countOf('inspections'),
    awards: countOf('awards'),
    dossiers: countOf('dossiers'),
  };
}

function union(supplierId: Id, kinds: readonly TimelineKind[]): RawBuilder<unknown> {
  const wanted = kinds.length === 0 ? TIMELINE_KINDS : TIMELINE_KINDS.filter((kind) => kinds.includes(kind));
  return sql.join(
    wanted.flatMap((kind) => ARMS[kind](supplierId)),
    sql` UNION ALL `,
  );
}

/** The day of an instant where the suppliers are: China keeps one zone and no summer time. */
const dayOf = (instant: string) => sql`date(${sql.ref(instant)}, '+8 hours')`;

/** The columns of an entry, in the order of TimelineRow without the names of its project. */
interface Arm {
  readonly on: RawBuilder<unknown>;
  readonly event: TimelineEvent | RawBuilder<unknown>;
  readonly id: string;
  readonly step?: RawBuilder<unknown>;
  readonly project?: string;
  readonly word?: string;
  readonly state?: RawBuilder<unknown>;
  readonly number?: string;
  readonly amount?: RawBuilder<unknown>;
  readonly currency?: RawBuilder<unknown>;
  readonly text?: RawBuilder<unknown>;
  readonly author?: string;
}

function arm(columns: Arm, from: RawBuilder<unknown>): RawBuilder<unknown> {
  const { on, event, id, step, project, word, state, number, amount, currency, text, author } = columns;
  const refOr = (column: string | undefined, otherwise: RawBuilder<unknown>) =>
    column === undefined ? otherwise : sql.ref(column);
  return sql`SELECT ${on} AS happened_on, ${typeof event === 'string' ? sql.lit(event) : event} AS event,
    ${sql.ref(id)} AS id, ${step ?? sql`0`} AS step, ${refOr(project, sql`NULL`)} AS project_id,
    ${refOr(word, sql`''`)} AS word, ${state ?? sql`NULL`} AS state, ${refOr(number, sql`NULL`)} AS number,
    ${amount ?? sql`NULL`} AS amount, ${currency ?? sql`''`} AS currency, ${text ?? sql`''`} AS text,
    ${refOr(author, sql`''`)} AS author ${from}`;
}

const ARMS: Readonly<Record<TimelineKind, (supplierId: Id) => RawBuilder<unknown>[]>> = {
  // A confirming round stands as its confirmation, not as a quote besides.
  quotes: (supplierId) => [
    arm(
      {
        on: sql`coalesce(quotes.received_on, ${dayOf('quotes.created_at')})`,
        event: 'quote',
        id: 'quotes.id',
        project: 'quotes.project_id',
        state: sql`quotes.received_on`,
        number: 'quotes.round',
        currency: sql`quotes.currency`,
        text: sql`quotes.notes`,
      },
      sql`FROM quotes JOIN projects ON projects.id = quotes.project_id
        WHERE quotes.supplier_id = ${supplierId} AND quotes.deleted_at IS NULL AND projects.deleted_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM quote_confirmations WHERE quote_confirmations.quote_id = quotes.id)`,
    ),
    arm(
      {
        on: sql`coalesce(quotes.received_on, ${dayOf('quote_confirmations.created_at')})`,
        event: 'confirmation',
        id: 'quotes.id',
        project: 'quotes.project_id',
        number: 'quotes.round',
        amount: sql`confirmed.round`,
        text: sql`quote_confirmations.note`,
        author: 'quote_confirmations.confirmed_by',
      },
      sql`FROM quotes JOIN projects ON projects.id = quotes.project_id
        JOIN quote_confirmations ON quote_confirmations.quote_id = quotes.id
        JOIN quotes AS confirmed ON confirmed.id = quote_confirmations.confirmed_quote_id
        WHERE quotes.supplier_id = ${supplierId} AND quotes.deleted_at IS NULL AND projects.deleted_at IS NULL`,
    ),
  ],
  communication: (supplierId) => [
    arm(
      {
        on: sql`happened_on`,
        event: 'communication',
        id: 'id',
        project: 'project_id',
        word: 'channel',
        state: sql`direction`,
        text: sql`summary`,
        author: 'person',
      },
      sql`FROM supplier_communications WHERE supplier_id = ${supplierId} AND deleted_at IS NULL`,
    ),
    arm(
      { on: sql`sent_on`, event: 'askSheet', id: 'id', project: 'project_id' },
      sql`FROM ask_sheets WHERE supplier_id = ${supplierId}`,
    ),
  ],
  figures: (supplierId) => [
    arm(
      { on: sql`taken_on`, event: 'reading', id: 'id', text: sql`source` },
      sql`FROM supplier_readings WHERE supplier_id = ${supplierId}`,
    ),
  ],
  checks: (supplierId) => [
    arm(
      {
        on: sql`decided_on`,
        event: 'check',
        id: 'id',
        word: 'item',
        state: sql`state`,
        text: sql`evidence`,
        author: 'decided_by',
      },
      sql`FROM supplier_checks WHERE supplier_id = ${supplierId} AND decided_on IS NOT NULL`,
    ),
  ],
  papers: (supplierId) => [
    ...(['issued_on', 'expires_on'] as const).flatMap((day, step) => [
      arm(
        {
          on: sql.ref(day),
          event: step === 0 ? 'certificateIssued' : 'certificateExpires',
          id: 'id',
          step: sql.lit(step),
          word: 'kind',
          text: sql`number`,
          author: 'issuer',
        },
        sql`FROM supplier_certificates
          WHERE supplier_id = ${supplierId} AND deleted_at IS NULL AND ${sql.ref(day)} IS NOT NULL`,
      ),
      arm(
        {
          on: sql.ref(day),
          event: step === 0 ? 'documentIssued' : 'documentExpires',
          id: 'id',
          step: sql.lit(step),
          project: 'project_id',
          word: 'kind',
          state: sql`result`,
          text: sql`trim(standard || ' ' || number)`,
          author: 'issuer',
        },
        sql`FROM quality_documents
          WHERE supplier_id = ${supplierId} AND deleted_at IS NULL AND ${sql.ref(day)} IS NOT NULL`,
      ),
    ]),
  ],
  // When a supplier became disqualified is told by the history alone: the column says only how it stands now.
  standing: (supplierId) => [
    arm(
      { on: sql`noted_on`, event: 'flag', id: 'id', word: 'flag', text: sql`evidence`, author: 'noted_by' },
      sql`FROM supplier_flags WHERE supplier_id = ${supplierId}`,
    ),
    arm(
      { on: sql`decided_on`, event: 'override', id: 'id', word: 'disqualifier', text: sql`reason`, author: 'author' },
      sql`FROM supplier_overrides WHERE supplier_id = ${supplierId}`,
    ),
    arm(
      {
        on: dayOf('actions.at'),
        event: sql`iif(json_extract(history.after, '$.disqualified') = 1, 'disqualified', 'cleared')`,
        id: 'history.row_id',
        step: sql`history.seq`,
        author: 'actions.actor',
      },
      sql`FROM history JOIN actions ON actions.id = history.action_id
        WHERE history.row_id = ${supplierId} AND history.table_name = 'suppliers' AND history.operation = 'update'
          AND json_extract(history.before, '$.disqualified') <> json_extract(history.after, '$.disqualified')`,
    ),
  ],
  // While a test is blind the verdict would tell whose sample is whose.
  samples: (supplierId) =>
    (
      [
        ['sampleRequested', 'coalesce(samples.requested_on, sample_rounds.requested_on)'],
        ['sampleShipped', 'samples.shipped_on'],
        ['sampleReceived', 'samples.received_on'],
      ] as const
    ).map(([event, day], step) =>
      arm(
        {
          on: sql.raw(day),
          event,
          id: 'sample_rounds.id',
          step: sql.lit(step),
          project: 'sample_rounds.project_id',
          state:
            event === 'sampleReceived'
              ? sql`iif(is_blind = 1 AND revealed_at IS NULL, NULL, samples.verdict)`
              : sql`NULL`,
          number: 'sample_rounds.number',
          text: sql`sample_rounds.title`,
        },
        sql`FROM samples JOIN sample_rounds ON sample_rounds.id = samples.round_id
          WHERE samples.supplier_id = ${supplierId} AND sample_rounds.deleted_at IS NULL AND ${sql.raw(day)} IS NOT NULL`,
      ),
    ),
  // A visit without any day stands on the day it was entered: nothing that was begun is left out.
  inspections: (supplierId) => [
    arm(
      {
        on: sql`coalesce(done_on, planned_on, ${dayOf('created_at')})`,
        event: sql`iif(done_on IS NULL, 'inspectionPlanned', 'inspectionDone')`,
        id: 'id',
        project: 'project_id',
        word: 'kind',
        state: sql`result`,
        number: 'number',
        text: sql`trim(title || ' ' || batch)`,
        author: 'inspector',
      },
      sql`FROM inspections WHERE supplier_id = ${supplierId} AND deleted_at IS NULL`,
    ),
  ],
  // The frozen decisions say who was awarded then; the award itself may have changed since.
  awards: (supplierId) => {
    const decisions = sql`FROM awards JOIN projects ON projects.id = awards.project_id AND projects.deleted_at IS NULL
      JOIN award_snapshots ON award_snapshots.award_id = awards.id
      JOIN json_each(award_snapshots.payload, '$.award.suppliers') AS awarded`;
    const ofSupplier = sql`WHERE awards.deleted_at IS NULL
      AND awards.project_id IN (SELECT project_id FROM quotes WHERE supplier_id = ${supplierId})
      AND json_extract(awarded.value, '$.supplierId') = ${supplierId}`;
    const currency = sql`json_extract(award_snapshots.payload, '$.award.currency')`;
    return [
      arm(
        {
          on: dayOf('award_snapshots.confirmed_at'),
          event: 'awarded',
          id: 'award_snapshots.id',
          project: 'awards.project_id',
          number: 'award_snapshots.number',
          amount: sql`json_extract(awarded.value, '$.amountMinor')`,
          currency,
          author: 'award_snapshots.confirmed_by',
        },
        sql`${decisions} ${ofSupplier}`,
      ),
      arm(
        {
          on: dayOf('award_reopenings.reopened_at'),
          event: 'awardReopened',
          id: 'award_reopenings.id',
          step: sql`1`,
          project: 'awards.project_id',
          number: 'award_snapshots.number',
          currency,
          text: sql`award_reopenings.reason`,
          author: 'award_reopenings.reopened_by',
        },
        sql`${decisions} JOIN award_reopenings ON award_reopenings.snapshot_id = award_snapshots.id ${ofSupplier}`,
      ),
    ];
  },
  dossiers: (supplierId) => [
    arm(
      { on: dayOf('created_at'), event: 'dossier', id: 'id', number: 'number', author: 'created_by' },
      sql`FROM supplier_dossiers WHERE supplier_id = ${supplierId} AND deleted_at IS NULL`,
    ),
  ],
};
