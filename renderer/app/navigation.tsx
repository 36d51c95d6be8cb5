import { CloseButton, Group, Menu, ScrollArea, Stack, UnstyledButton } from '@mantine/core';
import {
  IconBuilding,
  IconChevronDown,
  IconClipboardList,
  IconFileInvoice,
  IconFolderOpen,
  IconLogout,
  IconSearch,
  IconSettings,
  IconUsers,
  IconZoomCheck,
} from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useCloseWorkspace, useOpenWorkspace } from '../features/workspaces/mutations.ts';
import { useWorkspaceState } from '../features/workspaces/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { KeyboardHint } from '../ui/keyboard-hint.tsx';
import { useCrumb } from './breadcrumb.tsx';
import { openPalette } from './palette.tsx';
import classes from './shell.module.css';

/** The rooms, by the work. */
export function Navigation({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const path = useRouterState({ select: (router) => router.location.pathname });
  const inSettings = path.startsWith('/settings');
  useRoomCrumb(path);
  return (
    <Stack gap={6} p={10} h="100%">
      <Group gap={4} wrap="nowrap">
        <WorkspaceMenu />
        <CloseButton hiddenFrom="sm" aria-label={t('close')} onClick={onClose} />
      </Group>
      <UnstyledButton className={classes.search} onClick={openPalette}>
        <IconSearch size={15} aria-hidden />
        <span style={{ flex: 1 }}>{t('search')}</span>
        <KeyboardHint keys={['ctrl', 'K']} />
      </UnstyledButton>
      <ScrollArea flex={1} type="hover">
        <Stack gap={1} mt={6}>
          <Link to="/projects" className={classes.link}>
            <IconClipboardList size={16} aria-hidden />
            {t('app:nav.sourcing')}
          </Link>
          <Link to="/quotes" className={classes.link}>
            <IconFileInvoice size={16} aria-hidden />
            {t('app:nav.quotes')}
          </Link>
          <Link to="/suppliers" className={classes.link}>
            <IconUsers size={16} aria-hidden />
            {t('app:nav.suppliers')}
          </Link>
          <Link to="/inspections" className={classes.link}>
            <IconZoomCheck size={16} aria-hidden />
            {t('app:nav.inspections')}
          </Link>
          <Link to="/settings/company" className={`${classes.link} ${classes.section}`}>
            <IconSettings size={16} aria-hidden />
            {t('app:nav.settings')}
          </Link>
          {inSettings ? <SettingsLinks /> : null}
        </Stack>
      </ScrollArea>
    </Stack>
  );
}

function SettingsLinks() {
  const { t } = useText();
  const sub = `${classes.link} ${classes.sub}`;
  return (
    <>
      <Link to="/settings/company" className={sub}>
        {t('settings:company.title')}
      </Link>
      <Link to="/settings/exchange-rates" className={sub}>
        {t('exchangeRates:title')}
      </Link>
      <Link to="/inspections/holidays" className={sub}>
        {t('inspections:room.holidays')}
      </Link>
      <Link to="/settings/appearance" className={sub}>
        {t('settings:appearance.title')}
      </Link>
      <Link to="/settings/history" className={sub}>
        {t('history:title')}
      </Link>
      <Link to="/settings/bin" className={sub}>
        {t('history:bin.title')}
      </Link>
      <Link to="/settings/about" className={sub}>
        {t('settings:about.title')}
      </Link>
    </>
  );
}

/** The name of what is open, the others opened lately, and the way out. */
function WorkspaceMenu() {
  const { t } = useText();
  const state = useWorkspaceState().data;
  const openOther = useOpenWorkspace();
  const close = useCloseWorkspace();
  const open = state?.open ?? null;
  if (state === undefined || open === null) return null;
  const others = state.recent.filter((recent) => recent.dir !== open.dir && recent.exists).slice(0, 6);
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <UnstyledButton className={classes.workspace} aria-label={`${t('app:nav.workspaceMenu')}: ${open.name}`}>
          <IconBuilding size={16} aria-hidden />
          <span className={classes.workspaceName}>{open.name}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {others.length === 0 ? null : <Menu.Label>{t('workspaces:open.recent')}</Menu.Label>}
        {others.map((recent) => (
          <Menu.Item
            key={recent.dir}
            leftSection={<IconFolderOpen size={15} aria-hidden />}
            title={recent.dir}
            onClick={() => openOther.mutate({ dir: recent.dir })}
          >
            {recent.name}
          </Menu.Item>
        ))}
        {others.length === 0 ? null : <Menu.Divider />}
        <Menu.Item leftSection={<IconSettings size={15} aria-hidden />} component={Link} to="/settings/company">
          {t('settings:company.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={15} aria-hidden />} onClick={() => close.mutate({})}>
          {t('app:nav.closeWorkspace')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useRoomCrumb(path: string): void {
  const { t } = useText();
  const room = roomOf(path);
  useCrumb(0, t(`app:nav.${room}`), ROOM_START[room]);
}

function roomOf(path: string): keyof typeof ROOM_START {
  if (path.startsWith('/suppliers')) return 'suppliers';
  if (path.startsWith('/quotes')) return 'quotes';
  if (path.startsWith('/inspections') || path.startsWith('/samples')) return 'inspections';
  return path.startsWith('/settings') ? 'settings' : 'sourcing';
}

const ROOM_START = {
  quotes: '/quotes',
  suppliers: '/suppliers',
  inspections: '/inspections',
  settings: '/settings/company',
  sourcing: '/projects',
} as const;
