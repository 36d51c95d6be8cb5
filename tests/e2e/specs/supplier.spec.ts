import { readFile } from 'node:fs/promises';
import { ShellPage } from '../pages/shell-page.ts';
import { SupplierPage } from '../pages/supplier-page.ts';
import { expect, test } from '../program.ts';

const HOLDER = '宁波海曙吸管制品有限公司';

test('from a new shop link to a verified supplier with its dossier', async ({ empty: page }) => {
  test.setTimeout(180_000);
  const shell = new ShellPage(page);
  const supplier = new SupplierPage(page);
  await shell.openSuppliers();
  await shell.createSupplier('Ningbo Strawworks');
  await expect(page.getByText('Insufficient data')).toBeVisible();

  await supplier.fillProfile({
    'Shop link': 'https://strawworks.1688.com/',
    'Company name on the licence': HOLDER,
    'Unified social credit code': '91330203MA2H5K3T19',
    'Legal person': '周海',
  });
  const wrong = page.getByText(/The check sign does not fit: it would be “(.)”/);
  const expected = /“(.)”/.exec((await wrong.textContent()) ?? '')?.[1] ?? '';
  await supplier.fillProfile({ 'Unified social credit code': `91330203MA2H5K3T1${expected}` });
  await expect(page.getByText('The check sign fits.')).toBeVisible();

  await supplier.record('Add account', {
    'Account holder': HOLDER,
    Bank: '中国农业银行',
    'Account number': '6228480402564890018',
  });
  await expect(page.getByRole('table', { name: 'Payee accounts' })).toContainText('•••• 0018');
  await expect(page.getByText('6228480402564890018')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the whole number' }).click();
  await expect(page.getByText('6228480402564890018')).toBeVisible();
  await supplier.record('Add certificate', { Number: 'CN-26/0177', Issuer: 'SGS' });
  await expect(page.getByRole('table', { name: 'Certificates' })).toContainText('end unknown');

  await supplier.openTab('Verification');
  const checks = page.getByRole('main').getByRole('button', { name: 'Address and telephone answer', exact: true });
  await expect(checks).toBeVisible();
  await supplier.decide('Address and telephone answer', 'Passed', 'Called the number on the licence; 周海 answered.');
  await supplier.decide('Deposit of at least CNY 3,000', 'Waived', 'Paid by letter of credit.');
  const company = page.getByRole('region', { name: 'Step 1 · The company' });
  await expect(company).toContainText('1 of 5 done');
  await expect(company).toContainText('周海 answered');
  await page.getByRole('button', { name: 'Take over: Credit code and its check sign' }).click();
  await expect(page.getByRole('region', { name: 'Qualification' })).toContainText('1 of 9 done');

  await expect(page.getByText('Being verified', { exact: true }).first()).toBeVisible();
  await supplier.passWhatIsOpen('Seen on the visit.');
  await expect(page.getByRole('region', { name: 'Qualification' })).toContainText('9 of 9 done');
  await expect(page.getByText('Verified', { exact: true }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Freeze dossier' }).click();
  await expect(page.getByRole('link', { name: 'Open dossier 1' })).toBeVisible();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PDF of dossier 1' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('Ningbo Strawworks - Supplier dossier 1.pdf');
  const pdf = await readFile(await download.path());
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');

  // What was done stands on the timeline by day, filtered by what the address says, each with a way to its place.
  await supplier.openTab('Timeline');
  const entries = page.getByRole('main').getByRole('listitem');
  await expect(entries.filter({ hasText: 'Address and telephone answer' })).toContainText('周海 answered');
  await expect(entries.filter({ hasText: 'Dossier 1 frozen' })).toHaveCount(1);
  await page.getByText('Checks 23', { exact: true }).click();
  await expect(page).toHaveURL(/kinds=.*checks/);
  await expect(entries).toHaveCount(23);
  await page.reload();
  await expect(entries).toHaveCount(23);
  await page.getByRole('link', { name: 'Address and telephone answer' }).click();
  await expect(company).toContainText('5 of 5 done');

  await page.getByRole('link', { name: 'Open dossier 1' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Supplier dossier');
  // The page that is shown is the page that was made into the PDF.
  const paper = page.getByRole('article');
  for (const told of ['供应商档案', HOLDER, 'Called the number', '•••• 0018', 'Still missing', 'Waived / 免核验']) {
    await expect(paper).toContainText(told);
  }
  await expect(paper).not.toContainText('6228480402564890018');
});
