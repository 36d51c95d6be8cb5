import { expect, type Page } from '@playwright/test';

/** One supplier's room. */
export class SupplierPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async openTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
    await expect(this.page.getByRole('tab', { name: new RegExp(`^${name}`) })).toHaveAttribute('aria-selected', 'true');
  }

  /** Fills fields of the profile by their labels and saves it. */
  async fillProfile(fields: Readonly<Record<string, string>>): Promise<void> {
    const form = this.page.getByRole('form', { name: 'Profile' });
    for (const [label, value] of Object.entries(fields)) await form.getByLabel(label, { exact: true }).fill(value);
    await this.page.getByRole('button', { name: 'Save profile' }).click();
    await expect(this.page.getByRole('button', { name: 'Save profile' })).toBeDisabled();
  }

  /** Opens the drawer behind a button, fills its fields, saves it, and waits until it is gone. */
  async record(button: string, fields: Readonly<Record<string, string>>): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
    const drawer = this.page.getByRole('dialog');
    for (const [label, value] of Object.entries(fields)) await drawer.getByLabel(label).first().fill(value);
    await drawer.getByRole('button', { name: 'Save' }).click();
    await expect(drawer).toHaveCount(0);
  }

  /** Decides every check that is still open, one after the other, as passed. */
  async passWhatIsOpen(evidence: string): Promise<void> {
    const open = this.page.getByRole('main').getByRole('listitem').filter({ hasText: /Open$/ });
    for (let left = await open.count(); left > 0; left--) {
      const check = (await open.first().getByRole('button').first().textContent()) ?? '';
      await this.decide(check, 'Passed', evidence);
      await expect(open).toHaveCount(left - 1);
    }
  }

  /** Decides one check of the list with what was seen. */
  async decide(check: string, state: 'Passed' | 'Failed' | 'Waived', evidence: string): Promise<void> {
    await this.page.getByRole('button', { name: check, exact: true }).click();
    const drawer = this.page.getByRole('dialog');
    await drawer.getByText(state, { exact: true }).click();
    await drawer.getByLabel('Evidence').fill(evidence);
    await drawer.getByRole('button', { name: 'Save' }).click();
    await expect(drawer).toHaveCount(0);
  }
}
