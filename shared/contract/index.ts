import { attachments } from './attachments.ts';
import { awards } from './awards.ts';
import { communications } from './communications.ts';
import { comparisons } from './comparisons.ts';
import { costings } from './costings.ts';
import { evaluations } from './evaluations.ts';
import { exchangeRates } from './exchange-rates.ts';
import { bin, changes, history } from './history.ts';
import { holidays } from './holidays.ts';
import { imports } from './imports.ts';
import { inspections } from './inspections.ts';
import { itemSources } from './item-sources.ts';
import { items } from './items.ts';
import { listViews } from './list-views.ts';
import { projects } from './projects.ts';
import { qualityDocuments } from './quality-documents.ts';
import { quantityCurves } from './quantity-curves.ts';
import { quoteLines } from './quote-lines.ts';
import { quoteRounds } from './quote-rounds.ts';
import { quotes } from './quotes.ts';
import { reports } from './reports.ts';
import { samples } from './samples.ts';
import { search } from './search.ts';
import { supplierDossiers } from './supplier-dossiers.ts';
import { supplierImports } from './supplier-imports.ts';
import { supplierMerges } from './supplier-merges.ts';
import { supplierProfiles } from './supplier-profiles.ts';
import { supplierTimelines } from './supplier-timelines.ts';
import { suppliers } from './suppliers.ts';
import { waterfalls } from './waterfalls.ts';
import { workspaces } from './workspaces.ts';

/** Everything that may cross between a window and the core. */
export const contract = {
  attachments,
  awards,
  bin,
  changes,
  communications,
  comparisons,
  costings,
  evaluations,
  exchangeRates,
  history,
  holidays,
  imports,
  inspections,
  itemSources,
  items,
  listViews,
  projects,
  qualityDocuments,
  quantityCurves,
  quoteLines,
  quoteRounds,
  quotes,
  reports,
  samples,
  search,
  supplierDossiers,
  supplierImports,
  supplierMerges,
  supplierProfiles,
  supplierTimelines,
  suppliers,
  waterfalls,
  workspaces,
};
