import { Anchor, Button, Table } from '@mantine/core';
import type { QuoteRound, SupplierRounds } from '../../../shared/domain/quote-rounds/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { formatDifference, formatPercentDifference } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { ValidityBadge } from '../quotes/quote-facts.tsx';
import { useToday } from '../workspaces/queries.ts';
import classes from './quote-rounds.module.css';
import { totalText } from './round-texts.ts';

export interface AllRoundsProps {
  readonly suppliers: readonly SupplierRounds[];
  readonly currency: string;
  readonly onChoose: (supplierId: Id) => void;
  /** Null where nothing may be written. */
  readonly onConfirm: ((round: QuoteRound, name: string) => void) | null;
}

/** One row a supplier: the total of every round and the last move. */
export function AllRounds({ suppliers, currency, onChoose, onConfirm }: AllRoundsProps) {
  const { t } = useText();
  const nameOf = useName();
  const today = useToday();
  const count = Math.max(1, ...suppliers.map(({ rounds }) => rounds.at(-1)?.round ?? 1));
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return (
    <Table mt="sm" verticalSpacing={4} aria-label={t('quoteRounds:allLabel')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('comparisons:market.supplier')}</Table.Th>
          {numbers.map((number) => (
            <Table.Th key={number} className="hj-figure">
              {t('quote:round', { round: number })}
              <span className="hj-unit">{currency}</span>
            </Table.Th>
          ))}
          <Table.Th className="hj-figure">{t('quoteRounds:lastChange')}</Table.Th>
          <Table.Th>{t('comparisons:term.validity')}</Table.Th>
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {suppliers.map((supplier) => {
          const newest = supplier.rounds.at(-1);
          const name = nameOf(supplier);
          return (
            <Table.Tr key={supplier.supplierId}>
              <Table.Th scope="row">
                <Anchor
                  component="button"
                  type="button"
                  c="inherit"
                  fw={500}
                  onClick={() => onChoose(supplier.supplierId)}
                >
                  {name}
                </Anchor>
              </Table.Th>
              {numbers.map((number) => {
                const round = supplier.rounds.find((one) => one.round === number);
                return (
                  <Table.Td key={number} className="hj-figure" data-quiet={round?.isNewest === false || undefined}>
                    {round === undefined ? '' : totalText(round, currency)}
                    {round === undefined || round.total === null || round.pricedCount === round.lines.length ? null : (
                      <div className={classes.under}>
                        {t('comparisons:badge.priced', { priced: round.pricedCount, all: round.lines.length })}
                      </div>
                    )}
                  </Table.Td>
                );
              })}
              <Table.Td className="hj-figure">
                {newest === undefined || newest.toPrevious === null ? (
                  <span className="hj-quiet">—</span>
                ) : (
                  <>
                    {formatDifference(newest.toPrevious.minor, currency)}
                    {newest.toPrevious.bp === null ? null : (
                      <span className="hj-unit">{formatPercentDifference(newest.toPrevious.bp)}</span>
                    )}
                  </>
                )}
              </Table.Td>
              <Table.Td>{newest === undefined ? null : <ValidityBadge quote={newest} today={today} />}</Table.Td>
              <Table.Td className={classes.action}>
                {newest?.validity === 'expired' && onConfirm !== null ? (
                  <Button size="compact-sm" variant="default" onClick={() => onConfirm(newest, name)}>
                    {t('quoteRounds:confirm')}
                  </Button>
                ) : null}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
