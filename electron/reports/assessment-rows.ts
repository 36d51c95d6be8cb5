import { supplierOf } from '../../shared/documents/say.ts';
import type { CriterionInterval } from '../../shared/domain/evaluation/assess.ts';
import type { EvaluationReport, ReportAssessment } from '../../shared/domain/reports/types.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import { fill } from '../../shared/texts/fill.ts';
import { percentCell, scoreCell, textCell, type WorkbookCell } from '../exchange/write/workbook.ts';
import { BOLD, type SheetWords, WRAPPED } from './sheet-words.ts';

type Row = (WorkbookCell | null)[];
type NameOf = (supplierId: Id) => string;

/** Below the ranking: how it was made, who scored, where they differ, who is dominated, and how far each weight may move. */
export function assessmentRows(report: EvaluationReport, nameOf: NameOf, words: SheetWords): Row[] {
  const { assessment } = report;
  if (assessment === undefined || report.criteria.length === 0) return [];
  return [
    [],
    ...methodRows(assessment, words),
    ...evaluatorRows(assessment, words),
    ...meanRows(report, assessment, nameOf, words),
    ...dominatedRows(assessment, nameOf, words),
    ...stabilityRows(report, assessment, nameOf, words),
  ];
}

function methodRows({ settings, evaluators }: ReportAssessment, words: SheetWords): Row[] {
  const { method, normalisation, aggregation } = settings;
  const key =
    method === 'topsis'
      ? 'keyTopsis'
      : normalisation === 'asIs'
        ? 'key'
        : normalisation === 'sum'
          ? 'keySum'
          : 'keyMinMax';
  return [
    [null, words.head((w) => w.report.column.method)],
    [null, words.said((w) => w.report.ranking[key])],
    ...(evaluators.length < 2 ? [] : [[null, words.said((w) => w.report.ranking.aggregation[aggregation])]]),
    [],
  ];
}

function evaluatorRows({ evaluators }: ReportAssessment, words: SheetWords): Row[] {
  if (evaluators.length === 0) return [];
  return [
    [
      null,
      words.head((w) => w.report.column.evaluator),
      words.head((w) => w.report.column.role),
      words.head((w) => w.report.column.state),
    ],
    ...evaluators.map(({ name, role, isBlind, handedInAt }) => [
      null,
      textCell(name, WRAPPED),
      textCell(role, WRAPPED),
      words.said(({ report: { ranking } }) =>
        isBlind ? (handedInAt === null ? ranking.notHandedIn : ranking.blind) : ranking.open,
      ),
    ]),
    [],
  ];
}

function meanRows(
  { comparison, criteria }: EvaluationReport,
  { means, evaluators }: ReportAssessment,
  nameOf: NameOf,
  words: SheetWords,
): Row[] {
  if (evaluators.length < 2 || means.length === 0) return [];
  const rows = comparison.quotes.flatMap(({ quote }) =>
    criteria.flatMap((criterion) => {
      const mean = means.find((one) => one.supplierId === quote.supplierId && one.criterionId === criterion.id);
      return mean === undefined ? [] : [{ mean, criterion }];
    }),
  );
  return [
    [
      null,
      words.head((w) => w.report.column.supplier),
      words.head((w) => w.report.column.criterion),
      words.head((w) => w.report.column.mean),
      words.head((w) => w.report.column.spread),
      ...evaluators.map(({ name }) => textCell(name, BOLD)),
    ],
    ...rows.map(({ mean, criterion }) => [
      null,
      textCell(nameOf(mean.supplierId), WRAPPED),
      textCell(words.name(criterion), WRAPPED),
      scoreCell(mean.meanHundredths),
      scoreCell(mean.spreadHundredths, mean.disagrees ? BOLD : {}),
      ...evaluators.map(({ id }) => {
        const given = mean.given.find(({ evaluatorId }) => evaluatorId === id);
        return given === undefined ? null : scoreCell(given.scoreHundredths);
      }),
    ]),
    [],
  ];
}

function dominatedRows({ dominated }: ReportAssessment, nameOf: NameOf, words: SheetWords): Row[] {
  if (dominated.length === 0) return [];
  return [
    ...dominated.map(({ supplierId, by }) => [
      null,
      textCell(nameOf(supplierId), WRAPPED),
      null,
      null,
      words.said((w, tongue) =>
        fill(w.report.ranking.dominatedBy, { names: by.map(nameOf).join(tongue === 'zh' ? '、' : ', ') }),
      ),
    ]),
    [],
  ];
}

function stabilityRows(
  { criteria, comparison }: EvaluationReport,
  { stability }: ReportAssessment,
  nameOf: NameOf,
  words: SheetWords,
): Row[] {
  const head: Row = [null, words.head((w) => w.report.section.stability)];
  if (stability.state === 'notComputable') {
    return [head, [null, words.said((w) => w.report.stability.gap[stability.reason])]];
  }
  const winner = comparison.quotes.find(({ quote }) => quote.supplierId === stability.winnerId)?.quote;
  const critical = criteria.find(({ id }) => id === stability.criticalId);
  const values = {
    winner: winner === undefined ? '' : words.name(supplierOf(winner)),
    criterion: critical === undefined ? '' : words.name(critical),
  };
  return [
    head,
    [
      null,
      words.said(({ report: { stability: own } }) =>
        fill(critical === undefined ? own.neverChanges : own.summary, values),
      ),
    ],
    [
      null,
      words.head((w) => w.report.column.criterion),
      words.head((w) => w.report.column.weight),
      words.head((w) => w.report.column.from),
      words.head((w) => w.report.column.to),
      words.head((w) => w.report.stability.firstBelow),
      words.head((w) => w.report.stability.firstAbove),
    ],
    ...stability.intervals.map((interval) => intervalRow(interval, criteria, nameOf, words)),
  ];
}

function intervalRow(
  { criterionId, weightBp, lowBp, highBp, belowLowId, aboveHighId }: CriterionInterval,
  criteria: EvaluationReport['criteria'],
  nameOf: NameOf,
  words: SheetWords,
): Row {
  const criterion = criteria.find(({ id }) => id === criterionId);
  return [
    null,
    textCell(criterion === undefined ? '' : words.name(criterion), WRAPPED),
    percentCell(weightBp),
    lowBp === null ? null : percentCell(lowBp),
    highBp === null ? null : percentCell(highBp),
    belowLowId === null ? null : textCell(nameOf(belowLowId), WRAPPED),
    aboveHighId === null ? null : textCell(nameOf(aboveHighId), WRAPPED),
  ];
}
