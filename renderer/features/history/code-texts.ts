import { en } from '../../i18n/en/index.ts';
import type { Translate } from '../../i18n/use-text.ts';

type Words = (code: string, t: Translate) => string | null;

/** The words of a closed list: a stored code of it as the screens say it; null for what is not in it. */
function words<Code extends string>(
  list: Readonly<Record<Code, unknown>>,
  say: (code: Code, t: Translate) => string,
): Words {
  const isCode = (code: string): code is Code => Object.hasOwn(list, code);
  return (code, t) => (isCode(code) ? say(code, t) : null);
}

const costBasis = words(en.quote.costBasis, (code, t) => t(`quote:costBasis.${code}`));
const costPart = words(en.quote.costPart, (code, t) => t(`quote:costPart.${code}`));
const costMeasure = words(en.quote.costMeasure, (code, t) => t(`quote:costMeasure.${code}`));
const comparisonBasis = words(en.comparison.basis, (code, t) => t(`comparison:basis.${code}`));

/** Columns that hold a code of a closed list, by `table.field` where several tables use the name, else by field. */
const CODES: Readonly<Record<string, Words>> = {
  taxBasis: words(en.quote.taxBasis, (code, t) => t(`quote:taxBasis.${code}`)),
  leadTimeFrom: words(en.quote.leadTimeStart, (code, t) => t(`quote:leadTimeStart.${code}`)),
  incoterm: words(en.quote.tradeTerm, (code, t) => t(`quote:tradeTerm.${code}`)),
  'quotes.channel': words(en.quote.channel, (code, t) => t(`quote:channel.${code}`)),
  anchor: words(en.quote.paymentAnchor, (code, t) => t(`quote:paymentAnchor.${code}`)),
  'quote_costs.part': costPart,
  'quote_costs.basis': costBasis,
  'quote_costs.measure': costMeasure,
  'cost_bounds.part': costPart,
  'cost_bounds.measure': costMeasure,
  'costings.point': words(en.costings.point, (code, t) => t(`costings:point.${code}`)),
  freightMode: words(en.costings.mode, (code, t) => t(`costings:mode.${code}`)),
  agentScope: words(en.costings.agentScope, (code, t) => t(`costings:agentScope.${code}`)),
  discountMethod: words(en.costings.method, (code, t) => t(`costings:method.${code}`)),
  stage: words(en.common.stage, (code, t) => t(`stage.${code}`)),
  'awards.basis': comparisonBasis,
  'awards.kind': words(en.award.kind, (code, t) => t(`award:kind.${code}`)),
  'awards.state': words(en.award.state, (code, t) => t(`award:state.${code}`)),
  'awards.source': words(en.award.source, (code, t) => t(`award:source.${code}`)),
  'award_points.point': words(en.award.point, (code, t) => t(`award:point.${code}`)),
  'award_points.state': words(en.award.pointState, (code, t) => t(`award:pointState.${code}`)),
  decision: words(en.award.decision, (code, t) => t(`award:decision.${code}`)),
  tier: words(en.supplier.tier, (code, t) => t(`supplier:tier.${code}`)),
  businessKind: words(en.supplier.businessKind, (code, t) => t(`supplier:businessKind.${code}`)),
  creditGrade: words(en.supplier.credit, (code, t) => t(`supplier:credit.${code}`)),
  direction: words(en.supplier.direction, (code, t) => t(`supplier:direction.${code}`)),
  'supplier_communications.channel': words(en.supplier.channel, (code, t) => t(`supplier:channel.${code}`)),
  'supplier_contacts.channel': words(en.supplier.channel, (code, t) => t(`supplier:channel.${code}`)),
  'supplier_payees.kind': words(en.supplier.payeeKind, (code, t) => t(`supplier:payeeKind.${code}`)),
  'supplier_certificates.kind': words(en.supplier.certificateKind, (code, t) => t(`supplier:certificateKind.${code}`)),
  'supplier_checks.item': words(en.supplier.check, (code, t) => t(`supplier:check.${code}`)),
  'supplier_checks.state': words(en.supplier.checkState, (code, t) => t(`supplier:checkState.${code}`)),
};

/** A stored code in words; null where the column holds none, or one that this version does not know. */
export function codeText(table: string, field: string, code: string, t: Translate): string | null {
  const say = CODES[`${table}.${field}`] ?? CODES[field];
  return say === undefined ? null : say(code, t);
}
