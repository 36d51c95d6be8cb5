import { fieldName } from '../../app/errors.ts';
import type { StaleConflict } from '../../app/stale-dialog.tsx';
import { formatCount, formatPercent, formatQuantity, formatUnitPrice } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import type { ItemChanges } from './mutations.ts';

type Stored = StaleConflict['current'];

/** Both versions of the fields of an item that were to be changed, in words. */
export function useStaleItem(): (changes: ItemChanges, stored: Stored) => Pick<StaleConflict, 'title' | 'fields'> {
  const { t } = useText();
  const name = useName();
  return (changes, stored) => ({
    title: name({ nameEn: String(stored.nameEn ?? ''), nameZh: String(stored.nameZh ?? '') }),
    fields: Object.entries(changes).map(([field, mine]) => ({
      label: fieldName(field, t),
      stored: shown(field, stored[field] ?? null),
      mine: shown(field, mine ?? null),
    })),
  });
}

function shown(field: string, value: string | number | null): string {
  if (typeof value !== 'number') return value ?? '';
  if (field === 'quantity' || field === 'cartonQuantity') return formatQuantity(value);
  if (field.endsWith('Bp')) return formatPercent(value);
  return field.endsWith('Mm') || field.endsWith('G') ? formatCount(value) : formatUnitPrice(value);
}
