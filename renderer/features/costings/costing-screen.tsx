import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Project } from '../../../shared/contract/projects.ts';
import { useCrumb } from '../../app/breadcrumb.tsx';
import { useText } from '../../i18n/use-text.ts';
import { ErrorState, LoadingForm } from '../../ui/states.tsx';
import { useOpenProject } from '../projects/open-project.ts';
import { useReadOnly } from '../workspaces/queries.ts';
import classes from './costing.module.css';
import { CostingFieldset } from './costing-form.tsx';
import { goToField } from './fields.tsx';
import { useSaveCosting } from './mutations.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { useCosting } from './queries.ts';
import { costingRoute } from './routes.tsx';

/** The assumptions that carry quotes to the door, and what one quote comes to under them. */
export function CostingScreen() {
  const project = useOpenProject();
  return <Costing key={project.id} project={project} />;
}

function Costing({ project }: { readonly project: Project }) {
  const { t } = useText();
  const readOnly = useReadOnly();
  const costing = useCosting(project.id);
  const { save } = useSaveCosting(project.id);
  const { quote = null, field } = costingRoute.useSearch();
  const navigate = useNavigate({ from: costingRoute.fullPath });
  useCrumb(2, t('costings:title'), `/projects/${project.id}/costing`);
  const isLoaded = costing.data !== undefined;
  useEffect(() => {
    if (isLoaded && field !== undefined) goToField(field);
  }, [isLoaded, field]);
  if (costing.isError) return <ErrorState error={costing.error} retry={() => void costing.refetch()} />;
  if (costing.isPending) return <LoadingForm fields={12} />;
  return (
    <div className={classes.screen}>
      <CostingFieldset form={{ fields: costing.data.fields, save, readOnly }} projectCurrency={project.currency} />
      <PreviewPanel
        project={project}
        quoteId={quote}
        onQuote={(id) => void navigate({ search: { quote: id }, replace: true })}
      />
    </div>
  );
}
