import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { base, id } from './common.ts';

/** What an action is called: a translation key below `action.*` and its parameters. */
export const actionLabel = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ActionLabel = z.infer<typeof actionLabel>;

export const action = z.object({
  id,
  seq: z.number(),
  at: z.string(),
  actor: z.string(),
  label: actionLabel,
  kind: z.enum(['do', 'undo', 'redo']),
  changeCount: z.number(),
});
export type Action = z.infer<typeof action>;

/** What a changed row belongs to: its item and supplier, and the currency its amounts are in, as far as known today. */
export const entrySubject = z.object({
  names: z.array(z.object({ nameEn: z.string(), nameZh: z.string() })),
  currency: z.string().nullable(),
});
export type EntrySubject = z.infer<typeof entrySubject>;

export const historyEntry = z.object({
  seq: z.number(),
  tableName: z.string(),
  rowId: z.string(),
  operation: z.enum(['insert', 'update', 'delete']),
  before: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).nullable(),
  after: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).nullable(),
  subject: entrySubject,
});
export type HistoryEntry = z.infer<typeof historyEntry>;

const step = z.object({ actionId: id, label: actionLabel }).nullable();

export const history = {
  list: base
    .input(
      z.object({
        search: z.string().max(200).default(''),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(z.object({ rows: z.array(action), total: z.number() })),
  /** The rows an action changed, in order; an import may have a hundred thousand, so they come in pages. */
  entries: base
    .input(
      z.object({
        actionId: id,
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(1_000).default(200),
      }),
    )
    .output(z.array(historyEntry)),
  /** What Ctrl+Z and Ctrl+Shift+Z would do now. */
  state: base.input(z.object({})).output(z.object({ undo: step, redo: step })),
  /** Takes back the newest action that still stands (or, with `actionId`, that one if it is the newest); null when there is none. */
  undo: base.input(z.object({ actionId: id.optional() })).output(step),
  redo: base.input(z.object({})).output(step),
  verify: base.input(z.object({})).output(z.object({ intact: z.boolean(), brokenSeq: z.number().nullable() })),
};

export const BIN_NOUNS = [
  'project',
  'supplier',
  'quote',
  'item',
  'exchangeRate',
  'report',
  'sampleRound',
  'inspection',
  'qualityDocument',
] as const;
export const binEntry = z.object({
  noun: z.enum(BIN_NOUNS),
  id,
  title: z.string(),
  context: z.string(),
  deletedAt: z.string(),
});
export type BinEntry = z.infer<typeof binEntry>;

export const bin = {
  list: base.input(z.object({})).output(z.array(binEntry)),
  restore: base.input(z.object({ noun: z.enum(BIN_NOUNS), id })).output(z.object({ actionId: id })),
};

/** Which tables an action touched: screens throw away what they know of these and ask again. */
export const change = z.object({
  seq: z.number(),
  tables: z.array(z.string()),
  label: actionLabel,
  kind: z.enum(['do', 'undo', 'redo']),
});
export type Change = z.infer<typeof change>;

export const changes = {
  stream: base.input(z.object({})).output(eventIterator(change)),
};
