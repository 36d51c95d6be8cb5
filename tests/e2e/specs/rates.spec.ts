import { ComparePage } from '../pages/compare-page.ts';
import { ExchangeRatesPage } from '../pages/exchange-rates-page.ts';
import { expect, test } from '../program.ts';
import { importProject, THREE_QUOTES } from '../sheets.ts';

test('quotes without an exchange rate stand apart until there is one', async ({ empty: page }) => {
  await importProject(page, { name: 'Metal straws', currency: 'CNY', sheet: THREE_QUOTES });
  const compare = new ComparePage(page);
  await expect(page.getByText('0 ranked · 3 not comparable')).toBeVisible();
  await expect(compare.head('Acme Ltd')).toContainText('No exchange rate');
  const address = page.url();

  const rates = new ExchangeRatesPage(page);
  await rates.open();
  await rates.add('USD', '7.1', 'Bank of China, middle rate');
  await page.goto(address);
  await compare.expectRanked(3);
  await expect(compare.head('Cheap & Fast')).toContainText('Rank 1');
  await expect(compare.head('Cheap & Fast')).toContainText('180,695.00');
});
