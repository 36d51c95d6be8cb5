import { Link, Outlet } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.ts';
import { useOpenProject } from '../projects/open-project.ts';
import classes from './evaluate.module.css';

const PARTS = [
  ['criteria', '/projects/$projectId/evaluate/criteria'],
  ['scores', '/projects/$projectId/evaluate/scores'],
  ['result', '/projects/$projectId/evaluate'],
  ['stability', '/projects/$projectId/evaluate/stability'],
] as const;

/** Who is best when more than the price counts: what counts, who gave what, what follows, and how far it holds. */
export function EvaluateRoom() {
  const { t } = useText();
  const project = useOpenProject();
  return (
    <div className={classes.room}>
      <nav className={classes.parts} aria-label={t('evaluations:parts.label')}>
        {PARTS.map(([part, to]) => (
          <Link
            key={part}
            to={to}
            params={{ projectId: project.id }}
            className={classes.part ?? ''}
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
          >
            {t(`evaluations:parts.${part}`)}
          </Link>
        ))}
      </nav>
      <div className={classes.page}>
        <Outlet />
      </div>
    </div>
  );
}
