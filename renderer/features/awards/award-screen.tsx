import { useText } from '../../i18n/use-text.ts';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { useOpenProject } from '../projects/open-project.ts';
import { AWARD_VIEWS } from './award-search.ts';
import classes from './awards.module.css';
import { DecisionView } from './decision-view.tsx';
import { LettersView } from './letters-view.tsx';
import { useAward, useScenarios } from './queries.ts';
import { awardRoute } from './routes.tsx';
import { ScenariosView } from './scenarios-view.tsx';

/** From the cheapest award under limits to the decision, its letters and its dossier. */
export function AwardScreen() {
  const { t } = useText();
  const project = useOpenProject();
  const { view } = awardRoute.useSearch();
  const award = useAward(project.id);
  const scenarios = useScenarios(project.id);
  const failed = award.isError ? award : scenarios.isError ? scenarios : null;
  if (failed !== null) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if (award.data === undefined || scenarios.data === undefined) return <LoadingRows rows={10} />;
  return (
    <div className={classes.room}>
      <ViewTabs
        label={t('awards:views.label')}
        current={view}
        views={AWARD_VIEWS.map((value) => ({
          value,
          label: t(`awards:views.${value}`),
          to: { to: '/projects/$projectId/award', params: { projectId: project.id }, search: { view: value } },
        }))}
      >
        {award.data === null ? null : (
          <StatusBadge
            tone={award.data.state === 'confirmed' ? 'good' : award.data.state === 'reopened' ? 'warning' : 'neutral'}
            label={t(`award:state.${award.data.state}`)}
          />
        )}
      </ViewTabs>
      <div className={classes.page}>
        {view === 'scenarios' ? <ScenariosView scenarios={scenarios.data} award={award.data} /> : null}
        {view === 'decision' ? <DecisionView scenarios={scenarios.data} award={award.data} /> : null}
        {view === 'letters' ? <LettersView award={award.data} /> : null}
      </div>
    </div>
  );
}
