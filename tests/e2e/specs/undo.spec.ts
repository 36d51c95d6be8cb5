import { ComparePage } from '../pages/compare-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expect, test } from '../program.ts';

test('a deleted supplier comes back with Ctrl+Z', async ({ sample: page }) => {
  const shell = new ShellPage(page);
  await shell.openSuppliers();
  await shell.createSupplier('Ningbo Strawworks');
  const row = page.getByRole('row', { name: /Ningbo Strawworks/ });
  await shell.deleteSupplier('Ningbo Strawworks');
  await expect(row).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(row).toBeVisible();
});

test('a rate changed in one window ranks anew in the other', async ({ sample: page, context }) => {
  const shell = new ShellPage(page);
  await shell.openProject('Metal straws, spring range');
  await shell.openTab('Compare');
  const compare = new ComparePage(page);
  await compare.expectOpen();
  await expect(compare.head('Shenzhen Lvxi Eco Tableware')).toContainText('Rank 3');

  const other = await context.newPage();
  await other.goto(new URL('/settings/exchange-rates', page.url()).href);
  await other.getByRole('row', { name: /USD.*7\.0850/ }).click();
  await other.getByRole('textbox', { name: 'Rate' }).fill('6.2');
  await other.getByRole('button', { name: 'Save' }).click();

  await expect(compare.head('Shenzhen Lvxi Eco Tableware')).toContainText('Rank 1');
});
