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
