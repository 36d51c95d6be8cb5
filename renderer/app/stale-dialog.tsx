import { Button, Group, getDefaultZIndex, Modal, Stack, Table, Text } from '@mantine/core';
import { createContext, type ReactNode, use, useCallback, useState } from 'react';
import { useText } from '../i18n/use-text.ts';

type Value = string | number | null;

export interface StaleConflict {
  /** What is being edited, by its name. */
  readonly title: string;
  /** The fields the user changed: how each is called and how its values read. */
  readonly fields: readonly { readonly label: string; readonly stored: ReactNode; readonly mine: ReactNode }[];
  readonly current: Readonly<Record<string, Value>>;
  /** Writes the user's version over the stored one, whose revision is given. */
  readonly saveMine: (revision: number) => void;
  /** Throws the user's version away. */
  readonly keepStored: () => void;
}

const ShowStale = createContext<(conflict: StaleConflict) => void>(() => {
  throw new Error('no StaleDialogProvider around this screen');
});

/** Shows what is stored and what the user wanted, side by side, and lets the user choose. */
export function useStaleDialog(): (conflict: StaleConflict) => void {
  return use(ShowStale);
}

export function StaleDialogProvider({ children }: { children: ReactNode }) {
  // One after the other: a second must not take the place of one that is not decided yet.
  const [waiting, setWaiting] = useState<readonly StaleConflict[]>([]);
  const show = useCallback((conflict: StaleConflict) => setWaiting((before) => [...before, conflict]), []);
  return (
    <ShowStale value={show}>
      {children}
      <StaleDialog conflict={waiting[0] ?? null} close={() => setWaiting((before) => before.slice(1))} />
    </ShowStale>
  );
}

function StaleDialog({ conflict, close }: { conflict: StaleConflict | null; close: () => void }) {
  const { t } = useText();
  const keepStored = () => {
    conflict?.keepStored();
    close();
  };
  const saveMine = () => {
    const revision = conflict?.current.revision;
    if (typeof revision === 'number') conflict?.saveMine(revision);
    close();
  };
  return (
    // Only an explicit choice closes it: a stray Escape must not throw away what was typed.
    <Modal
      opened={conflict !== null}
      onClose={keepStored}
      title={t('app:stale.title')}
      size="lg"
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      // Above the drawer whose save was refused: it may stand later in the document.
      zIndex={getDefaultZIndex('modal') + 10}
    >
      <Stack>
        <Text>{t('app:stale.explain')}</Text>
        <Text fw={600}>{conflict?.title}</Text>
        <Table withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('app:stale.field')}</Table.Th>
              <Table.Th>{t('app:stale.stored')}</Table.Th>
              <Table.Th>{t('app:stale.yours')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {conflict?.fields.map((field) => (
              <Table.Tr key={field.label}>
                <Table.Th scope="row">{field.label}</Table.Th>
                <Table.Td>{shown(field.stored, t('app:stale.empty'))}</Table.Td>
                <Table.Td>{shown(field.mine, t('app:stale.empty'))}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group justify="flex-end">
          <Button variant="default" onClick={keepStored}>
            {t('app:stale.keepStored')}
          </Button>
          <Button onClick={saveMine}>{t('app:stale.saveMine')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function shown(value: ReactNode, empty: string): ReactNode {
  return value === null || value === '' ? <Text c="dimmed">{empty}</Text> : value;
}
