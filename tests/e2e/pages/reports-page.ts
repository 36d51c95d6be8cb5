import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';

/** Frozen reports of a project. */
export class ReportsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async freeze(
    language: 'English' | '中文' | 'Both',
    basis: 'Comparable' | 'Landed' | 'Landed + payment' = 'Comparable',
  ): Promise<void> {
    await this.page.getByRole('tab', { name: /^Reports/ }).click();
    await this.page
      .getByRole('radiogroup', { name: 'Basis of the comparison' })
      .getByText(basis, { exact: true })
      .click();
    await this.page.getByRole('radiogroup', { name: 'Language of the report' }).getByText(language).click();
    await this.page.getByRole('button', { name: 'Freeze report' }).first().click();
    await expect(this.page.getByRole('link', { name: 'Report 1' })).toBeVisible();
  }

  /** The text of the printed page of a report. */
  async print(number: number): Promise<string> {
    await this.page.getByRole('link', { name: `Report ${number}` }).click();
    const paper = this.page.getByRole('main');
    await expect(paper.getByRole('heading').first()).toBeVisible();
    return (await paper.textContent()) ?? '';
  }

  async save(number: number, format: 'PDF' | 'XLSX' | 'CSV'): Promise<Buffer> {
    const coming = this.page.waitForEvent('download');
    await this.page
      .getByRole('button', { name: `${format} of report ${number}` })
      .first()
      .click();
    return readFile(await (await coming).path());
  }
}
