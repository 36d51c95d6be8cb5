import * as z from 'zod';
import { base, id, name, revision } from './common.ts';

/** Lists that can be kept as views. */
export const LISTS = ['projects', 'suppliers', 'quotes', 'quoteLines', 'history'] as const;
export type ListName = (typeof LISTS)[number];

const filter = z.union([z.string().max(300), z.number(), z.boolean(), z.array(z.string().max(300)).max(500)]);

/**
 * How a list is looked at. `search` is what stands in its address (search, sort, filters), as the list's own route checks it: a view
 * whose filter is no longer known falls back to what the list begins with, exactly as a stale link does.
 */
export const listSettings = z.object({
  search: z.record(z.string().max(60), filter),
  /** Shown or hidden, by column; what is not named stands as the list has it. */
  columns: z.record(z.string().max(60), z.boolean()),
});

export const listView = z.object({
  id,
  list: z.enum(LISTS),
  name,
  settings: listSettings,
  /** What the list opens with. */
  isDefault: z.boolean(),
  revision,
});

export type ListSettings = z.infer<typeof listSettings>;
export type ListView = z.infer<typeof listView>;

export const listViews = {
  /** The views of one list by name. */
  list: base.input(z.object({ list: z.enum(LISTS) })).output(z.array(listView)),
  /** Refused (`nameRequired`, `duplicate`) without a name of its own. */
  create: base.input(z.object({ list: z.enum(LISTS), name, settings: listSettings })).output(listView),
  update: base
    .input(
      z.object({
        id,
        revision,
        /** `isDefault` takes it from the view that had it. */
        changes: z.object({ name, settings: listSettings, isDefault: z.boolean() }).partial(),
      }),
    )
    .output(listView),
  remove: base.input(z.object({ id, revision })).output(z.object({ actionId: id })),
};
