import { ActionIcon, Button, Group, Popover, SegmentedControl, Text, Textarea } from '@mantine/core';
import { IconMessage, IconMessageFilled } from '@tabler/icons-react';
import { useState } from 'react';
import type { Score } from '../../../shared/contract/evaluations.ts';
import { CONFIDENCES } from '../../../shared/domain/evaluation/mean-scores.ts';
import { useText } from '../../i18n/use-text.ts';
import classes from './evaluate.module.css';

export interface ReasonButtonProps {
  readonly label: string;
  readonly score: Score | null;
  readonly readOnly: boolean;
  readonly onSave: (changes: Given) => Promise<unknown>;
}

type Given = Pick<Score, 'reason' | 'confidence'>;

/** Why a score is what it is and how sure it is; filled where a reason is given. */
export function ReasonButton({ label, score, readOnly, onSave }: ReasonButtonProps) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const reason = score?.reason ?? '';
  const name =
    score === null
      ? t('evaluations:reasonNeedsScore')
      : t(reason === '' ? 'evaluations:addReason' : 'evaluations:editReason', { label });
  const button = (
    <ActionIcon
      size="sm"
      aria-label={name}
      title={reason === '' ? name : reason}
      aria-disabled={score === null}
      style={score === null ? { opacity: 0.35 } : undefined}
      onClick={() => (score === null ? undefined : setOpen(true))}
    >
      {reason === '' ? <IconMessage size={14} aria-hidden /> : <IconMessageFilled size={14} aria-hidden />}
    </ActionIcon>
  );
  // Hundreds of closed popovers would cost more than the table; only the open one is one.
  if (!isOpen || score === null) return button;
  return (
    <Popover opened width={320} position="bottom-end" withinPortal trapFocus onChange={setOpen}>
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown>
        <ReasonForm
          label={label}
          given={{ reason, confidence: score.confidence }}
          readOnly={readOnly}
          close={() => setOpen(false)}
          onSave={(changes) => {
            setOpen(false);
            onSave(changes).catch(() => undefined);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function ReasonForm(props: {
  readonly label: string;
  readonly given: Given;
  readonly readOnly: boolean;
  readonly close: () => void;
  readonly onSave: (changes: Given) => void;
}) {
  const { label, given, readOnly, close, onSave } = props;
  const { t } = useText();
  const [text, setText] = useState(given.reason);
  const [confidence, setConfidence] = useState(given.confidence);
  const save = () =>
    text.trim() === given.reason && confidence === given.confidence
      ? close()
      : onSave({ reason: text.trim(), confidence });
  return (
    <div className={classes.reason}>
      <Text fw={600}>{label}</Text>
      <Textarea
        data-autofocus
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2_000}
        aria-label={t('evaluations:reason')}
        placeholder={t('evaluations:reasonPlaceholder')}
        readOnly={readOnly}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <Group gap="xs" wrap="nowrap">
        <Text size="xs" className="hj-quiet">
          {t('evaluations:confidence.label')}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t('evaluations:confidence.label')}
          readOnly={readOnly}
          value={confidence}
          onChange={(value) => setConfidence(CONFIDENCES.find((one) => one === value) ?? 'medium')}
          data={CONFIDENCES.map((value) => ({ value, label: t(`evaluations:confidence.${value}`) }))}
        />
      </Group>
      {readOnly ? null : (
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button onClick={save}>{t('save')}</Button>
        </Group>
      )}
    </div>
  );
}
