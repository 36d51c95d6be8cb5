import { Group, Text } from '@mantine/core';
import { IconListDetails, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Item } from '../../../shared/contract/items.ts';
import type { Project } from '../../../shared/contract/projects.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { MoneyCell } from '../../ui/figures.tsx';
import { EditableGrid } from '../../ui/grid/editable-grid.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useOpenProject } from '../projects/open-project.ts';
import { useReadOnly } from '../workspaces/queries.ts';
import { estimateTotal } from './estimate-total.ts';
import { itemColumns, missingInItem } from './item-columns.ts';
import classes from './items-screen.module.css';
import { useSaveItems } from './mutations.ts';
import { useItems } from './queries.ts';

/** What is to be bought: a grid that is typed into, pasted into and saved as one goes. */
export function ItemsScreen() {
  const project = useOpenProject();
  const items = useItems(project.id);
  if (items.isError) return <ErrorState error={items.error} retry={() => void items.refetch()} />;
  if (items.isPending) return <LoadingRows />;
  return <ItemsGrid key={project.id} project={project} items={items.data} />;
}

function ItemsGrid({ project, items }: { readonly project: Project; readonly items: Item[] }) {
  const { t } = useText();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const { save, isSaving } = useSaveItems(project.id);
  const [started, setStarted] = useState(false);
  const { language } = useLanguage();
  const columns = useMemo(() => itemColumns(project.currency, language, t), [project.currency, language, t]);
  const missingIn = useMemo(() => missingInItem(language), [language]);
  if (items.length === 0 && !started) {
    return (
      <EmptyState
        icon={<IconListDetails size={32} stroke={1.4} aria-hidden />}
        title={t('items:empty')}
        hint={t('items:emptyHint')}
        {...(readOnly
          ? {}
          : {
              action: {
                label: t('items:addFirst'),
                icon: <IconPlus size={14} aria-hidden />,
                onClick: () => setStarted(true),
              },
              secondary: {
                label: t('items:importSheet'),
                onClick: () => void navigate({ to: `/projects/${project.id}/import` }),
              },
            })}
      />
    );
  }
  return (
    <div className={classes.screen}>
      <EditableGrid
        label={t('items:list')}
        rows={items}
        columns={columns}
        onSave={save}
        missingIn={missingIn}
        memory={`items/${project.id}`}
        blankRows={10}
        readOnly={readOnly}
      />
      <ItemsFoot items={items} project={project} isSaving={isSaving} />
    </div>
  );
}

function ItemsFoot(props: { readonly items: readonly Item[]; readonly project: Project; readonly isSaving: boolean }) {
  const { items, project, isSaving } = props;
  const { t } = useText();
  const { totalMinor, missing } = useMemo(() => estimateTotal(items, project.currency), [items, project.currency]);
  return (
    <Group className={classes.foot} justify="space-between">
      <Text size="xs" c="dimmed" role="status">
        {t('items:count', { count: items.length })}
        {isSaving ? ` · ${t('items:saving')}` : null}
      </Text>
      {totalMinor === null ? null : (
        <Group gap="sm" title={t('items:estimateTotalHint')}>
          {missing === 0 ? null : (
            <Text size="xs" c="dimmed">
              {t('items:estimateMissing', { count: missing })}
            </Text>
          )}
          <Text size="sm">{t('items:estimateTotal')}</Text>
          <MoneyCell minor={totalMinor} currency={project.currency} strong />
        </Group>
      )}
    </Group>
  );
}
