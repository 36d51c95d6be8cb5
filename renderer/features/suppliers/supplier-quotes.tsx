import { Anchor, Skeleton, Table } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SupplierQuote } from '../../../shared/contract/suppliers.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { ValidityBadge } from '../quotes/quote-facts.tsx';
import { useToday } from '../workspaces/queries.ts';

/** Every quote of a supplier, by project. */
export function SupplierQuotes(props: { readonly quotes: UseQueryResult<SupplierQuote[]>; readonly supplierId: Id }) {
  const { quotes, supplierId } = props;
  const { t } = useText();
  const name = useName();
  const today = useToday();
  if (quotes.isError) return <ErrorState error={quotes.error} retry={() => void quotes.refetch()} />;
  if (quotes.isPending) return <Skeleton height={80} />;
  if (quotes.data.length === 0) {
    return (
      <EmptyState
        icon={<IconReceipt size={32} stroke={1.4} aria-hidden />}
        title={t('suppliers:quotesEmpty')}
        hint={t('suppliers:quotesEmptyHint')}
      />
    );
  }
  const projects = Map.groupBy(quotes.data, (quote) => quote.projectId);
  return (
    <Table aria-label={t('suppliers:quotes')} verticalSpacing={4}>
      {[...projects.entries()].map(([projectId, rounds]) => (
        <Table.Tbody key={projectId}>
          <Table.Tr>
            <Table.Th colSpan={3} scope="rowgroup" pt="sm">
              {rounds[0] === undefined
                ? null
                : name({ nameEn: rounds[0].projectNameEn, nameZh: rounds[0].projectNameZh })}
            </Table.Th>
            <Table.Td ta="right" pt="sm">
              <Anchor
                size="sm"
                renderRoot={(root) => (
                  <Link
                    {...root}
                    to="/projects/$projectId/compare"
                    params={{ projectId }}
                    search={{ view: 'rounds', supplier: supplierId }}
                  />
                )}
              >
                {t('comparisons:headMenu.rounds')}
              </Anchor>
            </Table.Td>
          </Table.Tr>
          {rounds.map((quote) => (
            <Table.Tr key={quote.id}>
              <Table.Td>
                <Anchor component={Link} to={`/projects/${projectId}/quotes/${quote.id}`}>
                  {t('quote:round', { round: quote.round })}
                </Anchor>
              </Table.Td>
              <Table.Td className="hj-figures">{quote.receivedOn}</Table.Td>
              <Table.Td>
                {t('suppliers:pricedLines', { count: quote.lineCount })}{' '}
                <span className="hj-unit">{quote.currency}</span>
              </Table.Td>
              <Table.Td ta="right">
                {quote.superseded ? (
                  <span className="hj-quiet" title={t('quotes:superseded')}>
                    {t('quotes:replaced')}
                  </span>
                ) : (
                  <ValidityBadge quote={quote} today={today} />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      ))}
    </Table>
  );
}
