import { stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../program.ts';

test('a workspace is created, found again, and refused once it is empty', async ({ welcome: page, bare }) => {
  const dir = join(bare.home, 'purchasing');
  await expect(page.getByRole('heading', { name: 'Welcome to Hangjia' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Name' }).fill('Purchasing');
  await page.getByRole('textbox', { name: 'Folder' }).first().fill(dir);
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect(page.getByText('No sourcing projects yet')).toBeVisible();

  await close(page);
  await page.getByRole('button', { name: /^Purchasing/ }).click();
  await expect(page.getByText('No sourcing projects yet')).toBeVisible();

  await close(page);
  await truncate(join(dir, 'workspace.db'), 0);
  await page.getByRole('button', { name: /^Purchasing/ }).click();
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('is empty: the file has no content any more.');
  await expect(refusal).toContainText('There are no backups in this folder.');
  await refusal.getByRole('button', { name: 'Choose another folder' }).click();
  await expect(refusal).toHaveCount(0);
  expect((await stat(join(dir, 'workspace.db'))).size).toBe(0);
});

async function close(page: import('@playwright/test').Page): Promise<void> {
  await page.getByRole('button', { name: /^Workspace menu/ }).click();
  await page.getByRole('menuitem', { name: 'Close workspace' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome to Hangjia' })).toBeVisible();
}
