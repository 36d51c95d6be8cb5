import {
  type ComparedQuote,
  type ComparedRow,
  type Comparison,
  type ComponentKind,
  isLanded,
  type QuoteState,
} from '../../../../shared/domain/comparison/types.ts';
import { COST_PARTS, type CostPart } from '../../../../shared/domain/quotes/terms.ts';
import { shownComponents } from '../ledger/ledger-model.ts';

/** What the rows below the items say about each quote. */
export const RESULT_ROWS = ['total', 'toLowest', 'toAverage', 'toEstimate', 'rank'] as const;
export const TERM_ROWS = [
  'taxBasis',
  'validity',
  'leadTime',
  'tradeTerm',
  'paymentTerms',
  'minimumValue',
  'received',
] as const;

export type MatrixRow =
  | { readonly kind: 'section'; readonly key: string; readonly section: 'items' | 'result' | 'makeUp' | 'terms' }
  | { readonly kind: 'item'; readonly key: string; readonly row: ComparedRow }
  | { readonly kind: 'result'; readonly key: string; readonly result: (typeof RESULT_ROWS)[number] }
  | { readonly kind: 'goods' | 'tax' | 'rate'; readonly key: string }
  | { readonly kind: 'cost'; readonly key: string; readonly part: CostPart }
  | { readonly kind: 'component'; readonly key: string; readonly component: ComponentKind }
  | { readonly kind: 'term'; readonly key: string; readonly term: (typeof TERM_ROWS)[number] };

export type MatrixColumn =
  | { readonly kind: 'estimate' }
  | { readonly kind: 'quote'; readonly index: number; readonly compared: ComparedQuote };

/** Neighbouring columns of one state, under a heading of their own. */
export interface ColumnGroup {
  readonly state: QuoteState;
  readonly first: number;
  readonly count: number;
}

export interface MatrixModel {
  readonly comparison: Comparison;
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  readonly groups: readonly ColumnGroup[];
}

/** Which rows and columns a comparison has; rows that would say nothing about anybody are left out. */
export function matrixOf(comparison: Comparison): MatrixModel {
  const { quotes, rows, options, estimatedCount } = comparison;
  const hasEstimate = estimatedCount > 0;
  const section = (name: Extract<MatrixRow, { kind: 'section' }>['section']): MatrixRow => ({
    kind: 'section',
    key: `section.${name}`,
    section: name,
  });
  const statedParts = COST_PARTS.filter((part) => quotes.some((compared) => statesPart(compared, part)));
  const comparesTax = options.basis === 'comparable' && quotes.some(levelsTax);
  // A landed total is told in the comparison's currency throughout: freight and duty are in none of the quote's.
  const makeUp: MatrixRow[] = isLanded(options.basis)
    ? shownComponents(comparison).map((component) => ({ kind: 'component', key: `component.${component}`, component }))
    : [
        { kind: 'goods', key: 'goods' },
        ...statedParts.map((part): MatrixRow => ({ kind: 'cost', key: `cost.${part}`, part })),
        ...(comparesTax ? [{ kind: 'tax', key: 'tax' } as const] : []),
      ];
  const converts = quotes.some(({ quote }) => quote.currency !== options.currency);
  return {
    comparison,
    rows: [
      section('items'),
      ...rows.map((row): MatrixRow => ({ kind: 'item', key: row.item.id, row })),
      section('result'),
      ...RESULT_ROWS.filter((result) => result !== 'toEstimate' || hasEstimate).map(
        (result): MatrixRow => ({ kind: 'result', key: result, result }),
      ),
      section('makeUp'),
      ...makeUp,
      ...(converts ? [{ kind: 'rate', key: 'rate' } as const] : []),
      section('terms'),
      ...TERM_ROWS.map((term): MatrixRow => ({ kind: 'term', key: term, term })),
    ],
    columns: [
      ...(hasEstimate ? [{ kind: 'estimate' } as const] : []),
      ...quotes.map((compared, index): MatrixColumn => ({ kind: 'quote', index, compared })),
    ],
    groups: groupsOf(quotes, hasEstimate ? 1 : 0),
  };
}

function statesPart({ ledger }: ComparedQuote, part: CostPart): boolean {
  return ledger.some(
    (entry) =>
      entry.part === part && (entry.source === 'stated' || entry.source === 'assumed') && entry.state !== 'open',
  );
}

/** Quotes come ranked first, then incomplete, then excluded, so each state is one group at most. */
function groupsOf(quotes: readonly ComparedQuote[], offset: number): ColumnGroup[] {
  const groups: ColumnGroup[] = [];
  quotes.forEach(({ state }, index) => {
    const last = groups.at(-1);
    if (last?.state === state) groups[groups.length - 1] = { ...last, count: last.count + 1 };
    else groups.push({ state, first: index + offset, count: 1 });
  });
  return groups;
}

/** The tax step is part of how its total came about, be it a point or a range. */
function levelsTax({ taxMinor, components }: ComparedQuote): boolean {
  return taxMinor !== null || components.some(({ component }) => component === 'tax');
}
