import type { ReportLanguage } from '../../shared/contract/reports.ts';
import { rankText } from '../../shared/documents/ledger-text.ts';
import { inLine, nameIn, say, supplierOf, type Tongue, type Words } from '../../shared/documents/say.ts';
import type { MinorRange } from '../../shared/domain/comparison/types.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { type CurrencyCode, toDecimalString } from '../../shared/kernel/money.ts';
import { quantityToString, unitPriceToString } from '../../shared/kernel/quantity.ts';
import { type CsvCell, csvText } from '../exchange/write/csv.ts';

/** The matrix of a report: one line an item, two columns a supplier (price as quoted, amount as compared), then the totals. */
export function reportCsv({ comparison }: EvaluationReport, language: ReportLanguage): string {
  const { rows, quotes, options } = comparison;
  const { currency } = options;
  const words = (choose: (words: Words, tongue: Tongue) => string) => inLine(say(language, choose));
  const named = (name: { nameEn: string; nameZh: string }) =>
    inLine(say(language, (_, tongue) => nameIn(tongue, name)));
  const amount = (minor: number | null): CsvCell =>
    minor === null ? null : { numeral: toDecimalString({ minor, currency }) };

  /** A range stands as words, so that nothing adds it up as a figure. */
  const ends = (lowMinor: number | null, highMinor: number | null): CsvCell => {
    if (lowMinor === null || highMinor === null || lowMinor === highMinor) return amount(lowMinor);
    return [lowMinor, highMinor].map((minor) => toDecimalString({ minor, currency })).join(' – ');
  };
  const range = (own: MinorRange | null): CsvCell => ends(own?.lowMinor ?? null, own?.highMinor ?? null);

  const header: CsvCell[] = [
    words(({ report }) => report.column.line),
    words(({ report }) => report.column.item),
    words(({ report }) => report.column.specification),
    words(({ report }) => report.column.unit),
    words(({ report }) => report.column.quantity),
    inCurrency(
      words(({ report }) => report.column.estimate),
      currency,
    ),
    ...quotes.flatMap(({ quote }) => {
      const name = named(supplierOf(quote));
      return [
        `${name} ${inCurrency(
          words(({ report }) => report.column.unitPrice),
          quote.currency,
        )}`,
        `${name} ${inCurrency(
          words(({ report }) => report.column.amount),
          currency,
        )}`,
      ];
    }),
  ];
  const items = rows.map(({ item, need, estimateMinor, cells }): CsvCell[] => [
    item.lineNo,
    named(item),
    item.specification,
    item.unit,
    need === null ? null : { numeral: quantityToString(need) },
    amount(estimateMinor),
    ...cells.flatMap(({ unitPrice, comparedLowMinor, comparedHighMinor }): CsvCell[] => [
      unitPrice === null ? null : { numeral: unitPriceToString(unitPrice) },
      ends(comparedLowMinor, comparedHighMinor),
    ]),
  ]);
  const footer = (label: (words: Words) => string, estimate: CsvCell, cell: (at: number) => CsvCell): CsvCell[] => [
    null,
    words(label),
    null,
    null,
    null,
    estimate,
    ...quotes.flatMap((_, at): CsvCell[] => [null, cell(at)]),
  ];
  return csvText([
    header,
    ...items,
    footer(
      ({ report }) => report.column.total,
      amount(comparison.estimateMinor),
      (at) => range(quotes[at]?.totalRange ?? null),
    ),
    footer(
      ({ report }) => report.column.rank,
      null,
      (at) => {
        const { rank = null, standing = null } = quotes[at] ?? {};
        if (rank !== null) return { numeral: String(rank) };
        return standing === null ? null : words((_, tongue) => rankText({ rank, standing }, tongue));
      },
    ),
    footer(
      ({ report }) => report.column.toLowest,
      null,
      (at) => range(quotes[at]?.toLowestRange ?? null),
    ),
    footer(
      ({ report }) => report.column.toAverage,
      null,
      (at) => range(quotes[at]?.toAverageRange ?? null),
    ),
    footer(
      ({ report }) => report.column.toEstimate,
      null,
      (at) => range(quotes[at]?.toEstimateRange ?? null),
    ),
    footer(
      ({ report }) => report.column.state,
      null,
      (at) => {
        const state = quotes[at]?.state;
        return state === undefined ? null : words(({ report }) => report.state[state]);
      },
    ),
  ]);
}

function inCurrency(label: string, currency: CurrencyCode): string {
  return `${label} (${currency})`;
}
