import { useText } from '../../i18n/use-text.ts';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { COMPARE_VIEWS, type CompareSearch } from './compare-search.ts';

/** The ways to look at one comparison; changing the view keeps basis and currency. */
export function CompareViews({ search, projectId }: { readonly search: CompareSearch; readonly projectId: string }) {
  const { t } = useText();
  return (
    <ViewTabs
      label={t('comparisons:views.label')}
      current={search.view}
      views={COMPARE_VIEWS.map((view) => ({
        value: view,
        label: t(`comparisons:views.${view}`),
        to: { to: '/projects/$projectId/compare', params: { projectId }, search: { ...search, view } },
      }))}
    />
  );
}
