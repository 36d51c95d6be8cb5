import { placeText, unrankedText } from '../../shared/documents/report-text.ts';
import { supplierOf } from '../../shared/documents/say.ts';
import type { EvaluatedSupplier } from '../../shared/domain/evaluation/types.ts';
import { findingsOf } from '../../shared/domain/reports/findings.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { formatPercent } from '../../shared/kernel/format.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import { fill } from '../../shared/texts/fill.ts';
import {
  countCell,
  moneyCell,
  percentCell,
  scoreCell,
  textCell,
  type WorkbookCell,
  type WorkbookSheet,
} from '../exchange/write/workbook.ts';
import { assessmentRows } from './assessment-rows.ts';
import { BOLD, type SheetWords, WRAPPED } from './sheet-words.ts';

/** Suppliers by score with every contribution, then the criteria and the reasons of the scores. */
export function rankingSheet(report: EvaluationReport, words: SheetWords): WorkbookSheet {
  const { criteria, evaluation, comparison } = report;
  const { currency } = comparison.options;
  const nameOf = supplierNames(report, words);
  const suppliers = evaluation.state === 'evaluated' ? evaluation.suppliers : [];
  const head = [
    words.head((w) => w.report.column.rank),
    words.head((w) => w.report.column.supplier),
    words.head((w) => w.report.column.score),
    words.head((w) => w.report.column.total, ` (${currency})`),
    words.head((w) => w.report.column.state),
    ...criteria.flatMap((criterion) => [
      words.head((w) => w.report.column.score, `: ${words.name(criterion)}`),
      words.head((w) => w.report.column.contribution, `: ${words.name(criterion)}`),
    ]),
  ];
  const totalOf = new Map(
    comparison.quotes.map(({ quote, totalMinor, rank }) => [quote.supplierId, rank === null ? null : totalMinor]),
  );
  return {
    name: words.text((w) => w.report.sheet.ranking),
    rows: [
      head,
      ...suppliers.map((supplier) => {
        const total = totalOf.get(supplier.supplierId) ?? null;
        return supplierRow(supplier, report, words, [
          textCell(nameOf(supplier.supplierId), WRAPPED),
          supplier.state === 'ranked' ? scoreCell(supplier.totalHundredths, BOLD) : null,
          total === null ? null : moneyCell(total, currency),
        ]);
      }),
      ...noRanking(report, words),
      [],
      ...criteriaRows(report, words),
      [],
      ...reasonRows(report, nameOf, words),
      ...assessmentRows(report, nameOf, words),
    ],
    columnWidths: [8, 36, 12, 18, 26, ...criteria.flatMap(() => [14, 14])],
    frozenRows: 1,
    frozenColumns: 2,
  };
}

function supplierRow(
  supplier: EvaluatedSupplier,
  { criteria }: EvaluationReport,
  words: SheetWords,
  cells: readonly (WorkbookCell | null)[],
): (WorkbookCell | null)[] {
  return [
    supplier.state === 'ranked' ? placeCell(supplier) : null,
    ...cells,
    words.said((w, tongue) => {
      const why = unrankedText(supplier, criteria, tongue);
      return why === null ? w.report.state.ranked : `${w.report.state[supplier.state]}: ${why}`;
    }),
    ...supplier.contributions.flatMap(({ scoreHundredths, contributionHundredths }) => [
      scoreHundredths === null ? null : scoreCell(scoreHundredths),
      contributionHundredths === null ? null : scoreCell(contributionHundredths),
    ]),
  ];
}

function noRanking(report: EvaluationReport, words: SheetWords): (WorkbookCell | null)[][] {
  if (report.evaluation.state === 'evaluated') return [];
  const sum = findingsOf(report).find((finding) => finding.code === 'weightsDoNotSum');
  return [
    [
      null,
      words.said((w) =>
        sum === undefined
          ? w.report.finding.noCriteria
          : fill(w.report.finding.weightsDoNotSum, { sum: formatPercent(sum.sumBp) }),
      ),
    ],
  ];
}

function criteriaRows({ criteria, assessment }: EvaluationReport, words: SheetWords): (WorkbookCell | null)[][] {
  if (criteria.length === 0) return [];
  // Reports from before there were groups have their criteria at the root.
  const tree =
    assessment?.tree ?? criteria.map((criterion) => ({ ...criterion, depth: 1, effectiveBp: criterion.weightBp }));
  return [
    [
      null,
      words.head((w) => w.report.column.criterion),
      words.head((w) => w.report.column.weight),
      words.head((w) => w.report.column.ofWhole),
      words.head((w) => w.report.column.minimum),
    ],
    ...tree.map((node) => [
      null,
      textCell(`${'    '.repeat(node.depth - 1)}${words.name(node)}`, WRAPPED),
      percentCell(node.weightBp),
      node.effectiveBp === null ? null : percentCell(node.effectiveBp),
      node.knockoutMinimumHundredths === null ? null : scoreCell(node.knockoutMinimumHundredths),
    ]),
  ];
}

/** A firm place as a number, an open one as the places it may be. */
function placeCell(supplier: Extract<EvaluatedSupplier, { state: 'ranked' }>): WorkbookCell | null {
  const { open, rank } = supplier;
  return open === undefined || open.worstRank === rank ? countCell(rank, BOLD) : textCell(placeText(supplier), BOLD);
}

function reasonRows(
  { scores, criteria, assessment }: EvaluationReport,
  nameOf: (supplierId: Id) => string,
  words: SheetWords,
): (WorkbookCell | null)[][] {
  const criterionOf = new Map(criteria.map((criterion) => [criterion.id, words.name(criterion)]));
  const evaluatorOf = new Map((assessment?.evaluators ?? []).map(({ id, name }) => [id, name]));
  if (scores.length === 0) return [];
  return [
    [
      null,
      words.head((w) => w.report.column.supplier),
      words.head((w) => w.report.column.score),
      words.head((w) => w.report.column.criterion),
      words.head((w) => w.report.column.reason),
      words.head((w) => w.report.column.evaluator),
    ],
    ...scores.map(({ supplierId, criterionId, evaluatorId, scoreHundredths, reason }) => [
      null,
      textCell(nameOf(supplierId), WRAPPED),
      scoreCell(scoreHundredths),
      textCell(criterionOf.get(criterionId) ?? '', WRAPPED),
      textCell(reason, WRAPPED),
      textCell(evaluatorOf.get(evaluatorId ?? '') ?? ''),
    ]),
  ];
}

function supplierNames({ comparison }: EvaluationReport, words: SheetWords): (supplierId: Id) => string {
  const names = new Map(comparison.quotes.map(({ quote }) => [quote.supplierId, words.name(supplierOf(quote))]));
  return (supplierId) => names.get(supplierId) ?? '';
}
