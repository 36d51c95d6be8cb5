import { type Kysely, type Selectable, sql } from 'kysely';
import type {
  Ask,
  Certificate,
  Check,
  Contact,
  NotedFlag,
  Override,
  Payee,
  SupplierReading,
} from '../../../shared/contract/supplier-profiles.ts';
import { ANSWER_STATES, QUESTIONS } from '../../../shared/domain/suppliers/ask-sheet.ts';
import { CHECK_ITEMS, CHECK_STATES } from '../../../shared/domain/suppliers/checklist.ts';
import { DISQUALIFIERS } from '../../../shared/domain/suppliers/disqualifiers.ts';
import { SUPPLIER_FLAGS } from '../../../shared/domain/suppliers/flags.ts';
import {
  CERTIFICATE_KINDS,
  CONTACT_CHANNELS,
  PAYEE_KINDS,
  SPOKEN_LANGUAGES,
} from '../../../shared/domain/suppliers/words.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database } from '../../db/schema.ts';
import { storedWord } from '../../db/stored-words.ts';
import type { SupplierChecksTable } from '../../db/supplier-tables.ts';
import { toReadingFigures } from '../suppliers/supplier-files.ts';

type Db = Kysely<Database>;

export async function listContacts(db: Db, supplierId: Id): Promise<Contact[]> {
  const rows = await db
    .selectFrom('supplier_contacts')
    .selectAll()
    .where('supplier_id', '=', supplierId)
    .orderBy('id')
    .execute();
  return rows.map(({ supplier_id: _, created_at: __, ...row }) => ({
    ...row,
    channel: storedWord(CONTACT_CHANNELS, row.channel),
    language: storedWord(SPOKEN_LANGUAGES, row.language),
  }));
}

export async function listPayees(db: Db, supplierId: Id): Promise<Payee[]> {
  const rows = await db
    .selectFrom('supplier_payees')
    .selectAll()
    .where('supplier_id', '=', supplierId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id, revision, kind, holder, bank, notes, account_number }) => ({
    id,
    revision,
    kind: storedWord(PAYEE_KINDS, kind),
    holder,
    bank,
    notes,
    maskedNumber: masked(account_number),
  }));
}

/** The last four signs of a number, the others hidden. */
export function masked(number: string): string {
  const signs = [...number.replaceAll(/[\s-]/g, '')];
  const shown = signs.length > 4 ? signs.slice(-4).join('') : '';
  return number === '' ? '' : `•••• ${shown}`.trim();
}

export async function listCertificates(db: Db, supplierId: Id): Promise<Certificate[]> {
  const rows = await db
    .selectFrom('supplier_certificates')
    .selectAll()
    .select(fileCount('supplierCertificate', 'supplier_certificates').as('file_count'))
    .where('supplier_id', '=', supplierId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    kind: storedWord(CERTIFICATE_KINDS, row.kind),
    number: row.number,
    holder: row.holder,
    issuer: row.issuer,
    scope: row.scope,
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
    fileCount: row.file_count,
  }));
}

/** Newest first. */
export async function listReadings(db: Db, supplierId: Id): Promise<SupplierReading[]> {
  const rows = await supplierReadings(db, supplierId).execute();
  return rows.map((row) => ({ id: row.id, revision: row.revision, source: row.source, ...toReadingFigures(row) }));
}

/** The query behind a supplier's readings; exported so that a test can read its plan. */
export function supplierReadings(db: Db, supplierId: Id) {
  return db
    .selectFrom('supplier_readings')
    .selectAll()
    .where('supplier_id', '=', supplierId)
    .orderBy('taken_on', 'desc');
}

export async function listChecks(db: Db, supplierId: Id): Promise<Check[]> {
  const rows = await checksOf(db).where('supplier_id', '=', supplierId).execute();
  return rows.map(toCheck);
}

export async function findCheck(db: Db, supplierId: Id, item: Check['item']): Promise<Check | null> {
  const row = await checksOf(db).where('supplier_id', '=', supplierId).where('item', '=', item).executeTakeFirst();
  return row === undefined ? null : toCheck(row);
}

function checksOf(db: Db) {
  return db
    .selectFrom('supplier_checks')
    .selectAll()
    .select(fileCount('supplierCheck', 'supplier_checks').as('file_count'));
}

function toCheck(row: Selectable<SupplierChecksTable> & { file_count: number }): Check {
  return {
    id: row.id,
    revision: row.revision,
    item: storedWord(CHECK_ITEMS, row.item),
    state: storedWord(CHECK_STATES, row.state),
    evidence: row.evidence,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
    fileCount: row.file_count,
  };
}

/** Newest first. */
export async function listFlags(db: Db, supplierId: Id): Promise<NotedFlag[]> {
  const rows = await db
    .selectFrom('supplier_flags')
    .selectAll()
    .where('supplier_id', '=', supplierId)
    .orderBy('noted_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    flag: storedWord(SUPPLIER_FLAGS, row.flag),
    notedOn: row.noted_on,
    evidence: row.evidence,
    notedBy: row.noted_by,
  }));
}

export async function listOverrides(db: Db, supplierId: Id): Promise<Override[]> {
  const rows = await db.selectFrom('supplier_overrides').selectAll().where('supplier_id', '=', supplierId).execute();
  return rows.map((row) => ({
    id: row.id,
    disqualifier: storedWord(DISQUALIFIERS, row.disqualifier),
    reason: row.reason,
    author: row.author,
    decidedOn: row.decided_on,
  }));
}

/** Newest first, each with its answers in the order of the questions. */
export async function listAsks(db: Db, supplierId: Id): Promise<Ask[]> {
  const [asks, answers] = await Promise.all([
    db
      .selectFrom('ask_sheets')
      .leftJoin('projects', 'projects.id', 'ask_sheets.project_id')
      .selectAll('ask_sheets')
      .select(sql<string>`coalesce(nullif(projects.name_en, ''), projects.name_zh, '')`.as('project_name'))
      .where('supplier_id', '=', supplierId)
      .orderBy('sent_on', 'desc')
      .orderBy('ask_sheets.id', 'desc')
      .execute(),
    db
      .selectFrom('ask_answers')
      .innerJoin('ask_sheets', 'ask_sheets.id', 'ask_answers.ask_sheet_id')
      .selectAll('ask_answers')
      .where('ask_sheets.supplier_id', '=', supplierId)
      .execute(),
  ]);
  return asks.map((ask) => ({
    id: ask.id,
    revision: ask.revision,
    projectId: ask.project_id,
    projectName: ask.project_name,
    sentOn: ask.sent_on,
    quantity: ask.quantity,
    feature: ask.feature,
    address: ask.address,
    answers: QUESTIONS.flatMap((question) =>
      answers
        .filter((answer) => answer.ask_sheet_id === ask.id && answer.question === question)
        .map(({ state, answer }) => ({ question, state: storedWord(ANSWER_STATES, state), answer })),
    ),
  }));
}

export async function listTags(db: Db, supplierId: Id): Promise<string[]> {
  const rows = await db
    .selectFrom('supplier_tags')
    .select('tag')
    .where('supplier_id', '=', supplierId)
    .orderBy('tag')
    .execute();
  return rows.map(({ tag }) => tag);
}

function fileCount(ownerKind: string, table: 'supplier_certificates' | 'supplier_checks') {
  return sql<number>`(SELECT count(*) FROM attachment_links
    WHERE owner_kind = ${ownerKind} AND owner_id = ${sql.ref(`${table}.id`)})`;
}
