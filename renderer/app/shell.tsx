import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useWorkspaceState } from '../features/workspaces/queries.ts';
import { WelcomeScreen } from '../features/workspaces/welcome-screen.tsx';
import { useText } from '../i18n/use-text.ts';
import { ErrorState, LoadingForm } from '../ui/states.tsx';
import { ConnectionBanner, WorkspaceBanners } from './banners.tsx';
import { CrumbsProvider, CrumbTrail } from './breadcrumb.tsx';
import { useChanges } from './changes.ts';
import { Navigation } from './navigation.tsx';
import { CommandPalette } from './palette.tsx';
import classes from './shell.module.css';
import { StaleDialogProvider } from './stale-dialog.tsx';
import { UndoButtons, useUndoKeys } from './undo.tsx';

/** Everything around a screen: navigation, trail, undo, banners. Without an open workspace the welcome screen takes its place. */
export function WorkspaceShell() {
  const state = useWorkspaceState();
  useChanges(true);
  if (state.isError) {
    return (
      <>
        <ConnectionBanner />
        <ErrorState error={state.error} retry={() => void state.refetch()} />
      </>
    );
  }
  if (state.isPending) {
    return (
      <>
        <ConnectionBanner />
        <LoadingForm />
      </>
    );
  }
  return (
    <StaleDialogProvider>
      {state.data.open === null ? (
        <>
          <ConnectionBanner />
          <WelcomeScreen />
        </>
      ) : (
        <CrumbsProvider>
          <OpenShell />
        </CrumbsProvider>
      )}
    </StaleDialogProvider>
  );
}

function OpenShell() {
  const { t } = useText();
  const [opened, menu] = useDisclosure(false);
  const path = useRouterState({ select: (router) => router.location.pathname });
  useUndoKeys();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place closes the menu of narrow windows
  useEffect(() => menu.close(), [path]);
  return (
    <AppShell
      layout="alt"
      header={{ height: 46 }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      transitionDuration={0}
    >
      <a className="hj-skip" href="#content">
        {t('app:skipToContent')}
      </a>
      <AppShell.Header className={classes.header}>
        <Group h="100%" px="lg" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" className={classes.trail}>
            <Burger
              hiddenFrom="sm"
              size="sm"
              opened={opened}
              onClick={menu.toggle}
              aria-label={t('app:nav.openMenu')}
            />
            <CrumbTrail />
          </Group>
          <UndoButtons />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label={t('app:nav.main')}>
        <Navigation onClose={menu.close} />
      </AppShell.Navbar>
      <AppShell.Main id="content" className={classes.main} tabIndex={-1}>
        <ConnectionBanner />
        <WorkspaceBanners />
        <Outlet />
      </AppShell.Main>
      <CommandPalette />
    </AppShell>
  );
}
