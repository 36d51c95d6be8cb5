import { expect, type Locator, type Page } from '@playwright/test';

/** What a project takes for granted between a supplier's price and its own door. */
export class CostingPage {
  readonly page: Page;
  readonly preview: Locator;

  constructor(page: Page) {
    this.page = page;
    this.preview = page.getByRole('complementary', { name: 'What it comes to' });
  }

  /** From the comparison, as a buyer would come. */
  async openFromCompare(): Promise<void> {
    await this.page.getByRole('link', { name: 'Costing' }).click();
    await expect(this.page.getByRole('heading', { name: 'Where to' })).toBeVisible();
  }

  /** Types a figure and leaves the field with Enter. */
  async set(field: string, value: string): Promise<void> {
    const box = this.page.getByRole('textbox', { name: field, exact: true });
    await box.fill(value);
    await box.press('Enter');
  }

  async choose(field: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: field, exact: true }).click();
    await this.page.getByRole('option', { name: option }).click();
  }

  async expectPart(part: string, amount: string): Promise<void> {
    await expect(this.preview.getByRole('row').filter({ hasText: part }).first()).toContainText(amount);
  }
}
