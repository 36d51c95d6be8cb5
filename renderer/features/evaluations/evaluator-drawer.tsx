import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Evaluator } from '../../../shared/contract/evaluations.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { useText } from '../../i18n/use-text.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { useRemoveEvaluator, useSaveEvaluator } from './mutations.ts';

export interface EvaluatorDrawerProps {
  readonly projectId: Id;
  /** Null for a new one. */
  readonly evaluator: Evaluator | null;
  readonly onClose: () => void;
  /** With null when the evaluator was removed. */
  readonly onSaved: (evaluator: Evaluator | null) => void;
}

/** Who scores, in which role, and what of it all they see. */
export function EvaluatorDrawer({ projectId, evaluator, onClose, onSaved }: EvaluatorDrawerProps) {
  const { t } = useText();
  const save = useSaveEvaluator(projectId);
  const remove = useRemoveEvaluator();
  const [name, setName] = useState(evaluator?.name ?? '');
  const [role, setRole] = useState(evaluator?.role ?? '');
  const [isBlind, setBlind] = useState(evaluator?.isBlind ?? false);
  const [hidesNames, setHidesNames] = useState(evaluator?.hidesNames ?? false);
  return (
    <SideDrawer
      opened
      onClose={onClose}
      title={evaluator === null ? t('evaluations:addEvaluator') : evaluator.name}
      footer={
        <Group justify="space-between">
          {evaluator === null ? (
            <span />
          ) : (
            <Button
              variant="subtle"
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate(evaluator, { onSuccess: () => onSaved(null) })}
            >
              {t('evaluations:removeEvaluator')}
            </Button>
          )}
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" form="evaluator" disabled={name.trim() === ''} loading={save.isPending}>
              {t('save')}
            </Button>
          </Group>
        </Group>
      }
    >
      <form
        id="evaluator"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          save.mutate(
            {
              id: evaluator?.id ?? null,
              revision: evaluator?.revision ?? null,
              name: name.trim(),
              role: role.trim(),
              isBlind,
              hidesNames: isBlind && hidesNames,
            },
            { onSuccess: onSaved },
          );
        }}
      >
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={t('evaluations:evaluatorName')}
            required
            maxLength={300}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('evaluations:evaluatorRole')}
            placeholder={t('evaluations:rolePlaceholder')}
            maxLength={300}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value)}
          />
          <Checkbox
            label={t('evaluations:blind.isBlind')}
            description={t('evaluations:blind.isBlindHint')}
            checked={isBlind}
            onChange={(event) => setBlind(event.currentTarget.checked)}
          />
          <Checkbox
            label={t('evaluations:blind.hidesNames')}
            disabled={!isBlind}
            checked={isBlind && hidesNames}
            onChange={(event) => setHidesNames(event.currentTarget.checked)}
          />
        </Stack>
      </form>
    </SideDrawer>
  );
}
