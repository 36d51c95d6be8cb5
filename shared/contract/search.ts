import * as z from 'zod';
import { base, id } from './common.ts';

export const searchHit = z.object({
  noun: z.enum(['project', 'supplier', 'item']),
  id,
  projectId: id.nullable(),
  title: z.string(),
  context: z.string(),
});
export type SearchHit = z.infer<typeof searchHit>;

export const search = {
  /** Projects, suppliers and items by any part of their names, Chinese included. */
  find: base.input(z.object({ text: z.string().trim().min(1).max(100) })).output(z.array(searchHit)),
};
