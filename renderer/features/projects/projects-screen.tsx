import { IconClipboardList, IconPlus, IconTrash } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { PROJECT_STAGES } from '../../../shared/domain/projects/stages.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { ActionMenu, PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ListTable } from '../list-views/list-table.tsx';
import { useReadOnly, useToday } from '../workspaces/queries.ts';
import { useRemoveProject } from './mutations.ts';
import { projectColumns } from './project-columns.tsx';
import { NewProjectDrawer } from './project-drawers.tsx';
import { useProjectList } from './queries.ts';
import { listSearch } from './routes.tsx';

const route = getRouteApi('/workspace/projects');

/** Every sourcing project; what is shown lives in the address. */
export function ProjectsScreen() {
  const { t } = useText();
  const name = useName();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const goTo = useNavigate();
  const readOnly = useReadOnly();
  const today = useToday();
  const remove = useRemoveProject();
  const { create = false, saved: _, ...query } = search;
  const list = useProjectList(query);
  const columns = useMemo(() => projectColumns(today, t), [today, t]);
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const setStages = (stages: typeof query.stages) => change({ stages, offset: 0 });
  const begin = {
    label: t('projects:new'),
    icon: <IconPlus size={14} aria-hidden />,
    onClick: () => void navigate({ search: (before) => ({ ...before, create: true }) }),
  };
  return (
    <>
      <PageHeader title={t('projects:title')} primary={readOnly ? undefined : begin} />
      <ListTable
        list="projects"
        address={{
          search,
          schema: listSearch,
          go: (next) => void navigate({ search: next, replace: true }),
          passing: ['create'],
        }}
        id="projects"
        label={t('projects:list')}
        columns={columns}
        rows={list.data?.rows}
        total={list.data?.total ?? 0}
        error={list.error}
        retry={() => void list.refetch()}
        fetching={list.isPlaceholderData}
        state={query}
        onStateChange={change}
        filters={
          <FilterMenu
            label={t('projects:stageFilter')}
            options={PROJECT_STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
            selected={query.stages}
            onChange={setStages}
          />
        }
        chips={query.stages.map((stage) => ({
          id: stage,
          label: t('projects:stageIs', { stage: t(`stage.${stage}`) }),
          onRemove: () => setStages(query.stages.filter((one) => one !== stage)),
        }))}
        onOpen={(row) => void goTo({ to: '/projects/$projectId/items', params: { projectId: row.id } })}
        rowActions={
          readOnly
            ? undefined
            : (row) => (
                <ActionMenu
                  label={t('projects:actionsOf', { name: name(row) })}
                  actions={[
                    {
                      label: t('projects:delete'),
                      icon: <IconTrash size={15} aria-hidden />,
                      destructive: true,
                      onClick: () => remove(row),
                    },
                  ]}
                />
              )
        }
        empty={
          <EmptyState
            icon={<IconClipboardList size={32} stroke={1.4} aria-hidden />}
            title={t('projects:empty')}
            hint={t('projects:emptyHint')}
            action={readOnly ? undefined : begin}
            secondary={readOnly ? undefined : { label: t('projects:emptyImport'), onClick: begin.onClick }}
          />
        }
      />
      <NewProjectDrawer
        opened={create}
        onClose={() => void navigate({ search: ({ create: _, ...before }) => before, replace: true })}
        onCreated={(project, next) => void goTo({ to: `/projects/${project.id}/${next}` })}
      />
    </>
  );
}
