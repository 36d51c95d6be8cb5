import { findingText } from '../../shared/documents/report-findings.ts';
import { placeText, scoreText, unrankedText } from '../../shared/documents/report-text.ts';
import { type BilingualName, listed, nameIn, supplierOf } from '../../shared/documents/say.ts';
import type { Dominated } from '../../shared/domain/evaluation/assess.ts';
import type { EvaluatedSupplier } from '../../shared/domain/evaluation/types.ts';
import { findingsOf } from '../../shared/domain/reports/findings.ts';
import type { EvaluationReport, ReportCriterion } from '../../shared/domain/reports/types.ts';
import { formatPercent, formatScore } from '../../shared/kernel/format.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import { fill } from '../../shared/texts/fill.ts';
import { Name, Say } from './document-language.tsx';
import { shortened } from './letters.ts';
import { balancedGroups } from './matrix-plan.ts';
import classes from './report-document.module.css';
import { Head, Key, Section } from './section.tsx';

/** Criteria beside each other on an upright page. */
const MOST_CRITERIA = 6;
/** Longer names are cut in the head, so that it stays low enough to be repeated on every page. */
const MOST_CRITERION_LETTERS = 80;

/** Suppliers by weighted score, with what each criterion contributes, and the reasons that were entered. */
export function RankingSection({ report }: { readonly report: EvaluationReport }) {
  const { evaluation, criteria, comparison } = report;
  if (comparison.quotes.length === 0) return null;
  if (evaluation.state === 'notComputable') return <NoRanking report={report} />;
  const nameOf = supplierNames(report);
  return (
    <>
      <Section title={({ report: words }) => words.section.ranking}>
        <Key>
          <Say>{({ report: words }) => words.ranking[methodKey(report)]}</Say>
        </Key>
        {evaluation.suppliers.some((one) => one.state === 'ranked' && one.open !== undefined) ? (
          <Key>
            <Say>{({ report: words }) => words.ranking.openKey}</Say>
          </Key>
        ) : null}
        {balancedGroups(criteria.length, MOST_CRITERIA).map((group) => (
          <RankingTable
            key={group[0]}
            suppliers={evaluation.suppliers}
            criteria={criteria}
            group={group}
            nameOf={nameOf}
            dominated={report.assessment?.dominated ?? []}
          />
        ))}
      </Section>
      <Reasons report={report} nameOf={nameOf} />
    </>
  );
}

function NoRanking({ report }: { readonly report: EvaluationReport }) {
  const { currency } = report.comparison.options;
  const why = findingsOf(report).filter(({ code }) => code === 'noCriteria' || code === 'weightsDoNotSum');
  return (
    <Section title={({ report: words }) => words.section.ranking} together>
      {why.map((finding) => (
        <Say key={finding.code} as="paragraphs">
          {(_, tongue) => findingText(finding, currency, tongue)}
        </Say>
      ))}
    </Section>
  );
}

