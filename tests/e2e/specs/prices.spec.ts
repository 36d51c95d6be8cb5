import { PricesPage } from '../pages/prices-page.ts';
import { expect, test } from '../program.ts';
import { importProject, THREE_QUOTES } from '../sheets.ts';

test('a range pasted from Excel is one action, taken back by one Ctrl+Z', async ({ empty: page }) => {
  await importProject(page, { name: 'Metal straws', currency: 'USD', sheet: THREE_QUOTES });
  const prices = new PricesPage(page);
  await prices.open();
  await prices.pasteAt('Straight straw', 0, [
    ['0.5', '0.51'],
    ['0.12', '0.13'],
    ['4.25', '4.5'],
  ]);
  await prices.expectPrices('Straight straw', ['0.5000', '0.5100', '0.4100']);
  await prices.expectPrices('Gift box', ['4.2500', '4.5000', '5.0000']);
  await expect(page.getByRole('button', { name: 'Undo: Enter 6 prices' })).toBeVisible();

  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await prices.expectPrices('Straight straw', ['0.6200', '0.6000', '0.4100']);
  await prices.expectPrices('Gift box', ['6.8000', '6.9500', '5.0000']);

  await page.goto(new URL('/settings/history', page.url()).href);
  await expect(page.getByRole('row', { name: /Undone Enter 6 prices/ })).toHaveCount(1);
  await expect(page.getByRole('row', { name: /Enter 6 prices/ })).toHaveCount(2);
});
