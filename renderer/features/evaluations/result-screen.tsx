import { Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.ts';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useOpenProject } from '../projects/open-project.ts';
import { CriteriaSection } from './criteria-section.tsx';
import { Disagreements } from './disagreements.tsx';
import { MethodBar } from './method-bar.tsx';
import { RankingTable } from './ranking-table.tsx';
import { ScoreRadar } from './score-radar.tsx';
import { useEvaluated } from './use-evaluated.ts';
import { waitingEvaluators } from './waiting.ts';

/** The ranking that criteria, scores and prices make, how it was made, and where the evaluators differ. */
export function ResultScreen() {
  const { t } = useText();
  const navigate = useNavigate();
  const project = useOpenProject();
  const { query, comparison, evaluated, failed } = useEvaluated();
  if (failed !== null) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if (comparison === undefined || evaluated === undefined) return <LoadingRows rows={12} />;
  const { criteria, judgements } = evaluated;
  // Without criteria there is no result; what is needed first stands here, so that nobody has to look for it.
  if (criteria.length === 0) return <CriteriaSection projectId={project.id} criteria={[]} judgements={judgements} />;
  if (comparison.quotes.length === 0) {
    return (
      <EmptyState
        icon={<IconScale size={30} stroke={1.4} aria-hidden />}
        title={t('evaluations:empty.noQuotes')}
        hint={t('evaluations:empty.noQuotesHint')}
        action={{
          label: t('evaluations:empty.toQuotes'),
          onClick: () => void navigate({ to: `/projects/${project.id}/quotes` }),
        }}
      />
    );
  }
  const waiting = waitingEvaluators(evaluated.evaluators);
  return (
    <>
      <MethodBar projectId={project.id} settings={evaluated.settings} evaluatorCount={evaluated.evaluators.length} />
      {waiting.length === 0 ? null : (
        <Text px={20} pt={10} className="hj-quiet" role="note">
          {t('evaluations:waiting', { names: waiting.map(({ name }) => name).join(t('evaluations:listSeparator')) })}
        </Text>
      )}
      <RankingTable query={query} comparison={comparison} evaluated={evaluated} />
      <Disagreements comparison={comparison} evaluated={evaluated} />
      <ScoreRadar comparison={comparison} evaluated={evaluated} />
    </>
  );
}
