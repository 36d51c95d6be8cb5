import { ActionIcon, Button, Group, Popover, Text, Textarea } from '@mantine/core';
import { IconMessage, IconMessageFilled } from '@tabler/icons-react';
import { useState } from 'react';
import type { Score } from '../../../shared/contract/evaluations.ts';
import { useText } from '../../i18n/use-text.ts';
import classes from './evaluate.module.css';

export interface ReasonButtonProps {
  readonly label: string;
  readonly score: Score | null;
  readonly readOnly: boolean;
  readonly onSave: (reason: string) => Promise<unknown>;
}

/** Why a score is what it is; filled where a reason is given. */
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
          reason={reason}
          readOnly={readOnly}
          close={() => setOpen(false)}
          onSave={(text) => {
            setOpen(false);
            onSave(text).catch(() => undefined);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function ReasonForm(props: {
  readonly label: string;
  readonly reason: string;
  readonly readOnly: boolean;
  readonly close: () => void;
  readonly onSave: (reason: string) => void;
}) {
  const { label, reason, readOnly, close, onSave } = props;
  const { t } = useText();
  const [text, setText] = useState(reason);
  const save = () => (text.trim() === reason ? close() : onSave(text.trim()));
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
