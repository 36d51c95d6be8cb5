import { ActionIcon, Anchor, Group, Modal, Switch } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Attachment } from '../../../shared/contract/attachments.ts';
import { formatCount } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { attachmentAddress } from './attachment-address.ts';
import classes from './attachment-panel.module.css';

/** One picture large; the arrow keys go through the others. */
export function PictureDialog(props: {
  readonly pictures: readonly Attachment[];
  readonly shownId: string | null;
  readonly onShow: (id: string | null) => void;
}) {
  const { pictures, shownId, onShow } = props;
  const { t } = useText();
  const [zoomed, setZoomed] = useState(false);
  const place = pictures.findIndex(({ id }) => id === shownId);
  const shown = pictures[place];
  const go = (step: number) => {
    const next = pictures[(place + step + pictures.length) % pictures.length];
    if (shown !== undefined && next !== undefined) onShow(next.id);
  };
  useHotkeys([
    ['ArrowLeft', () => go(-1)],
    ['ArrowRight', () => go(1)],
  ]);
  return (
    <Modal
      opened={shown !== undefined}
      onClose={() => onShow(null)}
      size="90%"
      title={shown?.fileName ?? ''}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {shown === undefined ? null : (
        <>
          <div className={classes.stage} data-zoomed={zoomed || undefined}>
            <img src={attachmentAddress(shown)} alt={shown.fileName} />
          </div>
          <Group justify="space-between" mt="sm">
            <Group gap={4}>
              <ActionIcon
                aria-label={t('inspections:attach.previous')}
                disabled={pictures.length < 2}
                onClick={() => go(-1)}
              >
                <IconChevronLeft size={16} aria-hidden />
              </ActionIcon>
              <span className="hj-quiet hj-figures">
                {formatCount(place + 1)} / {formatCount(pictures.length)}
              </span>
              <ActionIcon
                aria-label={t('inspections:attach.next')}
                disabled={pictures.length < 2}
                onClick={() => go(1)}
              >
                <IconChevronRight size={16} aria-hidden />
              </ActionIcon>
            </Group>
            <Group gap="md">
              <Switch
                label={t('inspections:attach.zoom')}
                checked={zoomed}
                onChange={(event) => setZoomed(event.currentTarget.checked)}
              />
              <Anchor href={`${attachmentAddress(shown)}?download`}>{t('inspections:attach.save')}</Anchor>
            </Group>
          </Group>
        </>
      )}
    </Modal>
  );
}
