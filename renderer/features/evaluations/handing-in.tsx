import { Button, Group, Modal, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Evaluator, ScoreSheet } from '../../../shared/contract/evaluations.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './evaluate.module.css';
import { useTurnIn } from './mutations.ts';

/** Whether an evaluator scores blind, and whether the scores count already. */
export function EvaluatorState({ evaluator }: { readonly evaluator: Evaluator }) {
  const { t } = useText();
  if (!evaluator.isBlind) return null;
  const isIn = evaluator.handedInAt !== null;
  return (
    <StatusBadge
      tone={isIn ? 'good' : 'neutral'}
      label={t(isIn ? 'evaluations:blind.handedIn' : 'evaluations:blind.scoring')}
    />
  );
}

/** What an evaluator sees, and for blind ones the way to hand in. */
export function HandingIn(props: {
  readonly evaluator: Evaluator;
  readonly sheet: ScoreSheet;
  readonly readOnly: boolean;
  /** Whoever runs the evaluation takes the desk back. */
  readonly onLeave: () => void;
}) {
  const { evaluator, sheet, readOnly, onLeave } = props;
  const { t } = useText();
  const [leaving, setLeaving] = useState(false);
  const turnIn = useTurnIn();
  if (!evaluator.isBlind) return null;
  const { handedInAt } = evaluator;
  const wanted = sheet.criteria.length * sheet.suppliers.length;
  const given = sheet.scores.length;
  return (
    <div className={classes.blind} role="note">
      <IconEyeOff size={16} aria-hidden />
      <span>
        {handedInAt === null
          ? t(evaluator.hidesNames ? 'evaluations:blind.hintLetters' : 'evaluations:blind.hint')
          : t('evaluations:blind.handedInOn', { date: formatInstant(handedInAt) })}{' '}
        <span className="hj-quiet">{t('evaluations:blind.progress', { given, wanted })}</span>
      </span>
      {readOnly ? null : handedInAt === null ? (
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={() => setLeaving(true)}>
            {t('evaluations:blind.leave')}
          </Button>
          <Button
            disabled={given === 0}
            loading={turnIn.isPending}
            onClick={() => turnIn.mutate({ id: evaluator.id, revision: evaluator.revision, handsIn: true })}
          >
            {t('evaluations:blind.handIn')}
          </Button>
        </Group>
      ) : (
        <Button
          variant="default"
          title={t('evaluations:blind.reopenHint')}
          loading={turnIn.isPending}
          onClick={() => turnIn.mutate({ id: evaluator.id, revision: evaluator.revision, handsIn: false })}
        >
          {t('evaluations:blind.reopen')}
        </Button>
      )}
      <Modal opened={leaving} onClose={() => setLeaving(false)} title={t('evaluations:blind.leave')} size="sm">
        <Text size="sm">{t('evaluations:blind.leaveHint', { name: evaluator.name })}</Text>
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={() => setLeaving(false)}>
            {t('cancel')}
          </Button>
          <Button onClick={onLeave}>{t('evaluations:blind.leave')}</Button>
        </Group>
      </Modal>
    </div>
  );
}
