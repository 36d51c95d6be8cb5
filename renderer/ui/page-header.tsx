import { ActionIcon, Button, Group, Menu, Tabs, Title } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import classes from './page-header.module.css';

export interface PageAction {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  /** Shown in the colour of danger; it can be undone all the same. */
  readonly destructive?: boolean;
  /** Why it cannot be done now. */
  readonly hint?: string;
}

export interface PageTab {
  readonly value: string;
  readonly label: string;
  readonly count?: number;
}

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** State of the thing shown, as a StatusBadge. */
  readonly state?: ReactNode;
  /** One line below the title. */
  readonly hint?: ReactNode;
  /** The one thing most people come here to do. */
  readonly primary?: PageAction;
  /** Quick controls that belong beside the primary action (a search box, a segmented choice). */
  readonly controls?: ReactNode;
  /** Everything else, in a menu. */
  readonly actions?: readonly PageAction[];
  readonly tabs?: {
    readonly tabs: readonly PageTab[];
    readonly current: string;
    readonly onChange: (tab: string) => void;
  };
}

/** The one head of every page. */
export function PageHeader({ title, state, hint, primary, controls, actions = [], tabs }: PageHeaderProps) {
  return (
    <header className={classes.header} data-tabs={tabs !== undefined || undefined}>
      <Group justify="space-between" align="center" gap="md" wrap="nowrap" className={classes.row}>
        <Group gap="sm" wrap="nowrap" className={classes.title}>
          <Title order={1} className={classes.heading}>
            {title}
          </Title>
          {state}
        </Group>
        <Group gap="xs" wrap="nowrap" className={classes.controls}>
          {controls}
          {primary === undefined ? null : (
            <Button
              leftSection={primary.icon}
              onClick={primary.onClick}
              disabled={primary.disabled === true}
              title={primary.hint}
            >
              {primary.label}
            </Button>
          )}
          {actions.length === 0 ? null : <ActionMenu actions={actions} />}
        </Group>
      </Group>
      {hint === undefined ? null : <p className={classes.hint}>{hint}</p>}
      {tabs === undefined ? null : (
        <Tabs
          value={tabs.current}
          onChange={(tab) => (tab === null ? undefined : tabs.onChange(tab))}
          className={classes.tabs}
        >
          <Tabs.List>
            {tabs.tabs.map((tab) => (
              <Tabs.Tab key={tab.value} value={tab.value}>
                {tab.label}
                {tab.count === undefined ? null : <span className={classes.count}>{tab.count}</span>}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      )}
    </header>
  );
}

/** Further actions behind three dots. */
export function ActionMenu({ actions, label }: { actions: readonly PageAction[]; label?: string }) {
  const { t } = useText();
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={label ?? t('moreActions')}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item
            key={action.label}
            leftSection={action.icon}
            disabled={action.disabled === true}
            {...(action.destructive === true ? { color: 'red' } : {})}
            onClick={action.onClick}
            title={action.hint}
          >
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
