import type { ImportCheck } from '../../shared/contract/imports.ts';
import { importProblemText } from '../../shared/documents/import-problem-text.ts';
import { nameIn, supplierOf, type Tongue } from '../../shared/documents/say.ts';
import type { ComparedQuote } from '../../shared/domain/comparison/types.ts';
import type { ImportProblem, ProblemCode } from '../../shared/domain/imports/types.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { toDecimalString } from '../../shared/kernel/money.ts';

/** What the program writes as JSON; totals are plain decimals of `currency`. */
export interface EvaluateResult {
  readonly currency: string;
  /** Items compared. */
  readonly lines: number;
  /** The first by name among those that share the lowest total; null when none can be ranked. */
  readonly lowest: string | null;
  readonly estimate: { readonly name: string; readonly total: string | null } | null;
  /** Ranked ones from the lowest total up, then incomplete and incomparable ones, each from the lowest up. */
  readonly suppliers: readonly EvaluatedName[];
  readonly problems: readonly NamedProblem[];
}

export interface EvaluatedName {
  readonly name: string;
  readonly total: string | null;
  /** It has a price for every line. */
  readonly complete: boolean;
  readonly rank: number | null;
  /** Where a cost is known only between bounds, the total is null and these are its ends. */
  readonly low?: string;
  readonly high?: string;
  /** Where the rank is open, the places it may take. */
  readonly bestRank?: number;
  readonly worstRank?: number;
}

export interface NamedProblem {
  /** In the sheet's own numbering; null when the whole column or sheet is meant. */
  readonly row: number | null;
  /** Letters as in a spreadsheet; null when the whole row is meant. */
  readonly column: string | null;
  readonly message: string;
}

/** Warnings that put a figure or a term of the result in doubt; they count like rows that could not be taken. */
const DOUBTS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'missingQuantity',
  'totalMismatch',
  'sheetTotalMismatch',
  'unknownCurrency',
  'mixedCurrency',
  'conflictingTerm',
  'badDate',
  'badTerm',
]);

/** What could not be taken or makes a figure doubtful, apart from what merely deserves a look. */
export function sortProblems(
  problems: readonly ImportProblem[],
  tongue: Tongue,
): { problems: NamedProblem[]; notes: NamedProblem[] } {
  const named = (problem: ImportProblem): NamedProblem => ({
    row: problem.row,
    column: problem.column,
    message: importProblemText(problem, tongue),
  });
  const isProblem = ({ severity, code }: ImportProblem) => severity === 'refused' || DOUBTS.has(code);
  return {
    problems: problems.filter(isProblem).map(named),
    notes: problems.filter((problem) => !isProblem(problem)).map(named),
  };
}

/** The result of a comparison; `problems` are those of the sheet and of missing exchange rates. */
export function evaluateResult(
  { comparison }: Pick<EvaluationReport, 'comparison'>,
  check: Pick<ImportCheck, 'quotes'>,
  problems: readonly NamedProblem[],
): EvaluateResult {
  const { quotes, rows, options, estimateMinor } = comparison;
  const { currency } = options;
  const decimal = (minor: number | null) => (minor === null ? null : toDecimalString({ minor, currency }));
  const estimate = check.quotes.find(({ isEstimate }) => isEstimate);
  const lowest = quotes.find(({ rank }) => rank === 1);
  return {
    currency,
    lines: rows.length,
    lowest: lowest === undefined ? null : nameOf(lowest),
    estimate: estimate === undefined ? null : { name: estimate.supplierName, total: decimal(estimateMinor) },
    suppliers: [...quotes].sort(inOrder).map((compared) => ({
      name: nameOf(compared),
      total: decimal(compared.totalMinor),
      complete: rows.length > 0 && compared.pricedCount === rows.length,
      rank: compared.rank,
      ...openEnds(compared, currency),
    })),
    problems,
  };
}

function openEnds({ totalRange, standing }: ComparedQuote, currency: string): Partial<EvaluatedName> {
  const isRange = totalRange !== null && totalRange.lowMinor !== totalRange.highMinor;
  return {
    ...(isRange
      ? {
          low: toDecimalString({ minor: totalRange.lowMinor, currency }),
          high: toDecimalString({ minor: totalRange.highMinor, currency }),
        }
      : {}),
    ...(standing === null || standing.firm ? {} : { bestRank: standing.bestRank, worstRank: standing.worstRank }),
  };
}

const STATE_ORDER = { ranked: 0, incomplete: 1, excluded: 2 } as const;

function inOrder(a: ComparedQuote, b: ComparedQuote): number {
  return (
    STATE_ORDER[a.state] - STATE_ORDER[b.state] ||
    (a.totalRange?.lowMinor ?? Number.POSITIVE_INFINITY) - (b.totalRange?.lowMinor ?? Number.POSITIVE_INFINITY) ||
    0
  );
}

/** As the sheet writes it. */
function nameOf({ quote }: ComparedQuote): string {
  return nameIn('en', supplierOf(quote));
}
