import type { ChecklistPoint } from '../../../shared/domain/checklists/types.ts';
import type { Translate } from '../../i18n/use-text.ts';

/** "214–216 mm", "≥ 8 g", "no limits". */
export function limitsText(
  { lower, upper, unit }: Pick<ChecklistPoint, 'lower' | 'upper' | 'unit'>,
  t: Translate,
): string {
  const range =
    lower !== null && upper !== null
      ? `${lower}–${upper}`
      : lower !== null
        ? `≥ ${lower}`
        : upper !== null
          ? `≤ ${upper}`
          : t('checklist:noLimits');
  return unit === '' ? range : `${range} ${unit}`;
}
