import { Table, Text } from '@mantine/core';
import type { CheckedQuote } from '../../../shared/contract/imports.ts';
import { formatMoneyWithCode } from '../../../shared/kernel/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './imports.module.css';

/** The quotes the file holds: who, which round, how many lines, and what they add up to. */
export function CheckedQuotes(props: { readonly quotes: readonly CheckedQuote[]; readonly itemCount: number }) {
  const { quotes, itemCount } = props;
  const { t } = useText();
  return (
    <ScrollRegion className={classes.problemsScroll} label={t('imports:quotes')}>
      <Table className={classes.problems} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('imports:supplier')}</Table.Th>
            <Table.Th>{t('imports:state')}</Table.Th>
            <Table.Th className={classes.figure}>{t('imports:lines')}</Table.Th>
            <Table.Th className={classes.figure}>{t('imports:total')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {quotes.map((quote) => (
            <Table.Tr key={`${quote.supplierName}/${quote.round}/${quote.currency}`}>
              <Table.Td>{quote.supplierName}</Table.Td>
              <Table.Td>
                <QuoteState quote={quote} />
              </Table.Td>
              <Table.Td className={classes.figure}>
                {t('imports:linesOf', { count: quote.lineCount, of: itemCount })}
              </Table.Td>
              <Table.Td className={classes.figure}>
                {quote.totalMinor === null || quote.currency === null ? (
                  <Text c="dimmed" size="sm" component="span">
                    {t('unknown')}
                  </Text>
                ) : (
                  formatMoneyWithCode(quote.totalMinor, quote.currency)
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function QuoteState({ quote }: { readonly quote: CheckedQuote }) {
  const { t } = useText();
  if (quote.isEstimate) return <StatusBadge tone="accent" label={t('imports:ourEstimate')} />;
  if (quote.round > 1) return <StatusBadge tone="neutral" label={t('imports:nextRound', { round: quote.round })} />;
  return (
    <StatusBadge
      tone="neutral"
      label={quote.supplierId === null ? t('imports:newSupplier') : t('imports:knownSupplier')}
    />
  );
}
