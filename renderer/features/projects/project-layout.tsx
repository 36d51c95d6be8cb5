import { IconCalculator, IconFileImport, IconPencil, IconTrash } from '@tabler/icons-react';
import { Outlet, useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import type { Project, ProjectRow } from '../../../shared/contract/projects.ts';
import { useCrumb } from '../../app/breadcrumb.tsx';
import { useText } from '../../i18n/use-text.ts';
import { BilingualName, useName } from '../../ui/bilingual-name.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useReadOnly } from '../workspaces/queries.ts';
import { useRemoveProject, useUpdateProject } from './mutations.ts';
import { OpenProject } from './open-project.ts';
import { EditProjectDrawer } from './project-drawers.tsx';
import classes from './project-layout.module.css';
import { useProject } from './queries.ts';
import { StageMenu } from './stage.tsx';

/** The head and tabs of one project; its rooms show below. */
export function ProjectLayout() {
  const { projectId } = useParams({ from: '/workspace/projects/$projectId' });
  const project = useProject(projectId);
  if (project.isError) return <ErrorState error={project.error} retry={() => void project.refetch()} />;
  if (project.isPending) return <LoadingRows />;
  return (
    <OpenProject value={project.data}>
      <ProjectHead project={project.data} />
      <div className={classes.room}>
        <Outlet />
      </div>
    </OpenProject>
  );
}

const TABS = ['items', 'quotes', 'samples', 'compare', 'evaluate', 'award', 'reports'] as const;
type Tab = (typeof TABS)[number];

function ProjectHead({ project }: { readonly project: ProjectRow }) {
  const { t } = useText();
  const name = useName();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const update = useUpdateProject();
  const remove = useRemoveProject();
  const [editing, setEditing] = useState(false);
  const current = useCurrentTab(project.id);
  const counts: Partial<Record<Tab, number>> = { items: project.itemCount, quotes: project.supplierCount };
  const goTo = (room: string) => void navigate({ to: `/projects/${project.id}/${room}` });
  useCrumb(1, name(project), `/projects/${project.id}/items`);
  useCrumb(2, current === undefined ? undefined : t(`projects:tab.${current}`), `/projects/${project.id}/${current}`);
  const { id, revision } = project;
  return (
    <>
      <PageHeader
        title={<BilingualName {...project} />}
        state={
          <StageMenu
            stage={project.stage}
            disabled={readOnly}
            onChange={(stage) => update.mutate({ id, revision, changes: { stage } })}
          />
        }
        controls={<Facts project={project} />}
        {...(readOnly
          ? {}
          : {
              primary: {
                label: t('projects:importQuotes'),
                icon: <IconFileImport size={15} aria-hidden />,
                onClick: () => goTo('import'),
              },
              actions: [
                {
                  label: t('costings:open'),
                  icon: <IconCalculator size={15} aria-hidden />,
                  onClick: () => goTo('costing'),
                },
                {
                  label: t('projects:edit'),
                  icon: <IconPencil size={15} aria-hidden />,
                  onClick: () => setEditing(true),
                },
                {
                  label: t('projects:delete'),
                  icon: <IconTrash size={15} aria-hidden />,
                  destructive: true,
                  onClick: () => remove(project, () => void navigate({ to: '/projects' })),
                },
              ],
            })}
        tabs={{
          tabs: TABS.map((tab) => ({ value: tab, label: t(`projects:tab.${tab}`), count: counts[tab] })),
          current: current ?? '',
          onChange: goTo,
        }}
      />
      {editing ? <EditProjectDrawer project={project} onClose={() => setEditing(false)} /> : null}
    </>
  );
}

/** The room shown, by the address. */
function useCurrentTab(projectId: string): Tab | undefined {
  const path = useRouterState({ select: (router) => router.location.pathname });
  const room = path.slice(`/projects/${projectId}/`.length).split('/')[0];
  return TABS.find((tab) => tab === room);
}

function Facts({ project }: { readonly project: Project }) {
  const { t } = useText();
  return (
    <span className={classes.facts}>
      <span title={t('projects:field.currencyHint')}>{project.currency}</span>
      {project.needBy === null ? null : <span>{t('projects:needByDate', { date: project.needBy })}</span>}
    </span>
  );
}
