import { PricesPage } from '../pages/prices-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expect, startProgram, test } from '../program.ts';

test('two windows edit one project: the later sees both versions', async ({ sample: page, context }) => {
  const shell = new ShellPage(page);
  await shell.openProject('Metal straws, spring range');
  await shell.editProject();
  await page.getByRole('textbox', { name: 'Destination' }).fill('Hamburg');

  const other = await context.newPage();
  await other.goto(page.url());
  await new ShellPage(other).editProject();
  await other.getByRole('textbox', { name: 'Destination' }).fill('Rotterdam');
  await other.getByRole('textbox', { name: 'Name (English)' }).fill('Metal straws, renamed');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Metal straws, renamed', level: 1 })).toBeAttached();

  await page.getByRole('button', { name: 'Save' }).click();
  const conflict = page.getByRole('dialog', { name: 'Changed meanwhile' });
  await expect(conflict.getByRole('row', { name: /Rotterdam.*Hamburg/ })).toBeVisible();
  // What the other window renamed is not this window's business.
  await expect(conflict.getByRole('row')).toHaveCount(2);
  await conflict.getByRole('button', { name: 'Save mine' }).click();
  await expect(conflict).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Metal straws, renamed', level: 1 })).toBeVisible();
  await shell.editProject();
  await expect(page.getByRole('textbox', { name: 'Destination' })).toHaveValue('Hamburg');
});

test('a price that another window changes while its cell is being edited is not overwritten unseen', async ({
  sample: page,
  context,
}) => {
  await new ShellPage(page).openProject('Metal straws, spring range');
  const prices = new PricesPage(page);
  await prices.open();
  const item = await prices.firstItem();
  await prices.startEditing(item, 0, '9.11');

  const other = await context.newPage();
  await other.goto(page.url());
  const otherPrices = new PricesPage(other);
  await otherPrices.open();
  await otherPrices.type(item, 0, '8.2200');
  await other.close();
  await page.keyboard.press('Enter');
  const conflict = page.getByRole('dialog', { name: 'Changed meanwhile' });
  await expect(conflict.getByRole('row', { name: /8\.22.*9\.11/ })).toBeVisible();
  await conflict.getByRole('button', { name: 'Keep what is stored' }).click();
  await expect(prices.cell(item, 0)).toHaveText('8.2200');

  await prices.type(item, 0, '9.1100');
  await page.reload();
  await prices.open();
  await expect(prices.cell(item, 0)).toHaveText('9.1100');
});

test('a price that cannot be read waits where it was typed when the screen is left', async ({ sample: page }) => {
  await new ShellPage(page).openProject('Metal straws, spring range');
  const prices = new PricesPage(page);
  await prices.open();
  const item = await prices.firstItem();
  await prices.type(item, 1, 'ask again');
  await page.getByRole('tab', { name: /^Items/ }).click();
  await expect(page.getByText('1 cell is not saved. What you typed is kept')).toBeVisible();
  await prices.open();
  await expect(prices.cell(item, 1)).toHaveText('ask again');
  await page.getByRole('button', { name: 'Put back what is stored' }).click();
  await expect(prices.cell(item, 1)).not.toHaveText('ask again');
});

test('a window whose program is gone says so', async ({ page }) => {
  const program = await startProgram('sample');
  try {
    await page.goto(program.url);
    await expect(page.getByRole('cell', { name: /Metal straws/ }).first()).toBeVisible();
    await program.kill();
    await expect(page.getByRole('alert')).toContainText('The connection to Hangjia is lost.');
  } finally {
    await page.close();
    await program.stop();
  }
});
