import { copyFile, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createRouterClient, ORPCError } from '@orpc/server';
import type { ExchangeRateFields } from '../../shared/contract/exchange-rates.ts';
import { importFileErrorText } from '../../shared/documents/import-problem-text.ts';
import { exclusionText } from '../../shared/documents/report-text.ts';
import { leadingTongue } from '../../shared/documents/say.ts';
import { findRate, indexRates } from '../../shared/domain/exchange-rates/exchange-rates.ts';
import { hasHan } from '../../shared/domain/imports/text.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { shanghaiDate } from '../../shared/kernel/calendar-date.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { type RunningServer, startServer } from '../browser/server.ts';
import type { CoreOptions } from '../core/core-state.ts';
import { type Core, createCore } from '../core/create-core.ts';
import { openWorkspaceAt } from '../modules/workspaces/open-workspace.ts';
import { type Call, type ImportedSheet, importSheet, resultOf, Unusable } from './import-sheet.ts';
import { type EvaluateOptions, HELP, parseEvaluateOptions } from './options.ts';
import { printResult } from './print-result.ts';
import { readRates } from './rates-file.ts';
import { evaluateResult, type NamedProblem, sortProblems } from './result.ts';
import { type ProgressLine, progressLine, type Terminal } from './terminal.ts';

export interface EvaluateEnvironment {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly terminal: Terminal;
  readonly clock: () => Date;
  /** The built renderer, which prints the report. */
  readonly rendererDir: string;
  readonly workers: CoreOptions['workers'];
  readonly version: string;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}

