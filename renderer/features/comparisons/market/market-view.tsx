import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Comparison } from '../../../../shared/domain/comparison/types.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useName } from '../../../ui/bilingual-name.tsx';
import { ScrollRegion } from '../../../ui/scroll-region.tsx';
import type { CompareSearch } from '../compare-search.ts';
import { ItemSelect } from '../item-select.tsx';
import classes from './market.module.css';
import { openPrices, populationsOf } from './market-model.ts';
import { PopulationCard } from './population-card.tsx';

export interface MarketViewProps {
  readonly comparison: Comparison;
  /** Null: the totals of the whole project. */
  readonly itemId: Id | null;
  readonly onChange: (changes: Partial<CompareSearch>) => void;
}

/** Where every comparable quote lies in its market, and whether one is too low to be believed. */
export function MarketView({ comparison, itemId, onChange }: MarketViewProps) {
  const { t } = useText();
  const nameOf = useName();
  const known = comparison.rows.some(({ item }) => item.id === itemId) ? itemId : null;
  const populations = useMemo(() => populationsOf(comparison, known), [comparison, known]);
  const open = openPrices(comparison, known);
  return (
    <ScrollRegion label={t('comparisons:views.market')} className={classes.page}>
      <div className={classes.scope}>
        <ItemSelect comparison={comparison} itemId={known} onChange={(item) => onChange({ item })} />
        <Text className="hj-quiet" size="xs">
          {t(known === null ? 'comparisons:market.scopeTotals' : 'comparisons:market.scopeItem')}
        </Text>
      </div>
      {populations.length > 1 ? <p className={classes.note}>{t('comparisons:market.neverMixed')}</p> : null}
      {open.length === 0 ? null : (
        <p className={classes.note}>
          {t('comparisons:market.openPrices', {
            count: open.length,
            names: open
              .map(({ quote }) => nameOf({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh }))
              .join(t('comparisons:listSeparator')),
          })}
        </p>
      )}
      {populations.length === 0 ? (
        <Text className="hj-quiet" mt="md">
          {t('comparisons:market.nothing')}
        </Text>
      ) : (
        populations.map((population) => (
          <PopulationCard
            key={population.channel}
            population={population}
            comparison={comparison}
            itemId={known}
            isOnly={populations.length === 1}
          />
        ))
      )}
    </ScrollRegion>
  );
}
