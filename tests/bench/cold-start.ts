import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { buildItem, buildProject } from '../builders/fields.ts';
import type { TestCore } from '../builders/test-core.ts';
import { launch, plainWindows, windowsOf } from './browser.ts';
import { haveComparisonProject, haveRates } from './comparison-project.ts';
import { type Result, sideBySide, timed } from './measure.ts';
import { serve, startProgram } from './program.ts';
import { prepareWorkspace } from './with-core.ts';

const LINES = 10_000;
const RUNS = 5;

/** Nothing runs; then the program and a browser are started, and a grid of ten thousand lines can be worked in. */
export async function benchColdStart(): Promise<Result[]> {
  const prepared = await prepareWorkspace(async (test) => {
    await haveRates(test);
    return { items: await haveItems(test), quotes: (await haveComparisonProject(test, 'mixed')).projectId };
  });
  const { items, quotes } = prepared.result;
  const start = (path: string, ready: (page: Page) => Promise<unknown>) => async (): Promise<number> => {
    const home = await mkdtemp(join(prepared.root, 'home-'));
    const time = await timed(async () => {
      const program = await startProgram(prepared.dir, home);
      const browser = await launch();
      const page = await (await windowsOf(browser, program)).newPage();
      await page.goto(`${program.url.origin}${path}`);
      await ready(page);
      ended = async () => {
        await browser.close();
        await program.stop();
      };
    });
    await ended();
    await rm(home, { recursive: true });
    return time;
  };
  let ended = async (): Promise<void> => undefined;
  const startBare = async (): Promise<number> => {
    const time = await timed(async () => {
      const site = await serve([SITE, PAGES]);
      const browser = await launch();
      const page = await (await plainWindows(browser)).newPage();
      await page.goto(`${site.url.origin}/empty.html`);
      await page.waitForSelector('#ready');
      ended = async () => {
        await browser.close();
        await site.stop();
      };
    });
    await ended();
    return time;
  };
  try {
    const grids = [
      {
        job: 'cold start to the grid of 10,000 items',
        run: start(`/projects/${items}/items`, (page) => page.waitForSelector('text="Item 3"')),
      },
      {
        job: 'cold start to the comparison of 10,000 quote lines',
        run: start(`/projects/${quotes}/compare`, (page) => page.waitForSelector('[role="grid"] [role="gridcell"]')),
      },
    ];
    const results: Result[] = [];
    for (const { job, run } of grids) {
      const pair = await sideBySide(RUNS, run, startBare);
      results.push({
        job,
        ours: pair.ours,
        unit: 'ms',
        baseline: { value: pair.baseline, what: 'Node, Chromium and an empty page' },
        bar: { kind: 'ratio', most: 2 },
      });
    }
    return results;
  } finally {
    await prepared.dispose();
  }
}

const SITE = fileURLToPath(new URL('./bare-site.ts', import.meta.url));
const PAGES = fileURLToPath(new URL('./pages', import.meta.url));

async function haveItems({ call }: TestCore): Promise<string> {
  const { id } = await call.projects.create(buildProject());
  for (let start = 0; start < LINES; start += LINES / 2) {
    const create = Array.from({ length: LINES / 2 }, (_, index) => {
      const position = start + index;
      return buildItem({ position, lineNo: String(position + 1), nameEn: `Item ${position + 1}`, nameZh: '' });
    });
    await call.items.save({ projectId: id, create, update: [], remove: [] });
  }
  return id;
}
