import { Anchor, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Project } from '../../../shared/contract/projects.ts';
import { findRate, indexRates, isStale, rateToDecimal } from '../../../shared/domain/exchange-rates/exchange-rates.ts';
import type { CurrencyCode } from '../../../shared/kernel/money.ts';
import { formatRate } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useExchangeRates } from '../exchange-rates/queries.ts';
import { useToday } from '../workspaces/queries.ts';

const SHOWN_DIGITS = 8;

/** The dated rate at which this quote would be compared now, with its source; says so when there is none. */
export function ExchangeRateNote(props: { readonly currency: CurrencyCode; readonly project: Project }) {
  const { currency, project } = props;
  const { t } = useText();
  const rates = useExchangeRates().data;
  const today = useToday();
  const index = useMemo(() => (rates === undefined ? null : indexRates(rates)), [rates]);
  const date = project.comparisonDate ?? today;
  if (index === null || date === null) return null;
  const found = findRate(index, currency, project.currency, date);
  if (found.state === 'missing') {
    const key = found.reason === 'onlyFuture' ? 'onlyFuture' : 'missing';
    return (
      <Group gap={6} wrap="nowrap" align="flex-start" c="var(--hj-warning)" role="status">
        <IconAlertTriangle size={14} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
        <Text size="xs">
          {t(`quotes:rate.${key}`, { from: found.from, to: found.to, date })}{' '}
          <Anchor component={Link} to="/settings/exchange-rates" size="xs">
            {t('quotes:rate.add')}
          </Anchor>
        </Text>
      </Group>
    );
  }
  if (found.path === 'same') {
    return (
      <Text size="xs" c="dimmed">
        {t('quotes:rate.same')}
      </Text>
    );
  }
  const rate = formatRate(rateToDecimal(found).toSignificantDigits(SHOWN_DIGITS).toFixed());
  return (
    <Text size="xs" c="dimmed" className="hj-figures" component="div" style={{ overflowWrap: 'anywhere' }}>
      <div>
        {t('quotes:rate.current', { from: found.from, to: found.to, rate })} {t('quotes:rate.asOf', { date })}
        {isStale(found) ? (
          <Text span size="xs" c="var(--hj-warning)">
            {' '}
            · {t('quotes:rate.stale', { count: found.ageDays })}
          </Text>
        ) : null}
      </div>
      {found.rows.map((row) => (
        <div key={`${row.base}/${row.quote}`}>
          {t('quotes:rate.source', {
            pair: `${row.base}/${row.quote} ${formatRate(row.rate)}`,
            date: row.effectiveDate,
            source: row.source,
          })}
        </div>
      ))}
    </Text>
  );
}
