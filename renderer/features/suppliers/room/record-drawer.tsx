import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { describeError } from '../../../app/errors.ts';
import { useText } from '../../../i18n/use-text.ts';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import { useReadOnly } from '../../workspaces/queries.ts';

/** The form of one thing that belongs to a supplier: its fields, save, and remove where there is something to remove. */
export function RecordDrawer(props: {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly onSave: () => void;
  readonly isSaving: boolean;
  /** What keeps it from being saved, in a sentence. */
  readonly problem?: string | null;
  readonly error: Error | null;
  readonly onRemove?: () => void;
  readonly size?: number;
  readonly saveLabel?: string;
}) {
  const { title, children, onClose, onSave, isSaving, problem = null, error, onRemove, size = 460, saveLabel } = props;
  const { t } = useText();
  const readOnly = useReadOnly();
  const formId = useId();
  return (
    <SideDrawer
      opened
      onClose={onClose}
      size={size}
      title={title}
      footer={
        readOnly ? undefined : (
          <Group flex={1} justify="space-between">
            {onRemove === undefined ? (
              <span />
            ) : (
              <Button variant="subtle" color="red" leftSection={<IconTrash size={14} aria-hidden />} onClick={onRemove}>
                {t('remove')}
              </Button>
            )}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button type="submit" form={formId} loading={isSaving}>
                {saveLabel ?? t('save')}
              </Button>
            </Group>
          </Group>
        )
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        <Stack gap="md">
          {children}
          {problem === null && error === null ? null : (
            <Alert color="red" variant="light" role="alert">
              {problem ?? (error === null ? null : describeError(error, t))}
            </Alert>
          )}
        </Stack>
      </form>
    </SideDrawer>
  );
}
