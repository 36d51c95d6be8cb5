import { attachmentsProcedures } from '../modules/attachments/attachments.procedures.ts';
import { awardsProcedures } from '../modules/awards/awards.procedures.ts';
import { communicationsProcedures } from '../modules/communications/communications.procedures.ts';
import { comparisonsProcedures } from '../modules/comparisons/comparisons.procedures.ts';
import { costingsProcedures } from '../modules/costings/costings.procedures.ts';
import { evaluationsProcedures } from '../modules/evaluations/evaluations.procedures.ts';
import { exchangeRatesProcedures } from '../modules/exchange-rates/exchange-rates.procedures.ts';
import { binProcedures, changesProcedures, historyProcedures } from '../modules/history/history.procedures.ts';
import { holidaysProcedures } from '../modules/holidays/holidays.procedures.ts';
import { importsProcedures } from '../modules/imports/imports.procedures.ts';
import { inspectionsProcedures } from '../modules/inspections/inspections.procedures.ts';
import { itemSourcesProcedures } from '../modules/item-sources/item-sources.procedures.ts';
import { itemsProcedures } from '../modules/items/items.procedures.ts';
import { listViewsProcedures } from '../modules/list-views/list-views.procedures.ts';
import { projectsProcedures } from '../modules/projects/projects.procedures.ts';
import { qualityDocumentsProcedures } from '../modules/quality-documents/quality-documents.procedures.ts';
import { quantityCurvesProcedures } from '../modules/quantity-curves/quantity-curves.procedures.ts';
import { quoteLinesProcedures } from '../modules/quote-lines/quote-lines.procedures.ts';
import { quoteRoundsProcedures } from '../modules/quote-rounds/quote-rounds.procedures.ts';
import { quotesProcedures } from '../modules/quotes/quotes.procedures.ts';
import { reportsProcedures } from '../modules/reports/reports.procedures.ts';
import { samplesProcedures } from '../modules/samples/samples.procedures.ts';
import { searchProcedures } from '../modules/search/search.procedures.ts';
import { supplierDossiersProcedures } from '../modules/supplier-dossiers/supplier-dossiers.procedures.ts';
import { supplierImportsProcedures } from '../modules/supplier-imports/supplier-imports.procedures.ts';
import { supplierMergesProcedures } from '../modules/supplier-merges/supplier-merges.procedures.ts';
import { supplierProfilesProcedures } from '../modules/supplier-profiles/supplier-profiles.procedures.ts';
import { supplierTimelinesProcedures } from '../modules/supplier-timelines/supplier-timelines.procedures.ts';
import { suppliersProcedures } from '../modules/suppliers/suppliers.procedures.ts';
import { waterfallsProcedures } from '../modules/waterfalls/waterfalls.procedures.ts';
import { workspacesProcedures } from '../modules/workspaces/workspaces.procedures.ts';
import { api } from './procedure.ts';

/** Every procedure of the contract, joined. */
export const router = api.router({
  attachments: attachmentsProcedures,
  awards: awardsProcedures,
  bin: binProcedures,
  changes: changesProcedures,
  communications: communicationsProcedures,
  comparisons: comparisonsProcedures,
  costings: costingsProcedures,
  evaluations: evaluationsProcedures,
  exchangeRates: exchangeRatesProcedures,
  history: historyProcedures,
  holidays: holidaysProcedures,
  imports: importsProcedures,
  inspections: inspectionsProcedures,
  itemSources: itemSourcesProcedures,
  items: itemsProcedures,
  listViews: listViewsProcedures,
  projects: projectsProcedures,
  qualityDocuments: qualityDocumentsProcedures,
  quantityCurves: quantityCurvesProcedures,
  quoteLines: quoteLinesProcedures,
  quoteRounds: quoteRoundsProcedures,
  quotes: quotesProcedures,
  reports: reportsProcedures,
  samples: samplesProcedures,
  search: searchProcedures,
  supplierDossiers: supplierDossiersProcedures,
  supplierImports: supplierImportsProcedures,
  supplierMerges: supplierMergesProcedures,
  supplierProfiles: supplierProfilesProcedures,
  supplierTimelines: supplierTimelinesProcedures,
  suppliers: suppliersProcedures,
  waterfalls: waterfallsProcedures,
  workspaces: workspacesProcedures,
});
