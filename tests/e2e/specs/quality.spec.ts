import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { QualityPage } from '../pages/quality-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expect, startProgram, test } from '../program.ts';

/** One red pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);

test('a round of samples goes from the request to the golden sample and into the evaluation', async ({
  sample: page,
}) => {
  test.setTimeout(120_000);
  const quality = new QualityPage(page);
  await new ShellPage(page).openProject('Metal straws');
  await quality.startRound('Bent straw 6 × 215 mm', {
    恒鑫: 'Jieyang Hengxin',
    美洁: 'Yiwu Meijie',
    天合: 'Yongkang Tianhe',
  });
  await expect(page.getByText('6 amounts unknown: it is at least this.')).toBeVisible();

  const drawer = await quality.openSample('Jieyang Hengxin');
  await quality.set(drawer.getByLabel('Sample fee'), '80');
  await quality.set(drawer.getByLabel('Freight'), '22');
  await drawer.locator('input[type=file]').setInputFiles({ name: 'tip.png', mimeType: 'image/png', buffer: PIXEL });
  await expect(drawer.getByRole('button', { name: /tip\.png/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('4 amounts unknown: it is at least this.')).toBeVisible();

  await quality.openTab('Test sheet');
  const cell = (supplier: string, point: string) => page.getByLabel(new RegExp(`^${supplier}.*: ${point}`)).first();
  await quality.pick(cell('Jieyang Hengxin', 'Material as specified'), 'Pass');
  await quality.pick(cell('Yiwu Meijie', 'Material as specified'), 'Fail');
  await quality.set(cell('Jieyang Hengxin', 'Length'), '215.0 215,2 214.9');
  await expect(page.getByText('3: 214.9–215.2')).toBeVisible();

  await quality.openTab('Samples');
  await quality.judge('Yiwu Meijie', 'Rejected', 'Not 304.');
  await quality.judge('Jieyang Hengxin', 'Approved', 'Closest to the drawing.');
  await quality.openSample('Jieyang Hengxin');
  await page.getByRole('button', { name: 'Keep as golden sample' }).click();
  await expect(page.getByText('Its measurements are locked')).toBeVisible();
  await page.keyboard.press('Escape');

  await quality.more('Take scores over');
  const taking = page.getByRole('dialog', { name: 'Take scores over' });
  await expect(taking.getByText('Not tested yet.')).toBeVisible();
  await taking.getByRole('button', { name: 'Take scores over' }).click();
  await expect(page.getByText('2 scores taken over.')).toBeVisible();

  await quality.more('Print results');
  const words = await quality.paper();
  expect(words).toContain('Jieyang Hengxin');
  expect(words).toContain('揭阳市恒鑫');
  expect(words).toContain('Not 304.');
  const { bytes, pages } = await quality.savePdf();
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(pages).toBeGreaterThanOrEqual(1);
});

test('an inspection fails by its plan, is closed, and is repeated', async ({ sample: page }) => {
  test.setTimeout(120_000);
  const quality = new QualityPage(page);
  await page.getByRole('link', { name: 'Inspections' }).click();
  await quality.openTab('Samples');
  await page.getByText('Straight straw 6 mm').first().click();
  await page.getByRole('button', { name: 'Inspect a batch against it' }).click();
  await expect(page.getByText('Enter the size of the lot, and the plan follows.')).toBeVisible();

  await quality.set(page.getByLabel('Lot size'), '20');
  await quality.pick(page.getByRole('combobox', { name: 'AQL Major' }), '1.0');
  // Letter C has no plan at 1.0: the table's arrow leads down to E.
  await expect(
    page.getByText('Major: the table points down from C; plan E is used, with its 13 pieces.'),
  ).toBeVisible();
  await quality.set(page.getByLabel('Lot size'), '4000');
  await quality.pick(page.getByRole('combobox', { name: 'AQL Major' }), '2.5');
  await expect(page.getByText('Inspect 200 pieces')).toBeVisible();
  await quality.set(page.getByLabel('Pieces inspected'), '200');
  await quality.set(page.getByLabel('Carried out on'), '2026-03-02');

  await quality.openTab('Defects');
  await quality.addDefect(1, { class: 'Major', count: '11', text: 'Burr at the tip' });
  await expect(page.getByText('Rejected').first()).toBeVisible();

  await quality.more('Print blank checklist');
  expect(await quality.paper()).toContain('外径');
  await page.getByRole('button', { name: 'Back' }).click();

  await quality.openTab('Plan and result');
  await expect(page.getByText('Major: 11 defects, rejected from 11 on.')).toBeVisible();
  await quality.more('Print result');
  const words = await quality.paper();
  expect(words).toContain('Rejected / 不合格');
  expect(words).toContain('Burr at the tip');
  const { bytes, pages } = await quality.savePdf();
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(pages).toBeGreaterThanOrEqual(2);
  await page.getByRole('button', { name: 'Back' }).click();

  await page.getByRole('button', { name: 'Close inspection' }).click();
  await expect(page.getByText('Closed').first()).toBeVisible();
  await page.getByRole('button', { name: 'Plan re-inspection' }).first().click();
  await expect(page.getByText(/Repeats inspection \d+/)).toBeVisible();
  await expect(page.getByText('Open').first()).toBeVisible();
});

test('photos that are gone or altered on disk are told where they are evidence, and on the printed report', async ({
  page,
  complaints: _,
}) => {
  test.setTimeout(120_000);
  const program = await startProgram('sample');
  const files = (await readdir(program.home, { recursive: true })).filter((path) => /[0-9a-f]{64}$/.test(path));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) await rm(join(program.home, file));
  const quality = new QualityPage(page);
  await page.goto(program.url);
  await page.getByRole('link', { name: 'Inspections' }).click();
  await page.getByRole('row', { name: /Rejected.*HX-4/ }).click();
  await quality.openTab('Defects');
  const burr = page.getByRole('listitem').filter({ hasText: 'lot-4-burr.png' });
  await expect(burr).toContainText('Missing');
  await quality.more('Print result');
  await expect(page.getByRole('article')).toContainText('lot-4-burr.png · Missing / 缺失');

  for (const file of files) await writeFile(join(program.home, file), 'not the picture');
  await page.reload();
  await expect(page.getByRole('article')).toContainText('lot-4-burr.png · Altered / 已被改动');
  await page.getByRole('button', { name: 'Back' }).click();
  await quality.openTab('Defects');
  await expect(burr).toContainText('Altered');
  await page.context().close();
  await program.stop();
});
