import { en } from './en/index.ts';
import type { Translation } from './translation.ts';
import { zh } from './zh/index.ts';

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

export const DEFAULT_NAMESPACE = 'common';

/** Every text in every language; the check here catches a namespace that one language lacks. */
export const resources = { en, zh: zh satisfies Translation<typeof en> };

/** common first: its keys need no prefix. */
export const NAMESPACES = [
  'common',
  'action',
  'app',
  'award',
  'awards',
  'checklist',
  'comparison',
  'comparisons',
  'costings',
  'evaluations',
  'exchangeRates',
  'history',
  'importFileError',
  'importProblem',
  'imports',
  'inspections',
  'items',
  'listViews',
  'projects',
  'quantityCurves',
  'quote',
  'quoteLines',
  'quoteRounds',
  'quotes',
  'refusal',
  'reports',
  'samples',
  'search',
  'settings',
  'supplier',
  'supplierImports',
  'supplierSheet',
  'suppliers',
  'trace',
  'waterfall',
  'workspaces',
] as const satisfies readonly (keyof typeof en)[];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: typeof DEFAULT_NAMESPACE;
    resources: typeof en;
  }
}
