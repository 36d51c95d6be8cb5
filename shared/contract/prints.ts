import * as z from 'zod';
import { id } from './common.ts';
import { REPORT_LANGUAGES } from './reports.ts';

/** What is made into a PDF, in which language and for which paper. */
export const printRequest = z.object({
  id,
  language: z.enum(REPORT_LANGUAGES),
  paper: z.enum(['A4', 'Letter']).default('A4'),
});
