import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import type { OpenWorkspace } from '../../../shared/contract/workspaces.ts';
import { useText } from '../../i18n/use-text.ts';
import { toastError } from '../../ui/toasts.tsx';
import { useAddAttachment } from '../attachments/mutations.ts';
import { useAttachments } from '../attachments/queries.ts';
import { useUpdateWorkspace } from '../workspaces/mutations.ts';
import classes from './settings.module.css';

/** What browsers and printers show alike; an SVG could carry a script and is never shown. */
const KINDS = ['image/png', 'image/jpeg', 'image/webp'];
const OWNER = { ownerKind: 'workspace', ownerId: 'workspace' } as const;

/** The logo at the head of reports; stored with the other files of the workspace. */
export function LogoField({ open }: { readonly open: OpenWorkspace }) {
  const { t } = useText();
  const add = useAddAttachment();
  const logo = useAttachments(OWNER).data?.find((file) => file.id === open.logoAttachmentId);
  const update = useUpdateWorkspace();
  const set = (logoAttachmentId: string | null) =>
    update.mutate({ revision: open.revision, changes: { logoAttachmentId } });
  const choose = (file: File | null) => {
    if (file === null) return;
    if (!KINDS.includes(file.type)) return toastError(t('settings:company.logoHint'), t('fileDrop.reject'));
    add.mutate({ ...OWNER, file }, { onSuccess: (attachment) => set(attachment.id) });
  };
  return (
    <Stack gap={4}>
      <Text size="xs" fw={500}>
        {t('settings:company.logo')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('settings:company.logoHint')}
      </Text>
      <Group gap="sm">
        {logo === undefined ? null : (
          <div className={classes.logo}>
            <img
              src={`/attachments/${logo.sha256}/${encodeURIComponent(logo.fileName)}`}
              alt={t('settings:company.logo')}
            />
          </div>
        )}
        {open.readOnly !== null ? null : (
          <>
            <FileButton accept={KINDS.join(',')} onChange={choose}>
              {(props) => (
                <Button variant="default" loading={add.isPending || update.isPending} {...props}>
                  {t('settings:company.logoChoose')}
                </Button>
              )}
            </FileButton>
            {open.logoAttachmentId === null ? null : (
              <Button variant="subtle" color="gray" onClick={() => set(null)}>
                {t('settings:company.logoRemove')}
              </Button>
            )}
          </>
        )}
      </Group>
    </Stack>
  );
}
