import { createHash } from 'node:crypto';
import type BetterSqlite3 from 'better-sqlite3';
import type { Id } from '../../shared/kernel/ids.ts';
import type { WorkspaceDatabase } from './open.ts';

/** Hash that opens the chain, before any action was taken. */
export const GENESIS_HASH = '0'.repeat(64);

export interface ActionRecord {
  readonly id: Id;
  readonly at: string;
  readonly actor: string;
  /** JSON of {key, params}: a translation key below `action.*` and what it needs. */
  readonly label: string;
  readonly kind: 'do' | 'undo' | 'redo';
  readonly targetId: Id | null;
}

/** An action that was not taken by hand: it can not be undone, and nothing before it. */
export type ActionNote = Omit<ActionRecord, 'kind' | 'targetId'>;

/** Opens an action inside a running transaction; returns the highest history number before it. */
export function beginAction({ sqlite, cursor }: WorkspaceDatabase, id: Id): number {
  cursor.actionId = id;
  return lastSeq(sqlite);
}

export interface SealedAction {
  readonly tables: string[];
  /** Number of the newest history entry. */
  readonly seq: number;
}

/** One action in one transaction of this connection, for code that runs in a worker thread. */
export function runSealedAction<T>(
  database: WorkspaceDatabase,
  action: ActionRecord,
  work: () => T,
): { result: T; sealed: SealedAction } {
  try {
    return database.sqlite
      .transaction(() => {
        const seqBefore = beginAction(database, action.id);
        const result = work();
        return { result, sealed: sealAction(database, action, seqBefore) };
      })
      .immediate();
  } finally {
    database.cursor.actionId = null;
  }
}

/**
 * Closes an action inside its transaction: writes its row with the hash that seals its entries to all earlier ones.
 * Returns the tables it touched and the newest history number; an action that changed nothing leaves no row.
 */
export function sealAction(
  { sqlite, cursor }: WorkspaceDatabase,
  action: ActionRecord,
  seqBefore: number,
): SealedAction {
  cursor.actionId = null;
  const last = lastSeq(sqlite);
  if (last === seqBefore) return { tables: [], seq: last };
  writeAction(sqlite, action, seqBefore + 1, last);
  const tables = statementsOf(sqlite)
    .touchedTables.all(seqBefore + 1, last)
    .map((row) => row.table_name);
  return { tables, seq: last };
}

/** Writes an action without entries, inside a transaction: a mark in the history that undo does not pass. */
export function sealBoundary(sqlite: BetterSqlite3.Database, note: ActionNote): void {
  const last = lastSeq(sqlite);
  writeAction(sqlite, { ...note, kind: 'do', targetId: null }, last + 1, last);
}

function writeAction(sqlite: BetterSqlite3.Database, action: ActionRecord, firstSeq: number, last: number): void {
  const { lastHash, insertAction } = statementsOf(sqlite);
  const previous = lastHash.get()?.hash ?? GENESIS_HASH;
  const hash = actionHash(sqlite, action, firstSeq, last, previous);
  const { id, at, actor, label, kind, targetId } = action;
  insertAction.run(id, at, actor, label, kind, targetId, firstSeq, last, previous, hash);
}

const HASHED_TOGETHER = 1_000;

/**
 * The entries from one number to another as the bytes that are hashed: their columns, set apart by control characters that
 * JSON never holds. An import has a hundred thousand entries, and one text costs a tenth of as many rows.
 */
const SPELT_OUT = `
  SELECT CAST(group_concat(
    char(10) || seq || char(31) || action_id || char(31) || table_name || char(31) || row_id || char(31) || operation
      || char(31) || ifnull(before, char(0)) || char(31) || ifnull(after, char(0)), '') AS BLOB)
  FROM (SELECT * FROM history WHERE seq BETWEEN ? AND ? ORDER BY seq)`;

/** SHA-256 over the previous action's hash, the action's own fields and each of its entries, in order. */
function actionHash(
  sqlite: BetterSqlite3.Database,
  action: ActionRecord,
  firstSeq: number,
  last: number,
  previous: string,
): string {
  const digest = createHash('sha256');
  digest.update(
    JSON.stringify([previous, action.id, action.at, action.actor, action.label, action.kind, action.targetId]),
  );
  const { spelledOut } = statementsOf(sqlite);
  for (let from = firstSeq; from <= last; from += HASHED_TOGETHER) {
    digest.update(spelledOut.get(from, Math.min(last, from + HASHED_TOGETHER - 1)) ?? '');
  }
  return digest.digest('hex');
}

/**
 * Recomputes the chain from the first action on. Null when every link holds and every entry belongs to one, else the
 * number of the first action that does not hold. Reads the whole history: for a worker thread.
 */
export function findBrokenAction(sqlite: BetterSqlite3.Database): number | null {
  const actions = sqlite.prepare<
    [],
    {
      seq: number;
      id: string;
      at: string;
      actor: string;
      label: string;
      kind: 'do' | 'undo' | 'redo';
      target_id: string | null;
      first_seq: number;
      last_seq: number;
      previous_hash: string;
      hash: string;
    }
  >('SELECT * FROM actions ORDER BY seq');
  let previous = GENESIS_HASH;
  let nextSeq = 1;
  let lastAction = 0;
  for (const row of actions.all()) {
    const record: ActionRecord = { ...row, targetId: row.target_id };
    const intact =
      row.previous_hash === previous &&
      row.first_seq === nextSeq &&
      row.hash === actionHash(sqlite, record, row.first_seq, row.last_seq, previous);
    if (!intact) return row.seq;
    previous = row.hash;
    nextSeq = row.last_seq + 1;
    lastAction = row.seq;
  }
  return lastSeq(sqlite) >= nextSeq ? lastAction + 1 : null;
}

function lastSeq(sqlite: BetterSqlite3.Database): number {
  return statementsOf(sqlite).lastSeq.get()?.seq ?? 0;
}

const statements = new WeakMap<BetterSqlite3.Database, ReturnType<typeof prepareStatements>>();

/** Every action needs these, so each connection compiles them once. */
function statementsOf(sqlite: BetterSqlite3.Database): ReturnType<typeof prepareStatements> {
  const known = statements.get(sqlite);
  if (known !== undefined) return known;
  const prepared = prepareStatements(sqlite);
  statements.set(sqlite, prepared);
  return prepared;
}

function prepareStatements(sqlite: BetterSqlite3.Database) {
  return {
    lastSeq: sqlite.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM history'),
    lastHash: sqlite.prepare<[], { hash: string }>('SELECT hash FROM actions ORDER BY seq DESC LIMIT 1'),
    spelledOut: sqlite.prepare<[number, number], Uint8Array>(SPELT_OUT).pluck(),
    touchedTables: sqlite.prepare<[number, number], { table_name: string }>(
      'SELECT DISTINCT table_name FROM history WHERE seq BETWEEN ? AND ?',
    ),
    insertAction: sqlite.prepare(
      `INSERT INTO actions (id, at, actor, label, kind, target_id, first_seq, last_seq, previous_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
  };
}
