import { expect, type Page } from '@playwright/test';

/** The room of exchange rates in the settings. */
export class ExchangeRatesPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto(new URL('/settings/exchange-rates', this.page.url()).href);
    await expect(this.page.getByRole('heading', { name: 'Exchange rates', level: 1 })).toBeVisible();
  }

  /** Adds a rate to the base currency, of today. */
  async add(currency: string, rate: string, source: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add rate' }).first().click();
    const form = this.page.getByRole('dialog');
    const from = form.getByRole('combobox', { name: 'From' });
    await from.click();
    await from.fill(currency);
    await this.page.getByRole('option', { name: new RegExp(`^${currency}`) }).click();
    await form.getByRole('textbox', { name: 'Rate' }).fill(rate);
    await form.getByLabel('Source').fill(source);
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form).toHaveCount(0);
  }
}
