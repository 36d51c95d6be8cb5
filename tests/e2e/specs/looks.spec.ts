import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../program.ts';

const SCREENS = [
  'items',
  'quotes',
  'samples',
  'compare',
  'compare?basis=landed',
  'compare?basis=landedTiming&view=ledger',
  'compare?view=quantity',
  'compare?view=waterfall',
  'compare?view=market',
  'compare?view=rounds',
  'costing',
  'evaluate',
  'evaluate/criteria',
  'evaluate/scores',
  'evaluate/stability',
  'award',
  'award?view=decision',
  'award?view=letters',
  'reports',
  'import',
] as const;
const SUPPLIER_PARTS = [
  'profile',
  'verification',
  'qualification',
  'scores',
  'communication',
  'quotes',
  'quality',
  'timeline',
] as const;
const ROOMS = [
  '/projects',
  '/quotes',
  '/suppliers',
  '/suppliers?map=true',
  '/suppliers?duplicates=true',
  '/suppliers?compare=[]',
  '/suppliers?exporting=true',
  '/suppliers/import',
  '/inspections',
  '/inspections/samples',
  '/inspections/papers',
  '/inspections/holidays',
  '/settings/company',
  '/settings/exchange-rates',
  '/settings/appearance',
  '/settings/history',
  '/settings/bin',
  '/settings/about',
] as const;

// Two of the four pairs: each language and each colour scheme once.
for (const { language, locale, colorScheme } of [
  { language: 'English', locale: 'en-US', colorScheme: 'light' },
  { language: 'Chinese', locale: 'zh-CN', colorScheme: 'dark' },
] as const) {
  test.describe(`${language}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme });

    // Axe takes seconds a screen on a busy machine: two tests, side by side, rather than one long one.
    test('every room is accessible and has all its texts', async ({ sample: page }) => {
      test.setTimeout(400_000);
      await firstProject(page);
      await expectGoodLooks(page, ROOMS);
    });

    test('every part of a supplier is accessible and has all its texts', async ({ sample: page }) => {
      test.setTimeout(300_000);
      await page.goto(new URL('/suppliers', page.url()).href);
      await page
        .getByRole('cell', { name: /Wuxi Taihu|无锡太湖/ })
        .first()
        .click();
      await expect(page).toHaveURL(/\/suppliers\/[0-9a-f-]{36}/);
      const room = new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
      await expectGoodLooks(
        page,
        SUPPLIER_PARTS.map((part) => `${room}/${part}`),
      );
    });

    test('a sample round, an inspection and their papers are accessible and have all their texts', async ({
      sample: page,
    }) => {
      test.setTimeout(400_000);
      const round = await opened(page, '/inspections/samples', /Straight straw|直管吸管/);
      const inspection = await opened(page, '/inspections', /HX-4/);
      const visit = await opened(page, '/inspections', /First visit|首次验厂/);
      const supplier = await opened(page, '/suppliers', /Jieyang Hengxin|揭阳市恒鑫/);
      await page.goto(new URL(`${supplier}/verification`, page.url()).href);
      const dossier = await page.getByRole('link', { name: /Open dossier 1|打开档案 1/ }).getAttribute('href');
      if (dossier === null) throw new Error('the sample holds no dossier');
      await expectGoodLooks(page, [
        ...['samples', 'sheet', 'photos'].map((tab) => `${round}?tab=${tab}`),
        ...['plan', 'checklist', 'defects', 'photos', 'drift'].map((tab) => `${inspection}?tab=${tab}`),
        `${visit}?tab=plan`,
        `/print${round}`,
        `/print${round}?blank=true`,
        `/print${inspection}`,
        `/print${inspection}?blank=true`,
        dossier,
      ]);
    });

    test('every screen of a project is accessible and has all its texts', async ({ sample: page }) => {
      test.setTimeout(400_000);
      const project = await firstProject(page);
      await expectGoodLooks(
        page,
        SCREENS.map((screen) => `${project}/${screen}`),
      );
    });
  });
}

async function expectGoodLooks(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(new URL(path, page.url()).href);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page, path);
    await expectNoKeys(page, path);
  }
}

/** Opens the first row of a list that says this, and tells the address behind it without its search. */
async function opened(page: Page, list: string, row: RegExp): Promise<string> {
  await page.goto(new URL(list, page.url()).href);
  await page.getByRole('cell', { name: row }).first().click();
  await expect(page).toHaveURL(/\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
}

async function firstProject(page: Page): Promise<string> {
  await page
    .getByRole('cell', { name: /Metal straws|金属吸管/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/projects\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
}

async function expectAccessible(page: Page, path: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${path}: ${id} at ${nodes
          .map(({ target }) => target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    );
  expect(serious).toEqual([]);
}

/** A text that is missing shows as its key: "quotes:column.tax", "projects.title". */
async function expectNoKeys(page: Page, path: string): Promise<void> {
  const text = await page.locator('body').innerText();
  const keys = text.match(/\b[a-z][A-Za-z]+:[a-z][A-Za-z]+(\.[A-Za-z]+)*\b|\{\{\w+\}\}/g) ?? [];
  expect(keys.map((key) => `${path}: ${key}`)).toEqual([]);
}
