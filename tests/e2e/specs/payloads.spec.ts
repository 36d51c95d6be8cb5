import type { Page } from '@playwright/test';
import { ReportsPage } from '../pages/reports-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expect, test } from '../program.ts';
import { importProject } from '../sheets.ts';

const IMAGE = '<img src=x onerror=window.__ran=1>';
const SCRIPT = '<script>window.__ran=2</script>';

test('scripts in names are names: in grids, toasts and on paper', async ({ empty: page }) => {
  await page.addInitScript({
    content: `document.addEventListener('securitypolicyviolation', (event) => {
      // A library asks whether functions can be made from text, and is refused; that is nobody's input.
      if (event.blockedURI !== 'eval') window.__ran = 'policy: ' + event.violatedDirective + ' ' + event.blockedURI;
    });`,
  });
  await page.reload();
  await importProject(page, {
    name: IMAGE,
    currency: 'USD',
    sheet: [
      `Line,Description,Unit,Quantity,${IMAGE} unit price,Acme Ltd unit price`,
      `1,${SCRIPT},pcs,100,0.62,0.60`,
      `2,${IMAGE},pcs,100,0.21,0.235`,
    ].join('\r\n'),
  });
  await expect(page.getByRole('rowheader', { name: SCRIPT }).first()).toBeVisible();
  await expectNothingRan(page);

  const reports = new ReportsPage(page);
  await reports.freeze('Both');
  const printed = await reports.print(1);
  expect(printed).toContain(SCRIPT);
  expect(printed).toContain(IMAGE);
  await expectNothingRan(page);
  await page.goBack();

  const shell = new ShellPage(page);
  await shell.openSuppliers();
  await page.getByRole('button', { name: 'New supplier' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name (English)').fill(`${SCRIPT}${IMAGE}`);
  await form.getByLabel('Shop link').fill('javascript:window.__ran=3');
  await form.getByRole('button', { name: 'Create supplier' }).click();
  await expect(form.getByText('Must begin with http:// or https://.')).toBeVisible();
  await form.getByLabel('Shop link').fill('');
  await form.getByRole('button', { name: 'Create supplier' }).click();
  await shell.deleteSupplier(`${SCRIPT}${IMAGE}`);
  await expect(page.getByText(`Deleted: ${SCRIPT}${IMAGE}`)).toBeVisible();
  await expectNothingRan(page);
});

async function expectNothingRan(page: Page): Promise<void> {
  expect(await page.evaluate('window.__ran')).toBeUndefined();
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
}
