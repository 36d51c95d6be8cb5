import type { Page } from '@playwright/test';
import { ComparePage } from './pages/compare-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { ProjectPage } from './pages/project-page.ts';

/** Three items fully priced by three suppliers: 35,950.00, 36,375.00 and 25,450.00. */
export const THREE_QUOTES = [
  'Line,Description,Unit,Quantity,Acme Ltd unit price,Brightway Co. unit price,Cheap & Fast unit price',
  '1,Straight straw,pcs,20000,0.62,0.60,0.41',
  '2,Cleaning brush,pcs,15000,0.21,0.235,0.15',
  '3,Gift box,set,3000,6.80,6.95,5.00',
].join('\r\n');

/** Makes a project and brings a sheet of quotes in; ends at the comparison. */
export async function importProject(page: Page, project: { name: string; currency: string; sheet: string }) {
  await new ProjectPage(page).createAndImport(project.name, project.currency);
  const wizard = new ImportPage(page);
  await wizard.chooseFile('quotes.csv', project.sheet);
  await wizard.acceptSheet();
  await wizard.chooseCurrency('USD');
  await wizard.checkRows();
  await wizard.confirm();
  await new ComparePage(page).expectOpen();
}
