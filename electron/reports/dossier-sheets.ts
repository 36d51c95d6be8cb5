import { requestTexts } from '../../shared/documents/award-text.ts';
import { awardTotal, completenessBp } from '../../shared/domain/awards/award.ts';
import { shareBpOf } from '../../shared/domain/awards/price-award.ts';
import { type DossierPart, exceptionsOf } from '../../shared/domain/reports/dossier.ts';
import { formatPercent } from '../../shared/kernel/format.ts';
import { fill } from '../../shared/texts/fill.ts';
import {
  countCell,
  dateCell,
  instantCell,
  moneyCell,
  percentCell,
  quantityCell,
  textCell,
  type WorkbookCell,
  type WorkbookSheet,
} from '../exchange/write/workbook.ts';
import { BOLD, type SheetWords, WRAPPED } from './sheet-words.ts';

type Row = (WorkbookCell | null)[];

/** The award of a dossier on two sheets: who gets what and why, and how every point was settled. */
export function dossierSheets(dossier: DossierPart, words: SheetWords): WorkbookSheet[] {
  return [awardSheet(dossier, words), gateSheet(dossier, words)];
}

function awardSheet(dossier: DossierPart, words: SheetWords): WorkbookSheet {
  const { award } = dossier;
  const total = awardTotal(award);
  const amount = (minor: number | null, style = {}) =>
    minor === null ? words.said((w) => w.award.dossier.amountUnknown) : moneyCell(minor, award.currency, style);
  const share = (minor: number | null) =>
    minor === null || total === null ? null : percentCell(shareBpOf(minor, total));
  const fact = (label: WorkbookCell | null, value: WorkbookCell | null): Row => [label, value];
  const bold = (choose: Parameters<SheetWords['text']>[0]) => textCell(words.text(choose), BOLD);
  const { scenario } = award;
  const rows: Row[] = [
    fact(
      bold((w) => w.award.dossier.number),
      countCell(dossier.decisionNumber),
    ),
    fact(
      bold((w) => `${w.award.dossier.confirmed} (UTC+8)`),
      instantCell(dossier.confirmedAt),
    ),
    fact(
      bold((w) => w.award.dossier.by),
      textCell(dossier.confirmedBy),
    ),
    fact(
      bold((w) => w.award.dossier.source),
      words.said((w) => w.award.source[award.source]),
    ),
    fact(
      bold((w) => w.award.dossier.reasons),
      textCell(award.reasons, WRAPPED),
    ),
    fact(
      bold((w) => w.award.dossier.scenario),
      scenario === null
        ? words.said((w) => w.award.dossier.noScenario)
        : textCell(
            `${scenario.number} ${scenario.name}: ${words.text((_, tongue) => requestTexts(scenario.request, scenario.input, tongue).join('; '))}`,
            WRAPPED,
          ),
    ),
    [],
    [
      words.head((w) => w.award.dossier.supplier),
      words.head((w) => w.award.dossier.item),
      words.head((w) => w.award.dossier.quantity),
      words.head((w) => w.report.column.unit),
      words.head((w) => w.award.dossier.amount, ` (${award.currency})`),
      words.head((w) => w.award.dossier.share),
    ],
    ...award.suppliers.flatMap((supplier): Row[] => [
      ...supplier.lines.map(
        (line): Row => [
          textCell(words.name(supplier), WRAPPED),
          textCell([line.lineNo, words.name(line)].filter((part) => part !== '').join(' '), WRAPPED),
          quantityCell(line.quantity),
          textCell(line.unit),
          amount(line.amountMinor),
          share(line.amountMinor),
        ],
      ),
      [
        textCell(words.name(supplier), { ...BOLD, ...WRAPPED }),
        null,
        null,
        null,
        amount(supplier.amountMinor, BOLD),
        share(supplier.amountMinor),
      ],
    ]),
    [bold((w) => w.award.dossier.total), null, null, null, amount(total, BOLD), null],
    [],
    [words.head((w) => w.award.dossier.alternates), words.head((w) => w.award.dossier.note)],
    ...(award.alternates.length === 0
      ? [[words.said((w) => w.award.dossier.noAlternates)]]
      : award.alternates.map((one): Row => [textCell(words.name(one), WRAPPED), textCell(one.note, WRAPPED)])),
    [],
    [
      words.head((w) => w.award.dossier.name),
      words.head((w) => w.award.dossier.role),
      words.head((w) => w.award.dossier.approval),
      words.head((w) => w.award.dossier.date),
      words.head((w) => w.award.dossier.note),
    ],
    ...(award.approvals.length === 0
      ? [[words.said((w) => w.award.dossier.noApprovals)]]
      : award.approvals.map(
          (one): Row => [
            textCell(one.name),
            textCell(one.role),
            words.said((w) => w.award.decision[one.decision]),
            one.decidedOn === null ? null : dateCell(one.decidedOn),
            textCell(one.note, WRAPPED),
          ],
        )),
  ];
  return {
    name: words.text((w) => w.award.dossier.award),
    rows,
    columnWidths: [34, 40, 14, 14, 18, 12],
    frozenRows: 0,
    frozenColumns: 0,
  };
}

