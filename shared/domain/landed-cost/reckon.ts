import { allocate } from '../../kernel/allocate.ts';
import { safeInteger } from '../../kernel/decimal.ts';
import { type CurrencyCode, lineTotal } from '../../kernel/money.ts';
import type { CostingField } from '../costing/costing.ts';
import { convertMinor, type FoundRate } from '../exchange-rates/exchange-rates.ts';
import type { Leg } from '../incoterms/incoterms.ts';
import type { LogisticPart } from '../incoterms/parts.ts';
import { milestoneFault } from '../payments/milestones.ts';
import { presentValueOfSchedule } from '../payments/present-value.ts';
import type { TradeTerm } from '../quotes/terms.ts';
import type { Shipment } from '../shipping/cartons.ts';
import { agentFee, insurancePremium, userFee } from './charges.ts';
import { customsBasisOf, dutyOf, importVat } from './customs.ts';
import { freightOf } from './freight.ts';
import { legsOwed, type ResolvedSource, type ResolvedSources } from './sources.ts';
import type { ComponentSource, LandedComponentName, LandedInput, LandedMissing } from './types.ts';

/** One component at one end of the open costs. */
export interface Own {
  readonly source: ComponentSource;
  /** Comparison's currency; null when missing. */
  readonly minor: number | null;
  /** One a line, summing to `minor`; null when missing, and for what is no cost. */
  readonly shares: readonly number[] | null;
}

export interface EndReckoning {
  readonly components: Readonly<Record<LandedComponentName, Own>>;
  readonly missing: readonly LandedMissing[];
  readonly shipment: Shipment | null;
  /** Sum over the lines; null when not computable or not asked for. */
  readonly customsValueMinor: number | null;
  readonly importVatBaseMinor: number | null;
}

/** Which end of the open costs is reckoned. */
export type End = 'low' | 'high';

/**
 * All components of a landed cost with the open costs at one of their ends. Errors: RangeError beyond 2^53 - 1.
 */
