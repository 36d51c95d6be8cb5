import { expect, type Locator, type Page } from '@playwright/test';

/** Criteria, scores and the ranking they make. */
export class EvaluatePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get saveButton(): Locator {
    return this.page.getByRole('button', { name: 'Save criteria' });
  }

  async startFrom(template: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${template}`) }).click();
  }

  async weigh(criterion: string, percent: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: `${criterion}: Weight` });
    await field.fill(percent);
    await field.blur();
  }

  async requireAtLeast(criterion: string, score: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: `${criterion}: At least` });
    await field.fill(score);
    await field.blur();
  }

  async saveCriteria(): Promise<void> {
    await this.saveButton.click();
    await expect(this.saveButton).toHaveCount(0);
  }

  async score(supplier: string, criterion: string, score: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: `${supplier}: ${criterion}` });
    await field.fill(score);
    await field.press('Enter');
  }

  async giveReason(supplier: string, criterion: string, reason: string): Promise<void> {
    await this.page.getByRole('button', { name: `Give a reason for ${supplier}: ${criterion}` }).click();
    await this.page.getByRole('textbox', { name: 'Reason' }).fill(reason);
    await this.page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(this.page.getByRole('button', { name: `Reason for ${supplier}: ${criterion}` })).toBeVisible();
  }

  /** The row of a supplier in the ranking. */
  place(supplier: string): Locator {
    return this.page.getByRole('table', { name: 'Ranking' }).getByRole('row').filter({ hasText: supplier });
  }
}
