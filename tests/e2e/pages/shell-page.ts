import { expect, type Page } from '@playwright/test';

/** What stands around every screen: navigation, undo, the command palette. */
export class ShellPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async openSourcing(): Promise<void> {
    await this.page.getByRole('link', { name: 'Sourcing' }).first().click();
    await expect(this.page.getByRole('heading', { name: 'Sourcing', level: 1 })).toBeVisible();
  }

  async openSuppliers(): Promise<void> {
    await this.page.getByRole('link', { name: 'Suppliers' }).click();
    await expect(this.page.getByRole('heading', { name: 'Suppliers', level: 1 })).toBeVisible();
  }

  async openProject(name: string): Promise<void> {
    await this.page.getByRole('cell', { name }).first().click();
    await expect(this.page.getByRole('heading', { name, level: 1 })).toBeVisible();
  }

  async openTab(name: 'Items' | 'Quotes' | 'Compare' | 'Evaluate' | 'Reports'): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Undo/ }).first().click();
  }

  /** Types into the command palette and takes the first hit. */
  async jumpTo(text: string, hit: string): Promise<void> {
    await this.page.keyboard.press('Control+K');
    await this.page.getByRole('dialog').getByRole('textbox').fill(text);
    await this.page.getByRole('dialog').getByRole('button', { name: hit }).first().click();
  }
}
