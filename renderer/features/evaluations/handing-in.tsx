import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
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
}) {
  const { evaluator, sheet, readOnly } = props;
  const { t } = useText();
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
        <Button
          disabled={given === 0}
          loading={turnIn.isPending}
          onClick={() => turnIn.mutate({ id: evaluator.id, revision: evaluator.revision, handsIn: true })}
        >
          {t('evaluations:blind.handIn')}
        </Button>
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
    </div>
  );
}
