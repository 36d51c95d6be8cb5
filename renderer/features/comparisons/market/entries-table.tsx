import { Table } from '@mantine/core';
import { traceBelowMarket } from '../../../../shared/domain/market/trace.ts';
import { formatPercentDifference } from '../../../i18n/format.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useName } from '../../../ui/bilingual-name.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TracePopover } from '../../../ui/trace-popover.tsx';
import classes from './market.module.css';
import type { MarketPopulation } from './market-model.ts';
import type { PriceScale } from './price-scale.ts';
import { SEVERITY_TONES } from './severity.ts';

/** The dots by their numbers: who, how much, and how far from what the others ask. */
export function EntriesTable({ population, scale }: { population: MarketPopulation; scale: PriceScale }) {
  const { t } = useText();
  const nameOf = useName();
  const { entries, verdicts, statistics } = population;
  const outliers = statistics.state === 'computed' ? (statistics.outliers ?? []) : [];
  return (
    <Table className={classes.entries} aria-label={t('comparisons:market.entries')} verticalSpacing={3}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th className="hj-figure">{t('comparisons:market.number')}</Table.Th>
          <Table.Th>{t('comparisons:market.supplier')}</Table.Th>
          <Table.Th className="hj-figure">
            {t('comparisons:market.price')}
            <span className="hj-unit">{scale.unit}</span>
          </Table.Th>
          <Table.Th className="hj-figure" title={t('comparisons:market.againstOthersHint')}>
            {t('comparisons:market.againstOthers')}
          </Table.Th>
          <Table.Th>{t('comparisons:market.verdict')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map(({ id, price, compared: { quote } }, index) => {
          const verdict = verdicts.find((one) => one.id === id);
          const isOutlier = outliers.some((one) => one.id === id);
          return (
            <Table.Tr key={id}>
              <Table.Td className="hj-figure hj-quiet">{index + 1}</Table.Td>
              <Table.Th scope="row" className={classes.name}>
                {nameOf({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh })}
              </Table.Th>
              <Table.Td className="hj-figure">{scale.text(price)}</Table.Td>
              <Table.Td className="hj-figure">
                {verdict?.state === 'computed' ? (
                  <TracePopover trace={traceBelowMarket(entries, id, scale.trace)}>
                    {formatPercentDifference(-verdict.belowBp)}
                  </TracePopover>
                ) : (
                  <span className="hj-quiet">—</span>
                )}
              </Table.Td>
              <Table.Td>
                {isOutlier ? (
                  <StatusBadge tone="unknown" label={t('comparisons:market.outlier')} />
                ) : verdict?.state === 'computed' && verdict.severity !== 'none' ? (
                  <StatusBadge
                    tone={SEVERITY_TONES[verdict.severity]}
                    label={t(`comparisons:market.severity.${verdict.severity}`)}
                  />
                ) : null}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
