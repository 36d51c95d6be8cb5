import { type Kysely, type Selectable, sql } from 'kysely';
import { ANSWER_STATES, QUESTIONS } from '../../../shared/domain/suppliers/ask-sheet.ts';
import { CHECK_ITEMS, CHECK_STATES } from '../../../shared/domain/suppliers/checklist.ts';
import { DISQUALIFIERS } from '../../../shared/domain/suppliers/disqualifiers.ts';
import { SUPPLIER_FLAGS } from '../../../shared/domain/suppliers/flags.ts';
import { type Standing, standingOf } from '../../../shared/domain/suppliers/standing.ts';
import type { SupplierFile } from '../../../shared/domain/suppliers/supplier-file.ts';
import { CERTIFICATE_KINDS, PAYEE_KINDS } from '../../../shared/domain/suppliers/words.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Trx } from '../../core/action.ts';
import type { Database } from '../../db/schema.ts';
import { storedWord } from '../../db/stored-words.ts';
import type { SupplierReadingsTable } from '../../db/supplier-tables.ts';
import { outdatedStandings, type StandingsToday } from './supplier-list.queries.ts';
import { toFlag, toSupplier } from './suppliers.queries.ts';

/** Everything that the rules need of some suppliers, in a fixed number of queries whatever their number. Unknown ids are left out. */
export async function loadSupplierFiles(db: Kysely<Database>, ids: readonly Id[]): Promise<Map<Id, SupplierFile>> {
  const suppliers = await suppliersOf(db, ids);
  const children = await childrenOf(db, ids);
  return new Map(
    suppliers.map((facts) => {
      const { id } = facts;
      const own = <Row>(rows: ReadonlyMap<Id, readonly Row[]>) => rows.get(id) ?? [];
      const newestAsk = own(children.asks)[0];
      const file: SupplierFile = {
        facts,
        contactCount:
          own(children.contacts).length +
          [facts.contactName, facts.phone, facts.wechat, facts.email].filter((text) => text !== '').length,
        payees: own(children.payees).map(({ kind, holder }) => ({ kind: storedWord(PAYEE_KINDS, kind), holder })),
        certificates: own(children.certificates).map((row) => ({
          kind: storedWord(CERTIFICATE_KINDS, row.kind),
          holder: row.holder,
          issuedOn: row.issued_on,
          expiresOn: row.expires_on,
        })),
        readings: own(children.readings).map(toReadingFigures),
        checks: own(children.checks).map(({ item, state }) => ({
          item: storedWord(CHECK_ITEMS, item),
          state: storedWord(CHECK_STATES, state),
        })),
        flags: own(children.flags).map((row) => ({
          flag: storedWord(SUPPLIER_FLAGS, row.flag),
          notedOn: row.noted_on,
          evidence: row.evidence,
        })),
        overrides: own(children.overrides).map((row) => ({
          disqualifier: storedWord(DISQUALIFIERS, row.disqualifier),
          reason: row.reason,
          author: row.author,
          decidedOn: row.decided_on,
        })),
        answers: (newestAsk === undefined ? [] : (children.answers.get(newestAsk.id) ?? [])).map((row) => ({
          question: storedWord(QUESTIONS, row.question),
          state: storedWord(ANSWER_STATES, row.state),
        })),
        communicationCount: own(children.communications)[0]?.count ?? 0,
      };
      return [id, file];
    }),
  );
}

/** Stores how a supplier stands after a change of anything it is judged by; part of the action that makes the change. */
export async function refreshStanding(trx: Trx, supplierId: Id, today: CalendarDate): Promise<void> {
  const file = (await loadSupplierFiles(trx, [supplierId])).get(supplierId);
  if (file === undefined) return;
  await trx
    .updateTable('suppliers')
    .set(standingColumns(standingOf(file, today)))
    .where('id', '=', supplierId)
    .execute();
}

/** The columns of a standing. */
export function standingColumns(standing: Standing) {
  return {
    verification: standing.verification,
    qualification_hundredths: standing.qualificationHundredths,
    qualification_coverage_bp: standing.coverageBp,
    disqualified: toFlag(standing.disqualified),
    next_expiry: standing.nextExpiry,
    standing_until: standing.until,
  };
}

