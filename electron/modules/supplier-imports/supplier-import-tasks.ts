import type {
  CheckedSupplier,
  SupplierImportCheck,
  SupplierImportPreview,
} from '../../../shared/contract/supplier-imports.ts';
import { tableBelow } from '../../../shared/domain/imports/find-table.ts';
import {
  guessSupplierMapping,
  namesSuppliers,
  type SupplierMapping,
} from '../../../shared/domain/supplier-imports/columns.ts';
import { choiceFor, type PlannedSupplier, planSuppliers } from '../../../shared/domain/supplier-imports/plan.ts';
import { type ReadSuppliers, readSuppliers } from '../../../shared/domain/supplier-imports/read-suppliers.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { runSealedAction } from '../../db/history.ts';
import { openConnection, type WorkspaceDatabase } from '../../db/open.ts';
import type { SheetContent } from '../../exchange/read/sheet-content.ts';
import { CommitRace } from '../imports/commit-race.ts';
import {
  ImportCancelled,
  ImportRefused,
  LISTED_PROBLEMS,
  PREVIEW_ROWS,
  type ProgressListener,
} from '../imports/import-tasks.ts';
import { listIdentities } from '../supplier-merges/supplier-merges.queries.ts';
import { loadSupplierFiles } from '../suppliers/supplier-files.ts';
import type { SupplierImportTask, SupplierTaskResults } from './supplier-import-messages.ts';
import { writeSuppliers } from './write-suppliers.ts';

/** More rows are no directory that somebody looks through; a person has to choose what becomes of each repeated one. */
const MOST_ROWS = 20_000;
/** New rows that the check shows; all of them are counted. */
const SHOWN_NEW = 200;

type TaskOf<Kind extends SupplierImportTask['kind']> = Extract<SupplierImportTask, { kind: Kind }>;

/** The first rows, and what each column is taken to hold. */
export function previewSuppliers(
  content: SheetContent,
  { headerRow }: TaskOf<'previewSuppliers'>,
): SupplierImportPreview {
  const { grid } = content;
  const { mapping, headers } = guessSupplierMapping(grid, headerRow);
  return {
    sheet: grid.name,
    sheets: content.sheets,
    format: content.format,
    encoding: content.encoding,
    rows: grid.rows.slice(0, PREVIEW_ROWS),
    firstRowNumber: grid.firstRowNumber,
    rowCount: grid.rows.length,
    extent: tableBelow(grid, mapping.headerRow, 1),
    mapping: { headerRow: mapping.headerRow, columns: [...mapping.columns] },
    headers,
  };
}

/** What the import would do, without doing it. */
export async function checkSuppliers(
  content: SheetContent,
  { database, mapping, today }: TaskOf<'checkSuppliers'>,
  onProgress: ProgressListener,
): Promise<SupplierImportCheck> {
  onProgress('checking', 0, content.grid.rows.length);
  const read = readAll(content, mapping, today);
  return withDatabase(database, async ({ db }) => {
    const directory = await listIdentities(db);
    const planned = planSuppliers(read.suppliers, directory);
    const names = new Map(directory.map((one) => [one.id, one]));
    const isNew = (one: PlannedSupplier) => one.known === null && one.sameAsRow === null;
    const checked = (one: PlannedSupplier): CheckedSupplier => {
      const { read: supplier, known, sameAsRow } = one;
      const there = known === null ? undefined : names.get(known.id);
      return {
        row: supplier.row,
        nameEn: supplier.nameEn,
        nameZh: supplier.nameZh,
        place: supplier.region,
        known:
          known === null || there === undefined
            ? null
            : { id: known.id, nameEn: there.nameEn, nameZh: there.nameZh, reasons: [...known.reasons] },
        sameAsRow,
      };
    };
    const fresh = planned.filter(isNew);
    const refused = read.problems.filter(({ severity }) => severity === 'refused').length;
    return {
      rowsRead: read.rowsRead,
      newCount: fresh.length,
      fresh: fresh.slice(0, SHOWN_NEW).map(checked),
      repeated: planned.filter((one) => !isNew(one)).map(checked),
      problems: read.problems.slice(0, LISTED_PROBLEMS),
      problemCount: { refused, warning: read.problems.length - refused },
    };
  });
}

/** Writes everything as one action, or nothing. The directory cannot change meanwhile: other writers wait at the gate. */
export async function commitSuppliers(
  content: SheetContent,
  { database, mapping, today, choices, record, race: shared }: TaskOf<'commitSuppliers'>,
  onProgress: ProgressListener,
): Promise<SupplierTaskResults['commitSuppliers']> {
  onProgress('checking', 0, content.grid.rows.length);
  const read = readAll(content, mapping, today);
  const race = new CommitRace(shared);
  return withDatabase(database, async (workspace) => {
    const planned = planSuppliers(read.suppliers, await listIdentities(workspace.db));
    if (planned.length === 0) throw new ImportRefused('mapping', 'noSuppliers');
    const rows = new Map(choices.rows.map(({ row, choice }) => [row, choice]));
    const decided = planned.map((one) => ({
      ...one,
      choice: choiceFor({ ...one, row: one.read.row }, { all: choices.all, rows }),
    }));
    const touched = decided.flatMap(({ known, choice }) => (known !== null && choice === 'fill' ? [known.id] : []));
    const files = await loadSupplierFiles(workspace.db, touched);
    const { result, sealed } = runSealedAction(workspace, record, () => {
      const written = writeSuppliers(workspace.sqlite, decided, { files, now: record.at, today }, (done, total) =>
        onProgress('writing', done, total),
      );
      if (!race.startCommit()) throw new ImportCancelled('cancelled');
      return written;
    });
    return { written: result, sealed };
  });
}

function readAll(content: SheetContent, mapping: SupplierMapping, today: CalendarDate): ReadSuppliers {
  if (!namesSuppliers(mapping)) throw new ImportRefused('mapping', 'noNameColumn');
  const read = readSuppliers(content.grid, mapping, today);
  if (read.rowsRead > MOST_ROWS) throw new ImportRefused('mapping', 'tooManySuppliers');
  return read;
}

async function withDatabase<T>(file: string, work: (database: WorkspaceDatabase) => Promise<T>): Promise<T> {
  const database = openConnection(file, { busyMs: 10_000 });
  try {
    return await work(database);
  } finally {
    database.sqlite.close();
  }
}