/** All taken; nothing usable or a wrong call; usable but not all taken; interrupted. */
export const EXIT = { fine: 0, failed: 1, problems: 2, interrupted: 130 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Evaluates a sheet without a window, in a workspace of its own that is gone afterwards. */
export async function runEvaluate(environment: EvaluateEnvironment): Promise<ExitStatus> {
  const { args, cwd, terminal, signal } = environment;
  let options: EvaluateOptions | null;
  try {
    options = parseEvaluateOptions(args, cwd);
  } catch (error) {
    terminal.err(`${messageOf(error)}\n"npm run evaluate -- --help" tells how it is called.\n`);
    return EXIT.failed;
  }
  if (options === null) {
    terminal.out(HELP);
    return EXIT.fine;
  }
  const progress = progressLine(terminal);
  const dir = await mkdtemp(join(tmpdir(), 'hangjia-evaluate-'));
  try {
    return await evaluateIn(dir, options, environment, progress);
  } catch (error) {
    if (signal.aborted) {
      progress.say('Interrupted; nothing was written.');
      return EXIT.interrupted;
    }
    progress.say(sentenceOf(error, options));
    return EXIT.failed;
  } finally {
    progress.clear();
    await rm(dir, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function evaluateIn(
  dir: string,
  options: EvaluateOptions,
  environment: EvaluateEnvironment,
  progress: ProgressLine,
): Promise<ExitStatus> {
  const { clock, signal, terminal } = environment;
  const day = options.date ?? shanghaiDate(clock());
  const rates = options.rates === null ? [] : await readRates(options.rates, day);
  const core = createCore({
    clock,
    newId,
    log: { info: () => undefined, error: (message, data) => progress.say(`${message} ${JSON.stringify(data ?? {})}`) },
    actor: userInfo().username,
    appDataDir: join(dir, 'app-data'),
    workers: environment.workers,
    version: environment.version,
  });
  try {
    await openWorkspaceAt(core.state, join(dir, 'workspace'), { create: { name: 'Evaluation', baseCurrency: 'CNY' } });
    const call: Call = createRouterClient(core.router, { context: { core: core.state } });
    for (const rate of rates) await call.exchangeRates.create(rate);
    const { projectId, sheet } = await takeIn(call, options, rates, day, progress, signal);
    const frozen = await freeze(call, projectId, sheet, options);
    const tongue = leadingTongue(options.language);
    const { problems, notes } = sortProblems(sheet.check.problems, tongue);
    const all = [...problems, ...missingRates(frozen.report, tongue)];
    sayAll(progress, all, notes, sheet);
    const result = evaluateResult(frozen.report, sheet.check, all);
    const isUsable = result.suppliers.some(({ total }) => total !== null);
    const { out, json } = options;
    const pdf =
      out === null || !isUsable ? null : await printReport(core, call, frozen.id, options, environment, progress);
    // Everything is written at the end, so that an interrupt before it leaves nothing.
    signal.throwIfAborted();
    if (json !== null && json !== '-') {
      await writeWhole(json, (file) => writeFile(file, `${JSON.stringify(result, null, 2)}\n`));
    }
    if (out !== null && pdf !== null) await writeWhole(out, (file) => copyFile(pdf, file));
    progress.clear();
    if (options.json === '-') terminal.out(`${JSON.stringify(result, null, 2)}\n`);
    else printResult(terminal, frozen.report, tongue);
    if (!isUsable) {
      progress.say(`Nothing in ${basename(options.sheet)} could be evaluated.`);
      return EXIT.failed;
    }
    if (out !== null && pdf === null) return EXIT.failed;
    return all.length > 0 ? EXIT.problems : EXIT.fine;
  } finally {
    await core.close();
  }
}

async function takeIn(
  call: Call,
  options: EvaluateOptions,
  rates: readonly ExchangeRateFields[],
  day: string,
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<{ projectId: string; sheet: ImportedSheet }> {
  const name = basename(options.sheet).replace(/\.[^.]+$/, '');
  const { id: projectId } = await call.projects.create({
    nameEn: hasHan(name) ? '' : name.slice(0, 300),
    nameZh: hasHan(name) ? name.slice(0, 300) : '',
    stage: 'evaluation',
    currency: options.currency ?? 'USD',
    destination: '',
    needBy: null,
    budgetMinor: null,
    vatRecoverable: false,
    comparisonDate: day,
    notes: '',
  });
  const index = indexRates(rates);
  const sheet = await importSheet(call, {
    file: options.sheet,
    projectId,
    currency: options.currency,
    tongue: leadingTongue(options.language),
    canConvert: (from, to) => findRate(index, from, to, day).state === 'found',
    onProgress: (step, done, total) => progress.show(STEPS[step] ?? step, done, total),
    signal,
  });
  return { projectId, sheet };
}

const STEPS: Readonly<Record<string, string>> = {
  reading: 'Reading the sheet',
  checking: 'Checking the rows',
  writing: 'Taking the quotes',
};

/** Without criteria of its own a sheet is evaluated by price alone. */
async function freeze(
  call: Call,
  projectId: string,
  { currency }: ImportedSheet,
  { language }: EvaluateOptions,
): Promise<{ id: string; report: EvaluationReport }> {
  await call.evaluations.saveCriteria({
    projectId,
    criteria: [
      {
        id: null,
        revision: null,
        nameEn: 'Price',
        nameZh: '价格',
        kind: 'price',
        weightBp: 10_000,
        knockoutMinimumHundredths: null,
      },
    ],
  });
  const { id } = await call.reports.create({
    projectId,
    basis: 'comparable',
    currency,
    quantityPercent: 100,
    language,
  });
  return { id, report: (await call.reports.get({ id })).report };
}

/** A quote that cannot be converted is a gap in what was given, like a row that cannot be read. */
function missingRates({ comparison }: EvaluationReport, tongue: 'en' | 'zh'): NamedProblem[] {
  const messages = comparison.quotes.flatMap(({ exclusions }) =>
    exclusions.filter(({ code }) => code === 'noExchangeRate').map((reason) => exclusionText(reason, tongue)),
  );
  return [...new Set(messages)].map((message) => ({ row: null, column: null, message }));
}

/** Notes beyond these are counted; problems are all named. */
const MOST_NOTES = 20;

function sayAll(
  progress: ProgressLine,
  problems: readonly NamedProblem[],
  notes: readonly NamedProblem[],
  { check, assumptions }: ImportedSheet,
): void {
  for (const problem of problems) progress.say(lineOf(problem));
  const listed = check.problems.length;
  const total = check.problemCount.refused + check.problemCount.warning;
  if (total > listed) progress.say(`and ${total - listed} more`);
  for (const assumption of assumptions) progress.say(`note: ${assumption}`);
  for (const note of notes.slice(0, MOST_NOTES)) progress.say(`note: ${lineOf(note)}`);
  if (notes.length > MOST_NOTES) progress.say(`note: and ${notes.length - MOST_NOTES} more`);
}

/** "row 12, column E: “abc” is not a number" */
function lineOf({ row, column, message }: NamedProblem): string {
  const place = [...(row === null ? [] : [`row ${row}`]), ...(column === null ? [] : [`column ${column}`])].join(', ');
  return place === '' ? message : `${place}: ${message}`;
}

/** The finished PDF, which goes with the core; null when none can be made here, which is said. */
async function printReport(
  core: Core,
  call: Call,
  reportId: string,
  { language, paper }: EvaluateOptions,
  { env, platform, rendererDir, signal }: EvaluateEnvironment,
  progress: ProgressLine,
): Promise<string | null> {
  const chromium = findChromium({ env, platform, prefer: 'system' });
  if (chromium === null) {
    progress.say('The report cannot be printed: no Chromium, Chrome or Edge was found. HANGJIA_CHROMIUM can name one.');
    return null;
  }
  let server: RunningServer | null = null;
  try {
    progress.show('Printing the report', 0, null);
    server = await startServer({ core, rendererDir, chromium, idle: null, control: null, development: null });
    const request = { id: reportId, format: 'pdf' as const, language, paper };
    const download = await resultOf(await call.reports.exportFile(request, { signal }), () => undefined);
    const file = core.state.downloads.find(download.url.split('/').at(-1) ?? '')?.file;
    if (file === undefined) throw new Error('the finished report is gone');
    return file;
  } catch (error) {
    signal.throwIfAborted();
    progress.say(`The report could not be printed: ${messageOf(error)}`);
    return null;
  } finally {
    await server?.close();
  }
}

/** The file appears under its name only when it is whole. */
async function writeWhole(file: string, write: (draft: string) => Promise<unknown>): Promise<void> {
  if ((await stat(file).catch(() => null))?.isDirectory()) throw new Error(`${file} is a folder.`);
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await write(draft);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function sentenceOf(error: unknown, { sheet, language }: EvaluateOptions): string {
  if (error instanceof Unusable) return error.message;
  if (error instanceof ORPCError && error.code === 'UNREADABLE') {
    return `${basename(sheet)}: ${importFileErrorText(error.data, leadingTongue(language))}`;
  }
  if (error instanceof ORPCError && error.code === 'REFUSED') {
    return error.data.rule === 'noItems'
      ? `Nothing in ${basename(sheet)} is recognised as an item.`
      : `${basename(sheet)} cannot be taken: ${error.data.field}, ${error.data.rule}.`;
  }
  return messageOf(error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