function RankingTable(props: {
  readonly suppliers: readonly EvaluatedSupplier[];
  readonly criteria: readonly ReportCriterion[];
  readonly group: readonly number[];
  readonly nameOf: (supplierId: Id) => BilingualName;
  readonly dominated: readonly Dominated[];
}) {
  const { suppliers, criteria, group, nameOf, dominated } = props;
  const shown = group.flatMap((index) => criteria[index] ?? []);
  return (
    <table className={`${classes.table} ${classes.spaced}`}>
      <thead>
        <tr>
          <Head figure>{({ report: words }) => words.column.rank}</Head>
          <Head>{({ report: words }) => words.column.supplier}</Head>
          <Head figure>{({ report: words }) => words.column.score}</Head>
          {shown.map((criterion) => (
            <th key={criterion.id} scope="col" className={classes.figure}>
              <Say as="stacked">{(_, tongue) => shortened(nameIn(tongue, criterion), MOST_CRITERION_LETTERS)}</Say>
              <span className={classes.addition}>
                <Say>
                  {({ report: words }) => fill(words.value.weight, { weight: formatPercent(criterion.weightBp) })}
                </Say>
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {suppliers.map((supplier) => (
          <RankingRow
            key={supplier.supplierId}
            supplier={supplier}
            criteria={criteria}
            group={group}
            name={nameOf(supplier.supplierId)}
            dominatedBy={(dominated.find(({ supplierId }) => supplierId === supplier.supplierId)?.by ?? []).map(nameOf)}
          />
        ))}
      </tbody>
    </table>
  );
}

function RankingRow(props: {
  readonly supplier: EvaluatedSupplier;
  readonly criteria: readonly ReportCriterion[];
  readonly group: readonly number[];
  readonly name: BilingualName;
  readonly dominatedBy: readonly BilingualName[];
}) {
  const { supplier, criteria, group, name, dominatedBy } = props;
  const isRanked = supplier.state === 'ranked';
  const isFirst = isRanked && supplier.rank === 1 && (supplier.open?.worstRank ?? 1) === 1;
  return (
    <tr data-unranked={!isRanked || undefined} data-lowest={isFirst || undefined}>
      <td className={classes.figure}>{isRanked ? placeText(supplier) : '—'}</td>
      <th scope="row">
        <Name name={name} />
        {dominatedBy.length === 0 ? null : (
          <span className={classes.note}>
            <Say as="stacked">
              {({ report: words }, tongue) =>
                fill(words.ranking.dominatedBy, {
                  names: listed(
                    tongue,
                    dominatedBy.map((one) => nameIn(tongue, one)),
                  ),
                })
              }
            </Say>
          </span>
        )}
        {isRanked ? null : (
          <span className={classes.note}>
            <Say as="stacked">{(_, tongue) => unrankedText(supplier, criteria, tongue) ?? ''}</Say>
          </span>
        )}
      </th>
      <td className={classes.figure}>{isRanked ? scoreText(supplier) : '—'}</td>
      {group.map((index) => {
        const contribution = supplier.contributions[index];
        if (contribution === undefined) return null;
        const { scoreHundredths, contributionHundredths, weightBp, criterionId } = contribution;
        return (
          <td key={criterionId} className={classes.figure}>
            {contributionHundredths !== null
              ? formatScore(contributionHundredths)
              : scoreHundredths === null || !isRanked
                ? '—'
                : formatScore(scoreHundredths)}
            {scoreHundredths === null || (contributionHundredths === null && isRanked) ? null : (
              <span className={classes.sub}>{`${formatScore(scoreHundredths)} × ${formatPercent(weightBp)}`}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** How the ranking was made; reports from before there was a choice were made by the weighted sum of scores as they are. */
function methodKey({ assessment }: EvaluationReport): 'key' | 'keySum' | 'keyMinMax' | 'keyTopsis' {
  if (assessment === undefined) return 'key';
  const { method, normalisation } = assessment.settings;
  if (method === 'topsis') return 'keyTopsis';
  return normalisation === 'asIs' ? 'key' : normalisation === 'sum' ? 'keySum' : 'keyMinMax';
}

function Reasons(props: { readonly report: EvaluationReport; readonly nameOf: (supplierId: Id) => BilingualName }) {
  const { report, nameOf } = props;
  const given = report.scores.filter(({ reason }) => reason.trim() !== '');
  const criterionOf = new Map(report.criteria.map((criterion) => [criterion.id, criterion]));
  const place = new Map(report.comparison.quotes.map(({ quote }, index) => [quote.supplierId, index]));
  const sorted = given
    .filter(({ supplierId, criterionId }) => place.has(supplierId) && criterionOf.has(criterionId))
    .sort((a, b) => (place.get(a.supplierId) ?? 0) - (place.get(b.supplierId) ?? 0));
  if (sorted.length === 0) return null;
  const evaluators = report.assessment?.evaluators ?? [];
  const hasEvaluators = evaluators.length > 1;
  const evaluatorName = (id: Id | undefined) => evaluators.find((one) => one.id === id)?.name ?? '';
  return (
    <Section title={({ report: words }) => words.section.reasons}>
      <table className={classes.table}>
        <thead>
          <tr>
            <Head>{({ report: words }) => words.column.supplier}</Head>
            <Head>{({ report: words }) => words.column.criterion}</Head>
            <Head figure>{({ report: words }) => words.column.score}</Head>
            {hasEvaluators ? <Head>{({ report: words }) => words.column.evaluator}</Head> : null}
            <Head>{({ report: words }) => words.column.reason}</Head>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ supplierId, criterionId, evaluatorId, scoreHundredths, reason }) => (
            <tr key={`${supplierId} ${criterionId} ${evaluatorId}`}>
              <th scope="row">
                <Name name={nameOf(supplierId)} />
              </th>
              <td>
                <Name name={criterionOf.get(criterionId) ?? NO_NAME} />
              </td>
              <td className={classes.figure}>{formatScore(scoreHundredths)}</td>
              {hasEvaluators ? <td>{evaluatorName(evaluatorId)}</td> : null}
              <td className={classes.long}>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

const NO_NAME: BilingualName = { nameEn: '', nameZh: '' };

function supplierNames({ comparison }: EvaluationReport): (supplierId: Id) => BilingualName {
  const names = new Map(comparison.quotes.map(({ quote }) => [quote.supplierId, supplierOf(quote)]));
  return (supplierId) => names.get(supplierId) ?? NO_NAME;
}
