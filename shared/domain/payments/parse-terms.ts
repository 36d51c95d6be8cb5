import type { PaymentAnchor } from '../quotes/terms.ts';
import { type Milestone, milestone, milestoneFault, PAYMENT_PLANS } from './milestones.ts';
import { BALANCE_WORDS, CREDIT_WORDS, EVENT_WORDS, NEUTRAL_WORDS } from './terms-words.ts';

/**
 * Reads payment terms as suppliers write them, English or Chinese: "30% deposit, 70% before shipment", "T/T 30 days",
 * "月结30天", "款到发货". Null for whatever is not understood to the last word, and where the shares do not make up 100 %:
 * a schedule is never guessed, for a wrong one would move a price.
 *
 * Conventions: a bare "30/70" is plan A and "50/50" plan B (DOMAIN 7), other bare ratios are not understood; the first of
 * several shares without an event is the deposit; days without an event count from the invoice in English, from receipt
 * in Chinese (账期, 月结).
 */
export function parsePaymentTerms(text: string): Milestone[] | null {
  const terms = normaliseTerms(text);
  if (terms === '' || terms.length > LONGEST) return null;
  const ratio = readRatio(terms);
  if (ratio !== undefined) return ratio;
  const clauses = clausesOf(terms);
  const read = clauses.map((clause, index) => readClause(clause, index === 0 && clauses.length > 1));
  const milestones: Milestone[] = [];
  let left = WHOLE;
  for (const [index, one] of read.entries()) {
    if (one === null) return null;
    const percentBp = one.percentBp ?? shareLeft(one, left, read.length, index);
    if (percentBp === null) return null;
    left -= percentBp;
    milestones.push({ ...one.when, percentBp });
  }
  return milestoneFault(milestones) === null ? milestones : null;
}

const WHOLE = 10_000;
/** Longer than any schedule; a letter pasted into the field is none. */
const LONGEST = 300;

