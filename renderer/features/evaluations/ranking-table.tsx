import { Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { ComparisonQuery } from '../../../shared/contract/comparisons.ts';
import type { ProjectEvaluation } from '../../../shared/contract/evaluations.ts';
import { placeText, scoreText } from '../../../shared/documents/report-text.ts';
import type { Comparison } from '../../../shared/domain/comparison/types.ts';
import { leavesOf } from '../../../shared/domain/evaluation/criteria-tree.ts';
import type { Contribution, Criterion, EvaluatedSupplier } from '../../../shared/domain/evaluation/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { formatPercent, formatScore } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { BilingualName, useName } from '../../ui/bilingual-name.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { TracePopover } from '../../ui/trace-popover.tsx';
import { ContributionBar, Swatch } from './contribution-bar.tsx';
import classes from './evaluate.module.css';
import { namedTrace } from './named-trace.ts';
import { useEvaluationTrace } from './queries.ts';
import { useWhyApart } from './why-apart.ts';

export interface RankingTableProps {
  readonly query: ComparisonQuery;
  readonly comparison: Comparison;
  readonly evaluated: ProjectEvaluation;
}

type Leaf = Criterion & { readonly nameEn: string; readonly nameZh: string };

/** The suppliers from the best score down, each with what every criterion adds to it; those without a place below, and why. */
export function RankingTable({ query, comparison, evaluated }: RankingTableProps) {
  const { t } = useText();
  const nameOf = useName();
  const { evaluation, dominated } = evaluated;
  const criteria = leavesOf(evaluated.criteria);
  const isTopsis = evaluated.settings.method === 'topsis';
  if (evaluation.state !== 'evaluated') return null;
  const { suppliers } = evaluation;
  const isAnyRanked = suppliers.some(({ state }) => state === 'ranked');
  return (
    <section className={classes.section} aria-labelledby="ranking">
      <div className={classes.head}>
        <Title order={2} id="ranking" className={classes.heading}>
          {t('evaluations:ranking')}
        </Title>
      </div>
      {isAnyRanked ? null : <Text className="hj-quiet">{t('evaluations:nobodyRanked')}</Text>}
      <div className={classes.scroll}>
        <table className={classes.table} aria-labelledby="ranking">
          <thead>
            <tr>
              <th scope="col" className={classes.rank}>
                {t('evaluations:rank')}
              </th>
              <th scope="col">{t('quote:field.supplier')}</th>
              <th scope="col" className={classes.figure}>
                {t('evaluations:score')}
              </th>
              <th scope="col">{t(isTopsis ? 'evaluations:closeness' : 'evaluations:contributions')}</th>
              {criteria.map((criterion, index) => (
                <th key={criterion.id} scope="col" className={classes.figure}>
                  <span className={classes.criterionHead}>
                    <Swatch index={index} />
                    {nameOf(criterion)} {formatPercent(criterion.weightBp)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {suppliers.map((supplier) => (
              <SupplierRow
                key={supplier.supplierId}
                supplier={supplier}
                query={query}
                comparison={comparison}
                criteria={criteria}
                isShared={isShared(supplier, suppliers)}
                dominatedBy={dominated.find((one) => one.supplierId === supplier.supplierId)?.by ?? []}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface SupplierRowProps {
  readonly supplier: EvaluatedSupplier;
  readonly query: ComparisonQuery;
  readonly comparison: Comparison;
  readonly criteria: readonly Leaf[];
  readonly isShared: boolean;
  readonly dominatedBy: readonly Id[];
}

function SupplierRow(props: SupplierRowProps) {
  const { supplier, query, comparison, criteria, isShared: shared, dominatedBy } = props;
  const { t } = useText();
  const whyApart = useWhyApart(comparison, criteria);
  const isRanked = supplier.state === 'ranked';
  return (
    <tr data-apart={!isRanked || undefined}>
      <td className={classes.rank}>
        {isRanked ? (
          <>
            {placeText(supplier)}
            {isOpen(supplier) ? (
              <span className={classes.second}>{t('evaluations:openRank')}</span>
            ) : shared ? (
              <span className={classes.second}>{t('evaluations:shared')}</span>
            ) : null}
          </>
        ) : (
          <span className="hj-quiet">—</span>
        )}
      </td>
      <th scope="row" className={classes.supplier}>
        <SupplierName supplierId={supplier.supplierId} comparison={comparison} />
        {dominatedBy.length === 0 ? null : <DominatedNote by={dominatedBy} comparison={comparison} />}
      </th>
      {isRanked ? (
        <>
          <td className={`${classes.figure} ${classes.total}`}>
            <ExplainedScore supplier={supplier} query={query} criteria={criteria} />
          </td>
          <td className={classes.barCell}>
            <ContributionBar tall whole={10_000} parts={partsOf(supplier)} />
          </td>
          {supplier.contributions.map((contribution) => (
            <td key={contribution.criterionId} className={classes.figure}>
              <ContributionFigures contribution={contribution} />
            </td>
          ))}
        </>
      ) : (
        <td colSpan={2 + criteria.length}>
          <StatusBadge
            tone={supplier.state === 'knockedOut' ? 'bad' : 'warning'}
            label={t(`evaluations:state.${supplier.state}`)}
          />
          <span className={classes.second}>{whyApart(supplier).join(' ')}</span>
        </td>
      )}
    </tr>
  );
}

/** What a criterion adds to the score, and the score behind it. */
function ContributionFigures({ contribution }: { readonly contribution: Contribution }) {
  const { t } = useText();
  const { scoreHundredths, contributionHundredths } = contribution;
  if (scoreHundredths === null) return null;
  if (contributionHundredths === null) return formatScore(scoreHundredths);
  return (
    <>
      {formatScore(contributionHundredths)}
      <span className={classes.second}>{t('evaluations:ofScore', { score: formatScore(scoreHundredths) })}</span>
    </>
  );
}

function ExplainedScore(props: {
  readonly supplier: Extract<EvaluatedSupplier, { state: 'ranked' }>;
  readonly query: ComparisonQuery;
  readonly criteria: readonly Leaf[];
}) {
  const { supplier, query, criteria } = props;
  const nameOf = useName();
  const [asked, setAsked] = useState(false);
  const trace = useEvaluationTrace(query, asked ? supplier.supplierId : null);
  const names = new Map<Id, string>(criteria.map((criterion) => [criterion.id, nameOf(criterion)]));
  return (
    <TracePopover
      trace={trace.data === undefined ? undefined : namedTrace(trace.data, names)}
      error={trace.error}
      onOpen={() => setAsked(true)}
    >
      {scoreText(supplier)}
    </TracePopover>
  );
}

function SupplierName({ supplierId, comparison }: { readonly supplierId: Id; readonly comparison: Comparison }) {
  const quote = comparison.quotes.find((one) => one.quote.supplierId === supplierId)?.quote;
  return quote === undefined ? null : (
    <BilingualName nameEn={quote.supplierNameEn} nameZh={quote.supplierNameZh} stacked />
  );
}

/** Whom weights cannot help: others are as good or better by every criterion. */
function DominatedNote({ by, comparison }: { readonly by: readonly Id[]; readonly comparison: Comparison }) {
  const { t } = useText();
  const nameOf = useName();
  const names = by.map((id) => {
    const quote = comparison.quotes.find((one) => one.quote.supplierId === id)?.quote;
    return quote === undefined ? '' : nameOf({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh });
  });
  return (
    <span className={classes.second} title={t('evaluations:dominatedHint')}>
      {t('evaluations:dominatedBy', { names: names.join(t('evaluations:listSeparator')) })}
    </span>
  );
}

type Ranked = Extract<EvaluatedSupplier, { state: 'ranked' }>;

function isOpen({ rank, open }: Ranked): boolean {
  return open !== undefined && open.worstRank !== rank;
}

/** What the bar is made of; a method that does not add has its result alone. */
function partsOf({ contributions, totalHundredths }: Ranked): number[] {
  const parts = contributions.flatMap(({ contributionHundredths: part }) => (part === null ? [] : [part]));
  return parts.length === contributions.length ? parts : [totalHundredths];
}

function isShared(supplier: EvaluatedSupplier, all: readonly EvaluatedSupplier[]): boolean {
  if (supplier.state !== 'ranked') return false;
  return all.filter((one) => one.state === 'ranked' && one.rank === supplier.rank).length > 1;
}
