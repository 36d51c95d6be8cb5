import * as z from 'zod';
import { REPORT_LANGUAGES } from '../../../shared/contract/reports.ts';
import { COMPARISON_BASES } from '../../../shared/domain/comparison/types.ts';

/** What the next report will be like; kept in the address, so that going to a report and back loses nothing. */
export const reportSearch = z.object({
  basis: z.enum(COMPARISON_BASES).default('comparable').catch('comparable'),
  /** Absent: the language of the screen. */
  language: z.enum(REPORT_LANGUAGES).optional().catch(undefined),
  paper: z.enum(['A4', 'Letter']).default('A4').catch('A4'),
  /** The report as it would be now is shown. */
  preview: z.boolean().default(false).catch(false),
});

export const REPORT_DEFAULTS = { basis: 'comparable', paper: 'A4', preview: false } as const;
