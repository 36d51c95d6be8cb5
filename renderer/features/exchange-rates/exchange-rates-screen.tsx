import { IconCoins, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ExchangeRate } from '../../../shared/contract/exchange-rates.ts';
import { daysBetween } from '../../../shared/kernel/calendar-date.ts';
import { useCrumb } from '../../app/breadcrumb.tsx';
import { formatRate } from '../../i18n/format.ts';
import { type Translate, useText } from '../../i18n/use-text.ts';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { ActionMenu, PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useReadOnly, useToday } from '../workspaces/queries.ts';
import { ExchangeRateDrawer } from './exchange-rate-drawer.tsx';
import { useRemoveExchangeRate } from './mutations.ts';
import { useExchangeRates } from './queries.ts';

/** Older rates are marked in a comparison (DOMAIN 1). */
const STALE_DAYS = 7;

type Editing = { readonly kind: 'new' } | { readonly kind: 'existing'; readonly id: string };

export function ExchangeRatesScreen() {
  const { t } = useText();
  const rates = useExchangeRates();
  const today = useToday();
  const readOnly = useReadOnly();
  const remove = useRemoveExchangeRate();
  const [editing, setEditing] = useState<Editing | null>(null);
  useCrumb(1, t('exchangeRates:title'));
  const current = useMemo(() => currentRates(rates.data ?? [], today), [rates.data, today]);
  const columns = useMemo(() => rateColumns(t, today, current), [t, today, current]);
  const edited = rates.data?.find((rate) => editing?.kind === 'existing' && rate.id === editing.id) ?? null;
  const add = () => setEditing({ kind: 'new' });
  return (
    <>
      <PageHeader
        title={t('exchangeRates:title')}
        hint={t('exchangeRates:hint')}
        {...(readOnly
          ? {}
          : { primary: { label: t('exchangeRates:add'), icon: <IconPlus size={15} aria-hidden />, onClick: add } })}
      />
      <DataTable<ExchangeRate>
        id="exchange-rates"
        label={t('exchangeRates:title')}
        columns={columns}
        rows={rates.data}
        error={rates.error}
        retry={() => void rates.refetch()}
        openId={edited?.id ?? null}
        toolbar={false}
        {...(readOnly
          ? {}
          : {
              onOpen: (rate: ExchangeRate) => setEditing({ kind: 'existing', id: rate.id }),
              rowActions: (rate: ExchangeRate) => (
                <ActionMenu
                  label={`${t('moreActions')}: ${rate.base} → ${rate.quote}, ${rate.effectiveDate}`}
                  actions={[
                    {
                      label: t('edit'),
                      icon: <IconPencil size={15} aria-hidden />,
                      onClick: () => setEditing({ kind: 'existing', id: rate.id }),
                    },
                    {
                      label: t('delete'),
                      icon: <IconTrash size={15} aria-hidden />,
                      destructive: true,
                      onClick: () => remove(rate),
                    },
                  ]}
                />
              ),
            })}
        empty={
          <EmptyState
            icon={<IconCoins size={32} stroke={1.4} aria-hidden />}
            title={t('exchangeRates:empty')}
            hint={t('exchangeRates:emptyHint')}
            {...(readOnly ? {} : { action: { label: t('exchangeRates:add'), onClick: add } })}
          />
        }
      />
      <ExchangeRateDrawer
        opened={editing?.kind === 'new' || edited !== null}
        rate={edited}
        onClose={() => setEditing(null)}
      />
    </>
  );
}

function rateColumns(
  t: Translate,
  today: string | null,
  current: ReadonlySet<string>,
): readonly TableColumn<ExchangeRate>[] {
  return [
    {
      id: 'pair',
      title: t('exchangeRates:pair'),
      width: 150,
      always: true,
      render: (rate) => (
        <span>
          {rate.base} <span className="hj-quiet">→</span> {rate.quote}
        </span>
      ),
    },
    {
      id: 'rate',
      title: t('exchangeRates:rate'),
      align: 'right',
      width: 150,
      always: true,
      render: (rate) => (
        <span className="hj-figure">
          {formatRate(rate.rate)}
          <span className="hj-unit">{rate.quote}</span>
        </span>
      ),
    },
    { id: 'date', title: t('exchangeRates:effectiveDate'), width: 130, render: (rate) => rate.effectiveDate },
    {
      id: 'state',
      title: t('exchangeRates:age'),
      width: 190,
      render: (rate) => <RateState rate={rate} today={today} isCurrent={current.has(rate.id)} />,
    },
    { id: 'source', title: t('exchangeRates:source'), ellipsis: true, render: (rate) => rate.source },
  ];
}

function RateState(props: { readonly rate: ExchangeRate; readonly today: string | null; readonly isCurrent: boolean }) {
  const { rate, today, isCurrent } = props;
  const { t } = useText();
  if (today === null) return null;
  const days = daysBetween(rate.effectiveDate, today);
  if (days < 0) return <StatusBadge tone="neutral" label={t('exchangeRates:future')} />;
  if (!isCurrent) return <span className="hj-quiet">{t('exchangeRates:ageDays', { count: days })}</span>;
  return days > STALE_DAYS ? (
    <StatusBadge tone="warning" label={t('exchangeRates:ageDays', { count: days })} title={t('exchangeRates:stale')} />
  ) : (
    <StatusBadge tone="good" label={t('exchangeRates:current')} />
  );
}

/** The newest rate of each pair that is not of the future: the one that counts today. */
function currentRates(rates: readonly ExchangeRate[], today: string | null): ReadonlySet<string> {
  const newest = new Map<string, ExchangeRate>();
  for (const rate of rates) {
    if (today === null || rate.effectiveDate > today) continue;
    const pair = `${rate.base}${rate.quote}`;
    const known = newest.get(pair);
    if (known === undefined || rate.effectiveDate > known.effectiveDate) newest.set(pair, rate);
  }
  return new Set([...newest.values()].map((rate) => rate.id));
}
