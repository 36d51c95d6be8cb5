import { ComparePage } from '../pages/compare-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expect, test } from '../program.ts';

test('language and colours change at once, without loading anew', async ({ sample: page }) => {
  await page.goto(new URL('/settings/appearance', page.url()).href);
  await page.evaluate(`document.documentElement.setAttribute('data-same-page', '')`);
  await page.getByRole('radio', { name: '简体中文' }).check();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('外观与语言');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByText('深色', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.getByRole('radio', { name: 'English' }).check();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Appearance & language');
  await expect(page.locator('html')).toHaveAttribute('data-same-page', '');
});

test('by keyboard alone: find 吸管, walk the comparison, ask for a figure', async ({ sample: page }) => {
  await expect(page.getByRole('cell', { name: /Metal straws/ }).first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Search and commands' })).toBeFocused();
  await page.keyboard.type('吸管');
  const hit = page
    .getByRole('dialog')
    .getByRole('button', { name: /金属吸管/ })
    .first();
  await expect(hit).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Metal straws/, level: 1 })).toBeVisible();

  await new ShellPage(page).focusTab('Compare');
  await page.keyboard.press('Enter');
  const compare = new ComparePage(page);
  await compare.expectOpen();
  await compare.enter();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const cell = compare.focused;
  const place = await cell.getAttribute('data-place');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'How this figure came about' })).toContainText('Cost per unit');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(cell).toHaveAttribute('data-place', place ?? '');
});
