import { IconEyeOff } from '@tabler/icons-react';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.ts';
import { EmptyState } from '../../ui/states.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { useOpenProject } from '../projects/open-project.ts';
import { useBlindSeat } from './blind-seat.ts';
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
  const seat = useBlindSeat(project.id);
  const navigate = useNavigate();
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
          closed: seat === null || view === 'scores' ? null : t('evaluations:blind.closed', { name: seat.name }),
        }))}
      />
      <div className={classes.page}>
        {seat === null || current?.[0] === 'scores' ? (
          <Outlet />
        ) : (
          <EmptyState
            icon={<IconEyeOff size={30} stroke={1.4} aria-hidden />}
            title={t('evaluations:blind.closed', { name: seat.name })}
            hint={t('evaluations:blind.closedHint')}
            action={{
              label: t('evaluations:blind.toScores'),
              onClick: () =>
                void navigate({
                  to: '/projects/$projectId/evaluate/scores',
                  params: { projectId: project.id },
                  search: { evaluator: seat.evaluatorId },
                }),
            }}
          />
        )}
      </div>
    </div>
  );
}
