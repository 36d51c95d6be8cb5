import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

/** From scenarios to the decision, its letters and its dossier. */
export class AwardPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async openView(name: 'Scenarios' | 'Decision' | 'Letters and dossier'): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Views of the award' })
      .getByRole('link', { name, exact: true })
      .click();
  }

  get result(): Locator {
    return this.page.getByRole('region', { name: 'Total' });
  }

  get saved(): Locator {
    return this.page.getByRole('table', { name: 'Saved scenarios' });
  }

  async chooseKind(kind: 'One supplier' | 'Split by line'): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'Kind' }).getByText(kind).click();
  }

  async limit(label: string, figure: string): Promise<void> {
    const field = this.page.getByLabel(label);
    await field.fill(figure);
    await field.blur();
  }

  async solve(): Promise<void> {
    await this.page.getByRole('button', { name: 'Find the cheapest award' }).click();
  }

  async divideLines(): Promise<void> {
    await this.page.getByRole('switch', { name: 'Lines may be divided' }).check({ force: true });
  }

  /** Shown as long as the solver works. */
  get searching(): Locator {
    return this.page.getByText('Looking for the cheapest award');
  }

  async cancelSearch(): Promise<void> {
    await this.page.getByRole('button', { name: 'Cancel' }).click();
    await expect(this.searching).toHaveCount(0);
  }

  async renameScenario(name: string, to: string): Promise<void> {
    await this.saved.getByRole('button', { name: `Rename scenario ${name}` }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Rename scenario' });
    await dialog.getByLabel('Name').fill(to);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(this.saved.getByRole('columnheader', { name: to })).toBeVisible();
  }

  async saveScenario(name: string): Promise<void> {
    await this.page.getByLabel('Name of the scenario').fill(name);
    await this.page.getByRole('button', { name: 'Save scenario' }).click();
    await expect(this.saved.getByRole('columnheader', { name })).toBeVisible();
  }

  async takeAsAward(name: string): Promise<void> {
    await this.saved.getByRole('button', { name: `Take “${name}” as award` }).click();
    await expect(this.confirmButton).toBeVisible();
  }

  get confirmButton(): Locator {
    return this.page.getByRole('button', { name: 'Confirm award' });
  }

  /** Confirms a point by words, or waives it. */
  async settle(
    supplier: string,
    point: string,
    how: { readonly evidence: string; readonly by: string } | { readonly waivedBecause: string },
  ): Promise<void> {
    await this.page.getByRole('button', { name: `Settle “${point}” for ${supplier}` }).click();
    const drawer = this.page.getByRole('dialog');
    if ('waivedBecause' in how) {
      await drawer.getByRole('radiogroup').getByText('Waived').click();
      await drawer.getByLabel('Reason for waiving').fill(how.waivedBecause);
    } else {
      await drawer.getByLabel('Evidence').fill(how.evidence);
      await drawer.getByRole('textbox', { name: /^By/ }).fill(how.by);
    }
    await drawer.getByRole('button', { name: 'Save' }).click();
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  async giveReasons(text: string): Promise<void> {
    const field = this.page.getByLabel('Reasons of the decision');
    await field.fill(text);
    await field.blur();
  }

  async approve(name: string, role: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add approval' }).click();
    const section = this.page.getByRole('region', { name: 'Approvals' });
    await section.getByRole('textbox', { name: 'Name' }).fill(name);
    await section.getByRole('textbox', { name: 'Role' }).fill(role);
    await section.getByRole('combobox', { name: 'Decision' }).click();
    await this.page.getByRole('option', { name: 'Approved' }).click();
    await section.getByRole('button', { name: 'Save approvals' }).click();
  }

  async download(button: string): Promise<Buffer> {
    const coming = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: button }).first().click();
    return readFile(await (await coming).path());
  }
}
