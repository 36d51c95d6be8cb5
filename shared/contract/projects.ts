import * as z from 'zod';
import { PROJECT_STAGES } from '../domain/projects/stages.ts';
import { base, calendarDate, currency, id, longText, minorPositive, name, page, revision, text } from './common.ts';

export const projectFields = z.object({
  nameEn: name,
  nameZh: name,
  stage: z.enum(PROJECT_STAGES),
  /** Currency in which quotes are compared, and of estimates, targets and the budget. */
  currency,
  destination: text,
  needBy: calendarDate.nullable(),
  budgetMinor: minorPositive.nullable(),
  /** Input VAT can be reclaimed, so suppliers are compared net of it. */
  vatRecoverable: z.boolean(),
  /** Day at whose rates and validity quotes are compared; null is today. */
  comparisonDate: calendarDate.nullable(),
  notes: longText,
});

export const project = projectFields.extend({ id, revision, createdAt: z.string(), updatedAt: z.string() });

export const projectRow = project.extend({
  itemCount: z.number(),
  quoteCount: z.number(),
  supplierCount: z.number(),
});

export type ProjectFields = z.infer<typeof projectFields>;
export type Project = z.infer<typeof project>;
export type ProjectRow = z.infer<typeof projectRow>;

export const projects = {
  list: base
    .input(
      page.extend({
        stages: z.array(z.enum(PROJECT_STAGES)).default([]),
        sort: z.enum(['name', 'stage', 'needBy', 'updatedAt']).default('updatedAt'),
      }),
    )
    .output(z.object({ rows: z.array(projectRow), total: z.number() })),
  /** With what it holds, for the head of its rooms. */
  get: base.input(z.object({ id })).output(projectRow),
  create: base.input(projectFields).output(project),
  update: base.input(z.object({ id, revision, changes: projectFields.partial() })).output(project),
  remove: base.input(z.object({ id, revision })).output(z.object({ actionId: id })),
};
