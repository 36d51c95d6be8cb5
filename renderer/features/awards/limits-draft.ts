import type { ChosenLimit, ScenarioRequestInput } from '../../../shared/contract/awards.ts';
import type { AwardBasis } from '../../../shared/domain/awards/award.ts';
import type { ScenarioKind } from '../../../shared/domain/awards/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { CurrencyCode } from '../../../shared/kernel/money.ts';
import { moneyOf } from '../../../shared/kernel/money.ts';
import { parseQuantity } from '../../../shared/kernel/quantity.ts';

/** The limits as they stand in the form, empty where nothing is asked for. */
export interface LimitsDraft {
  readonly kind: ScenarioKind;
  readonly basis: AwardBasis;
  readonly maxSuppliers: number | null;
  readonly minSuppliers: number | null;
  readonly maxSharePercent: number | null;
  readonly maxLeadTime: number | null;
  readonly twoSourcesAll: boolean;
  readonly twoSources: readonly Id[];
  readonly divide: boolean;
  readonly buyUp: boolean;
  readonly excluded: readonly Id[];
  readonly pinned: readonly Id[];
  readonly pins: readonly { readonly supplierId: Id | null; readonly itemId: Id | null }[];
  readonly capacities: readonly {
    readonly supplierId: Id | null;
    readonly kind: 'value' | 'quantity';
    readonly figure: number | null;
  }[];
  readonly incumbentId: Id | null;
  readonly seconds: number;
}

export const EMPTY_LIMITS: LimitsDraft = {
  kind: 'split',
  basis: 'comparable',
  maxSuppliers: null,
  minSuppliers: null,
  maxSharePercent: null,
  maxLeadTime: null,
  twoSourcesAll: false,
  twoSources: [],
  divide: false,
  buyUp: false,
  excluded: [],
  pinned: [],
  pins: [],
  capacities: [],
  incumbentId: null,
  seconds: 30,
};

/** What the core is asked for; null while a line of the form is begun and not filled in, with the list it stands in. */
export function requestOf(
  draft: LimitsDraft,
  currency: CurrencyCode,
): { readonly request: ScenarioRequestInput } | { readonly incomplete: 'pins' | 'capacities' } {
  const limits: ChosenLimit[] = [];
  const isSplit = draft.kind === 'split';
  if (isSplit && draft.maxSuppliers !== null) limits.push({ code: 'maxSuppliers', count: draft.maxSuppliers });
  if (isSplit && draft.minSuppliers !== null) limits.push({ code: 'minSuppliers', count: draft.minSuppliers });
  if (isSplit && draft.maxSharePercent !== null) {
    limits.push({ code: 'maxShare', shareBp: Math.round(draft.maxSharePercent * 100) });
  }
  if (draft.maxLeadTime !== null) limits.push({ code: 'maxLeadTime', days: draft.maxLeadTime });
  if (isSplit && draft.twoSourcesAll) limits.push({ code: 'twoSources', itemId: null });
  if (isSplit && !draft.twoSourcesAll) {
    for (const itemId of draft.twoSources) limits.push({ code: 'twoSources', itemId });
  }
  if (isSplit && !draft.divide) limits.push({ code: 'wholeLines' });
  for (const supplierId of draft.excluded) limits.push({ code: 'excluded', supplierId });
  for (const supplierId of draft.pinned) limits.push({ code: 'pinned', supplierId, itemId: null });
  for (const { supplierId, itemId } of draft.pins) {
    if (supplierId === null || itemId === null) return { incomplete: 'pins' };
    limits.push({ code: 'pinned', supplierId, itemId });
  }
  for (const { supplierId, kind, figure } of draft.capacities) {
    if (supplierId === null || figure === null) return { incomplete: 'capacities' };
    if (kind === 'value') {
      limits.push({ code: 'capacityValue', supplierId, minor: moneyOf(String(figure), currency).minor });
    } else {
      const quantity = parseQuantity(String(figure));
      if (quantity === null) return { incomplete: 'capacities' };
      limits.push({ code: 'capacityQuantity', supplierId, quantity });
    }
  }
  return { request: { kind: draft.kind, limits, buyUp: draft.buyUp, incumbentId: draft.incumbentId } };
}
