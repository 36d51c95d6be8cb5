import { Group, Select, Text } from '@mantine/core';
import type { StoredSettings } from '../../../shared/contract/evaluations.ts';
import { AGGREGATIONS } from '../../../shared/domain/evaluation/mean-scores.ts';
import { NORMALISATIONS } from '../../../shared/domain/evaluation/normalise.ts';
import { METHODS } from '../../../shared/domain/evaluation/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { useText } from '../../i18n/use-text.ts';
import { useReadOnly } from '../workspaces/queries.ts';
import classes from './evaluate.module.css';
import { useSaveSettings } from './mutations.ts';

/** How the ranking is made; kept with the project and printed with the result, because it can change the winner. */
export function MethodBar(props: {
  readonly projectId: Id;
  readonly settings: StoredSettings;
  readonly evaluatorCount: number;
}) {
  const { projectId, settings, evaluatorCount } = props;
  const { t } = useText();
  const readOnly = useReadOnly();
  const save = useSaveSettings(projectId);
  const change = (changes: Partial<StoredSettings>) => save.mutate({ ...settings, ...changes });
  const disabled = readOnly || save.isPending;
  return (
    <Group gap="md" className={classes.method ?? ''} role="group" aria-label={t('evaluations:method.label')}>
      <Select
        w={190}
        label={t('evaluations:method.label')}
        allowDeselect={false}
        disabled={disabled}
        value={settings.method}
        data={METHODS.map((value) => ({ value, label: t(`evaluations:method.${value}`) }))}
        onChange={(value) => change({ method: METHODS.find((one) => one === value) ?? 'weightedSum' })}
      />
      {settings.method === 'topsis' ? null : (
        <Select
          w={230}
          label={t('evaluations:normalisation.label')}
          allowDeselect={false}
          disabled={disabled}
          value={settings.normalisation}
          data={NORMALISATIONS.map((value) => ({ value, label: t(`evaluations:normalisation.${value}`) }))}
          onChange={(value) => change({ normalisation: NORMALISATIONS.find((one) => one === value) ?? 'asIs' })}
        />
      )}
      {evaluatorCount < 2 ? null : (
        <Select
          w={230}
          label={t('evaluations:aggregation.label')}
          allowDeselect={false}
          disabled={disabled}
          value={settings.aggregation}
          data={AGGREGATIONS.map((value) => ({ value, label: t(`evaluations:aggregation.${value}`) }))}
          onChange={(value) => change({ aggregation: AGGREGATIONS.find((one) => one === value) ?? 'mean' })}
        />
      )}
      <Text size="xs" className={`hj-quiet ${classes.methodHint}`}>
        {t(`evaluations:methodHint.${settings.method === 'topsis' ? 'topsis' : settings.normalisation}`)}
      </Text>
    </Group>
  );
}
