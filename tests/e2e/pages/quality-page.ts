import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

/** Sample rounds and inspections, as a quality engineer goes through them. */
export class QualityPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Starts a round from the samples of the open project; suppliers by what is typed and what is then offered. */
  async startRound(item: string, suppliers: Readonly<Record<string, string>>): Promise<void> {
    await this.page.getByRole('tab', { name: 'Samples' }).click();
    await this.page.getByRole('button', { name: 'New sample round' }).first().click();
    const form = this.page.getByRole('dialog', { name: 'New sample round' });
    await this.pick(form.getByRole('combobox', { name: 'Item' }), item);
    for (const [typed, shown] of Object.entries(suppliers)) {
      await form.getByRole('combobox', { name: 'Supplier' }).fill(typed);
      await this.page.getByRole('option', { name: shown }).click();
    }
    await form.getByRole('button', { name: 'Start round' }).click();
    await expect(this.page.getByRole('tab', { name: 'Test sheet' })).toBeVisible();
  }

  async openTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  async openSample(supplier: string): Promise<Locator> {
    await this.page.getByRole('region', { name: 'Samples' }).getByRole('button', { name: supplier }).click();
    const drawer = this.page.getByRole('dialog');
    await expect(drawer.getByLabel('Sample fee')).toBeVisible();
    return drawer;
  }

  /** Types into a field that saves itself when it is left. */
  async set(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    await field.press('Enter');
    await expect(field).not.toHaveAttribute('aria-invalid', 'true');
  }

  /** Chooses in a list. */
  async pick(field: Locator, option: string): Promise<void> {
    await field.click();
    await this.page.getByRole('option', { name: option, exact: true }).first().click();
  }

  async judge(supplier: string, verdict: string, reason: string): Promise<void> {
    const drawer = await this.openSample(supplier);
    await this.pick(drawer.getByRole('combobox', { name: 'Verdict' }), verdict);
    await drawer.getByLabel('Reason').fill(reason);
    await drawer.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(drawer.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
    await this.page.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
  }

  async more(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More actions', exact: true }).first().click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async addDefect(number: number, of: { readonly class: string; readonly count: string; readonly text: string }) {
    await this.page.getByRole('button', { name: 'Add defect' }).click();
    const defect = this.page.getByRole('region', { name: `Defect ${number}`, exact: true });
    await this.pick(defect.getByRole('combobox', { name: 'Class' }), of.class);
    await defect.getByRole('textbox', { name: 'Count' }).fill(of.count);
    await defect.getByRole('textbox', { name: 'Description' }).fill(of.text);
    await defect.getByRole('textbox', { name: 'Description' }).blur();
    await expect(defect.getByRole('textbox', { name: 'Description' })).toHaveValue(of.text);
  }

  /** The words of the sheet that is about to be printed. */
  async paper(): Promise<string> {
    const paper = this.page.getByRole('article');
    await expect(paper.getByRole('heading').first()).toBeVisible();
    return (await paper.textContent()) ?? '';
  }

  /** Saves the sheet shown; the bytes and how many pages they hold. */
  async savePdf(): Promise<{ readonly bytes: Buffer; readonly pages: number }> {
    const coming = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: 'PDF' }).click();
    const bytes = await readFile(await (await coming).path());
    return { bytes, pages: bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0 };
  }
}