/** Lower case, half-width, one kind of separator, abbreviations without their slash. */
function normaliseTerms(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\bt\s*\/\s*t\b/g, 'tt')
    .replaceAll(/\bl\s*\/\s*c\b/g, 'lc')
    .replaceAll(/\bb\s*\/\s*l\b/g, 'bl')
    .replaceAll(/\bo\s*\/\s*a\b/g, 'oa')
    .replaceAll(/(\d)\s*percent\b/g, '$1%')
    .replaceAll(/百分之(\d+)/g, '$1%')
    .replaceAll(/[一二三四五六七八九]成/g, (digits) => `${'一二三四五六七八九'.indexOf(digits.charAt(0)) + 1}0%`)
    .replaceAll(/([1-9])成/g, '$10%')
    .replaceAll(/[。.]\s*$/g, '')
    .replaceAll(/[()[\]"'“”]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** "30/70", "tt 30:70 before shipment"; undefined when the text is no ratio, null when it is one that says too little. */
function readRatio(terms: string): Milestone[] | null | undefined {
  const match = /^(?:tt\s*)?(\d{1,2})%?\s*[/:+-]\s*(\d{1,2})%?(?:\s*tt)?(?:\s+(.*))?$/.exec(terms);
  if (match === null) return undefined;
  const first = Number(match[1]) * 100;
  const second = Number(match[2]) * 100;
  if (first === 0 || first + second !== WHOLE) return null;
  const rest = match[3]?.trim() ?? '';
  if (rest === '' || rest === 'tt') {
    const plan = PAYMENT_PLANS.find(({ milestones }) => milestones.length > 1 && milestones[0]?.percentBp === first);
    return plan === undefined ? null : [...plan.milestones];
  }
  const last = readClause(rest, false);
  if (last === null || last.percentBp !== null || last.when.anchor === 'orderConfirmed') return null;
  return [milestone(first, 'orderConfirmed'), { ...last.when, percentBp: second }];
}

/** One clause a share: split at separators, and where a further share or the balance begins without one. */
function clausesOf(terms: string): string[] {
  const rough = terms
    .split(/\s*(?:[,;、+&|\n]|\/(?!\d)| and | then |;)\s*/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  const whole: string[] = [];
  for (const clause of rough) {
    const previous = whole.at(-1);
    // A separator inside one share ("70% balance, before shipment") does not begin another.
    if (previous !== undefined && !OPENS_SHARE.test(clause) && !hasWhen(previous))
      whole[whole.length - 1] = `${previous} ${clause}`;
    else whole.push(...splitShares(clause));
  }
  return whole;
}

const PERCENT = String.raw`\d+(?:\.\d+)?\s*%`;
const OPENS_SHARE = new RegExp(`${PERCENT}|${BALANCE_WORDS}`);

function splitShares(clause: string): string[] {
  const shares = clause.match(new RegExp(PERCENT, 'g'))?.length ?? 0;
  const balance = new RegExp(`^(.*?${PERCENT}.*?)\\s*((?:${BALANCE_WORDS})(?!.*(?:${BALANCE_WORDS})).*)$`).exec(clause);
  if (shares === 1 && balance !== null && hasWhen(balance[1] ?? '')) return [balance[1] ?? '', balance[2] ?? ''];
  if (shares < 2) return [clause];
  const leading = new RegExp(`^${PERCENT}`).test(clause);
  const boundary = leading ? `(?=${PERCENT})(?<!\\d|\\.)` : `(?<=%)`;
  return clause
    .split(new RegExp(boundary))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function hasWhen(clause: string): boolean {
  return EVENTS.some(({ pattern }) => pattern.test(clause)) || CREDITS.some(({ pattern }) => pattern.test(clause));
}

interface Clause {
  readonly percentBp: number | null;
  readonly isBalance: boolean;
  readonly when: Omit<Milestone, 'percentBp'>;
}

/** Null unless every word is accounted for. */
function readClause(clause: string, firstOfSeveral: boolean): Clause | null {
  let rest = clause;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest);
    if (found !== null && found[0] !== '') {
      rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
      return found;
    }
    return null;
  };
  const percent = take(/(\d+(?:\.\d+)?)\s*%/);
  const percentBp = percent === null ? null : Math.round(Number(percent[1]) * 100);
  const days = take(/(\d{1,3})\s*-?\s*(?:个)?\s*(?:calendar |working )?(days?|天|日|weeks?|周)(?:之?内|以内)?/);
  const offsetDays = days === null ? null : Number(days[1]) * (/^(week|周)/.test(days[2] ?? '') ? 7 : 1);
  const isBalance = take(new RegExp(BALANCE_WORDS)) !== null;
  const event = EVENTS.find(({ pattern }) => pattern.test(rest));
  const credit = event === undefined ? CREDITS.find(({ pattern }) => pattern.test(rest)) : undefined;
  if (event !== undefined) take(event.pattern);
  if (credit !== undefined) take(credit.pattern);
  const bareNumber = credit !== undefined && offsetDays === null ? take(/\d{1,3}/) : null;
  const anchorDays = offsetDays ?? (bareNumber === null ? null : Number(bareNumber[0]));
  const inFull = percentBp === null && MEANS.test(rest) ? 'invoice' : undefined;
  const anchor = anchorOf(event?.anchor, credit?.anchor ?? inFull, anchorDays, firstOfSeveral && percentBp !== null);
  if (anchor === null || !isNeutral(rest, event?.anchor)) return null;
  // A deposit is due with the order: days before or after it would mean something else.
  if (anchorDays !== null && (anchor === 'beforeShipment' || (anchor === 'orderConfirmed' && event === undefined)))
    return null;
  return {
    percentBp,
    isBalance,
    when: { anchor, offsetDays: anchorDays ?? 0, endOfMonth: credit?.endOfMonth ?? false },
  };
}

/** Days make sense of a bare credit; without days, only an event or a leading share does. Days alone may be a lead time. */
function anchorOf(
  event: PaymentAnchor | undefined,
  credit: PaymentAnchor | undefined,
  days: number | null,
  isDeposit: boolean,
): PaymentAnchor | null {
  if (event !== undefined) return event;
  if (days !== null) return credit ?? null;
  return isDeposit ? 'orderConfirmed' : null;
}

/** Whether nothing but words without a date of their own is left. */
function isNeutral(rest: string, anchor: PaymentAnchor | undefined): boolean {
  const words = anchor === undefined ? [NEUTRAL] : [NEUTRAL, ECHO[anchor] ?? NEUTRAL];
  const left = words.reduce((text, pattern) => text.replaceAll(pattern, ' '), rest);
  return left.replaceAll(/[\s:,.\-—]/g, '') === '';
}

/** A share not written out: all of it when it stands alone, the balance when it is the last. */
function shareLeft({ isBalance }: Clause, left: number, count: number, index: number): number | null {
  if (count === 1) return isBalance ? null : WHOLE;
  return isBalance && index === count - 1 && left > 0 ? left : null;
}

/** A means of payment with bare days: "T/T 30 days". */
const MEANS = /\btt\b|电汇|payment/;
const compile = (pattern: string) => new RegExp(pattern);
const EVENTS = EVENT_WORDS.map(([anchor, pattern]) => ({ anchor, pattern: compile(pattern) }));
const CREDITS = CREDIT_WORDS.map(([anchor, endOfMonth, pattern]) => ({
  anchor,
  endOfMonth,
  pattern: compile(pattern),
}));
const NEUTRAL = new RegExp(NEUTRAL_WORDS.replaceAll(/(^|\|)([a-z][a-z ?]*)(?=\||$)/g, String.raw`$1\b$2\b`), 'g');
/** What may stand beside an event without adding one: a deposit "with order", goods "after inspection". */
const ECHO: Partial<Record<PaymentAnchor, RegExp>> = {
  orderConfirmed:
    /\b(deposit|down ?payment|advance|prepayment|upfront|with|upon|on|at|after|order|confirmation|confirmed)\b|预付款?|定金|订金|首付|下单|时|后|发货/g,
  delivered: /\b(after|goods|date|from|arrival|receipt|delivery)\b|后|起|货|到/g,
  shipped: /\b(after|copy|against|date|from|of|original)\b|后|起|见|凭/g,
  inspectionPassed: /\b(after|passed|retention)\b|质保金|后|起|合格/g,
  invoice: /\b(after|date|from)\b|后|起/g,
  productionDone: /后|\bafter\b/g,
  beforeShipment: /发货|\bby\b/g,
};
