import { Anchor, Button, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ComparisonQuery } from '../../../shared/contract/comparisons.ts';
import type { Comparison, ComparisonQuote } from '../../../shared/domain/comparison/types.ts';
import type { QuoteRound, SupplierRounds } from '../../../shared/domain/quote-rounds/types.ts';
import { RoundsChart } from '../../charts/charts.tsx';
import { formatDifference, formatPercentDifference, formatUnitPrice } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { TracePopover } from '../../ui/trace-popover.tsx';
import { ValidityBadge } from '../quotes/quote-facts.tsx';
import { useToday } from '../workspaces/queries.ts';
import { useRoundTrace } from './queries.ts';
import classes from './quote-rounds.module.css';
import { changeText, totalText } from './round-texts.ts';
import { costStated, termStated } from './stated-texts.ts';

export interface RoundsOfSupplierProps {
  readonly supplier: SupplierRounds;
  readonly quotes: readonly Omit<ComparisonQuote, 'lines'>[];
  readonly comparison: Comparison;
  readonly query: ComparisonQuery;
  readonly onConfirm: ((round: QuoteRound, name: string) => void) | null;
}

const CHART = { width: 460, height: 150 };

/** The rounds of one supplier as columns: total, prices, terms and costs, with what each changed. */
export function RoundsOfSupplier(props: RoundsOfSupplierProps) {
  const { supplier, quotes, comparison, query, onConfirm } = props;
  const { t } = useText();
  const nameOf = useName();
  const today = useToday();
  const { currency } = comparison.options;
  const { rounds } = supplier;
  const newest = rounds.at(-1);
  const name = nameOf(supplier);
  const quoteOf = (round: QuoteRound) => quotes.find(({ id }) => id === round.quoteId);
  const points = rounds.flatMap((round) =>
    round.total === null
      ? []
      : [
          {
            id: round.quoteId,
            label: t('quote:round', { round: round.round }),
            low: round.total.lowMinor,
            high: round.total.highMinor,
          },
        ],
  );
  const costs = (newest?.costs ?? []).filter(({ part }) =>
    rounds.some((round) => {
      const quote = quoteOf(round);
      return quote?.costs.some((cost) => cost.part === part) === true;
    }),
  );
  return (
    <div className={classes.supplier}>
      {points.length < 2 ? null : (
        <RoundsChart
          {...CHART}
          label={t('quoteRounds:chartLabel', { name, currency })}
          points={points}
          currency={currency}
        />
      )}
      {newest?.validity === 'expired' ? (
        <div className={classes.expired}>
          <span>{t('quoteRounds:expired')}</span>
          {onConfirm === null ? null : (
            <Button size="compact-sm" onClick={() => onConfirm(newest, name)}>
              {t('quoteRounds:confirm')}
            </Button>
          )}
        </div>
      ) : null}
      <Table mt="sm" verticalSpacing={3} aria-label={t('quoteRounds:oneLabel', { name })} className={classes.rounds}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            {rounds.map((round) => (
              <Table.Th key={round.quoteId} className="hj-figure">
                <Anchor
                  c="inherit"
                  renderRoot={(root) => (
                    <Link
                      {...root}
                      to="/projects/$projectId/quotes/$quoteId"
                      params={{ projectId: query.projectId, quoteId: round.quoteId }}
                    />
                  )}
                >
                  {t('quote:round', { round: round.round })}
                </Anchor>
                <div className={classes.under}>{round.receivedOn ?? t('comparisons:notStated')}</div>
                {round.isNewest ? <ValidityBadge quote={round} today={today} /> : null}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr className={classes.total}>
            <Table.Th scope="row">{t('comparisons:row.total', { currency })}</Table.Th>
            {rounds.map((round) => (
              <Table.Td key={round.quoteId} className="hj-figure">
                <RoundTotal round={round} currency={currency} query={query} />
              </Table.Td>
            ))}
          </Table.Tr>
          {rounds.some(({ confirmation }) => confirmation !== null) ? (
            <Table.Tr>
              <Table.Th scope="row">{t('quoteRounds:confirmedBy')}</Table.Th>
              {rounds.map(({ quoteId, confirmation }) => (
                <Table.Td key={quoteId} className="hj-figure" title={confirmation?.note}>
                  {confirmation?.confirmedBy ?? ''}
                </Table.Td>
              ))}
            </Table.Tr>
          ) : null}
          <GroupRow label={t('quoteRounds:prices')} span={rounds.length} />
          {comparison.rows.map(({ item }, at) => (
            <Table.Tr key={item.id}>
              <Table.Th scope="row">{nameOf(item)}</Table.Th>
              {rounds.map((round) => {
                const line = round.lines[at];
                if (line === undefined || line.unitPrice === null) {
                  const dropped = line?.change.kind === 'dropped';
                  return (
                    <Table.Td key={round.quoteId} className="hj-figure hj-quiet">
                      {dropped ? t('quoteRounds:change.dropped') : '—'}
                    </Table.Td>
                  );
                }
                return (
                  <Table.Td key={round.quoteId} className="hj-figure">
                    {formatUnitPrice(line.unitPrice)}
                    <span className="hj-unit">{round.currency}</span>
                    <div className={classes.under} data-changed={line.change.kind === 'changed' || undefined}>
                      {[changeText(line.change, t), ...(line.conditionsChanged ? [t('quoteRounds:conditions')] : [])]
                        .filter(Boolean)
                        .join(' · ')}
                    </div>
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
          <GroupRow label={t('quoteRounds:terms')} span={rounds.length} />
          {(newest?.terms ?? []).map(({ term }) => (
            <StatedRow
              key={term}
              label={t(`quoteRounds:term.${term}`)}
              rounds={rounds}
              text={(round) => {
                const quote = quoteOf(round);
                return quote === undefined ? '' : termStated(quote, term, t);
              }}
              isChanged={(round) => round.terms.some((one) => one.term === term && one.changed)}
            />
          ))}
          {costs.length === 0 ? null : <GroupRow label={t('quoteRounds:costs')} span={rounds.length} />}
          {costs.map(({ part }) => (
            <StatedRow
              key={part}
              label={t(`quote:costPart.${part}`)}
              rounds={rounds}
              text={(round) => {
                const quote = quoteOf(round);
                return quote === undefined ? '' : costStated(quote, part, t);
              }}
              isChanged={(round) => round.costs.some((one) => one.part === part && one.changed)}
            />
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" className="hj-quiet" mt={6}>
        {t('quoteRounds:hint')}
      </Text>
    </div>
  );
}

function GroupRow({ label, span }: { readonly label: string; readonly span: number }) {
  return (
    <Table.Tr className={classes.group}>
      <Table.Th colSpan={span + 1} scope="colgroup">
        {label}
      </Table.Th>
    </Table.Tr>
  );
}

function StatedRow(props: {
  readonly label: string;
  readonly rounds: readonly QuoteRound[];
  readonly text: (round: QuoteRound) => string;
  readonly isChanged: (round: QuoteRound) => boolean;
}) {
  const { label, rounds, text, isChanged } = props;
  const { t } = useText();
  return (
    <Table.Tr>
      <Table.Th scope="row">{label}</Table.Th>
      {rounds.map((round) => (
        <Table.Td key={round.quoteId} className={classes.stated} data-changed={isChanged(round) || undefined}>
          {text(round)}
          {isChanged(round) ? <span className={classes.mark}>{t('quoteRounds:changed')}</span> : null}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function RoundTotal(props: { readonly round: QuoteRound; readonly currency: string; readonly query: ComparisonQuery }) {
  const { round, currency, query } = props;
  const [opened, setOpened] = useState(false);
  const { data, error } = useRoundTrace(query, round.quoteId, opened);
  if (round.total === null) return '—';
  const { toPrevious } = round;
  return (
    <>
      <TracePopover trace={data} error={error} onOpen={() => setOpened(true)}>
        {totalText(round, currency)}
      </TracePopover>
      {toPrevious === null ? null : (
        <div className={classes.under} data-changed={toPrevious.minor !== 0 || undefined}>
          {formatDifference(toPrevious.minor, currency)}
          {toPrevious.bp === null ? '' : ` (${formatPercentDifference(toPrevious.bp)})`}
        </div>
      )}
    </>
  );
}