/** How suppliers stand today; nothing is written, since nobody has changed anything. */
export async function standingsToday(db: Kysely<Database>, today: CalendarDate): Promise<StandingsToday> {
  const outdated = await outdatedStandings(db, today).execute();
  if (outdated.length === 0) return { today, renewed: [] };
  const files = await loadSupplierFiles(
    db,
    outdated.map(({ id }) => id),
  );
  return { today, renewed: [...files].map(([id, file]) => ({ id, standing: standingOf(file, today) })) };
}

async function suppliersOf(db: Kysely<Database>, ids: readonly Id[]) {
  const rows = await db.selectFrom('suppliers').selectAll().where('id', 'in', idsIn(ids)).execute();
  return rows.map(toSupplier);
}

async function childrenOf(db: Kysely<Database>, ids: readonly Id[]) {
  const wanted = idsIn(ids);
  const [contacts, payees, certificates, readings, checks, flags, overrides, asks, communications] = await Promise.all([
    db.selectFrom('supplier_contacts').select('supplier_id').where('supplier_id', 'in', wanted).execute(),
    db
      .selectFrom('supplier_payees')
      .select(['supplier_id', 'kind', 'holder'])
      .where('supplier_id', 'in', wanted)
      .where('deleted_at', 'is', null)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('supplier_certificates')
      .select(['supplier_id', 'kind', 'holder', 'issued_on', 'expires_on'])
      .where('supplier_id', 'in', wanted)
      .where('deleted_at', 'is', null)
      .orderBy('id')
      .execute(),
    db.selectFrom('supplier_readings').selectAll().where('supplier_id', 'in', wanted).execute(),
    db
      .selectFrom('supplier_checks')
      .select(['supplier_id', 'item', 'state'])
      .where('supplier_id', 'in', wanted)
      .execute(),
    db.selectFrom('supplier_flags').selectAll().where('supplier_id', 'in', wanted).orderBy('id').execute(),
    db.selectFrom('supplier_overrides').selectAll().where('supplier_id', 'in', wanted).execute(),
    db
      .selectFrom('ask_sheets')
      .select(['id', 'supplier_id'])
      .where('supplier_id', 'in', wanted)
      .orderBy('sent_on', 'desc')
      .orderBy('id', 'desc')
      .execute(),
    db
      .selectFrom('supplier_communications')
      .where('supplier_id', 'in', wanted)
      .where('deleted_at', 'is', null)
      .groupBy('supplier_id')
      .select((eb) => ['supplier_id', eb.fn.countAll<number>().as('count')])
      .execute(),
  ]);
  const answers = await db
    .selectFrom('ask_answers')
    .select(['ask_sheet_id', 'question', 'state'])
    .where('ask_sheet_id', 'in', idsIn(asks.map(({ id }) => id)))
    .execute();
  return {
    contacts: bySupplier(contacts),
    payees: bySupplier(payees),
    certificates: bySupplier(certificates),
    readings: bySupplier(readings),
    checks: bySupplier(checks),
    flags: bySupplier(flags),
    overrides: bySupplier(overrides),
    asks: bySupplier(asks),
    communications: bySupplier(communications),
    answers: Map.groupBy(answers, (answer) => answer.ask_sheet_id),
  };
}

function bySupplier<Row extends { supplier_id: Id }>(rows: readonly Row[]): ReadonlyMap<Id, readonly Row[]> {
  return Map.groupBy(rows, (row) => row.supplier_id);
}

/** Any number of ids in one parameter. */
function idsIn(ids: readonly Id[]) {
  return sql<Id>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

type ReadingRow = Selectable<SupplierReadingsTable>;

/** A stored reading's figures under the names the rules use. */
export function toReadingFigures(row: ReadingRow) {
  return {
    takenOn: row.taken_on,
    reorderHundredths: row.reorder_hundredths,
    onTimeHundredths: row.on_time_hundredths,
    responseHundredths: row.response_hundredths,
    qualityHundredths: row.quality_hundredths,
    serviceHundredths: row.service_hundredths,
    responseMinutes: row.response_minutes,
    monthlyPieces: row.monthly_pieces,
    productionLines: row.production_lines,
    staff: row.staff,
    areaM2: row.area_m2,
  };
}
