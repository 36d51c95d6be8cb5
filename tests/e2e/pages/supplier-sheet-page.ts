import { readFile } from 'node:fs/promises';
import { expect, type Locator } from '@playwright/test';
import { ImportPage } from './import-page.ts';

/** The directory as a file, out and in again. */
export class SupplierSheetPage extends ImportPage {
  async openList(): Promise<void> {
    await this.page.goto(new URL('/suppliers', this.page.url()).href);
    await expect(this.page.getByRole('heading', { name: 'Suppliers', level: 1 })).toBeVisible();
  }

  /** Writes the list into a file, with everything known. */
  async export(format: 'Excel (.xlsx)' | 'CSV'): Promise<{ name: string; content: Buffer }> {
    await this.page.getByRole('button', { name: 'More actions' }).click();
    await this.page.getByRole('menuitem', { name: 'Export list' }).click();
    await this.page.getByRole('radio', { name: format }).check();
    const downloading = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: 'Save file' }).click();
    const download = await downloading;
    await expect(this.page.getByRole('dialog', { name: 'Export list' })).toHaveCount(0);
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  }

  async openImport(): Promise<void> {
    await this.page.getByRole('button', { name: 'More actions' }).click();
    await this.page.getByRole('menuitem', { name: 'Import suppliers' }).click();
    await expect(this.page.getByRole('heading', { name: 'Import suppliers' })).toBeVisible();
  }

  override async checkRows(): Promise<void> {
    await this.page.getByRole('button', { name: 'Check the rows' }).click();
    await expect(this.page.getByText(/rows?: \d+ new suppliers?/)).toBeVisible({ timeout: 20_000 });
  }

  /** The line of a row of the sheet among those perhaps already known. */
  repeated(name: RegExp): Locator {
    return this.page
      .getByRole('region', { name: 'Rows that may be suppliers already known' })
      .getByRole('row', { name });
  }

  async choose(row: Locator, choice: 'Skip' | 'Fill empty fields' | 'Create anyway'): Promise<void> {
    await row.getByRole('combobox').click();
    await this.page.getByRole('option', { name: choice }).click();
  }

  override async confirm(): Promise<void> {
    await this.start();
    await expect(this.page).toHaveURL(/\/suppliers$/);
  }
}
