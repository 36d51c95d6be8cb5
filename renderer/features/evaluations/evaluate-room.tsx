import { Outlet, useRouterState } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.ts';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { useOpenProject } from '../projects/open-project.ts';
import classes from './evaluate.module.css';

const VIEWS = [
  ['criteria', '/projects/$projectId/evaluate/criteria'],
  ['scores', '/projects/$projectId/evaluate/scores'],
  ['result', '/projects/$projectId/evaluate'],
  ['stability', '/projects/$projectId/evaluate/stability'],
] as const;

/** Who is best when more than the price counts: what counts, who gave what, what follows, and how far it holds. */
export function EvaluateRoom() {
  const { t } = useText();
  const project = useOpenProject();
  const open = useRouterState({ select: ({ matches }) => matches.at(-1)?.fullPath ?? '' });
  const current = VIEWS.find(([, to]) => to === open.replace(/\/$/, ''));
  return (
    <div className={classes.room}>
      <ViewTabs
        label={t('evaluations:views.label')}
        current={current?.[0] ?? ''}
        views={VIEWS.map(([view, to]) => ({
          value: view,
          label: t(`evaluations:views.${view}`),
          to: { to, params: { projectId: project.id } },
        }))}
      />
      <div className={classes.page}>
        <Outlet />
      </div>
    </div>
  );
}
