import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';

const SHOWN_MS = 6_000;
const ERROR_MS = 12_000;

/** Tells that something is done; `action` offers to take it back. */
export function toastDone(message: string, action?: { label: string; run: () => void }): void {
  const id = notifications.show({
    icon: <IconCheck size={16} aria-hidden />,
    color: 'gray',
    autoClose: SHOWN_MS,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text>{message}</Text>
        {action === undefined ? null : (
          <Button
            variant="subtle"
            size="compact-sm"
            flex="none"
            onClick={() => {
              notifications.hide(id);
              action.run();
            }}
          >
            {action.label}
          </Button>
        )}
      </Group>
    ),
  });
}

/** Tells that something failed and why; stays long enough to be read. */
export function toastError(message: string, title?: string): void {
  notifications.show({
    icon: <IconAlertTriangle size={16} aria-hidden />,
    color: 'red',
    autoClose: ERROR_MS,
    title,
    message,
  });
}