export function reckonEnd(input: LandedInput, term: TradeTerm, sources: ResolvedSources, end: End): EndReckoning {
  const { costing, currency, lines, rates } = input;
  const missing = new Missing();
  const values = valuesOf(input);
  const none = lines.map(() => 0);

  const shared = (source: ComponentSource, minor: number | null, weights: readonly number[] | null = null): Own => {
    if (minor === null) return MISSING;
    if (minor === 0) return { source, minor, shares: none };
    const usable = weights?.some((weight) => weight > 0) ? weights : values;
    return { source, minor, shares: allocate(minor, usable) };
  };
  const convert = (minor: number, from: CurrencyCode, rate: FoundRate | null): number | null => {
    if (minor === 0 || from === currency) return minor;
    if (rate !== null) return convertMinor(minor, rate);
    missing.add({ code: 'exchangeRate', from, to: currency });
    return null;
  };
  const fromOrigin = (minor: number) => convert(minor, costing.originCurrency, rates.origin);
  const fromDestination = (minor: number) => convert(minor, costing.destinationCurrency, rates.destination);
  const fromQuote = (minor: number) => convert(minor, input.quoteCurrency, rates.quote);
  const figure = (field: AmountField): number | null => {
    const value = costing[field];
    if (value === null) missing.add({ code: 'assumption', field });
    return value;
  };
  const part = (name: LogisticPart, assume: () => Own): Own => bySource(sources[name], name, assume);
  const bySource = (source: ResolvedSource, name: LogisticPart | 'agentFee', assume: () => Own): Own => {
    if (source.state === 'included') return { source: 'included', minor: 0, shares: none };
    if (source.state === 'beyondPoint') return { source: 'notPartOfIt', minor: 0, shares: none };
    if (source.state === 'extra') return shared('quote', fromQuote(source.amount[end]));
    if (source.state === 'toBeAdded') return assume();
    missing.add({ code: 'partUnknown', part: name });
    return MISSING;
  };
  const charge = (field: AmountField, into: (minor: number) => number | null): Own => {
    const minor = figure(field);
    return shared('assumed', minor === null ? null : into(minor));
  };

  const goods = shared('quote', fromQuote(input.goodsMinor));
  const supplierExtras = shared('quote', fromQuote(input.supplierExtras[end]));
  const domesticFreight = part('domesticFreight', () => charge('originInlandMinor', fromOrigin));
  const agent = bySource(input.parts.agentFee ?? { state: 'toBeAdded' }, 'agentFee', agentOwn);
  const forwarder = part('forwarder', () => {
    const amounts = legsOwed('forwarder', term, input.place).flatMap((leg) => {
      const field = FORWARDER_FIELDS.get(leg);
      return field === undefined ? [] : [figure(field)];
    });
    const minor = sumOrNull(amounts);
    return shared('assumed', minor === null ? null : fromOrigin(minor));
  });
  let shipment: Shipment | null = null;
  const mainCarriage = part('mainCarriage', () => {
    const freight = freightOf(lines, goods.minor, currency, costing);
    if (freight.state === 'notComputable') {
      for (const field of freight.fields) missing.add({ code: 'assumption', field });
      if (freight.lines.length > 0) missing.add({ code: 'carton', lines: freight.lines });
      return MISSING;
    }
    shipment = freight.shipment;
    if (goods.minor === null && costing.freightMode === 'percentage') return MISSING;
    return shared('assumed', convert(freight.minor, freight.currency, rates.freight), freight.weights);
  });
  const origin = [goods, supplierExtras, domesticFreight, forwarder];
  const insurance = part('insurance', () => {
    const ratePpm = figure('insurancePpm');
    const cfr = sumOrNull([...origin, mainCarriage].map(({ minor }) => minor));
    return shared('assumed', ratePpm === null || cfr === null ? null : insurancePremium(cfr, ratePpm));
  });
  const destinationTerminal = part('destinationTerminal', () => charge('destinationTerminalMinor', fromDestination));

  const basis = costing.country === null ? null : customsBasisOf(costing.country);
  const voyage = [mainCarriage, insurance];
  const customsLines = basis === null ? null : sumShares(basis === 'cif' ? [...origin, ...voyage] : origin);
  const customsValueMinor = customsLines === null ? null : sum(customsLines);
  const needCountry = () => {
    if (costing.country === null) missing.add({ code: 'assumption', field: 'country' });
  };
  const importClearance = part('importClearance', () => {
    const broker = figure('brokerageMinor');
    const brokerage = broker === null ? null : fromDestination(broker);
    const fee = userFeeOwn();
    return shared('assumed', sumOrNull([brokerage, fee]));
  });
  const duty = part('duty', () => {
    needCountry();
    const shares = dutyShares();
    return shares === null ? MISSING : { source: 'assumed', minor: sum(shares), shares };
  });
  let importVatBaseMinor: number | null = null;
  const importVatOwn = part('importVat', () => {
    needCountry();
    const rateBp = figure('importVatRateBp');
    const customs =
      customsLines === null ? MISSING : { source: 'assumed' as const, minor: customsValueMinor, shares: customsLines };
    const base = sumShares(basis === 'fob' ? [customs, duty, ...voyage] : [customs, duty]);
    if (base === null || rateBp === null) return MISSING;
    importVatBaseMinor = sum(base);
    const minor = importVat(importVatBaseMinor, rateBp);
    // What comes back is cash to lay out, not a cost: no line carries a share of it.
    return costing.importVatRecoverable ? { source: 'assumed', minor, shares: null } : shared('assumed', minor, base);
  });
  const onCarriage = part('onCarriage', () => charge('onCarriageMinor', fromDestination));
  const paymentTiming = timingOwn();

  return {
    components: {
      goods,
      supplierExtras,
      domesticFreight,
      agent,
      forwarder,
      mainCarriage,
      insurance,
      destinationTerminal,
      importClearance,
      duty,
      importVat: importVatOwn,
      onCarriage,
      paymentTiming,
    },
    missing: missing.list,
    shipment,
    customsValueMinor,
    importVatBaseMinor,
  };

  function agentOwn(): Own {
    if (costing.agentScope === 'domesticOnly' && term !== 'domestic' && term !== 'EXW') {
      return { source: 'notPartOfIt', minor: 0, shares: none };
    }
    const rateBp = figure('agentRateBp');
    const base = sumOrNull([goods.minor, domesticFreight.minor]);
    const minimum = fromOrigin(costing.agentMinimumMinor ?? 0);
    return shared(
      'assumed',
      rateBp === null || base === null || minimum === null ? null : agentFee(base, rateBp, minimum),
    );
  }

  function userFeeOwn(): number | null {
    const { userFeePpm, userFeeMinimumMinor, userFeeMaximumMinor } = costing;
    if (userFeePpm === null) return 0;
    needCountry();
    const least = fromDestination(userFeeMinimumMinor ?? 0);
    const most = userFeeMaximumMinor === null ? null : fromDestination(userFeeMaximumMinor);
    if (customsValueMinor === null || least === null || (most === null && userFeeMaximumMinor !== null)) return null;
    return userFee(customsValueMinor, userFeePpm, least, most);
  }

  function dutyShares(): number[] | null {
    const unknown: number[] = [];
    let convertible = true;
    const shares = lines.map((line, index) => {
      if (line === null) return 0;
      const rateBp = line.dutyRateBp ?? costing.dutyRateBp;
      if (rateBp === null) unknown.push(index);
      const specificMinor =
        line.specificDuty === 0
          ? 0
          : fromDestination(lineTotal(line.quantity, line.specificDuty, costing.destinationCurrency));
      if (specificMinor === null) convertible = false;
      const value = customsLines?.[index] ?? 0;
      return dutyOf(value, {
        rateBp: rateBp ?? 0,
        additionalBp: line.additionalDutyBp,
        specificMinor: specificMinor ?? 0,
      });
    });
    if (unknown.length > 0) missing.add({ code: 'dutyRate', lines: unknown });
    return unknown.length > 0 || !convertible || customsLines === null ? null : shares;
  }

  function timingOwn(): Own {
    const { timing } = input;
    if (timing === null) return { source: 'notPartOfIt', minor: 0, shares: none };
    const { milestones, leadTimeDays } = timing;
    const rateBp = figure('capitalRateBp');
    const understood = milestones !== null && milestoneFault(milestones) === null;
    if (!understood) missing.add({ code: 'paymentTerms' });
    const paid = sumOrNull([goods, supplierExtras, ...charged()].map(({ minor }) => minor));
    if (!understood || rateBp === null || paid === null) return MISSING;
    const { transitDays } = costing;
    const value = presentValueOfSchedule(
      paid,
      milestones,
      { leadTimeDays, transitDays },
      rateBp,
      costing.discountMethod,
    );
    if (value.state === 'computed') return shared('assumed', safeInteger(value.minor - paid));
    missing.add(value.missing === 'leadTimeDays' ? { code: 'leadTime' } : { code: 'assumption', field: 'transitDays' });
    return MISSING;
  }

  /** What the supplier is paid for beside goods and extras: the parts he charges apart. */
  function charged(): Own[] {
    return [
      domesticFreight,
      agent,
      forwarder,
      mainCarriage,
      insurance,
      destinationTerminal,
      importClearance,
      duty,
      onCarriage,
    ].filter(({ source }) => source === 'quote');
  }
}

