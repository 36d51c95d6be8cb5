import * as z from 'zod';
import { DUPLICATE_REASONS } from '../domain/suppliers/duplicates.ts';
import { base, id, revision } from './common.ts';
import { profileFields, supplier, supplierFields } from './suppliers.ts';

/** Every field of a supplier that a merge decides on. */
export const mergedFields = supplierFields.extend(profileFields.shape);
export const MERGED_FIELDS = mergedFields.keyof();
export type MergedField = z.infer<typeof MERGED_FIELDS>;

const party = supplier.extend({ quoteCount: z.number() });

export const supplierMerges = {
  /** Pairs of suppliers that may be one, the strongest reason first. */
  candidates: base.input(z.object({})).output(
    z.array(
      z.object({
        first: supplier.pick({ id: true, nameEn: true, nameZh: true }),
        second: supplier.pick({ id: true, nameEn: true, nameZh: true }),
        reasons: z.array(z.enum(DUPLICATE_REASONS)),
      }),
    ),
  ),
  /** Both as they stand, and what of the one that goes would move. */
  preview: base.input(z.object({ keep: id, merge: id })).output(
    z.object({
      keep: party,
      merge: party,
      /** Rows that change hands, by table; those that have none are left out. */
      moves: z.array(z.object({ table: z.string(), count: z.number() })),
    }),
  ),
  /**
   * Makes two suppliers one: quotes, logs, papers and links of `merge` go to `keep`, and `merge` goes into the bin. Where `keep` is empty it
   * takes what `merge` has, and the fields of `take` besides. One action. Refused (`bothInAward`, `bothInSampleRound`) where one
   * decision or test names both.
   */
  merge: base
    .input(
      z.object({
        keep: z.object({ id, revision }),
        merge: z.object({ id, revision }),
        take: z.array(MERGED_FIELDS),
      }),
    )
    .output(z.object({ supplier, actionId: id })),
};
