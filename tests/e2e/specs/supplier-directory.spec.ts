import { expect, test } from '../program.ts';

test('a supplier entered twice is found, merged field by field, and brought back by one undo', async ({
  sample: page,
}, testInfo) => {
  await page.goto(new URL('/suppliers?duplicates=true', page.url()).href);
  const drawer = page.getByRole('dialog', { name: 'Find duplicates' });
  await expect(drawer.getByText('same phone')).toBeVisible();
  await drawer.getByRole('button', { name: /^Look at Qingdao Lanwan/ }).click();
  await drawer.getByRole('radio', { name: /Qingdao Lanwan Outdoors$/ }).check();
  await testInfo.attach('merge', { body: await page.screenshot(), contentType: 'image/png' });
  await drawer.getByRole('button', { name: 'Merge into one' }).click();
  await expect(drawer.getByText('No duplicates found')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(drawer.getByText('same phone')).toBeVisible();
});

test('provinces filter the list, and profiles stand side by side', async ({ sample: page }, testInfo) => {
  await page.goto(new URL('/suppliers?map=true', page.url()).href);
  await page.getByRole('button', { name: /^Shandong: \d+ suppliers$/ }).click();
  await expect(page.getByText('Province: Shandong')).toBeVisible();
  await expect(page.getByRole('cell', { name: /Guangzhou/ })).toHaveCount(0);
  await page.goto(new URL('/suppliers?compare=[]', page.url()).href);
  const drawer = page.getByRole('dialog', { name: 'Compare profiles' });
  await drawer.getByRole('combobox').fill('Wuxi');
  await page.getByRole('option', { name: /Wuxi Taihu/ }).click();
  await drawer.getByRole('combobox').fill('Kunshan');
  await page.getByRole('option', { name: /Kunshan/ }).click();
  await expect(drawer.getByRole('columnheader')).toHaveCount(3);
  await page.keyboard.press('Tab');
  await testInfo.attach('compare', { body: await page.screenshot(), contentType: 'image/png' });
});
