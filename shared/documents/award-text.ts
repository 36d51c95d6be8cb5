import type { AwardProblem, GatePoint } from '../domain/awards/award.ts';
import type {
  AwardInput,
  AwardLimit,
  LeftOutOfAward,
  Proof,
  ScenarioRequest,
  ScenarioResult,
} from '../domain/awards/types.ts';
import { assertNever } from '../kernel/assert-never.ts';
import { formatMoneyWithCode, formatPercent, formatQuantity } from '../kernel/format.ts';
import type { Id } from '../kernel/ids.ts';
import { fill, fillCounted } from '../texts/fill.ts';
import { exclusionText } from './report-text.ts';
import { type BilingualName, listed, nameIn, type Tongue, WORDS } from './say.ts';

type Named = Pick<AwardInput, 'suppliers' | 'items' | 'currency' | 'itemsLeftOut' | 'leftOut'>;
type SaidLimit = AwardLimit | { readonly code: 'singleSource' };

/** One limit in words. */
export function limitText(limit: SaidLimit, input: Named, tongue: Tongue): string {
  const words = WORDS[tongue].award.limit;
  const supplier = 'supplierId' in limit ? supplierName(input, limit.supplierId, tongue) : '';
  switch (limit.code) {
    case 'maxSuppliers':
    case 'minSuppliers':
      return fillCounted(words, limit.code, limit.count);
    case 'twoSources':
      return limit.itemId === null
        ? words.twoSourcesAll
        : fill(words.twoSources, { item: itemName(input, limit.itemId, tongue) });
    case 'maxShare':
      return fill(words.maxShare, { share: formatPercent(limit.shareBp) });
    case 'maxLeadTime':
      return fillCounted(words, 'maxLeadTime', limit.days);
    case 'capacityQuantity':
      return fill(words.capacityQuantity, { quantity: formatQuantity(limit.quantity), supplier });
    case 'capacityValue':
      return fill(words.capacityValue, { amount: formatMoneyWithCode(limit.minor, input.currency), supplier });
    case 'excluded':
      return fill(words.excluded, { supplier });
    case 'pinned':
      return limit.itemId === null
        ? fill(words.pinned, { supplier })
        : fill(words.pinnedItem, { supplier, item: itemName(input, limit.itemId, tongue) });
    case 'wholeLines':
    case 'singleSource':
      return words[limit.code];
    case 'minimumValue': {
      const currency = input.suppliers.find(({ supplierId }) => supplierId === limit.supplierId)?.currency;
      return fill(words.minimumValue, {
        supplier,
        amount: formatMoneyWithCode(limit.minor, currency ?? input.currency),
      });
    }
    default:
      return assertNever(limit);
  }
}

/** Everything a scenario was asked to keep to. */
export function requestTexts({ kind, limits, buyUp }: ScenarioRequest, input: Named, tongue: Tongue): string[] {
  const { limit: words } = WORDS[tongue].award;
  const chosen = limits.filter(({ code }) => kind === 'split' || (code !== 'wholeLines' && code !== 'maxSuppliers'));
  return [
    ...(kind === 'single' ? [words.singleSource] : []),
    ...chosen.map((limit) => limitText(limit, input, tongue)),
    ...(buyUp ? [words.buyUp] : []),
  ];
}

export function proofText(proof: Proof, tongue: Tongue): string {
  const words = WORDS[tongue].award.proof;
  return proof.code === 'gap' ? fill(words.gap, { gap: formatPercent(proof.gapBp) }) : words[proof.code];
}

export function proofShort(proof: Proof, tongue: Tongue): string {
  const words = WORDS[tongue].award.proof;
  if (proof.code === 'gap') return fill(words.gapShort, { gap: formatPercent(proof.gapBp) });
  return proof.code === 'optimal' ? words.optimalShort : words.noneShort;
}

/** What there is instead of an award; null when there is one. */
export function resultText(result: ScenarioResult, tongue: Tongue): string | null {
  const words = WORDS[tongue].award.result;
  switch (result.state) {
    case 'solved':
      return null;
    case 'infeasible':
      if (result.conflict.length === 0) return words.noOffer;
      return result.irreducible ? words.conflict : words.conflictUnproven;
    case 'nothing':
    case 'outOfTime':
      return words[result.state];
    default:
      return assertNever(result);
  }
}

/** What takes no part in a scenario, each with its reason. */
export function leftOutOfAwardTexts(input: Named, tongue: Tongue): { readonly name: string; readonly text: string }[] {
  return input.leftOut.map((one) => leftOutText(one, input, tongue));
}

function leftOutText(one: LeftOutOfAward, input: Named, tongue: Tongue) {
  const words = WORDS[tongue].award.leftOut;
  switch (one.code) {
    case 'quote':
      return {
        name: nameIn(tongue, one),
        text: one.reasons.map((reason) => exclusionText(reason, tongue)).join(tongue === 'zh' ? '；' : '; '),
      };
    case 'line': {
      const items = listed(
        tongue,
        one.itemIds.map((itemId) => itemLabel(input, itemId, tongue)),
      );
      return { name: nameIn(tongue, one), text: fill(words[one.reason], { items }) };
    }
    case 'item':
      return { name: '', text: fill(words[one.reason], { items: itemName(input, one.itemId, tongue) }) };
    default:
      return assertNever(one);
  }
}

/** What keeps an award from being confirmed, in words; `names` by supplier. */
export function problemText(problem: AwardProblem, nameOf: (supplierId: Id) => string, tongue: Tongue): string {
  const words = WORDS[tongue].award.problem;
  switch (problem.code) {
    case 'noSuppliers':
    case 'noReasons':
      return words[problem.code];
    case 'noLines':
    case 'notComparable':
      return fill(words[problem.code], { supplier: nameOf(problem.supplierId) });
    case 'expired':
      return fill(words.expired, { supplier: nameOf(problem.supplierId), date: problem.date });
    case 'pointOpen':
      return fill(words.pointOpen, {
        supplier: nameOf(problem.supplierId),
        points: listed(
          tongue,
          problem.points.map((point: GatePoint) => pointName(point, tongue)),
        ),
      });
    case 'approvalPending':
    case 'approvalRejected':
      return fill(words[problem.code], { name: problem.name });
    default:
      return assertNever(problem);
  }
}

/** Within an English sentence a point stands in small letters. */
function pointName(point: GatePoint, tongue: Tongue): string {
  const name = WORDS[tongue].award.point[point];
  return tongue === 'zh' ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

export function supplierName(input: Pick<AwardInput, 'suppliers' | 'leftOut'>, supplierId: Id, tongue: Tongue): string {
  const known: BilingualName | undefined =
    input.suppliers.find((one) => one.supplierId === supplierId) ??
    input.leftOut.flatMap((one) => (one.code === 'item' ? [] : [one])).find((one) => one.supplierId === supplierId);
  return known === undefined ? '—' : nameIn(tongue, known);
}

export function itemName(input: Pick<AwardInput, 'items' | 'itemsLeftOut'>, itemId: Id, tongue: Tongue): string {
  const item = [...input.items, ...input.itemsLeftOut].find((one) => one.itemId === itemId);
  return item === undefined ? '—' : [item.lineNo, nameIn(tongue, item)].filter((part) => part !== '').join(' ');
}

/** The line number where there is one, as long lists are read. */
function itemLabel(input: Pick<AwardInput, 'items' | 'itemsLeftOut'>, itemId: Id, tongue: Tongue): string {
  const item = [...input.items, ...input.itemsLeftOut].find((one) => one.itemId === itemId);
  return item === undefined ? '—' : item.lineNo || nameIn(tongue, item);
}
