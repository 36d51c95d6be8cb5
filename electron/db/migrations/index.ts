import { foundation } from './0001-foundation.ts';
import { awards } from './0002-awards.ts';
import { samplesAndInspections } from './0003-samples-and-inspections.ts';
import { supplierProfiles } from './0004-supplier-profiles.ts';
import { quoteConfirmations } from './0005-quote-confirmations.ts';
import { evaluations } from './0006-evaluations.ts';
import { costLedger } from './0007-cost-ledger.ts';
import { costing } from './0008-costing.ts';
import { lists } from './0009-lists.ts';
import { leanLines } from './0010-lean-lines.ts';
import type { Migration } from './migration.ts';

/** All migrations in order; statically listed so that a build can never miss one. */
export const MIGRATIONS: readonly Migration[] = [
  foundation,
  awards,
  samplesAndInspections,
  supplierProfiles,
  quoteConfirmations,
  evaluations,
  costLedger,
  costing,
  lists,
  leanLines,
];
