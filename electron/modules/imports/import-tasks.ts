import type { ImportCheck, ImportPreview } from '../../../shared/contract/imports.ts';
import { findTable, headerSignature } from '../../../shared/domain/imports/find-table.ts';
import { guessMapping } from '../../../shared/domain/imports/guess-mapping.ts';
import { readRows } from '../../../shared/domain/imports/read-rows.ts';
import type {
  GuessedMapping,
  ImportedTable,
  ImportMapping,
  ImportProblem,
  TableExtent,
} from '../../../shared/domain/imports/types.ts';
import { runSealedAction } from '../../db/history.ts';
import { openConnection, type WorkspaceDatabase } from '../../db/open.ts';
import type { SheetContent } from '../../exchange/read/sheet-content.ts';
import { CommitRace } from './commit-race.ts';
import type { ImportTarget, ImportTask, ImportTaskResults } from './import-messages.ts';
import { readSurroundings, rememberedMapping } from './import-surroundings.ts';
import { type ImportPlan, planImport, summariseQuotes } from './plan-import.ts';
import { writeImport } from './write-import.ts';

/** Rows the preview shows; the whole sheet is read all the same. */
export const PREVIEW_ROWS = 200;
/** Problems that are listed; the rest is counted. */
export const LISTED_PROBLEMS = 2_000;
/** Room for the indexes that a large import writes into all over; in SQLite's 2 MB their pages would come and go. */
const WRITING_CACHE_KIB = 16_000;

export type ProgressListener = (step: 'reading' | 'checking' | 'writing', done: number, total: number | null) => void;
type TaskOf<Kind extends ImportTask['kind']> = Extract<ImportTask, { kind: Kind }>;

/** The import cannot be carried out as asked; named like the REFUSED error. */
export class ImportRefused extends Error {
  readonly field: string;
  readonly rule: string;

  constructor(field: string, rule: string) {
    super(`${field}: ${rule}`);
    this.field = field;
    this.rule = rule;
  }
}

/** A cancel came before the commit; nothing was written. */
export class ImportCancelled extends Error {}

/** The first rows, the table found in them, and how its columns are guessed or remembered. */
export function preview(content: SheetContent, { headerRow, target }: TaskOf<'preview'>): ImportPreview {
  const { grid } = content;
  const { extent, guess } = guessOf(content, headerRow);
  const remembered = withDatabase(target, ({ sqlite }) => rememberedMapping(sqlite, headerSignature(guess.headers)));
  return {
    sheet: grid.name,
    sheets: content.sheets,
    format: content.format,
    encoding: content.encoding,
    rows: grid.rows.slice(0, PREVIEW_ROWS),
    firstRowNumber: grid.firstRowNumber,
    rowCount: grid.rows.length,
    guess: remembered === null ? guess : { ...guess, mapping: adaptMapping(JSON.parse(remembered), guess.mapping) },
    remembered: remembered !== null,
    extent,
  };
}

/** What the import would do, without doing it. */
export function check(content: SheetContent, task: TaskOf<'check'>, onProgress: ProgressListener): ImportCheck {
  onProgress('checking', 0, content.grid.rows.length);
  const table = tableOf(content, task.mapping);
  return withDatabase(task.target, ({ sqlite }) => {
    const surroundings = readSurroundings(sqlite, task.target.projectId);
    if (surroundings === null) throw new ImportRefused('projectId', 'gone');
    return checkOf(table, planImport(table, surroundings));
  });
}

