import { expect, type Page } from '@playwright/test';

/** Making a project. */
export class ProjectPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Makes a project and goes on to the import of its first sheet. */
  async createAndImport(name: string, currency: string): Promise<void> {
    await this.page.getByRole('button', { name: 'New project' }).first().click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Name (English)').fill(name);
    const field = dialog.getByRole('combobox', { name: 'Currency' });
    await field.click();
    await field.fill(currency);
    await this.page.getByRole('option', { name: new RegExp(`^${currency}`) }).click();
    await dialog.getByRole('button', { name: 'Create and import a quote sheet' }).click();
    await expect(this.page).toHaveURL(/\/import$/);
  }
}
