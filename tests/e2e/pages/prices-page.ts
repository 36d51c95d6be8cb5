import { expect, type Locator, type Page } from '@playwright/test';

/** The grid of unit prices: items down, suppliers across. */
export class PricesPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get grid(): Locator {
    return this.page.getByRole('group', { name: /^Unit prices by item and supplier/ });
  }

  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: /^Quotes/ }).click();
    await this.page.getByText('Prices', { exact: true }).click();
    await expect(this.grid).toBeVisible();
  }

  /** The cell of an item; the column is counted from the left. */
  cell(item: string, column: number): Locator {
    return this.grid
      .locator('.dsg-row')
      .filter({ hasText: item })
      .locator('.dsg-cell:not(.dsg-cell-gutter)')
      .nth(column);
  }

  /** What stands in the cells of an item, from the left. */
  async expectPrices(item: string, prices: readonly string[]): Promise<void> {
    for (const [column, price] of prices.entries()) await expect(this.cell(item, column)).toHaveText(price);
  }

  /** Ctrl+V of a range that was copied in Excel, from this cell on. */
  async pasteAt(item: string, column: number, range: readonly (readonly string[])[]): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const text = range.map((row) => row.join('\t')).join('\r\n');
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(`${text}\r\n`)})`);
    await this.cell(item, column).click();
    await this.page.keyboard.press('Control+v');
  }

  /** The name of the item in the first row. */
  async firstItem(): Promise<string> {
    const head = this.grid.locator('.dsg-row .dsg-cell-gutter [title]').first();
    return (await head.textContent()) ?? '';
  }

  /** Types into a cell and leaves its editor open. */
  async startEditing(item: string, column: number, text: string): Promise<void> {
    await this.cell(item, column).click();
    await this.page.keyboard.press('Enter');
    await this.cell(item, column).getByRole('textbox').fill(text);
  }

  async type(item: string, column: number, price: string): Promise<void> {
    await this.cell(item, column).click();
    await this.page.keyboard.type(price);
    await this.page.keyboard.press('Enter');
    await expect(this.cell(item, column)).toHaveText(price);
  }
}
