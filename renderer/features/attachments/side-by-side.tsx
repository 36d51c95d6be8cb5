import { Select, Text } from '@mantine/core';
import { useState } from 'react';
import type { Attachment } from '../../../shared/contract/attachments.ts';
import { useText } from '../../i18n/use-text.ts';
import { attachmentAddress } from './attachment-address.ts';
import classes from './attachment-panel.module.css';
import { isPicture } from './pictures.ts';
import { type AttachmentOwner, useAttachmentsOf } from './queries.ts';

/** Pictures of several records beside each other, chosen on either side; each is named by its record. */
export function SideBySide({
  owners,
}: {
  readonly owners: readonly { readonly owner: AttachmentOwner; readonly label: string }[];
}) {
  const { t } = useText();
  const found = useAttachmentsOf(owners.map(({ owner }) => owner));
  const groups = owners.map(({ label }, index) => ({
    label,
    pictures: (found[index] ?? []).filter(isPicture),
  }));
  const all = groups.flatMap(({ label, pictures }) =>
    pictures.map((picture) => ({ key: `${label}/${picture.id}`, label, picture })),
  );
  const [left, setLeft] = useState<string | null>(null);
  const [right, setRight] = useState<string | null>(null);
  if (all.length < 2) return <Text c="dimmed">{t('inspections:attach.compareEmpty')}</Text>;
  const first = all.find(({ key }) => key === left) ?? all[0];
  // Beside a picture of one record stands, unless chosen, one of another.
  const second = all.find(({ key }) => key === right) ?? all.find(({ label }) => label !== first?.label) ?? all[1];
  const data = groups
    .filter(({ pictures }) => pictures.length > 0)
    .map(({ label, pictures }) => ({
      group: label,
      items: pictures.map((picture) => ({ value: `${label}/${picture.id}`, label: `${label} · ${picture.fileName}` })),
    }));
  const side = (name: 'left' | 'right', shown: { key: string; label: string; picture: Attachment } | undefined) => (
    <div className={classes.side}>
      <Select
        aria-label={t('inspections:attach.choose', { side: t(`inspections:attach.${name}`) })}
        data={data}
        value={shown?.key ?? null}
        onChange={name === 'left' ? setLeft : setRight}
      />
      <div className={classes.stage}>
        {shown === undefined ? null : (
          <img src={attachmentAddress(shown.picture)} alt={`${shown.label}: ${shown.picture.fileName}`} />
        )}
      </div>
    </div>
  );
  return (
    <div className={classes.sides}>
      {side('left', first)}
      {side('right', second)}
    </div>
  );
}
