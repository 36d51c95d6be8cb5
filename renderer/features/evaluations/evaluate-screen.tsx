import { IconScale } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ComparisonQuery } from '../../../shared/contract/comparisons.ts';
import { useText } from '../../i18n/use-text.ts';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useComparison } from '../comparisons/queries.ts';
import { useOpenProject } from '../projects/open-project.ts';
import { CriteriaSection } from './criteria-section.tsx';
import classes from './evaluate.module.css';
import { useEvaluation } from './queries.ts';
import { RankingTable } from './ranking-table.tsx';
import { ScoresGrid } from './scores-grid.tsx';

/** Who is best when more than the price counts: criteria with weights, scores with reasons, and the ranking they make. */
export function EvaluateScreen() {
  const { t } = useText();
  const navigate = useNavigate();
  const project = useOpenProject();
  const query = useMemo(
    (): ComparisonQuery => ({ projectId: project.id, basis: 'comparable', currency: null, quantityPercent: 100 }),
    [project.id],
  );
  const comparison = useComparison(query);
  const evaluation = useEvaluation(query);
  const failed = comparison.isError ? comparison : evaluation.isError ? evaluation : null;
  if (failed !== null) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if (comparison.data === undefined || evaluation.data === undefined) return <LoadingRows rows={12} />;
  const { criteria, scores } = evaluation.data;
  const hasQuotes = comparison.data.quotes.length > 0;
  return (
    <div className={classes.page}>
      <CriteriaSection projectId={project.id} criteria={criteria} />
      {criteria.length === 0 ? null : !hasQuotes ? (
        <EmptyState
          icon={<IconScale size={30} stroke={1.4} aria-hidden />}
          title={t('evaluations:empty.noQuotes')}
          hint={t('evaluations:empty.noQuotesHint')}
          action={{
            label: t('evaluations:empty.toQuotes'),
            onClick: () => void navigate({ to: `/projects/${project.id}/quotes` }),
          }}
        />
      ) : (
        <>
          <RankingTable query={query} comparison={comparison.data} evaluated={evaluation.data} />
          <ScoresGrid projectId={project.id} comparison={comparison.data} criteria={criteria} scores={scores} />
        </>
      )}
    </div>
  );
}
