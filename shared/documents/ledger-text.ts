import type {
  ComparedQuote,
  Comparison,
  ComponentKind,
  LedgerEntry,
  SettlingQuestion,
  Standing,
  TotalComponent,
} from '../domain/comparison/types.ts';
import { formatMoneyRange } from '../kernel/format.ts';
import { fill, fillCounted } from '../texts/fill.ts';
import { nameIn, supplierOf, type Tongue, WORDS } from './say.ts';

/** "2", or "2–3, open" where an unknown cost leaves the place open; an en dash for a quote without a place. */
export function rankText({ rank, standing }: Pick<ComparedQuote, 'rank' | 'standing'>, tongue: Tongue): string {
  if (standing === null) return '—';
  return rank === null ? openRankText(standing, tongue) : String(rank);
}

function openRankText({ bestRank, worstRank }: Standing, tongue: Tongue): string {
  return fill(WORDS[tongue].report.value.openRank, { best: bestRank, worst: worstRank });
}

/** Where one of the totals cannot be told apart from others, the answer that would do it. */
export function questionText(question: SettlingQuestion, { quotes }: Comparison, tongue: Tongue): string {
  const words = WORDS[tongue];
  const asked = quotes.find(({ quote }) => quote.id === question.quoteId)?.quote;
  const name = asked === undefined ? '' : nameIn(tongue, supplierOf(asked));
  const outcome = question.settlesAll ? 'settlesAll' : question.settledCount > 0 ? 'settlesSome' : 'narrows';
  return fillCounted(words.report.finding, 'openRanks', question.openCount, {
    name,
    part: words.quote.costPart[question.part],
    outcome: fill(words.report.finding[outcome], { count: question.settledCount }),
  });
}

/**
 * What a price holds, what comes on top, what is known only between bounds and what is open, each with who says so:
 * "Included: Packaging; by FOB: Domestic freight", "Between bounds: Tooling 500.00 – 900.00 CNY".
 */
export function ledgerTexts(compared: ComparedQuote, tongue: Tongue): string[] {
  const { quote: words, report } = WORDS[tongue];
  const comma = tongue === 'zh' ? '、' : ', ';
  const groups: readonly (readonly [string, (entry: LedgerEntry) => boolean])[] = [
    [words.costBasis.included, ({ state, source }) => state === 'included' && source === 'stated'],
    [
      report.ledger.byTerm,
      ({ state, source, part, counted }) =>
        state === 'included' && source === 'byTerm' && counted && part !== 'vatInvoice',
    ],
    [words.costBasis.extra, ({ state }) => state === 'extra'],
    [report.ledger.bounded, ({ state, source }) => state === 'range' && source === 'stated'],
    [report.ledger.assumed, ({ source }) => source === 'assumed'],
    [words.costBasis.unknown, ({ state, counted }) => state === 'open' && counted],
  ];
  return groups.flatMap(([basis, belongs]) => {
    const parts = compared.ledger.filter(belongs).map((entry) => entryText(entry, compared, tongue));
    return parts.length === 0 ? [] : [fill(report.value.costs, { basis, parts: parts.join(comma) })];
  });
}

function entryText(
  { part, state, lowMinor, highMinor }: LedgerEntry,
  { quote }: ComparedQuote,
  tongue: Tongue,
): string {
  const name = WORDS[tongue].quote.costPart[part];
  if ((state !== 'extra' && state !== 'range') || lowMinor === null || highMinor === null) return name;
  return `${name} ${formatMoneyRange({ lowMinor, highMinor }, quote.currency)}\u00a0${quote.currency}`;
}

/** "Goods 25,000.00", "Domestic freight 310.00 – 500.00": the parts that add up to a total. */
export function componentTexts({ components, quote }: ComparedQuote, currency: string, tongue: Tongue): string[] {
  return components.map((one) => {
    const said = componentSourceText(one, quote, tongue);
    const figure = one.included === true ? WORDS[tongue].comparison.inPrice : formatMoneyRange(one, currency);
    return `${componentText(one.component, tongue)} ${figure}${said === '' ? '' : ` (${said})`}`;
  });
}

/** Who says what a part of a landed total is; nothing where it is plain. */
export function componentSourceText(
  { source, component }: TotalComponent,
  { incoterm }: Pick<ComparedQuote['quote'], 'incoterm'>,
  tongue: Tongue,
): string {
  const words = WORDS[tongue];
  if (source === undefined || component === 'goods') return '';
  if (source !== 'byTerm') return words.comparison.source[source];
  return incoterm === null ? '' : fill(words.comparison.source.byTerm, { term: words.quote.tradeTerm[incoterm] });
}

export function componentText(component: ComponentKind, tongue: Tongue): string {
  const { comparison, quote } = WORDS[tongue];
  switch (component) {
    case 'goods':
    case 'tax':
    case 'terminal':
    case 'clearance':
    case 'paymentTiming':
      return comparison.component[component];
    default:
      return quote.costPart[component];
  }
}
