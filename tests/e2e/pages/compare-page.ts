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
}
