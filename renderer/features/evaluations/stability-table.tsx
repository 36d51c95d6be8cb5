import { Text } from '@mantine/core';
import { useState } from 'react';
import type { ComparisonQuery } from '../../../shared/contract/comparisons.ts';
import type { ProjectEvaluation } from '../../../shared/contract/evaluations.ts';
import type { Comparison } from '../../../shared/domain/comparison/types.ts';
import type { CriterionInterval, Stability } from '../../../shared/domain/evaluation/assess.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { StabilityBar } from '../../charts/stability-bar.tsx';
import { formatPercent } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { TracePopover } from '../../ui/trace-popover.tsx';
import classes from './evaluate.module.css';
import { useStabilityTrace } from './queries.ts';

export interface StabilityTableProps {
  readonly query: ComparisonQuery;
  readonly comparison: Comparison;
  readonly evaluated: ProjectEvaluation;
  readonly stability: Extract<Stability, { state: 'computed' }>;
}

/** A bar a criterion: the weights at which the winner stays first, the weight it has, and who takes over at each end. */
export function StabilityTable({ query, comparison, evaluated, stability }: StabilityTableProps) {
  const { t } = useText();
  const nameOf = useName();
  const names = new Map<Id, string>([
    ...evaluated.criteria.map((criterion): [Id, string] => [criterion.id, nameOf(criterion)]),
    ...comparison.quotes.map(({ quote }): [Id, string] => [
      quote.supplierId,
      nameOf({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh }),
    ]),
  ]);
  const nameOfId = (id: Id | null) => (id === null ? null : (names.get(id) ?? null));
  const { criticalId, winnerId, intervals } = stability;
  const { evaluation } = evaluated;
  const hasOpen =
    evaluation.state === 'evaluated' &&
    evaluation.suppliers.some((one) => one.state === 'ranked' && one.open !== undefined);
  return (
    <>
      <Text maw="76ch" mb="sm">
        {criticalId === null
          ? t('evaluations:stability.neverChanges', { winner: nameOfId(winnerId) ?? '' })
          : t('evaluations:stability.summary', {
              winner: nameOfId(winnerId) ?? '',
              criterion: nameOfId(criticalId) ?? '',
            })}{' '}
        <span className="hj-quiet">
          {t(stability.method === 'topsis' ? 'evaluations:stability.hintTopsis' : 'evaluations:stability.hint')}
          {hasOpen ? ` ${t('evaluations:stability.middle')}` : ''}
        </span>
      </Text>
      <div className={classes.scroll}>
        <table className={classes.table} aria-labelledby="stability">
          <thead>
            <tr>
              <th scope="col">{t('evaluations:criterion')}</th>
              <th scope="col" className={classes.figure}>
                {t('evaluations:weight')}
              </th>
              <th scope="col" className={classes.figure}>
                {t('evaluations:stability.from')}
              </th>
              <th scope="col" className={classes.stabilityCell}>
                {t('evaluations:stability.interval', { winner: nameOfId(winnerId) ?? '' })}
              </th>
              <th scope="col" className={classes.figure}>
                {t('evaluations:stability.to')}
              </th>
              <th scope="col">{t('evaluations:stability.below')}</th>
              <th scope="col">{t('evaluations:stability.above')}</th>
            </tr>
          </thead>
          <tbody>
            {intervals.map((interval) => (
              <IntervalRow
                key={interval.criterionId}
                interval={interval}
                query={query}
                isCritical={interval.criterionId === criticalId}
                nameOfId={nameOfId}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function IntervalRow(props: {
  readonly interval: CriterionInterval;
  readonly query: ComparisonQuery;
  readonly isCritical: boolean;
  readonly nameOfId: (id: Id | null) => string | null;
}) {
  const { interval, query, isCritical, nameOfId } = props;
  const { criterionId, weightBp, lowBp, highBp, belowLowId, aboveHighId } = interval;
  const { t } = useText();
  const [asked, setAsked] = useState(false);
  const trace = useStabilityTrace(query, asked ? criterionId : null);
  const nobody = <span className="hj-quiet">{t('evaluations:stability.nobody')}</span>;
  return (
    <tr>
      <th scope="row">
        {nameOfId(criterionId)}
        {isCritical ? (
          <span className={classes.critical}>
            <StatusBadge tone="warning" label={t('evaluations:stability.critical')} />
          </span>
        ) : null}
      </th>
      <td className={classes.figure}>
        <TracePopover trace={trace.data} error={trace.error} onOpen={() => setAsked(true)} nameOf={nameOfId}>
          {formatPercent(weightBp)}
        </TracePopover>
      </td>
      {lowBp === null || highBp === null ? (
        <td colSpan={5} className="hj-quiet">
          {t('evaluations:stability.whole')}
        </td>
      ) : (
        <>
          <td className={classes.figure}>{formatPercent(lowBp)}</td>
          <td className={classes.stabilityCell}>
            <StabilityBar weightBp={weightBp} lowBp={lowBp} highBp={highBp} />
          </td>
          <td className={classes.figure}>{formatPercent(highBp)}</td>
          <td>{nameOfId(belowLowId) ?? nobody}</td>
          <td>{nameOfId(aboveHighId) ?? nobody}</td>
        </>
      )}
    </tr>
  );
}
