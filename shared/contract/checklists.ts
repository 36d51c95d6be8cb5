import * as z from 'zod';
import { CHECKLIST_SECTIONS, POINT_KINDS } from '../domain/checklists/types.ts';
import { id, name, scoreHundredths, text } from './common.ts';

/** A plain decimal as it is measured: "6.02", "-0.5". */
export const decimalText = z
  .string()
  .trim()
  .regex(/^-?\d{1,12}(\.\d{1,9})?$/);

export const checklistChoice = z.object({ nameEn: name, nameZh: name, pointsHundredths: scoreHundredths });

export const checklistPointFields = z.object({
  section: z.enum(CHECKLIST_SECTIONS),
  nameEn: name,
  nameZh: name,
  kind: z.enum(POINT_KINDS),
  unit: z.string().max(20),
  lower: decimalText.nullable(),
  upper: decimalText.nullable(),
  choices: z.array(checklistChoice).max(10),
  weight: z.number().int().min(1).max(10),
  isCritical: z.boolean(),
});
export const checklistPoint = checklistPointFields.extend({ id, originId: id });

/** A whole list at once, in its order; one without an id is new, a stored one that is not named is taken out. */
export const checklistPoints = z.array(checklistPointFields.extend({ id: id.nullable() })).max(100);
export type ChecklistPointInput = z.infer<typeof checklistPoints>[number];

export const checklistAnswer = z.object({
  pointId: id,
  readings: z.array(decimalText).max(500),
  /** `pass`, `fail`, `notApplicable`, or the place of a choice. */
  choice: z
    .string()
    .regex(/^(pass|fail|notApplicable|\d)$/)
    .nullable(),
  notes: text,
});
