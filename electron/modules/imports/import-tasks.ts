import type { ImportCheck, ImportPreview } from '../../../shared/contract/imports.ts';
import { findTable, headerSignature } from '../../../shared/domain/imports/find-table.ts';
import { guessMapping } from '../../../shared/domain/imports/guess-mapping.ts';
import { readRows } from '../../../shared/domain/imports/read-rows.ts';
import type { ImportedTable, ImportMapping, ImportProblem } from '../../../shared/domain/imports/types.ts';
import { runSealedAction } from '../../db/history.ts';
import { openConnection, type WorkspaceDatabase } from '../../db/open.ts';
import type { SheetContent } from '../../exchange/read/sheet-content.ts';
import { CommitRace } from './commit-race.ts';
import type { ImportTarget, ImportTask, ImportTaskResults } from './import-messages.ts';
import { readSurroundings, rememberedMapping } from './import-surroundings.ts';
import { type ImportPlan, planImport, summariseQuotes } from './plan-import.ts';
import { writeImport } from './write-import.ts';

/** Rows the preview shows; the whole sheet is read all the same. */
const PREVIEW_ROWS = 200;
/** Problems that are listed; the rest is counted. */
const LISTED_PROBLEMS = 2_000;

type ProgressListener = (step: 'reading' | 'checking' | 'writing', done: number, total: number | null) => void;
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
  const extent = findTable(grid, headerRow ?? undefined);
  const guess = guessMapping(grid, extent);
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
  const table = readRows(content.grid, task.mapping);
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
  const table = readRows(content.grid, mapping);
  const race = new CommitRace(task.race);
  return withDatabase(target, (database) => {
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

/** Under what the mapping is remembered: the same titles that the preview of the next such file will read. */
function signatureOf({ grid }: SheetContent, mapping: ImportMapping): string {
  return headerSignature(guessMapping(grid, findTable(grid, mapping.headerRow)).headers);
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
