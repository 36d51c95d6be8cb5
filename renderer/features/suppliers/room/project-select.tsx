import { Select } from '@mantine/core';
import { useText } from '../../../i18n/use-text.ts';
import { useName } from '../../../ui/bilingual-name.tsx';
import { useProjectList } from '../../projects/queries.ts';

const SHOWN = 200;

/** The project something belongs to, if any. */
export function ProjectSelect(props: {
  readonly value: string | null;
  readonly onChange: (projectId: string | null) => void;
}) {
  const { t } = useText();
  const name = useName();
  const projects = useProjectList({ limit: SHOWN }).data?.rows ?? [];
  return (
    <Select
      label={t('suppliers:projectLabel')}
      placeholder={t('none')}
      searchable
      clearable
      data={projects.map((project) => ({ value: project.id, label: name(project) }))}
      {...props}
    />
  );
}
