import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconClipboardList,
  IconFileInvoice,
  IconLanguage,
  IconMoon,
  IconPackage,
  IconPlus,
  IconSearch,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { SearchHit } from '../../shared/contract/search.ts';
import { useRedo, useUndo } from '../features/history/mutations.ts';
import { useFound } from '../features/search/queries.ts';
import { useReadOnly } from '../features/workspaces/queries.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.ts';

export function openPalette(): void {
  spotlight.open();
}

const hitIcons = {
  project: <IconClipboardList size={16} aria-hidden />,
  supplier: <IconUsers size={16} aria-hidden />,
  item: <IconPackage size={16} aria-hidden />,
};

/** Ctrl+K: go anywhere, do anything, find anything. */
export function CommandPalette() {
  const { t } = useText();
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query.trim(), 120);
  const found = useFound(asked);
  const open = useOpenHit();
  const places = usePlaces();
  const commands = useCommands();
  const hits: SpotlightActionGroupData = {
    group: t('app:palette.found'),
    actions: (query.trim() === '' ? [] : (found.data ?? [])).map((hit) => ({
      id: `${hit.noun}:${hit.id}`,
      label: hit.title,
      description: hit.context,
      // The core decided that it matches (pinyin too); the palette must not sort it out again.
      keywords: [query],
      leftSection: hitIcons[hit.noun],
      onClick: () => open(hit),
    })),
  };
  return (
    <Spotlight
      actions={[hits, places, commands]}
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      tagsToIgnore={[]}
      limit={40}
      scrollable
      maxHeight={420}
      nothingFound={found.isFetching ? t('search:searching') : t('app:palette.nothing')}
      searchProps={{
        leftSection: <IconSearch size={17} aria-hidden />,
        placeholder: t('app:palette.placeholder'),
        'aria-label': t('app:palette.open'),
      }}
      overlayProps={{ backgroundOpacity: 0.2, blur: 0 }}
      transitionProps={{ duration: 80 }}
    />
  );
}

function useOpenHit(): (hit: SearchHit) => void {
  const navigate = useNavigate();
  return (hit) => {
    switch (hit.noun) {
      case 'project':
        return void navigate({ to: `/projects/${hit.id}` });
      case 'supplier':
        return void navigate({ to: `/suppliers/${hit.id}/profile` });
      case 'item':
        return void navigate({ to: `/projects/${hit.projectId ?? ''}` });
    }
  };
}

function usePlaces(): SpotlightActionGroupData {
  const { t } = useText();
  const navigate = useNavigate();
  const place = (id: string, label: string, to: string, icon: ReactNode, keywords = label) => ({
    id,
    label,
    keywords,
    leftSection: icon,
    onClick: () => void navigate({ to }),
  });
  const setting = (id: string, label: string, to: string) =>
    place(id, label, to, <IconSettings size={16} aria-hidden />, t('app:nav.settings'));
  return {
    group: t('app:palette.go'),
    actions: [
      place('projects', t('app:nav.sourcing'), '/projects', <IconClipboardList size={16} aria-hidden />),
      place('quotes', t('app:nav.quotes'), '/quotes', <IconFileInvoice size={16} aria-hidden />),
      place('suppliers', t('app:nav.suppliers'), '/suppliers', <IconUsers size={16} aria-hidden />),
      setting('company', t('settings:company.title'), '/settings/company'),
      setting('rates', t('exchangeRates:title'), '/settings/exchange-rates'),
      setting('appearance', t('settings:appearance.title'), '/settings/appearance'),
      setting('history', t('history:title'), '/settings/history'),
      setting('bin', t('history:bin.title'), '/settings/bin'),
      setting('about', t('settings:about.title'), '/settings/about'),
    ],
  };
}

function useCommands(): SpotlightActionGroupData {
  const { t } = useText();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const undo = useUndo();
  const redo = useRedo();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { language, setLanguage } = useLanguage();
  const creations = [
    {
      id: 'new-project',
      label: t('app:palette.newProject'),
      leftSection: <IconPlus size={16} aria-hidden />,
      onClick: () => void navigate({ to: '/projects', search: { create: true } }),
    },
    {
      id: 'new-supplier',
      label: t('app:palette.newSupplier'),
      leftSection: <IconPlus size={16} aria-hidden />,
      onClick: () => void navigate({ to: '/suppliers', search: { create: true } }),
    },
  ];
  return {
    group: t('app:palette.act'),
    actions: [
      ...(readOnly ? [] : creations),
      {
        id: 'undo',
        label: t('app:undo.undo'),
        leftSection: <IconArrowBackUp size={16} aria-hidden />,
        onClick: () => undo.mutate({}),
      },
      {
        id: 'redo',
        label: t('app:undo.redo'),
        leftSection: <IconArrowForwardUp size={16} aria-hidden />,
        onClick: () => redo.mutate({}),
      },
      {
        id: 'colours',
        label: t('app:palette.colourScheme'),
        leftSection: <IconMoon size={16} aria-hidden />,
        onClick: () => setColorScheme(colorScheme === 'dark' ? 'light' : 'dark'),
      },
      {
        id: 'language',
        label: t('app:palette.language'),
        leftSection: <IconLanguage size={16} aria-hidden />,
        onClick: () => setLanguage(language === 'zh' ? 'en' : 'zh'),
      },
    ],
  };
}
