import type { ProjectFields } from '../../../shared/contract/projects.ts';
import { PROJECT_STAGES } from '../../../shared/domain/projects/stages.ts';
import { fieldName } from '../../app/errors.ts';
import type { StaleConflict } from '../../app/stale-dialog.tsx';
import { formatMoneyWithCode } from '../../i18n/format.ts';
import { type Translate, useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';

type Stored = StaleConflict['current'];

/** Both versions of the fields that were to be changed, in words. */
export function useStaleProject(): (
  changes: Partial<ProjectFields>,
  stored: Stored,
) => Pick<StaleConflict, 'title' | 'fields'> {
  const { t } = useText();
  const name = useName();
  return (changes, stored) => ({
    title: name({ nameEn: String(stored.nameEn ?? ''), nameZh: String(stored.nameZh ?? '') }),
    fields: Object.entries(changes).map(([field, mine]) => ({
      label: fieldName(field, t),
      stored: shown(field, stored[field] ?? null, stored, t),
      mine: shown(field, mine ?? null, { ...stored, currency: changes.currency ?? stored.currency ?? null }, t),
    })),
  });
}

function shown(field: string, value: string | number | boolean | null, record: Stored, t: Translate): string {
  if (value === null) return '';
  if (field === 'budgetMinor' && typeof value === 'number') {
    return formatMoneyWithCode(value, String(record.currency ?? ''));
  }
  if (field === 'vatRecoverable') return value === 1 || value === true ? t('yes') : t('no');
  const stage = field === 'stage' ? PROJECT_STAGES.find((one) => one === value) : undefined;
  return stage === undefined ? String(value) : t(`stage.${stage}`);
}
