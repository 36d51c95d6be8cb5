import { importFileError, importProblem } from '../../../shared/texts/zh/import-problem.ts';
import { supplierSheet } from '../../../shared/texts/zh/supplier-sheet.ts';
import { action } from './action.ts';
import { app } from './app.ts';
import { award } from './award.ts';
import { awards } from './awards.ts';
import { checklist } from './checklist.ts';
import { common } from './common.ts';
import { comparison } from './comparison.ts';
import { comparisons } from './comparisons.ts';
import { costings } from './costings.ts';
import { evaluations } from './evaluations.ts';
import { exchangeRates } from './exchange-rates.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { inspections } from './inspections.ts';
import { items } from './items.ts';
import { listViews } from './list-views.ts';
import { projects } from './projects.ts';
import { quantityCurves } from './quantity-curves.ts';
import { quote } from './quote.ts';
import { quoteLines } from './quote-lines.ts';
import { quoteRounds } from './quote-rounds.ts';
import { quotes } from './quotes.ts';
import { refusal } from './refusal.ts';
import { reports } from './reports.ts';
import { samples } from './samples.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { supplier } from './supplier.ts';
import { supplierImports } from './supplier-imports.ts';
import { suppliers } from './suppliers.ts';
import { trace } from './trace.ts';
import { waterfall } from './waterfall.ts';
import { workspaces } from './workspaces.ts';

export const zh = {
  action,
  app,
  award,
  awards,
  checklist,
  common,
  comparison,
  comparisons,
  costings,
  evaluations,
  exchangeRates,
  history,
  importFileError,
  importProblem,
  imports,
  inspections,
  items,
  listViews,
  projects,
  quantityCurves,
  quote,
  quoteLines,
  quoteRounds,
  quotes,
  refusal,
  reports,
  samples,
  search,
  settings,
  supplier,
  supplierImports,
  supplierSheet,
  suppliers,
  trace,
  waterfall,
  workspaces,
};
