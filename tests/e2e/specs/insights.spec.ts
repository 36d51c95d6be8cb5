import { ComparePage } from '../pages/compare-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expect, test } from '../program.ts';

test('from the matrix to why: quantity, difference, market and rounds', async ({ sample: page }) => {
  await page
    .getByRole('cell', { name: /Metal straws/ })
    .first()
    .click();
  await new ShellPage(page).openTab('Compare');
  const compare = new ComparePage(page);
  await compare.expectOpen();

  // At my quantity: who is cheapest changes at a price break, and buying up to it is weighed.
  const quantity = await compare.show('At my quantity');
  await compare.about('Straight straw');
  await expect(quantity.getByText('50,000 – 60,000 支')).toBeVisible();
  await quantity.getByRole('textbox', { name: 'Quantity needed' }).fill('19000');
  const hengxin = quantity.getByRole('rowgroup').filter({ hasText: 'Jieyang Hengxin' });
  await expect(hengxin).toContainText('Order 20,000 支 instead');
  await expect(quantity.getByRole('rowgroup').filter({ hasText: 'Chaozhou Xinyue' })).toContainText('Not comparable');
  await expect(page).toHaveURL(/at=190000000/);
  await hengxin.getByRole('button', { name: /Order 20,000/ }).click();
  await expect(page.getByText('Next price break')).toBeVisible();
  await page.keyboard.press('Escape');

  // Why cheaper: the parts add up to the difference of the two totals, and swapping turns the sign.
  const why = await compare.show('Why cheaper');
  await expect(why.getByText(/Jieyang Hengxin Stainless Products is 2,340\.00\sCNY cheaper/)).toBeVisible();
  await why.getByRole('button', { name: 'Swap the two' }).click();
  await expect(why.getByText(/Yongkang Tianhe Metalware is 2,340\.00\sCNY dearer/)).toBeVisible();

  // Market: five totals are enough to test the lowest, and what may explain it stands beside it.
  const market = await compare.show('Market');
  await compare.about('Whole project');
  await expect(market.getByText('5 comparable quotes')).toBeVisible();
  await expect(market.getByText('Adequate')).toBeVisible();
  await expect(market.getByText('It may be honest:')).toBeVisible();

  // Rounds: the expired quote takes part again once somebody said that it holds.
  const rounds = await compare.show('Rounds');
  await expect(rounds.getByRole('row').filter({ hasText: 'Jieyang Hengxin' })).toContainText('64,310.00');
  await compare.confirmAgain('Yiwu Haoda', 'Ms Hao, by phone');
  await expect(rounds.getByRole('row').filter({ hasText: 'Yiwu Haoda' })).not.toContainText('Expired');
  await rounds.getByRole('button', { name: 'Yiwu Haoda Trading' }).click();
  await expect(rounds.getByRole('row').filter({ hasText: 'Confirmed by' })).toContainText('Ms Hao, by phone');
  await expect(page.getByText('6 ranked')).toBeVisible();
});
