import { expect, type Locator, type Page } from '@playwright/test';

/** The wizard from a quote file to quotes, in the buyer's words. */
export class ImportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get preview(): Locator {
    return this.page.getByRole('region', { name: 'Preview of the sheet' });
  }

  /** Hands a file over, whatever comes of it. */
  async offerFile(name: string, content: string | Buffer): Promise<void> {
    await this.page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: mediaTypeOf(name), buffer: Buffer.from(content) });
  }

  async chooseFile(name: string, content: string | Buffer): Promise<void> {
    await this.offerFile(name, content);
    await expect(this.preview).toBeVisible();
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
    await expect(this.page.getByText(/rows taken:/)).toBeVisible({ timeout: 20_000 });
  }

  async showProblems(): Promise<void> {
    await this.page.getByText(/^To look at/).click();
  }

  async start(): Promise<void> {
    await this.page.getByRole('button', { name: 'Import', exact: true }).click();
  }

  async confirm(): Promise<void> {
    await this.start();
    await expect(this.page).toHaveURL(/\/compare/);
  }
}

function mediaTypeOf(name: string): string {
  if (name.endsWith('.csv')) return 'text/csv';
  if (name.endsWith('.xlsx')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return 'application/octet-stream';
}
