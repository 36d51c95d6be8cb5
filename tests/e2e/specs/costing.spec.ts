import { CostingPage } from '../pages/costing-page.ts';
import { expect, test } from '../program.ts';

test('a buyer sees what freight and duty do to a quote, what is missing, and how it was reckoned', async ({
  sample: page,
}) => {
  await page
    .getByRole('cell', { name: /Metal straws/ })
    .first()
    .click();
  await page.getByRole('tab', { name: 'Compare' }).click();
  const costing = new CostingPage(page);
  await costing.openFromCompare();
  await costing.expectPart('Landed cost', '45,444.13');

  await costing.set('Freight per m³ or RT', '');
  await costing.expectPart('Landed cost', 'Not computable');
  await costing.preview.getByRole('button', { name: 'Freight per m³ or RT' }).click();
  await expect(page.getByRole('textbox', { name: 'Freight per m³ or RT' })).toBeFocused();

  await costing.choose('Freight mode', 'Share of the goods');
  await costing.set('Freight as a share of the goods', '10');
  await costing.expectPart('Main freight', '3,735.00');

  await costing.preview.getByTitle('Explain this figure').click();
  await expect(page.getByRole('dialog')).toContainText('Insurance premium on 110 %');
  await page.keyboard.press('Escape');

  await costing.set('Insurance rate', 'much');
  await page.getByRole('textbox', { name: 'Duty rate', exact: true }).focus();
  await expect(page.getByRole('textbox', { name: 'Insurance rate', exact: true })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
});
