import type { CurrencyCode } from '../../kernel/money.ts';
import type { ProblemList } from './problems.ts';
import { readDate, readFreight, readLeadTime, readTax, readTradeTerm, readValidity } from './terms.ts';
import { nameKey, tidy } from './text.ts';
import type { ColumnRole, ImportDefaults, ImportedQuote } from './types.ts';

/** A quote in the making: what its rows said so far, and where a term was said first. */
export interface OpenQuote {
  quote: ImportedQuote;
  saidIn: Map<string, number>;
  /** The cell each role was read from last: most rows repeat it. */
  lastCell: Map<ColumnRole, string>;
}

/** A term cell as read; `null` values were not said. */
type TermReading = Partial<
  Pick<
    ImportedQuote,
    | 'taxBasis'
    | 'vatRateBp'
    | 'freight'
    | 'freightAmount'
    | 'paymentTerms'
    | 'incoterm'
    | 'namedPlace'
    | 'validUntil'
    | 'receivedDate'
    | 'contact'
    | 'region'
    | 'note'
  >
>;

/** The quotes of a sheet: one per supplier and currency, with the terms their rows state. */
export class QuoteBook {
  readonly quotes: OpenQuote[] = [];
  private readonly bySupplier = new Map<string, Map<CurrencyCode | null, OpenQuote>>();
  private readonly readings = new Map<string, TermReading | null>();
  private readonly defaults: ImportDefaults;
  private readonly problems: ProblemList;

  constructor(defaults: ImportDefaults, problems: ProblemList) {
    this.defaults = defaults;
    this.problems = problems;
  }

  /** The quote of a supplier in a currency, opened when it is the first. */
  open(supplierKey: string, supplierName: string, isEstimate: boolean, currency: CurrencyCode | null): OpenQuote {
    let ofSupplier = this.bySupplier.get(supplierKey);
    if (ofSupplier === undefined) {
      ofSupplier = new Map();
      this.bySupplier.set(supplierKey, ofSupplier);
    }
    const known = ofSupplier.get(currency);
    if (known !== undefined) return known;
    const opened: OpenQuote = {
      quote: this.blank(supplierName, isEstimate, currency),
      saidIn: new Map(),
      lastCell: new Map(),
    };
    ofSupplier.set(currency, opened);
    this.quotes.push(opened);
    return opened;
  }

  /** Sets a quote's tax basis or rate from the title of its price column. */
  sayTax(open: OpenQuote, basis: ImportedQuote['taxBasis'] | null, rateBp: number | null): void {
    if (basis !== null && !open.saidIn.has('taxBasis')) open.quote.taxBasis = basis;
    if (rateBp !== null && !open.saidIn.has('vatRateBp')) open.quote.vatRateBp = rateBp;
  }

  /**
   * Takes a term cell into the quote. A term said twice in different ways keeps the first (tax and freight become unknown, since either
   * would be a guess) and is reported once.
   */
  say(open: OpenQuote, role: ColumnRole, cell: string, row: number, column: number, header: string): void {
    if (open.lastCell.get(role) === cell) return;
    open.lastCell.set(role, cell);
    const reading = this.read(role, cell, header, open.quote.receivedDate);
    if (reading === null) {
      const date = role === 'validUntil' || role === 'receivedDate';
      this.problems.add(date ? 'badDate' : 'badTerm', row, column, { text: tidy(cell), term: role });
      return;
    }
    const { quote, saidIn } = open;
    const freightSaid = saidIn.has('freight');
    for (const [term, value] of Object.entries(reading)) {
      if (value === null || value === undefined) continue;
      const first = saidIn.get(term);
      if (first === undefined) {
        saidIn.set(term, row);
        Object.assign(quote, { [term]: value });
      } else if (Object.entries(quote).find(([name]) => name === term)?.[1] !== value)
        this.conflict(open, term, first, row, column, cell);
    }
    // an amount belongs to the basis it was said with
    if (freightSaid && quote.freight === 'unknown') quote.freightAmount = null;
  }

  private conflict({ quote }: OpenQuote, term: string, first: number, row: number, column: number, cell: string): void {
    if (term === 'note') {
      if (quote.note !== null && !quote.note.includes(tidy(cell))) quote.note = `${quote.note}\n${tidy(cell)}`;
      return;
    }
    const said = Object.entries(quote).find(([name]) => name === term)?.[1];
    if (term === 'taxBasis') quote.taxBasis = 'unknown';
    if (term === 'vatRateBp') quote.vatRateBp = null;
    if (term === 'freight') quote.freight = 'unknown';
    if (term === 'freight' || term === 'freightAmount') quote.freightAmount = null;
    this.problems.addOnce(`${nameKey(quote.supplierName)}|${quote.currency}|${term}`, 'conflictingTerm', row, column, {
      supplier: quote.supplierName,
      term,
      text: tidy(cell),
      first: String(said ?? ''),
      firstRow: first,
    });
  }

  private read(role: ColumnRole, cell: string, header: string, receivedOn: string | null): TermReading | null {
    const key = `${role}\u0001${header}\u0001${receivedOn ?? ''}\u0001${cell}`;
    const known = this.readings.get(key);
    if (known !== undefined) return known;
    const reading = readTerm(role, cell, header, receivedOn);
    if (this.readings.size < 20_000) this.readings.set(key, reading);
    return reading;
  }

  private blank(supplierName: string, isEstimate: boolean, currency: CurrencyCode | null): ImportedQuote {
    const { taxBasis, vatRateBp, freight } = this.defaults;
    return {
      supplierName,
      isEstimate,
      currency,
      taxBasis,
      vatRateBp,
      freight,
      freightAmount: null,
      leadTimeDays: null,
      paymentTerms: null,
      incoterm: null,
      namedPlace: null,
      validUntil: null,
      receivedDate: null,
      contact: null,
      region: null,
      note: null,
      lines: [],
      declined: [],
    };
  }
}

/** Days of a lead-time cell; the title may give the unit ("Lead time (weeks)"). Null when unreadable. */
export function leadTimeOf(cell: string, header: string): number | null {
  const bare = /^\s*\d+(\.\d+)?(\s*[-~至]\s*\d+)?\s*$/.test(cell);
  const unit = /week|周/i.test(header) ? 'weeks' : /month|月/i.test(header) ? 'months' : '';
  return readLeadTime(bare && unit !== '' ? `${cell} ${unit}` : cell);
}

function readTerm(role: ColumnRole, cell: string, header: string, receivedOn: string | null): TermReading | null {
  const text = tidy(cell);
  switch (role) {
    case 'taxBasis':
    case 'vatRate': {
      const tax = readTax(cell, role === 'taxBasis' ? 'basis' : 'rate');
      return tax === null ? null : { taxBasis: tax.basis ?? undefined, vatRateBp: tax.rateBp };
    }
    case 'freight': {
      const freight = readFreight(cell, header);
      return freight === null ? null : { freight: freight.basis, freightAmount: freight.amount };
    }
    case 'tradeTerm': {
      const term = readTradeTerm(cell);
      return term === null ? null : { incoterm: term.incoterm, namedPlace: term.namedPlace };
    }
    case 'validUntil': {
      const date = readValidity(cell, receivedOn);
      return date === null ? null : { validUntil: date };
    }
    case 'receivedDate': {
      const date = readDate(cell);
      return date === null ? null : { receivedDate: date };
    }
    case 'paymentTerms':
      return { paymentTerms: text };
    case 'namedPlace':
      return { namedPlace: text };
    case 'contact':
      return { contact: text };
    case 'region':
      return { region: text };
    case 'note':
      return { note: text };
    default:
      return {};
  }
}
