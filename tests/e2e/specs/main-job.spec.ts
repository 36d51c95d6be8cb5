import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre';
import { ComparePage } from '../pages/compare-page.ts';
import { ImportPage } from '../pages/import-page.ts';
import { ProjectPage } from '../pages/project-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expect, test } from '../program.ts';

const SHEET = [
  'Line,Description,Unit,Quantity,OUR ESTIMATE unit price,Acme Ltd unit price,Brightway Co. unit price,Cheap & Fast unit price',
  '1,Straight straw,pcs,20000,0.70,0.62,0.60,0.41',
  '2,Cleaning brush,pcs,15000,0.25,0.21,0.235,0.15',
  '3,Gift box,set,3000,7.00,6.80,6.95,',
  '4,Cotton pouch,pcs,6000,0.90,0.85,oops,0.60',
].join('\r\n');

test('from a quote sheet to a printed evaluation report', async ({ empty: page }) => {
  await new ProjectPage(page).createAndImport('Metal straws', 'USD');

  const wizard = new ImportPage(page);
  await wizard.chooseFile('quotes.csv', SHEET);
  await wizard.acceptSheet();
  await wizard.chooseCurrency('USD');
  await wizard.checkRows();
  await wizard.showProblems();
  await expect(page.getByRole('row', { name: /5 .*Not taken.*“oops” is not a number/ })).toBeVisible();
  await wizard.confirm();

  const compare = new ComparePage(page);
  await compare.expectOpen();
  // Brightway lacks a readable price, Cheap & Fast a gift box: neither may win, however low.
  await compare.expectRanked(1);
  await expect(compare.head('Acme Ltd')).toContainText('Rank 1');
  await expect(compare.head('Acme Ltd')).toContainText('41,050.00');
  await expect(compare.head('Cheap & Fast')).toContainText('3 of 4 items');
  await expect(compare.head('Brightway Co.')).toContainText('3 of 4 items');

  const shell = new ShellPage(page);
  await shell.openTab('Reports');
  await page.getByRole('button', { name: 'Freeze report' }).first().click();
  await expect(page.getByText('Report 1 is frozen.')).toBeVisible();

  const pdf = await download(page, () => page.getByRole('button', { name: 'PDF of report 1' }).first().click());
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  const xlsx = await download(page, () => page.getByRole('button', { name: 'XLSX of report 1' }).first().click());
  const book = await readXlsx(xlsx);
  const cells = book.sheets.flatMap((sheet) => sheet.rows.flat());
  expect(cells).toContain(41_050);
  expect(cells).toContain('Acme Ltd');
});

async function download(page: import('@playwright/test').Page, start: () => Promise<void>): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await start();
  const path = await (await coming).path();
  return readFile(path);
}
