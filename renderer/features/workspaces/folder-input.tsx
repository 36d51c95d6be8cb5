import { ActionIcon, TextInput, type TextInputProps, Tooltip } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useText } from '../../i18n/use-text.ts';
import { usePickFolder } from './mutations.ts';
import { useWorkspaceState } from './queries.ts';

/** A folder's path, typed or chosen in the system's dialog where the host has one. */
export function FolderInput(props: Omit<TextInputProps, 'onChange'> & { readonly onChange: (dir: string) => void }) {
  const { onChange, ...rest } = props;
  const { t } = useText();
  const canPick = useWorkspaceState().data?.host.canPickFolder === true;
  const pick = usePickFolder();
  const choose = () => pick.mutate({}, { onSuccess: ({ dir }) => (dir === null ? undefined : onChange(dir)) });
  return (
    <TextInput
      {...rest}
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
      rightSection={
        canPick ? (
          <Tooltip label={t('workspaces:open.browse')}>
            <ActionIcon aria-label={t('workspaces:open.browse')} loading={pick.isPending} onClick={choose}>
              <IconFolderOpen size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ) : null
      }
    />
  );
}
