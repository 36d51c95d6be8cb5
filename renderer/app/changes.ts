import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client, connection, orpc } from './client.ts';

/** Everything computed from a project's items, quotes, costing, rates and scores. */
const results = [
  orpc.comparisons.key(),
  orpc.costings.key(),
  orpc.quantityCurves.key(),
  orpc.waterfalls.key(),
  orpc.quoteRounds.key(),
  orpc.evaluations.key(),
  orpc.reports.key(),
  orpc.awards.key(),
];

/** What is kept of one supplier; a change that moves how it stands touches `suppliers` besides. */
const profile = [orpc.supplierProfiles.key(), orpc.supplierMerges.key(), orpc.supplierTimelines.key()];

/** Which questions an action on a table makes out of date. A table not named here makes everything out of date. */
const touchedByTable: Readonly<Record<string, readonly QueryKey[]>> = {
  workspace: [orpc.workspaces.key(), ...results],
  exchange_rates: [orpc.exchangeRates.key(), ...results],
  projects: [orpc.projects.key(), orpc.quoteLines.key(), orpc.search.key(), orpc.supplierTimelines.key(), ...results],
  items: [
    orpc.items.key(),
    orpc.quoteLines.key(),
    orpc.projects.key(),
    orpc.search.key(),
    orpc.quotes.key(),
    ...results,
  ],
  suppliers: [
    orpc.suppliers.key(),
    ...profile,
    orpc.itemSources.key(),
    orpc.quotes.key(),
    orpc.quoteLines.key(),
    orpc.search.key(),
    orpc.samples.key(),
    orpc.inspections.key(),
    orpc.qualityDocuments.key(),
    ...results,
  ],
  supplier_contacts: profile,
  supplier_payees: profile,
  supplier_certificates: profile,
  supplier_readings: profile,
  supplier_checks: profile,
  supplier_flags: profile,
  supplier_overrides: profile,
  supplier_communications: [...profile, orpc.communications.key()],
  ask_sheets: profile,
  ask_answers: profile,
  item_sources: [orpc.itemSources.key()],
  supplier_tags: [...profile, orpc.suppliers.key()],
  supplier_dossiers: [orpc.supplierDossiers.key(), orpc.supplierTimelines.key()],
  costings: results,
  cost_bounds: results,
  quotes: [
    orpc.quotes.key(),
    orpc.quoteLines.key(),
    orpc.projects.key(),
    orpc.suppliers.key(),
    orpc.supplierTimelines.key(),
    ...results,
  ],
  quote_costs: [orpc.quotes.key(), ...results],
  quote_payments: [orpc.quotes.key(), ...results],
  quote_lines: [orpc.quotes.key(), orpc.quoteLines.key(), ...results],
  price_breaks: [orpc.quotes.key(), orpc.quoteLines.key(), ...results],
  quote_confirmations: [orpc.quotes.key(), orpc.quoteRounds.key(), orpc.supplierTimelines.key()],
  criteria: [orpc.evaluations.key(), orpc.reports.key()],
  scores: [orpc.evaluations.key(), orpc.reports.key()],
  evaluations: [orpc.evaluations.key(), orpc.reports.key()],
  evaluators: [orpc.evaluations.key(), orpc.reports.key()],
  judgements: [orpc.evaluations.key()],
  criteria_templates: [orpc.evaluations.key()],
  report_snapshots: [orpc.reports.key()],
  award_scenarios: [orpc.awards.key()],
  awards: [orpc.awards.key(), orpc.supplierTimelines.key()],
  award_suppliers: [orpc.awards.key()],
  award_lines: [orpc.awards.key()],
  award_points: [orpc.awards.key()],
  award_approvals: [orpc.awards.key()],
  award_snapshots: [orpc.awards.key(), orpc.supplierTimelines.key()],
  award_reopenings: [orpc.awards.key(), orpc.supplierTimelines.key()],
  attachments: [orpc.attachments.key(), orpc.workspaces.key()],
  attachment_links: [
    orpc.attachments.key(),
    orpc.quotes.key(),
    orpc.samples.key(),
    orpc.qualityDocuments.key(),
    ...profile,
    orpc.communications.key(),
  ],
  sample_rounds: [orpc.samples.key(), orpc.inspections.key(), orpc.supplierTimelines.key()],
  samples: [orpc.samples.key(), orpc.inspections.key(), orpc.supplierTimelines.key()],
  inspections: [orpc.inspections.key(), orpc.supplierTimelines.key()],
  inspection_defects: [orpc.inspections.key()],
  checklist_points: [orpc.samples.key(), orpc.inspections.key()],
  checklist_answers: [orpc.samples.key(), orpc.inspections.key()],
  quality_documents: [orpc.qualityDocuments.key(), orpc.supplierTimelines.key()],
  holidays: [orpc.holidays.key()],
  imports: [orpc.imports.key()],
  list_views: [orpc.listViews.key()],
  import_mappings: [orpc.imports.key()],
};

/** The questions that one change makes out of date; null: all of them. */
export function touchedBy(tables: readonly string[]): QueryKey[] | null {
  const keys: QueryKey[] = [orpc.history.key(), orpc.bin.key()];
  for (const table of tables) {
    const touched = touchedByTable[table];
    if (touched === undefined) return null;
    keys.push(...touched);
  }
  return keys;
}

/** Marks everything out of date that an action touched, whichever window did it. */
export function invalidateTables(queryClient: QueryClient, tables: readonly string[]): void {
  const keys = touchedBy(tables);
  if (keys === null) void queryClient.invalidateQueries();
  else for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey });
}

/** Listens to what any window changes, for as long as the program runs; after a lost connection everything is asked anew. */
export function useChanges(enabled: boolean): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!enabled) return;
    const stop = new AbortController();
    void listen(queryClient, stop.signal);
    const unsubscribe = connection.subscribe(() => {
      if (connection.state === 'open') void queryClient.invalidateQueries();
    });
    return () => {
      stop.abort();
      unsubscribe();
    };
  }, [enabled, queryClient]);
}

async function listen(queryClient: QueryClient, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const stream = await client.changes.stream({}, { signal });
      for await (const change of stream) invalidateTables(queryClient, change.tables);
    } catch {
      // A broken stream is asked for again; what went by meanwhile is covered by asking everything anew on reconnection.
    }
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
