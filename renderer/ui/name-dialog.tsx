import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '../i18n/use-text.ts';

/** Asks for a name, a new one or another one. */
export function NameDialog(props: {
  readonly title: string;
  readonly start: string;
  readonly placeholder?: string;
  /** Names that cannot be taken again, and the sentence that says so. */
  readonly taken?: { readonly names: readonly string[]; readonly sentence: string };
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}) {
  const { title, start, placeholder, taken, onSave, onClose } = props;
  const { t } = useText();
  const [text, setText] = useState(start);
  const name = text.trim();
  const isTaken = taken?.names.includes(name) ?? false;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name !== '' && !isTaken) onSave(name);
  };
  return (
    <Modal opened onClose={onClose} title={title} size="sm">
      <form onSubmit={save}>
        <Stack gap="sm">
          <TextInput
            label={t('name')}
            placeholder={placeholder}
            value={text}
            maxLength={300}
            onChange={(event) => setText(event.currentTarget.value)}
            error={isTaken ? taken?.sentence : null}
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={name === '' || isTaken}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
