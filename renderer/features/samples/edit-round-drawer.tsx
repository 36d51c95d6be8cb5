import { Checkbox, Group, Stack } from '@mantine/core';
import type { SampleRoundDetails } from '../../../shared/contract/samples.ts';
import { useText } from '../../i18n/use-text.ts';
import { DateField } from '../../ui/date-field.tsx';
import { SavedField } from '../../ui/saved-field.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { useSaveRound } from './mutations.ts';
import { parseText } from './sample-drawer.tsx';

/** What the round is about; every field saves itself. */
export function EditRoundDrawer({
  details: { round },
  onClose,
}: {
  readonly details: SampleRoundDetails;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { save } = useSaveRound(round.id);
  const changed = (changes: Parameters<typeof save>[0] & { kind: 'round' }) => save(changes);
  const date = (field: 'requestedOn' | 'neededBy') => (
    <DateField
      label={t(`samples:field.${field}`)}
      value={round[field]}
      onChange={(value) => void changed({ kind: 'round', changes: { [field]: value } }).catch(() => undefined)}
    />
  );
  return (
    <SideDrawer opened onClose={onClose} title={t('samples:edit')}>
      <Stack gap="md">
        <SavedField
          label={t('samples:field.title')}
          value={round.title}
          text={(text) => text}
          parse={(text) =>
            text.trim() === '' ? { ok: false, problem: { code: 'required' } } : parseText(text.trim(), 300)
          }
          onSave={(title) => changed({ kind: 'round', changes: { title } })}
        />
        <SavedField
          label={t('samples:field.specification')}
          value={round.specification}
          text={(text) => text}
          parse={(text) => parseText(text, 20_000)}
          onSave={(specification) => changed({ kind: 'round', changes: { specification } })}
          lines={3}
        />
        <Group grow>
          {date('requestedOn')}
          {date('neededBy')}
        </Group>
        <Checkbox
          label={t('samples:field.isBlind')}
          description={t('samples:field.isBlindHint')}
          checked={round.isBlind}
          disabled={round.revealedAt !== null}
          onChange={(event) =>
            void changed({ kind: 'round', changes: { isBlind: event.currentTarget.checked } }).catch(() => undefined)
          }
        />
        <SavedField
          label={t('samples:field.notes')}
          value={round.notes}
          text={(text) => text}
          parse={(text) => parseText(text, 20_000)}
          onSave={(notes) => changed({ kind: 'round', changes: { notes } })}
          lines={3}
        />
      </Stack>
    </SideDrawer>
  );
}
