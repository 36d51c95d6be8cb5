import { readXlsx } from 'hucre';
import { EvaluatePage } from '../pages/evaluate-page.ts';
import { PricesPage } from '../pages/prices-page.ts';
import { ReportsPage } from '../pages/reports-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expect, test } from '../program.ts';
import { importProject, THREE_QUOTES } from '../sheets.ts';

test('scores make a ranking, and a frozen report keeps it', async ({ empty: page }) => {
  test.setTimeout(90_000);
  await importProject(page, { name: 'Metal straws', currency: 'USD', sheet: THREE_QUOTES });
  await new ShellPage(page).openTab('Evaluate');
  const evaluate = new EvaluatePage(page);
  await evaluate.startFrom('Balanced');

  await evaluate.weigh('Price', '30');
  await expect(page.getByText('The weights must be 100 %: 10 % are missing.')).toBeVisible();
  await expect(evaluate.saveButton).toBeDisabled();
  await evaluate.weigh('Price', '40');
  await evaluate.requireAtLeast('Quality', '50');
  await evaluate.saveCriteria();

  await evaluate.score('Acme Ltd', 'Quality', '80');
  await evaluate.score('Acme Ltd', 'Delivery', '90');
  await evaluate.score('Acme Ltd', 'Service', '70');
  await evaluate.score('Brightway Co.', 'Quality', '85');
  await evaluate.score('Brightway Co.', 'Delivery', '60');
  await evaluate.score('Brightway Co.', 'Service', '80');
  await evaluate.score('Cheap & Fast', 'Quality', '40');
  await evaluate.score('Cheap & Fast', 'Delivery', '95');
  await evaluate.score('Cheap & Fast', 'Service', '50');
  await evaluate.giveReason('Acme Ltd', 'Quality', 'Two samples, no burrs');

  await expect(evaluate.place('Acme Ltd')).toContainText(/^1/);
  await expect(evaluate.place('Brightway Co.')).toContainText(/^2/);
  // 80 points for a weight of 30 %.
  await expect(evaluate.place('Acme Ltd')).toContainText('24');
  await expect(evaluate.place('Cheap & Fast')).toContainText('Knocked out');
  await expect(evaluate.place('Cheap & Fast')).toContainText('Quality: 40.0 is below the minimum of 50.0.');
  // The lowest total of those not knocked out is Acme's: 100 x 40 % + 80 x 30 % + 90 x 20 % + 70 x 10 %.
  await expect(evaluate.place('Acme Ltd').getByRole('button', { name: /89\.0/ })).toBeVisible();

  const reports = new ReportsPage(page);
  await reports.freeze('Both');
  const cells = await xlsxCells(await reports.save(1, 'XLSX'));
  expect(cells).toContain(89);
  expect(cells).toContain(35_950);
  expect(cells).toContain(25_450);
  expect(cells).toContain('Two samples, no burrs');
  const csv = (await reports.save(1, 'CSV')).toString('utf8');
  expect(csv).toContain('Acme Ltd');
  const printed = await reports.print(1);
  for (const text of ['Supplier evaluation report', '供应商评审报告', '89.0', '35,950.00', 'Two samples, no burrs']) {
    expect(printed).toContain(text);
  }

  await page.goBack();
  const prices = new PricesPage(page);
  await prices.open();
  await prices.type('Straight straw', 0, '3.5000');
  await new ShellPage(page).openTab('Evaluate');
  await expect(evaluate.place('Brightway Co.')).toContainText(/^1/);
  await new ShellPage(page).openTab('Reports');
  expect(await reports.print(1)).toBe(printed);
});

async function xlsxCells(file: Buffer): Promise<unknown[]> {
  const book = await readXlsx(file);
  return book.sheets.flatMap((sheet) => sheet.rows.flat());
}
