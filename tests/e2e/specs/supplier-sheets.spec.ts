import { inGbk } from '../../builders/gbk.ts';
import { SupplierSheetPage } from '../pages/supplier-sheet-page.ts';
import { expect, test } from '../program.ts';

test('the directory goes out as a workbook, comes in again row by row as chosen, and one undo takes it back', async ({
  sample: page,
}, testInfo) => {
  const sheets = new SupplierSheetPage(page);
  await sheets.openList();
  const { name, content } = await sheets.export('Excel (.xlsx)');
  expect(name).toBe('Suppliers.xlsx');
  await sheets.openImport();
  await sheets.chooseFile(name, content);
  await sheets.acceptSheet();
  await sheets.checkRows();
  await expect(page.getByText(/rows: 0 new suppliers, \d+ perhaps already known/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await sheets.choose(sheets.repeated(/Suzhou Sutong/), 'Create anyway');
  await expect(page.getByText(/^1 will be created, 0 filled/)).toBeVisible();
  await testInfo.attach('check', { body: await page.screenshot(), contentType: 'image/png' });
  await sheets.confirm();
  const twice = page.getByRole('cell', { name: /Suzhou Sutong/ });
  await expect(twice).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(twice).toHaveCount(1);
});

test('a Chinese CSV in GBK becomes suppliers; what cannot be taken is named', async ({ empty: page }) => {
  const sheets = new SupplierSheetPage(page);
  await sheets.openList();
  await page.getByRole('button', { name: 'Import suppliers' }).click();
  const lines = [
    '供应商名称,省份,手机,店铺链接',
    '无锡太湖塑业有限公司,江苏,13800001111,',
    '宁波海天五金厂,浙江,,ftp://x',
  ];
  await sheets.chooseFile('供应商.csv', inGbk(lines.join('\r\n')));
  await sheets.acceptSheet();
  await sheets.checkRows();
  await sheets.showProblems();
  await expect(page.getByRole('row', { name: /3.*店铺链接.*“ftp:\/\/x” is no web address/ })).toBeVisible();
  await sheets.confirm();
  await expect(page.getByRole('cell', { name: '无锡太湖塑业有限公司' })).toBeVisible();
  await expect(page.getByRole('cell', { name: /宁波海天/ })).toHaveCount(0);
});
