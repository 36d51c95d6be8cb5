import { Drawer, Group, ScrollArea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import classes from './side-drawer.module.css';

export interface SideDrawerProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** A StatusBadge beside the title. */
  readonly state?: ReactNode;
  readonly children: ReactNode;
  /** Buttons that stay in sight at the foot. */
  readonly footer?: ReactNode;
  readonly size?: number;
}

/** Details of one thing, beside the list it came from. Escape closes it; the list stays usable with the mouse. */
export function SideDrawer({ opened, onClose, title, state, children, footer, size = 480 }: SideDrawerProps) {
  const { t } = useText();
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      size={size}
      position="right"
      classNames={{ content: classes.content ?? '' }}
    >
      <Drawer.Overlay backgroundOpacity={0.12} />
      <Drawer.Content>
        <Drawer.Header className={classes.header}>
          <Group gap="sm" wrap="nowrap" className={classes.heading}>
            <Drawer.Title className={classes.title}>{title}</Drawer.Title>
            {state}
          </Group>
          <Drawer.CloseButton aria-label={t('close')} />
        </Drawer.Header>
        <ScrollArea className={classes.body} type="auto">
          <div className={classes.inner}>{children}</div>
        </ScrollArea>
        {footer === undefined ? null : <div className={classes.footer}>{footer}</div>}
      </Drawer.Content>
    </Drawer.Root>
  );
}
