import { expect, type Page } from '@playwright/test';

/** The wizard from a quote file to quotes, in the buyer's words. */
export class ImportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async chooseFile(name: string, content: string | Buffer): Promise<void> {
    await this.page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.isBuffer(content) ? content : Buffer.from(content) });
    await expect(this.page.getByRole('region', { name: 'Preview of the sheet' })).toBeVisible();
  }

  async acceptSheet(): Promise<void> {
    await this.page.getByRole('button', { name: 'Next' }).click();
    await expect(this.page.getByRole('region', { name: 'Columns of the sheet' })).toBeVisible();
  }

  async chooseCurrency(code: string): Promise<void> {
    const field = this.page.getByRole('combobox', { name: 'Currency' });
    await field.click();
    await field.fill(code);
    await this.page.getByRole('option', { name: code }).first().click();
  }

  async checkRows(): Promise<void> {
    await this.page.getByRole('button', { name: 'Check the rows' }).click();
    await expect(this.page.getByText(/rows taken:/)).toBeVisible();
  }

  async showProblems(): Promise<void> {
    await this.page.getByText(/^To look at/).click();
  }

  async confirm(): Promise<void> {
    await this.page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(this.page).toHaveURL(/\/compare/);
  }
}
