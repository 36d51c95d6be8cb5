import { useMediaQuery } from '@mantine/hooks';
import { IconFileImport, IconScale } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useOpenProject } from '../projects/open-project.ts';
import { QuantityView } from '../quantity-curves/quantity-view.tsx';
import { RoundsView } from '../quote-rounds/rounds-view.tsx';
import { WaterfallView } from '../waterfalls/waterfall-view.tsx';
import { useReadOnly } from '../workspaces/queries.ts';
import classes from './compare.module.css';
import { CompareControls } from './compare-controls.tsx';
import { type CompareSearch, comparisonQueryOf } from './compare-search.ts';
import { CompareViews } from './compare-views.tsx';
import { Findings } from './findings.tsx';
import { LedgerView } from './ledger/ledger-view.tsx';
import { MarketView } from './market/market-view.tsx';
import { MatrixGrid } from './matrix/matrix-grid.tsx';
import { matrixOf } from './matrix/matrix-model.ts';
import { useWords } from './matrix/words.ts';
import { Premises } from './premises.tsx';
import { useComparison } from './queries.ts';
import { compareRoute } from './routes.tsx';

/** The quotes of a project side by side: who is lowest, by how much, and who cannot be compared and why. */
export function CompareScreen() {
  const project = useOpenProject();
  const search = compareRoute.useSearch();
  const navigate = useNavigate({ from: compareRoute.fullPath });
  const isWide = useMediaQuery('(min-width: 1560px)', false, { getInitialValueInEffect: false });
  const query = useMemo(() => comparisonQueryOf(project.id, search), [project.id, search]);
  const { data: comparison, isPlaceholderData, isError, error, refetch } = useComparison(query);
  const model = useMemo(() => (comparison === undefined ? null : matrixOf(comparison)), [comparison]);
  const words = useWords();
  const change = useCallback(
    (changes: Partial<CompareSearch>) =>
      void navigate({ search: (before) => ({ ...before, ...changes }), replace: true }),
    [navigate],
  );
  const openFindings = useCallback(() => change({ findings: true }), [change]);
  const closeFindings = useCallback(() => change({ findings: false }), [change]);

  if (isError) return <ErrorState error={error} retry={() => void refetch()} />;
  if (model !== null && (model.comparison.rows.length === 0 || model.comparison.quotes.length === 0)) {
    return <NothingToCompare hasItems={model.comparison.rows.length > 0} projectId={project.id} />;
  }
  const findingsOpen = search.findings ?? isWide;
  return (
    <>
      <CompareViews search={search} projectId={project.id} />
      <CompareControls
        search={search}
        projectCurrency={project.currency}
        onChange={change}
        findingsOpen={findingsOpen}
      />
      {model === null ? (
        <div className={classes.skeleton}>
          <LoadingRows rows={14} />
        </div>
      ) : (
        <>
          <Premises comparison={model.comparison} projectId={project.id} openFindings={openFindings} />
          {search.view === 'ledger' ? (
            <LedgerView comparison={model.comparison} projectId={project.id} />
          ) : search.view === 'quantity' ? (
            <QuantityView comparison={model.comparison} query={query} search={search} onChange={change} />
          ) : search.view === 'waterfall' ? (
            <WaterfallView comparison={model.comparison} query={query} search={search} onChange={change} />
          ) : search.view === 'rounds' ? (
            <RoundsView comparison={model.comparison} query={query} search={search} onChange={change} />
          ) : search.view === 'market' ? (
            <MarketView comparison={model.comparison} itemId={search.item ?? null} onChange={change} />
          ) : (
            <div className={classes.place}>
              <MatrixGrid
                model={model}
                words={words}
                show={search.show}
                projectId={project.id}
                dimmed={isPlaceholderData}
                query={query}
              />
              {findingsOpen ? (
                <Findings model={model} query={query} projectId={project.id} close={closeFindings} />
              ) : null}
            </div>
          )}
        </>
      )}
    </>
  );
}

function NothingToCompare({ hasItems, projectId }: { readonly hasItems: boolean; readonly projectId: string }) {
  const { t } = useText();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const goTo = (room: 'import' | 'items' | 'quotes') => () => void navigate({ to: `/projects/${projectId}/${room}` });
  return (
    <EmptyState
      icon={<IconScale size={30} stroke={1.4} aria-hidden />}
      title={t(hasItems ? 'comparisons:empty.noQuotes' : 'comparisons:empty.noItems')}
      hint={t(hasItems ? 'comparisons:empty.noQuotesHint' : 'comparisons:empty.noItemsHint')}
      {...(readOnly
        ? {}
        : {
            action: {
              label: t('comparisons:empty.import'),
              icon: <IconFileImport size={15} aria-hidden />,
              onClick: goTo('import'),
            },
          })}
      secondary={
        hasItems
          ? { label: t('comparisons:empty.addQuote'), onClick: goTo('quotes') }
          : { label: t('comparisons:empty.enterItems'), onClick: goTo('items') }
      }
    />
  );
}
