import { Select } from '@mantine/core';
import type { Comparison } from '../../../shared/domain/comparison/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';

/** The whole project or one of its items. */
export function ItemSelect(props: {
  readonly comparison: Comparison;
  readonly itemId: Id | null;
  readonly onChange: (itemId: Id | undefined) => void;
}) {
  const { comparison, itemId, onChange } = props;
  const { t } = useText();
  const nameOf = useName();
  const choices = comparison.rows.map(({ item }) => ({
    value: item.id,
    label: [item.lineNo, nameOf(item)].filter(Boolean).join(' · '),
  }));
  return (
    <Select
      w={320}
      aria-label={t('comparisons:about.label')}
      allowDeselect={false}
      searchable
      data={[{ value: WHOLE, label: t('comparisons:about.project') }, ...choices]}
      value={itemId ?? WHOLE}
      onChange={(value) => onChange(value === WHOLE || value === null ? undefined : value)}
    />
  );
}

const WHOLE = 'project';
