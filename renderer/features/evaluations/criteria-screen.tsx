import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useOpenProject } from '../projects/open-project.ts';
import { CriteriaSection } from './criteria-section.tsx';
import { useEvaluation } from './queries.ts';
import { useEvaluationQuery } from './use-evaluated.ts';

/** What counts and how much. */
export function CriteriaScreen() {
  const project = useOpenProject();
  const evaluation = useEvaluation(useEvaluationQuery());
  if (evaluation.isError) return <ErrorState error={evaluation.error} retry={() => void evaluation.refetch()} />;
  if (evaluation.data === undefined) return <LoadingRows rows={8} />;
  const { criteria, judgements } = evaluation.data;
  return <CriteriaSection projectId={project.id} criteria={criteria} judgements={judgements} />;
}
