import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { ExchangeRate } from '../../shared/contract/exchange-rates.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import { launch, plainWindows, windowsOf } from './browser.ts';
import { haveComparisonProject, haveRates } from './comparison-project.ts';
import { median, medianOf, quantile, REFERENCE, type Result } from './measure.ts';
import { type Client, type Program, serve, startProgram } from './program.ts';
import { scrollAbout } from './scrolling.ts';
import { prepareWorkspace } from './with-core.ts';

/** What is seen of a comparison of 50 x 200: opening it, a new exchange rate, scrolling. */
export async function benchWindow(): Promise<Result[]> {
  const prepared = await prepareWorkspace(async (test) => {
    await haveRates(test);
    return haveComparisonProject(test, 'mixed');
  });
  const { projectId } = prepared.result;
  const program = await startProgram(prepared.dir, join(prepared.root, 'home'));
  const browser = await launch();
  const connection = await program.connect();
  try {
    const windows = await windowsOf(browser, program);
    const opened = await openComparison(windows, program, projectId);
    const page = await showComparison(windows, program, projectId);
    const changed = await changeRate(page, connection.client);
    return [
      {
        job: 'change an exchange rate, new ranking painted',
        ours: changed,
        unit: 'ms',
        baseline: { value: REFERENCE.libreOfficeRecalculation, what: 'LibreOffice recalculating (reference figure)' },
        bar: { kind: 'ratio', most: 1.5 },
      },
      {
        job: 'open that comparison',
        ours: opened,
        unit: 'ms',
        baseline: { value: REFERENCE.libreOfficeOpening, what: 'LibreOffice opening the workbook (reference figure)' },
        bar: { kind: 'ratio', most: 1 },
      },
      ...(await scrollMatrix(browser, page, program)),
    ];
  } finally {
    connection.close();
    await browser.close();
    await program.stop();
    await prepared.dispose();
  }
}

const GRID = '[role="grid"][aria-rowcount]';
const FIRST_CELL = `${GRID} [role="gridcell"]`;

async function showComparison(windows: BrowserContext, { url }: Program, projectId: Id): Promise<Page> {
  const page = await windows.newPage();
  await page.goto(`${url.origin}/projects/${projectId}/compare`);
  await page.waitForSelector(FIRST_CELL);
  return page;
}

/** From the press on the tab to the painted matrix, each time in a window that has not shown it before. */
function openComparison(windows: BrowserContext, { url }: Program, projectId: Id): Promise<number> {
  return medianOf(5, async () => {
    const page = await windows.newPage();
    await page.goto(`${url.origin}/projects/${projectId}/quotes`);
    const tab = page.getByRole('tab', { name: /^Compare/ });
    await tab.waitFor();
    await page.waitForLoadState('networkidle');
    const time = await tab.evaluate(async (element, cell) => {
      const start = performance.now();
      if (element instanceof HTMLElement) element.click();
      await new Promise<void>((resolve) => {
        const look = (): void => {
          if (document.querySelector(cell) === null) requestAnimationFrame(look);
          // A message is handled after the frame it was sent in has been painted.
          else
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port2.onmessage = () => resolve();
              port1.postMessage(null);
            });
        };
        look();
      });
      return performance.now() - start;
    }, FIRST_CELL);
    await page.close();
    return time;
  });
}

/** From the call of another window to the new totals on this one, as the clock of the machine tells it. */
async function changeRate(page: Page, client: Client): Promise<number> {
  const dollar = (await client.exchangeRates.list({})).find(({ base }) => base === 'USD');
  if (dollar === undefined) throw new Error('no rate to change');
  let current: ExchangeRate = dollar;
  const change = async (): Promise<number> => {
    const { id, revision } = current;
    const painted = page.evaluate(nextTotals, GRID);
    await page.evaluate(() => undefined);
    const rate = current.rate === '7.1024' ? '6.9015' : '7.1024';
    const start = Date.now();
    current = await client.exchangeRates.update({ id, revision, changes: { rate } });
    return (await painted) - start;
  };
  await medianOf(2, change);
  return medianOf(9, change);
}

/** Runs in the page: the time at which other totals stand in the head than now, and are painted. */
function nextTotals(grid: string): Promise<number> {
  const textOfHead = () => document.querySelector(`${grid} [aria-rowindex="1"]`)?.textContent;
  const before = textOfHead();
  return new Promise((resolve) => {
    const look = (): void => {
      if (textOfHead() === before) return void requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port2.onmessage = () => resolve(Date.now());
      port1.postMessage(null);
    };
    look();
  });
}

const SECONDS = 3;
const RUNS = 3;

async function scrollMatrix(browser: Browser, page: Page, { longestTask }: Program): Promise<Result[]> {
  const pages = fileURLToPath(new URL('./pages', import.meta.url));
  const library = fileURLToPath(new URL('.', import.meta.resolve('@tanstack/virtual-core')));
  const site = await serve([fileURLToPath(new URL('./bare-site.ts', import.meta.url)), pages, library]);
  try {
    const empty = await (await plainWindows(browser)).newPage();
    await empty.goto(`${site.url.origin}/empty-grid.html`);
    await empty.waitForSelector('.cell');
    const ours: { p95: number; longest: number; program: number }[] = [];
    const bare: { p95: number; longest: number }[] = [];
    for (let run = 0; run < RUNS; run++) {
      await longestTask();
      await page.bringToFront();
      const scrolled = await scrollAbout(page, GRID, SECONDS);
      ours.push({ p95: p95(scrolled.frames), longest: scrolled.longestTask, program: await longestTask() });
      await empty.bringToFront();
      const plain = await scrollAbout(empty, '#scroller', SECONDS);
      bare.push({ p95: p95(plain.frames), longest: plain.longestTask });
    }
    return [
      {
        job: 'scroll the matrix, frame p95',
        ours: median(ours.map((one) => one.p95)),
        unit: 'ms',
        baseline: { value: median(bare.map((one) => one.p95)), what: 'an empty virtual grid' },
        bar: { kind: 'ratio', most: 1.25 },
      },
      {
        job: 'scroll the matrix, longest task of the window',
        ours: median(ours.map((one) => one.longest)),
        unit: 'ms',
        baseline: { value: median(bare.map((one) => one.longest)), what: 'an empty virtual grid' },
        bar: { kind: 'limit', most: 50 },
      },
    ];
  } finally {
    await site.stop();
  }
}

function p95(frames: readonly number[]): number {
  return quantile(frames, 0.95);
}