/** Assumptions that are one figure. */
type AmountField = {
  [Field in CostingField]: LandedInput['costing'][Field] extends number | null ? Field : never;
}[CostingField];

const FORWARDER_FIELDS: ReadonlyMap<Leg, AmountField> = new Map<Leg, AmountField>([
  ['exportClearance', 'exportClearanceMinor'],
  ['originTerminal', 'originTerminalMinor'],
]);

const MISSING: Own = { source: 'missing', minor: null, shares: null };

class Missing {
  readonly list: LandedMissing[] = [];
  private readonly seen = new Set<string>();

  add(one: LandedMissing): void {
    const key = JSON.stringify(one);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.list.push(one);
  }
}

/** Weights for sharing by value; free goods give nothing to share by, so every line carries alike. */
function valuesOf({ lines }: LandedInput): number[] {
  const values = lines.map((line) => line?.goodsMinor ?? 0);
  return values.some((value) => value > 0) ? values : lines.map((line) => (line === null ? 0 : 1));
}

function sum(amounts: readonly number[]): number {
  let total = 0;
  for (const amount of amounts) total += amount;
  return safeInteger(total);
}

function sumOrNull(amounts: readonly (number | null)[]): number | null {
  let total = 0;
  for (const amount of amounts) {
    if (amount === null) return null;
    total += amount;
  }
  return safeInteger(total);
}

/** Line by line; null when one of them is missing. */
function sumShares(owns: readonly Own[]): number[] | null {
  let total: number[] | null = null;
  for (const { shares, minor } of owns) {
    if (shares === null) return null;
    if (total === null) total = [...shares];
    else if (minor !== 0) for (let at = 0; at < total.length; at += 1) total[at] = (total[at] ?? 0) + (shares[at] ?? 0);
  }
  return total;
}
