import { Select } from '@mantine/core';
import { useState } from 'react';
import type { ComparisonQuery } from '../../../shared/contract/comparisons.ts';
import type { Comparison } from '../../../shared/domain/comparison/types.ts';
import type { QuoteRound } from '../../../shared/domain/quote-rounds/types.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import type { CompareSearch } from '../comparisons/compare-search.ts';
import { useReadOnly } from '../workspaces/queries.ts';
import { AllRounds } from './all-rounds.tsx';
import { ConfirmDrawer } from './confirm-drawer.tsx';
import { useQuoteRounds } from './queries.ts';
import classes from './quote-rounds.module.css';
import { RoundsOfSupplier } from './rounds-of-supplier.tsx';

export interface RoundsViewProps {
  readonly comparison: Comparison;
  readonly query: ComparisonQuery;
  readonly search: CompareSearch;
  readonly onChange: (changes: Partial<CompareSearch>) => void;
}

const ALL = 'all';

/** What suppliers have quoted round after round, what moved, and which quotes have run out. */
export function RoundsView({ comparison, query, search, onChange }: RoundsViewProps) {
  const { t } = useText();
  const nameOf = useName();
  const readOnly = useReadOnly();
  const { data, isError, error, refetch, isPlaceholderData } = useQuoteRounds(query);
  const [confirming, setConfirming] = useState<{ round: QuoteRound; name: string } | null>(null);
  if (isError) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <LoadingRows rows={10} />;
  const chosen = data.suppliers.find(({ supplierId }) => supplierId === search.supplier);
  const confirm = readOnly ? null : (round: QuoteRound, name: string) => setConfirming({ round, name });
  return (
    <ScrollRegion label={t('comparisons:views.rounds')} className={classes.page} dimmed={isPlaceholderData}>
      <Select
        w={300}
        aria-label={t('quoteRounds:supplier')}
        allowDeselect={false}
        searchable
        data={[
          { value: ALL, label: t('quoteRounds:all') },
          ...data.suppliers.map((supplier) => ({ value: supplier.supplierId, label: nameOf(supplier) })),
        ]}
        value={chosen?.supplierId ?? ALL}
        onChange={(value) => onChange({ supplier: value === ALL || value === null ? undefined : value })}
      />
      {chosen === undefined ? (
        <AllRounds
          suppliers={data.suppliers}
          currency={comparison.options.currency}
          onChoose={(supplier) => onChange({ supplier })}
          onConfirm={confirm}
        />
      ) : (
        <RoundsOfSupplier
          supplier={chosen}
          quotes={data.quotes}
          comparison={comparison}
          query={query}
          onConfirm={confirm}
        />
      )}
      {confirming === null ? null : <ConfirmDrawer {...confirming} onClose={() => setConfirming(null)} />}
    </ScrollRegion>
  );
}
