import { expect, type Locator, type Page } from '@playwright/test';

/** The comparison of a project. */
export class ComparePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get matrix(): Locator {
    return this.page.getByRole('grid', { name: 'Quotes side by side' });
  }

  async expectOpen(): Promise<void> {
    await expect(this.matrix).toBeVisible();
  }

  async expectRanked(count: number): Promise<void> {
    await expect(this.page.getByText(`${count} ranked`)).toBeVisible();
  }

  /** The head of a supplier's column: name, state and total in one text. */
  head(supplier: string): Locator {
    return this.matrix.getByRole('columnheader').filter({ hasText: supplier });
  }

  /** Where the keyboard stands in the matrix. */
  get focused(): Locator {
    return this.matrix.locator('[data-place]:focus');
  }

  /** Goes into the matrix as Tab would. */
  async enter(): Promise<void> {
    await this.matrix.locator('[tabindex="0"]').first().focus();
  }

  /** Compares on another basis. */
  async compareOn(basis: 'Comparable' | 'Landed' | 'Landed + payment' | 'As quoted'): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'Basis' }).getByText(basis, { exact: true }).click();
  }

  /** Opens how the first figure of the first item was reckoned. */
  async explainFirstCell(): Promise<Locator> {
    await this.matrix.locator('[data-place="1:1"]').focus();
    await this.page.keyboard.press('Enter');
    return this.page.getByRole('dialog');
  }

  /** Goes to another way of looking at the comparison. */
  async show(view: 'At my quantity' | 'Why cheaper' | 'Market' | 'Rounds'): Promise<Locator> {
    await this.page.getByRole('navigation', { name: 'Views of the comparison' }).getByText(view).click();
    const region = this.page.getByRole('region', { name: view, exact: true });
    await expect(region).toBeVisible();
    return region;
  }

  /** Chooses what the view is about: an item, or the whole project. */
  async about(item: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'About' }).click();
    await this.page.getByRole('option', { name: item }).click();
  }

  /** Says that an expired quote holds again. */
  async confirmAgain(supplier: string, by: string): Promise<void> {
    await this.page
      .getByRole('row')
      .filter({ hasText: supplier })
      .getByRole('button', { name: 'Confirmed again' })
      .click();
    const drawer = this.page.getByRole('dialog');
    await drawer.getByLabel('Who said so').fill(by);
    await drawer.getByRole('button', { name: /Save as round/ }).click();
    await expect(drawer).toBeHidden();
  }
}
