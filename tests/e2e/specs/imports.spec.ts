import writeExcelFile from 'write-excel-file/node';
import { inGbk } from '../../builders/gbk.ts';
import { buildWideCsv } from '../../builders/sheets.ts';
import { ComparePage } from '../pages/compare-page.ts';
import { ImportPage } from '../pages/import-page.ts';
import { ProjectPage } from '../pages/project-page.ts';
import { expect, test } from '../program.ts';

test.beforeEach(async ({ empty: page }) => {
  await new ProjectPage(page).createAndImport('Metal straws', 'CNY');
});

test('a CSV in GBK with Chinese headings', async ({ empty: page }) => {
  const wizard = new ImportPage(page);
  await wizard.chooseFile(
    '报价.csv',
    inGbk(
      [
        '供应商,品名,单位,数量,单价,币种',
        '永康天禾五金,金属吸管,支,20000,0.62,CNY',
        '义乌绿溪餐具,金属吸管,支,20000,0.58,CNY',
        '永康天禾五金,清洁刷,支,15000,0.21,CNY',
        '义乌绿溪餐具,清洁刷,支,15000,0.23,CNY',
      ].join('\r\n'),
    ),
  );
  await expect(wizard.preview).toContainText('永康天禾五金');
  await wizard.acceptSheet();
  await wizard.checkRows();
  await expect(page.getByText(/4 of 4 rows taken: 2 items .* 2 quotes/)).toBeVisible();
  await wizard.confirm();
  await new ComparePage(page).expectOpen();
  await expect(new ComparePage(page).head('永康天禾五金')).toBeVisible();
});

test('a workbook whose titles are merged over the table', async ({ empty: page }) => {
  const heading = ['Line', 'Description', 'Unit', 'Quantity', 'Acme Ltd unit price', 'Brightway Co. unit price'];
  const blanks = Array.from({ length: heading.length - 1 }, () => null);
  const file = await writeExcelFile(
    [
      [{ value: 'Quotation for metal straws', columnSpan: heading.length, fontWeight: 'bold' }, ...blanks],
      [{ value: 'All prices in CNY', columnSpan: heading.length }, ...blanks],
      heading.map((value) => ({ value })),
      [1, 'Straight straw', 'pcs', 20_000, 0.62, 0.6].map((value) => ({ value })),
      [2, 'Cleaning brush', 'pcs', 15_000, 0.21, 0.235].map((value) => ({ value })),
    ],
    { sheet: 'Quotes' },
  ).toBuffer();
  const wizard = new ImportPage(page);
  await wizard.chooseFile('quotes.xlsx', file);
  await wizard.acceptSheet();
  await wizard.chooseCurrency('CNY');
  await wizard.checkRows();
  await expect(page.getByText(/2 of 2 rows taken: 2 items .* 2 quotes/)).toBeVisible();
  await wizard.confirm();
  await new ComparePage(page).expectOpen();
  await expect(new ComparePage(page).head('Acme Ltd')).toContainText('15,550.00');
});

test('a file that is no sheet says so, and nothing is taken', async ({ empty: page }) => {
  const wizard = new ImportPage(page);
  await wizard.offerFile('prices.xlsx', Buffer.from('PK\u0003\u0004 this is no workbook'));
  await expect(page.getByRole('alert')).toContainText('The file is damaged.');
  await page
    .getByRole('button', { name: 'Leave without importing' })
    .or(page.getByRole('button', { name: 'Back' }))
    .last()
    .click();
  await wizard.offerFile('prices.csv', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]));
  await expect(page.getByRole('alert')).toContainText('Only .xlsx and .csv files can be read.');
});

test('an import that is cancelled leaves nothing behind', async ({ empty: page }) => {
  const wizard = new ImportPage(page);
  await wizard.chooseFile('large.csv', buildWideCsv({ items: 8_000, suppliers: 12 }));
  await wizard.acceptSheet();
  await wizard.chooseCurrency('CNY');
  await wizard.checkRows();
  await wizard.start();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeEnabled();
  await page.goto(page.url().replace('/import', '/quotes'));
  await expect(page.getByText('No quotes yet')).toBeVisible();
});
