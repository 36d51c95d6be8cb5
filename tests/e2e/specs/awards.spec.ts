import { readXlsx } from 'hucre';
import { AwardPage } from '../pages/award-page.ts';
import { ReportsPage } from '../pages/reports-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expect, test } from '../program.ts';
import { importProject, THREE_QUOTES } from '../sheets.ts';

const POINTS = [
  'Price',
  'Validity',
  'Payment',
  'Trade term',
  'Quality standard',
  'Delivery and liability for delay',
  'After-sales',
];

test('from a sheet of quotes to the confirmed award, its letters and its dossier', async ({ empty: page }) => {
  test.setTimeout(240_000);
  await importProject(page, { name: 'Metal straws', currency: 'USD', sheet: THREE_QUOTES });
  await new ShellPage(page).openTab('Award');
  const award = new AwardPage(page);

  // One supplier is the cheapest of every line; two sources cost a little more, and one and two at once cannot be.
  await award.solve();
  await expect(award.result).toContainText('25,450.00');
  await expect(award.result).toContainText('Proven: nothing cheaper keeps the limits');
  await award.saveScenario('Cheapest');
  await award.limit('Suppliers, at most', '1');
  await award.limit('Suppliers, at least', '2');
  await award.solve();
  await expect(award.result).toContainText('At most 1 supplier');
  await expect(award.result).toContainText('At least 2 suppliers');
  await award.limit('Suppliers, at most', '2');
  await award.solve();
  // Line 2 goes to the next cheapest: 3,150.00 instead of 2,250.00.
  await expect(award.result).toContainText('26,350.00');
  await award.saveScenario('Two sources');
  await expect(award.saved).toContainText('+900.00');

  await award.takeAsAward('Two sources');
  const missing = page.getByRole('status').filter({ hasText: 'Before it can be confirmed' });
  await expect(missing).toContainText('Acme Ltd: price, validity, payment');
  await award.confirmButton.click();
  await expect(page.getByRole('alert').filter({ hasText: 'The award cannot be confirmed yet' })).toBeVisible();

  for (const supplier of ['Acme Ltd', 'Cheap & Fast']) {
    for (const point of POINTS) {
      await award.settle(supplier, point, { evidence: `Said in chat about ${point}`, by: 'Lena' });
    }
    await award.settle(supplier, 'Packaging', { waivedBecause: 'Standard carton' });
  }
  await award.giveReasons('Two sources for 900 dollars');
  await award.approve('Jonas Weber', 'Head of purchasing');
  await expect(page.getByText('Everything is settled. It can be confirmed.')).toBeVisible();
  await award.confirmButton.click();
  await expect(page.getByRole('button', { name: 'Reopen…' })).toBeVisible();

  await award.openView('Letters and dossier');
  const letter = await award.download('PDF of the letter to Brightway Co.');
  expect(letter.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  await page.getByRole('link', { name: 'Open the letter to Brightway Co.' }).click();
  const regret = (await page.getByRole('main').textContent()) ?? '';
  expect(regret).toContain('Notice of decision');
  expect(regret).toContain('评审结果通知');
  expect(regret).not.toMatch(/\d,\d{3}|Acme|Cheap/);
  await page.goBack();

  await page.getByRole('button', { name: 'Freeze dossier' }).click();
  await page.getByRole('link', { name: 'All reports' }).click();
  const reports = new ReportsPage(page);
  expect((await reports.save(1, 'PDF')).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  const book = await readXlsx(await reports.save(1, 'XLSX'));
  const cells = book.sheets.flatMap((sheet) => sheet.rows.flat());
  expect(cells).toContain(26_350);
  expect(cells).toContain('Two sources for 900 dollars');
  expect(cells).toContain('Said in chat about Price');
  await page.getByRole('link', { name: 'Decision dossier 1' }).click();
  const dossier = (await page.getByRole('main').textContent()) ?? '';
  for (const text of ['Decision dossier', '26,350.00', 'Standard carton', 'Jonas Weber', 'Two sources']) {
    expect(dossier).toContain(text);
  }

  // Opening it again needs a reason, and the decision it had stays on file.
  await page.goBack();
  await new ShellPage(page).openTab('Award');
  await award.openView('Decision');
  await page.getByRole('button', { name: 'Reopen…' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Acme raised its price');
  await page.getByRole('dialog').getByRole('button', { name: 'Reopen the award' }).click();
  await expect(award.confirmButton).toBeVisible();
  await award.openView('Letters and dossier');
  await expect(page.getByRole('table', { name: 'Decisions' })).toContainText('Acme raised its price');
});

/** Twelve suppliers within 15 % of a level for sixty lines, the same in every run: enough to keep the solver busy. */
function longTender(): string {
  let state = 7;
  const below = (limit: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  const suppliers = Array.from({ length: 12 }, (_, index) => `Maker ${String.fromCharCode(65 + index)} unit price`);
  const lines = Array.from({ length: 60 }, (_, index) => {
    const level = 100 + below(4_000);
    const quantity = 500 + below(9_500);
    const prices = suppliers.map(() => (Math.round((level * (85 + below(30))) / 100) / 100).toFixed(2));
    return [index + 1, `Part ${index + 1}`, 'pcs', quantity, ...prices].join(',');
  });
  return [['Line,Description,Unit,Quantity', ...suppliers].join(','), ...lines].join('\r\n');
}

test('a long search is cancelled, or ends at its limit and says how far it may be from the best', async ({
  empty: page,
}) => {
  test.setTimeout(240_000);
  await importProject(page, { name: 'Parts', currency: 'USD', sheet: longTender() });
  await new ShellPage(page).openTab('Award');
  const award = new AwardPage(page);
  await award.solve();
  await award.saveScenario('Free');
  await award.divideLines();
  await award.limit('Suppliers, at least', '5');
  await award.limit('Suppliers, at most', '6');
  await award.limit('Share of one supplier, at most, %', '20.5');
  await award.limit('Time limit, seconds', '600');
  const before = (await award.result.textContent()) ?? '';
  await award.solve();
  await expect(award.searching).toBeVisible();
  await award.cancelSearch();
  // What was found before stands, and the desk is free at once.
  await expect(award.result).toHaveText(before);
  await award.limit('Time limit, seconds', '4');
  await award.solve();
  await expect(award.result).toContainText('from the best possible; the search ended at the time limit', {
    timeout: 60_000,
  });
  await award.saveScenario('Shared out');

  await award.renameScenario('Shared out', 'Nobody above a fifth');
  await expect(award.saved).toContainText('gap');
});

test('saved scenarios are printed side by side under the letterhead', async ({ sample: page }) => {
  await page.getByRole('cell', { name: 'Metal straws' }).first().click();
  await new ShellPage(page).openTab('Award');
  const award = new AwardPage(page);
  await expect(award.saved).toContainText('62,430.00');
  await page.getByRole('link', { name: 'Print side by side' }).click();
  const sheet = (await page.getByRole('main').textContent()) ?? '';
  for (const text of ['Nordhafen Trading GmbH', 'Award scenarios', '64,310.00', '◆ 62,430.00', 'At most 2 suppliers']) {
    expect(sheet).toContain(text);
  }
});
