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

  async openPart(name: 'Criteria' | 'Scores' | 'Result' | 'Stability'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Views of the evaluation' }).getByRole('link', { name }).click();
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

  async addEvaluator(name: string, options: { blind?: boolean; letters?: boolean } = {}): Promise<void> {
    await this.page.getByRole('button', { name: 'Add evaluator' }).click();
    const drawer = this.page.getByRole('dialog', { name: 'Add evaluator' });
    await drawer.getByRole('textbox', { name: 'Name' }).fill(name);
    if (options.blind === true) await drawer.getByRole('checkbox', { name: 'Scores without seeing prices' }).check();
    if (options.letters === true) await drawer.getByRole('checkbox', { name: 'Letters instead' }).check();
    await drawer.getByRole('button', { name: 'Save' }).click();
    await expect(drawer).toHaveCount(0);
    await expect(this.evaluatorTab(name)).toHaveAttribute('aria-current', 'page');
  }

  evaluatorTab(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Evaluators' }).getByRole('link', { name });
  }

  async choose(field: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: field }).click();
    await this.page.getByRole('option', { name: option }).click();
  }

  /** The row of a supplier in the ranking. */
  place(supplier: string): Locator {
    return this.page.getByRole('table', { name: 'Ranking' }).getByRole('row').filter({ hasText: supplier });
  }
}
