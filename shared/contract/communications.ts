import * as z from 'zod';
import { COMMUNICATION_CHANNELS, DIRECTIONS } from '../domain/suppliers/words.ts';
import { base, calendarDate, id, longText, name, page, revision } from './common.ts';

/** What was said between us and a supplier. */
export const communicationFields = z.object({
  projectId: id.nullable(),
  happenedOn: calendarDate,
  channel: z.enum(COMMUNICATION_CHANNELS),
  direction: z.enum(DIRECTIONS),
  person: name,
  summary: longText,
});
export const communication = communicationFields.extend({
  id,
  supplierId: id,
  revision,
  projectName: z.string(),
  fileCount: z.number(),
});

export type CommunicationFields = z.infer<typeof communicationFields>;
export type Communication = z.infer<typeof communication>;

export const communications = {
  /** One page of a supplier's log, newest first. */
  list: base
    .input(page.pick({ search: true, offset: true, limit: true }).extend({ supplierId: id }))
    .output(z.object({ rows: z.array(communication), total: z.number() })),
  save: base
    .input(z.object({ supplierId: id, id: id.nullable(), revision: revision.nullable(), fields: communicationFields }))
    .output(z.object({ id })),
  remove: base.input(z.object({ supplierId: id, id })).output(z.object({ actionId: id })),
};
