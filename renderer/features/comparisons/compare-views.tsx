import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { COMPARE_VIEWS, type CompareSearch, type CompareView } from './compare-search.ts';
import classes from './compare-views.module.css';

/** The ways to look at one comparison. Which one is open stands in the address, and the others keep basis and currency. */
export function CompareViews({ search, projectId }: { readonly search: CompareSearch; readonly projectId: string }) {
  const { t } = useText();
  const router = useRouter();
  // The router's own link calls every link to this path current, whatever its search says.
  const linkTo = (view: CompareView) => {
    const target = { to: '/projects/$projectId/compare', params: { projectId }, search: { ...search, view } } as const;
    return {
      href: router.buildLocation(target).href,
      onClick: (event: MouseEvent) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void router.navigate(target);
      },
    };
  };
  return (
    <nav className={classes.views} aria-label={t('comparisons:views.label')}>
      {COMPARE_VIEWS.map((view) => (
        <a
          key={view}
          className={classes.view}
          aria-current={view === search.view ? 'page' : undefined}
          {...linkTo(view)}
        >
          {t(`comparisons:views.${view}`)}
        </a>
      ))}
    </nav>
  );
}