function gateSheet({ award, reopenings, ruleVersions }: DossierPart, words: SheetWords): WorkbookSheet {
  const rows: Row[] = [
    [
      words.head((w) => w.award.dossier.supplier),
      words.head((w) => w.award.dossier.point),
      words.head((w) => w.award.dossier.state),
      words.head((w) => w.award.dossier.evidence),
      words.head((w) => w.award.dossier.settled),
      words.head((w) => w.award.dossier.date),
    ],
    ...award.suppliers.flatMap((supplier): Row[] => [
      ...supplier.points.map(
        (point): Row => [
          textCell(words.name(supplier), WRAPPED),
          words.said((w) => w.award.point[point.point]),
          words.said((w) => w.award.pointState[point.state]),
          textCell(
            [point.state === 'waived' ? point.reason : point.evidence, ...point.files.map(({ fileName }) => fileName)]
              .filter((part) => part !== '')
              .join('; '),
            WRAPPED,
          ),
          textCell(point.settledBy),
          point.settledOn === null ? null : dateCell(point.settledOn),
        ],
      ),
      [
        textCell(words.name(supplier), { ...BOLD, ...WRAPPED }),
        words.said((w) =>
          fill(w.award.dossier.completeness, { percent: formatPercent(completenessBp(supplier.points)) }),
        ),
      ],
    ]),
    [],
    [words.head((w) => w.award.dossier.overrides)],
    ...exceptionRows(award, words),
    [],
    [words.head((w) => w.award.dossier.reopenings)],
    ...reopenings.map(
      (one): Row => [
        words.said((w) =>
          fill(w.award.dossier.reopened, {
            number: one.decisionNumber,
            date: one.reopenedAt.slice(0, 10),
            name: one.reopenedBy,
            reason: one.reason,
          }),
        ),
      ],
    ),
    [],
    [words.head((w) => w.award.dossier.versions)],
    ...ruleVersions.map(
      ({ rule, version }): Row => [
        words.said((w) => ruleName(rule, w.award.rule)),
        words.said((w) => fill(w.award.dossier.version, { version })),
      ],
    ),
  ];
  return {
    name: words.text((w) => w.award.dossier.gate),
    rows,
    columnWidths: [34, 26, 14, 60, 20, 14],
    frozenRows: 1,
    frozenColumns: 1,
  };
}

function exceptionRows(award: DossierPart['award'], words: SheetWords): Row[] {
  const exceptions = exceptionsOf(award);
  if (exceptions.length === 0) return [[words.said((w) => w.award.dossier.noOverrides)]];
  return exceptions.map((one) => [
    textCell(words.name(one.supplier), WRAPPED),
    words.said((w) =>
      one.code === 'waived'
        ? fill(w.award.dossier.waived, { point: w.award.point[one.point] })
        : w.award.dossier.notComparable,
    ),
    textCell(one.reason, WRAPPED),
  ]);
}

/** A rule of a later version keeps its own name. */
function ruleName(rule: string, names: Readonly<Record<string, string>>): string {
  return names[rule] ?? rule;
}
