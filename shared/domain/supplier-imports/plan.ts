import type { Id } from '../../kernel/ids.ts';
import {
  type DuplicateReason,
  duplicateReasons,
  duplicateTraits,
  type SupplierIdentity,
} from '../suppliers/duplicates.ts';
import type { ReadSupplier } from './read-suppliers.ts';

/** What is done with a row that may be a supplier of the directory; `fill` writes only what the directory leaves empty. */
export const DUPLICATE_CHOICES = ['skip', 'fill', 'create'] as const;
export type DuplicateChoice = (typeof DUPLICATE_CHOICES)[number];

/** Names that are only alike are left to the drawer of possible duplicates: they are hints, and many. */
const TELLING: readonly DuplicateReason[] = ['creditCode', 'account', 'phone', 'sameName'];

export interface PlannedSupplier {
  readonly read: ReadSupplier;
  /** The supplier of the directory it may be, and why; the one with the strongest reason. */
  readonly known: { readonly id: Id; readonly reasons: readonly DuplicateReason[] } | null;
  /** An earlier row of the sheet that may be the same supplier. */
  readonly sameAsRow: number | null;
}

/** Meets the rows with the directory and with each other: same credit code, phone or name. */
export function planSuppliers(
  suppliers: readonly ReadSupplier[],
  directory: readonly SupplierIdentity[],
): PlannedSupplier[] {
  const known = new Meeting<SupplierIdentity>();
  for (const one of directory) known.add(one, one);
  const rows = new Meeting<ReadSupplier>();
  return suppliers.map((read) => {
    const identity = identityOf(read);
    const found = known.find(identity);
    const earlier = rows.find(identity);
    rows.add(identity, read);
    return {
      read,
      known: found === null ? null : { id: found.what.id, reasons: found.reasons },
      sameAsRow: earlier?.what.row ?? null,
    };
  });
}

/** What a row becomes: of the directory's own the user says so, and a row that repeats an earlier one is passed over unless wanted. */
export function choiceFor(
  { row, known, sameAsRow }: { readonly row: number; readonly known: object | null; readonly sameAsRow: number | null },
  { all, rows }: { readonly all: DuplicateChoice; readonly rows: ReadonlyMap<number, DuplicateChoice> },
): DuplicateChoice {
  if (known === null && sameAsRow === null) return 'create';
  const choice = rows.get(row) ?? all;
  // There is nothing in the directory yet that a repeated row could fill.
  return known === null && choice === 'fill' ? 'skip' : choice;
}

class Meeting<What> {
  readonly #seen = new Map<string, { identity: SupplierIdentity; what: What }[]>();

  add(identity: SupplierIdentity, what: What): void {
    for (const trait of duplicateTraits(identity)) {
      const there = this.#seen.get(trait);
      if (there === undefined) this.#seen.set(trait, [{ identity, what }]);
      else there.push({ identity, what });
    }
  }

  find(identity: SupplierIdentity): { what: What; reasons: DuplicateReason[] } | null {
    let best: { what: What; reasons: DuplicateReason[] } | null = null;
    for (const trait of duplicateTraits(identity)) {
      for (const { identity: other, what } of this.#seen.get(trait) ?? []) {
        const reasons = duplicateReasons(other, identity).filter((reason) => TELLING.includes(reason));
        if (reasons.length > 0 && (best === null || rank(reasons) < rank(best.reasons))) best = { what, reasons };
      }
    }
    return best;
  }
}

function rank(reasons: readonly DuplicateReason[]): number {
  return Math.min(...reasons.map((reason) => TELLING.indexOf(reason)));
}

function identityOf(read: ReadSupplier): SupplierIdentity {
  const { nameEn, nameZh, licenceName, uscc, phone } = read;
  return { id: '', nameEn, nameZh, licenceName, uscc, phones: phone === '' ? [] : [phone], accounts: [] };
}
