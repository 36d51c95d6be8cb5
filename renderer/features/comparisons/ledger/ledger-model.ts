import {
  type ComparedQuote,
  type Comparison,
  type ComparisonBasis,
  type ComponentKind,
  isLanded,
  type LedgerEntry,
  type TotalComponent,
} from '../../../../shared/domain/comparison/types.ts';
import { COST_PARTS, type CostPart, SUPPLIER_CHARGES } from '../../../../shared/domain/quotes/terms.ts';
import { formatMoneyRangeShort } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/use-text.ts';
import { shortTerm } from '../reasons.ts';

/** The parts worth a column: what suppliers usually charge, and whatever anybody states, bounds or has counted. */
export function shownParts({ quotes }: Comparison): CostPart[] {
  const speaks = (part: CostPart) =>
    quotes.some(({ ledger }) =>
      ledger.some(
        (entry) =>
          entry.part === part && (entry.source === 'stated' || entry.source === 'assumed' || isOpenAndCounted(entry)),
      ),
    );
  return COST_PARTS.filter((part) => SUPPLIER_CHARGES.includes(part) || speaks(part));
}

function isOpenAndCounted({ counted, state }: LedgerEntry): boolean {
  return counted && state === 'open';
}

/** One cell of the ledger in words. */
export interface LedgerCell {
  readonly main: string;
  readonly source: string;
  readonly state: LedgerEntry['state'];
  /** It keeps the quote from being compared. */
  readonly isBlocking: boolean;
  readonly isCounted: boolean;
}

export function ledgerCell(
  entry: LedgerEntry,
  { quote }: ComparedQuote,
  basis: ComparisonBasis,
  t: Translate,
): LedgerCell {
  const { state, counted, byTerm, source, lowMinor, highMinor } = entry;
  const amount =
    lowMinor === null || highMinor === null ? '' : formatMoneyRangeShort({ lowMinor, highMinor }, quote.currency);
  const main =
    state === 'included'
      ? t('comparisons:included')
      : state === 'none'
        ? '—'
        : state === 'open'
          ? byTerm === 'buyer'
            ? t('comparisons:ledger.buyer')
            : t('unknown')
          : `+${amount}\u00a0${quote.currency}`;
  const term = quote.incoterm === null ? '' : shortTerm(quote.incoterm, t);
  const said =
    source === 'byTerm' && term !== ''
      ? t('comparisons:ledger.byTerm', { term })
      : source === 'assumed'
        ? t('comparisons:ledger.assumed')
        : state === 'open' && byTerm === 'buyer'
          ? t('comparisons:ledger.byTerm', { term })
          : source === 'stated' && byTerm !== null && (byTerm === 'included') !== (state === 'included')
            ? t('comparisons:ledger.against', { term })
            : '';
  return {
    main,
    source: said,
    state,
    isBlocking: isOpenAndCounted(entry) && !(isLanded(basis) && byTerm === 'buyer'),
    isCounted: counted || (isLanded(basis) && byTerm === 'buyer'),
  };
}

/** The components that appear in any total, in the order of the way. */
export function shownComponents({ quotes }: Comparison): ComponentKind[] {
  const present = new Set(quotes.flatMap(({ components }) => components.map(({ component }) => component)));
  return COMPONENT_ORDER.filter((component) => present.has(component));
}

const COMPONENT_ORDER: readonly ComponentKind[] = [
  'goods',
  'packaging',
  'tooling',
  'labelling',
  'inspection',
  'vatInvoice',
  'tax',
  'domesticFreight',
  'agentFee',
  'forwarder',
  'mainCarriage',
  'insurance',
  'terminal',
  'clearance',
  'duty',
  'importVat',
  'onCarriage',
  'paymentTiming',
  'sample',
];

export function componentName(component: ComponentKind, t: Translate): string {
  switch (component) {
    case 'goods':
    case 'tax':
    case 'terminal':
    case 'clearance':
    case 'paymentTiming':
      return t(`comparison:component.${component}`);
    default:
      return t(`quote:costPart.${component}`);
  }
}

/** Who says what a part of a landed total is: the quote, its trade term or the project's costing. */
export function componentSource({ source, component }: TotalComponent, { quote }: ComparedQuote, t: Translate): string {
  if (source === undefined || component === 'goods') return '';
  if (source !== 'byTerm') return t(`comparison:source.${source}`);
  return quote.incoterm === null ? '' : t('comparison:source.byTerm', { term: shortTerm(quote.incoterm, t) });
}

/** A piece of a stacked bar, in minor units; what is taken out of the goods shortens them. */
export interface BarPiece {
  readonly component: ComponentKind | 'open';
  readonly minor: number;
}

export function barOf(components: readonly TotalComponent[]): BarPiece[] {
  const taken = components.reduce((sum, { lowMinor }) => sum + Math.min(0, lowMinor), 0);
  const open = components.reduce((sum, { lowMinor, highMinor }) => sum + highMinor - lowMinor, 0);
  const pieces = components.flatMap(({ component, lowMinor }): BarPiece[] => {
    const minor = component === 'goods' ? lowMinor + taken : lowMinor;
    return minor > 0 ? [{ component, minor }] : [];
  });
  return open > 0 ? [...pieces, { component: 'open', minor: open }] : pieces;
}
