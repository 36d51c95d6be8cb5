import { Table } from '@mantine/core';
import type { QuantityCurveQuery } from '../../../shared/contract/quantity-curves.ts';
import { isLanded, type MinorRange, type Standing } from '../../../shared/domain/comparison/types.ts';
import type { AtQuantityRow, QuantityCurve, UnitRange } from '../../../shared/domain/quantity-curves/types.ts';
import { formatMoney, formatQuantity, formatUnitPrice } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { reasonsOf } from '../comparisons/reasons.ts';
import { AskedTrace } from './asked-trace.tsx';
import { BreakTip } from './break-tip.tsx';
import type { FigureTexts } from './figure-texts.ts';
import classes from './quantity-curves.module.css';

export interface AtQuantityTableProps {
  readonly curve: QuantityCurve;
  readonly texts: FigureTexts;
  readonly query: QuantityCurveQuery;
}

/** Every quote at the chosen quantity: what would be ordered, what it costs, and whether buying more pays. */
export function AtQuantityTable({ curve, texts, query }: AtQuantityTableProps) {
  const { t } = useText();
  const isItem = curve.item !== null;
  const unit = texts.unit === '' ? '' : ` ${texts.unit}`;
  const at = `${texts.step(curve.chosenStep)}${unit}`;
  // On a landed basis freight, duty and charges are paid to others, so this is not all the cash there is to find.
  const cash = isLanded(query.basis) ? 'cashToSupplier' : 'cash';
  return (
    <section className={classes.table}>
      <h2 className={classes.heading}>{t(isItem ? 'quantityCurves:atItem' : 'quantityCurves:atProject', { at })}</h2>
      <Table verticalSpacing={3} aria-label={t('quantityCurves:tableLabel')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="hj-figure">{t('comparisons:market.number')}</Table.Th>
            <Table.Th>{t('comparisons:market.supplier')}</Table.Th>
            {isItem ? (
              <>
                <Table.Th className="hj-figure">{t('quantityCurves:column.tier')}</Table.Th>
                <Table.Th className="hj-figure">{t('quantityCurves:column.moq')}</Table.Th>
                <Table.Th className="hj-figure">
                  {t('quantityCurves:column.order')}
                  <span className="hj-unit">{texts.unit}</span>
                </Table.Th>
                <Table.Th className="hj-figure">{t('quantityCurves:column.surplus')}</Table.Th>
              </>
            ) : (
              <Table.Th className="hj-figure">{t('quantityCurves:column.raised')}</Table.Th>
            )}
            <Table.Th className="hj-figure" title={t(`quantityCurves:column.${cash}Hint`)}>
              {t(`quantityCurves:column.${cash}`)}
              <span className="hj-unit">{curve.currency}</span>
            </Table.Th>
            <Table.Th className="hj-figure">
              {t('quantityCurves:column.total')}
              <span className="hj-unit">{curve.currency}</span>
            </Table.Th>
            {isItem ? (
              <Table.Th className="hj-figure" title={t('quantityCurves:column.unitCostHint')}>
                {t('quantityCurves:column.unitCost')}
              </Table.Th>
            ) : null}
            <Table.Th className="hj-figure">{t('comparisons:row.rank')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        {curve.rows.map((row, index) => (
          <Table.Tbody key={row.quoteId} className={classes.quote}>
            <QuoteRow row={row} number={index + 1} curve={curve} query={query} />
            {row.state === 'ranked' && row.advice !== null && row.advice.breaks.length > 0 ? (
              <Table.Tr>
                <Table.Td />
                <Table.Td colSpan={9}>
                  <BreakTip row={row} unit={texts.unit} curve={curve} query={query} />
                </Table.Td>
              </Table.Tr>
            ) : null}
          </Table.Tbody>
        ))}
      </Table>
    </section>
  );
}

function QuoteRow(props: { row: AtQuantityRow; number: number; curve: QuantityCurve; query: QuantityCurveQuery }) {
  const { row, number, curve, query } = props;
  const { t } = useText();
  const nameOf = useName();
  const { order } = row;
  const isItem = curve.item !== null;
  const figure = (name: 'cost' | 'cash') => ({ quoteId: row.quoteId, step: curve.chosenStep, figure: name });
  const apart = row.state !== 'ranked';
  return (
    <Table.Tr data-apart={apart || undefined}>
      <Table.Td className="hj-figure hj-quiet">{number}</Table.Td>
      <Table.Th scope="row" className={classes.name}>
        {nameOf(row)}
        {apart ? <Reasons row={row} /> : null}
      </Table.Th>
      {isItem ? (
        <>
          <Table.Td className="hj-figure">
            {order === null ? '—' : formatUnitPrice(order.unitPrice)}
            {order === null ? null : <span className="hj-unit">{row.currency}</span>}
            {order === null || order.tierMinQuantity === 0 ? null : (
              <div className={classes.under}>
                {t('comparisons:cell.from', { quantity: formatQuantity(order.tierMinQuantity) })}
              </div>
            )}
          </Table.Td>
          <Table.Td className="hj-figure">
            {order === null || order.moq === null ? '—' : formatQuantity(order.moq)}
            {order === null || order.multiple === null ? null : (
              <div className={classes.under}>× {formatQuantity(order.multiple)}</div>
            )}
          </Table.Td>
          <Table.Td className="hj-figure">
            {order === null ? '—' : formatQuantity(order.orderQuantity)}
            {order?.moqApplied || order?.multipleApplied ? (
              <div className={classes.under}>
                {t(order.moqApplied ? 'quantityCurves:raisedToMoq' : 'quantityCurves:raisedToMultiple')}
              </div>
            ) : null}
          </Table.Td>
          <Table.Td className="hj-figure">
            {order === null || order.surplus === 0 ? '—' : formatQuantity(order.surplus)}
          </Table.Td>
        </>
      ) : (
        <Table.Td className="hj-figure">{row.raisedLines === 0 ? '—' : row.raisedLines}</Table.Td>
      )}
      <Table.Td className="hj-figure">
        {row.cash === null ? (
          '—'
        ) : (
          <AskedTrace query={query} figure={figure('cash')}>
            <MoneyRange range={row.cash} currency={curve.currency} />
          </AskedTrace>
        )}
      </Table.Td>
      <Table.Td className="hj-figure">
        {row.total === null ? (
          '—'
        ) : (
          <AskedTrace query={query} figure={figure('cost')}>
            <MoneyRange range={row.total} currency={curve.currency} />
          </AskedTrace>
        )}
      </Table.Td>
      {isItem ? (
        <Table.Td className="hj-figure">
          {row.unitCost === null ? '—' : unitText(row.unitCost)}
          {order === null || order.surplus === 0 || row.unitCostReceived === null ? null : (
            <div className={classes.under}>
              {t('quantityCurves:received', { price: unitText(row.unitCostReceived) })}
            </div>
          )}
        </Table.Td>
      ) : null}
      <Table.Td className="hj-figure">{row.standing === null ? '—' : rankText(row.standing)}</Table.Td>
    </Table.Tr>
  );
}

/** Why a quote stands in no rank, or at which quantity it could. */
function Reasons({ row }: { readonly row: AtQuantityRow }) {
  const { t } = useText();
  const reasons = reasonsOf({ ...row, quote: row }, t);
  if (row.state === 'cannotBeOrdered' && row.firstQuantity !== null) {
    reasons.push(t('comparisons:cell.from', { quantity: formatQuantity(row.firstQuantity) }));
  }
  return (
    <div className={classes.reasons}>
      <StatusBadge tone="unknown" label={t(standingOf(row))} />
      <span>{reasons.join('; ')}</span>
    </div>
  );
}

function standingOf({ state, incomplete }: AtQuantityRow) {
  if (state === 'notComparable') return 'comparison:state.excluded';
  const isPartly = incomplete.some(({ code }) => code === 'missingPrices' || code === 'missingQuantities');
  return isPartly ? 'comparison:state.incomplete' : 'comparison:cell.cannotBeOrdered';
}

/** "12,516.77", or both ends one above the other where unknown costs leave a range. */
function MoneyRange({ range, currency }: { readonly range: MinorRange; readonly currency: string }) {
  const low = formatMoney(range.lowMinor, currency);
  if (range.lowMinor === range.highMinor) return low;
  return (
    <>
      {low}
      <br />– {formatMoney(range.highMinor, currency)}
    </>
  );
}

function unitText({ low, high }: UnitRange): string {
  return low === high ? formatUnitPrice(low) : `${formatUnitPrice(low)} – ${formatUnitPrice(high)}`;
}

function rankText({ bestRank, worstRank, firm }: Standing): string {
  return firm ? String(bestRank) : `${bestRank}–${worstRank}`;
}
