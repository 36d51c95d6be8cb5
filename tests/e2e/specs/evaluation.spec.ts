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

  await evaluate.openPart('Scores');
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

  await evaluate.openPart('Result');
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

test('a blind evaluator sees letters and no price, and counts once handed in; the method changes what is shown', async ({
  empty: page,
}) => {
  test.setTimeout(120_000);
  await importProject(page, { name: 'Metal straws', currency: 'USD', sheet: THREE_QUOTES });
  await new ShellPage(page).openTab('Evaluate');
  const evaluate = new EvaluatePage(page);
  await evaluate.startFrom('Balanced');
  await evaluate.saveCriteria();

  // Weights from pairs: the arrow keys move the judgement.
  await evaluate.openPart('Criteria');
  await page.getByRole('button', { name: 'Compare in pairs' }).click();
  await page.getByRole('slider', { name: 'Price or Quality' }).press('ArrowLeft');
  await page.getByRole('slider', { name: 'Price or Quality' }).press('ArrowLeft');
  await expect(page.getByText('Price counts 3 times as much')).toBeVisible();
  await page.getByRole('slider', { name: 'Quality or Service' }).press('End');
  await expect(page.getByText('The judgements contradict each other')).toBeVisible();
  await page.getByRole('slider', { name: 'Quality or Service' }).press('Home');
  await page.getByRole('slider', { name: 'Quality or Service' }).focus();
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Consistent enough')).toBeVisible();
  await page.getByRole('button', { name: 'Use these weights' }).click();
  await expect(page.getByText('Weighed in pairs')).toBeVisible();

  await evaluate.openPart('Scores');
  await evaluate.addEvaluator('Buyer');
  for (const supplier of ['Acme Ltd', 'Brightway Co.', 'Cheap & Fast']) {
    for (const criterion of ['Quality', 'Delivery', 'Service']) await evaluate.score(supplier, criterion, '80');
  }
  await evaluate.addEvaluator('Quality', { blind: true, letters: true });
  await expect(page.getByText('Acme Ltd')).toHaveCount(0);
  await evaluate.score('Supplier A', 'Quality', '30');
  await expect(page.getByText('1 of 9 scores given.')).toBeVisible();
  // Nothing at this desk leads to ranks or to what others gave before the scores are handed in.
  const views = page.getByRole('navigation', { name: 'Views of the evaluation' });
  for (const view of ['Criteria', 'Result', 'Stability']) {
    await expect(views.getByRole('link', { name: view })).toHaveCount(0);
  }
  await expect(evaluate.evaluatorTab('Buyer')).toHaveCount(0);
  await new ShellPage(page).openTab('Evaluate');
  await expect(page.getByRole('heading', { name: 'Closed while Quality scores blind' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Ranking' })).toHaveCount(0);
  await page.getByRole('button', { name: 'To the scores' }).click();
  await expect(page.getByText('1 of 9 scores given.')).toBeVisible();
  // Whoever runs the evaluation takes the desk back on purpose.
  await page.getByRole('button', { name: 'Leave blind scoring' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave blind scoring' }).click();
  await evaluate.openPart('Result');
  await expect(page.getByText('have not handed in: Quality.')).toBeVisible();
  await expect(page.getByRole('heading', { name: /disagree/ })).toHaveCount(0);
  await evaluate.openPart('Scores');
  await evaluate.evaluatorTab('Quality').click();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByText('can no longer be changed')).toBeVisible();

  await evaluate.openPart('Result');
  await expect(page.getByRole('heading', { name: 'Evaluators disagree on 1 score' })).toBeVisible();
  await evaluate.choose('Method', 'TOPSIS');
  await expect(page.getByRole('columnheader', { name: 'Closeness' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Figures made comparable' })).toHaveCount(0);
  await evaluate.openPart('Stability');
  await expect(page.getByRole('table', { name: 'How far the weights may move' })).toBeVisible();
});

async function xlsxCells(file: Buffer): Promise<unknown[]> {
  const book = await readXlsx(file);
  return book.sheets.flatMap((sheet) => sheet.rows.flat());
}
