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

  async openTab(name: 'Items' | 'Quotes' | 'Compare' | 'Evaluate' | 'Award' | 'Reports'): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  /** Puts the focus on a tab as the keyboard would, without opening it. */
  async focusTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).focus();
  }

  async editProject(): Promise<void> {
    await this.page.getByRole('button', { name: 'More actions', exact: true }).first().click();
    await this.page.getByRole('menuitem', { name: 'Edit project' }).click();
    await expect(this.page.getByRole('dialog', { name: 'Edit project' })).toBeVisible();
  }

  async createSupplier(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'New supplier' }).first().click();
    const form = this.page.getByRole('dialog');
    await form.getByLabel('Name (English)').fill(name);
    await form.getByRole('button', { name: 'Create supplier' }).click();
    await expect(this.page.getByRole('heading', { name, level: 1 })).toBeVisible();
  }

  /** Deletes the supplier whose room is open. */
  async deleteSupplier(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await this.page.getByRole('button', { name: 'More actions', exact: true }).first().click();
    await this.page.getByRole('menuitem', { name: 'Delete supplier' }).click();
    await expect(this.page.getByRole('heading', { name: 'Suppliers', level: 1 })).toBeVisible();
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
