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
}
