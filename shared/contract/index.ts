import { attachments } from './attachments.ts';
import { awards } from './awards.ts';
import { comparisons } from './comparisons.ts';
import { evaluations } from './evaluations.ts';
import { exchangeRates } from './exchange-rates.ts';
import { bin, changes, history } from './history.ts';
import { imports } from './imports.ts';
import { items } from './items.ts';
import { projects } from './projects.ts';
import { quotes } from './quotes.ts';
import { reports } from './reports.ts';
import { search } from './search.ts';
import { suppliers } from './suppliers.ts';
import { workspaces } from './workspaces.ts';

/** Everything that may cross between a window and the core. */
export const contract = {
  attachments,
  awards,
  bin,
  changes,
  comparisons,
  evaluations,
  exchangeRates,
  history,
  imports,
  items,
  projects,
  quotes,
  reports,
  search,
  suppliers,
  workspaces,
};