/** Writes everything as one action, or nothing. */
export function commit(
  content: SheetContent,
  task: TaskOf<'commit'>,
  onProgress: ProgressListener,
): ImportTaskResults['commit'] {
  onProgress('checking', 0, content.grid.rows.length);
  const { mapping, target, upload, importId, record } = task;
  const table = tableOf(content, mapping);
  const race = new CommitRace(task.race);
  return withDatabase(target, (database) => {
    database.sqlite.pragma(`cache_size = -${WRITING_CACHE_KIB}`);
    const { result, sealed } = runSealedAction(database, record, () => {
      const surroundings = readSurroundings(database.sqlite, target.projectId);
      if (surroundings === null) throw new ImportRefused('projectId', 'gone');
      const plan = planImport(table, surroundings);
      requireUsable(table, plan);
      const written = writeImport(
        database.sqlite,
        plan,
        surroundings,
        {
          importId,
          projectId: target.projectId,
          sheet: content.grid.name,
          encoding: content.encoding?.name ?? '',
          mapping: JSON.stringify(mapping),
          headerSignature: signatureOf(content, mapping),
          rowsRead: table.rowsRead,
          rowsTaken: table.rowsTaken,
          problems: JSON.stringify(plan.problems.slice(0, LISTED_PROBLEMS)),
          file: upload,
          now: record.at,
        },
        (done, total) => onProgress('writing', done, total),
      );
      if (!race.startCommit()) throw new ImportCancelled('cancelled');
      return written;
    });
    return { written: result, sealed };
  });
}

/** Readable outside the worker too: the command-line evaluation reports the same problems. */
export function checkOf(table: ImportedTable, plan: ImportPlan): ImportCheck {
  return {
    itemCount: plan.items.length,
    matchedItemCount: plan.items.filter(({ knownId }) => knownId !== null).length,
    quotes: summariseQuotes(table, plan),
    problems: plan.problems.slice(0, LISTED_PROBLEMS),
    problemCount: { refused: countOf(plan.problems, 'refused'), warning: countOf(plan.problems, 'warning') },
    rowsRead: table.rowsRead,
    rowsTaken: table.rowsTaken,
  };
}

function requireUsable(table: ImportedTable, plan: ImportPlan): void {
  if (plan.items.length === 0) throw new ImportRefused('mapping', 'noItems');
  if (table.quotes.some(({ currency, isEstimate }) => currency === null && !isEstimate)) {
    throw new ImportRefused('currency', 'currencyNeeded');
  }
}

function countOf(problems: readonly ImportProblem[], severity: ImportProblem['severity']): number {
  return problems.filter((problem) => problem.severity === severity).length;
}

/** The table read last from each sheet: what was checked is what is committed, without being read once more. */
const tables = new WeakMap<SheetContent, { readonly mapping: string; readonly table: ImportedTable }>();

function tableOf(content: SheetContent, mapping: ImportMapping): ImportedTable {
  const key = JSON.stringify(mapping);
  const known = tables.get(content);
  if (known?.mapping === key) return known.table;
  // The old one goes first: two large ones would not fit.
  tables.delete(content);
  const table = readRows(content.grid, mapping);
  tables.set(content, { mapping: key, table });
  return table;
}

/** Under what the mapping is remembered: the same titles that the preview of the next such file will read. */
function signatureOf(content: SheetContent, { headerRow }: ImportMapping): string {
  const last = guesses.get(content);
  const { guess } = last?.extent.headerRow === headerRow ? last : guessOf(content, headerRow);
  return headerSignature(guess.headers);
}

interface Guess {
  /** The header row that was asked for; null: wherever it is found. */
  readonly asked: number | null;
  readonly extent: TableExtent;
  readonly guess: GuessedMapping;
}

/** The guess made last for each sheet: looking for the end of a long table takes its time. */
const guesses = new WeakMap<SheetContent, Guess>();

function guessOf(content: SheetContent, asked: number | null): Guess {
  const known = guesses.get(content);
  if (known?.asked === asked) return known;
  const extent = findTable(content.grid, asked ?? undefined);
  const made = { asked, extent, guess: guessMapping(content.grid, extent) };
  guesses.set(content, made);
  return made;
}

/** A remembered mapping says what the columns mean; where the table stands in this file is this file's own. */
function adaptMapping(remembered: ImportMapping, here: ImportMapping): ImportMapping {
  return { ...remembered, headerRow: here.headerRow, headerRows: here.headerRows };
}

function withDatabase<T>(target: ImportTarget, work: (database: WorkspaceDatabase) => T): T {
  const database = openConnection(target.database, { busyMs: 10_000 });
  try {
    return work(database);
  } finally {
    database.sqlite.close();
  }
}
