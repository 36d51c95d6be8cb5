import { Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Attachment } from '../../../shared/contract/attachments.ts';
import { describeError } from '../../app/errors.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import classes from './attachment-panel.module.css';
import { useAttachmentUses } from './queries.ts';

/** Where else a file is used, told when somebody asks. Nothing for a file that is used here alone. */
export function FileUses({ file }: { readonly file: Attachment }) {
  const { t } = useText();
  const name = useName();
  const [isOpen, setOpen] = useState(false);
  const uses = useAttachmentUses(file.id, isOpen);
  if (file.useCount < 2) return null;
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" width={280} trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.uses} onClick={() => setOpen(!isOpen)}>
          {t('inspections:attach.uses', { count: file.useCount })}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        {uses.isError ? (
          <Text size="sm" c="red" role="alert">
            {describeError(uses.error, t)}
          </Text>
        ) : (
          <Stack gap={4} tabIndex={-1}>
            {(uses.data ?? []).map((use) => (
              <Text key={`${use.ownerKind} ${use.ownerId}`} size="sm">
                {t(`inspections:attach.owner.${use.ownerKind}`)}
                {use.nameEn === '' && use.nameZh === '' ? '' : `: ${name(use)}`}
              </Text>
            ))}
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
