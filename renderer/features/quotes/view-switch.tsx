import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.ts';

const route = getRouteApi('/workspace/projects/$projectId/quotes');

/** One row a supplier, or all unit prices at once. */
export function ViewSwitch() {
  const { t } = useText();
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <SegmentedControl
      aria-label={t('quotes:view')}
      data={[
        { value: 'list', label: t('quotes:viewList') },
        { value: 'prices', label: t('quotes:viewPrices') },
      ]}
      value={view}
      onChange={(next) =>
        void navigate({
          search: (before) => ({ ...before, view: next === 'prices' ? 'prices' : 'list' }),
          replace: true,
        })
      }
    />
  );
}
