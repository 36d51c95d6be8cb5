import { expect, test } from '../program.ts';

test('all quotes are searched, kept as a view that the list opens with, and undone', async ({ sample: page }) => {
  await page.getByRole('link', { name: 'Quotes', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Quotes', level: 1 })).toBeVisible();
  await page.getByRole('searchbox').fill('吸管 永康');
  await expect(page.getByRole('row').nth(1)).toContainText('Yongkang');
  await page.getByRole('button', { name: 'State' }).click();
  await page.getByLabel('Latest, in force').check();
  await page.keyboard.press('Escape');
  await expect(page.getByText('State: Latest, in force')).toBeVisible();
  await expect(page).toHaveURL(/states=/);

  await page.getByRole('button', { name: 'View: All' }).click();
  await page.getByRole('menuitem', { name: 'Keep as a new view…' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Straws in force');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const view = page.getByRole('button', { name: 'View: Straws in force' });
  await view.click();
  await page.getByRole('menuitem', { name: 'Open the list with this view' }).click();
  await page.getByRole('link', { name: 'Sourcing' }).first().click();
  await page.getByRole('link', { name: 'Quotes', exact: true }).click();
  await expect(view).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveValue('吸管 永康');

  await view.click();
  await page.getByRole('menuitem', { name: 'All' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await page.getByRole('button', { name: 'View: All' }).click();
  await expect(page.getByRole('menuitem', { name: 'Straws in force' })).toHaveCount(0);
});
