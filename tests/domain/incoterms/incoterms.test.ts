import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buyerBearsCarriageRisk,
  buyerLegs,
  insuranceDutyOf,
  isSeaOnly,
  LEGS,
  payerOf,
  riskPointOf,
} from '../../../shared/domain/incoterms/incoterms.ts';
import {
  COMPARISON_POINTS,
  dutiesOf,
  LOGISTIC_PARTS,
  legsToAdd,
  reachesBeyond,
} from '../../../shared/domain/incoterms/parts.ts';
import { TRADE_TERMS, type TradeTerm } from '../../../shared/domain/quotes/terms.ts';
import { law } from '../kernel/law.ts';

const TABLE = join(import.meta.dirname, '../../../../shared/reference/incoterms_2020.json');
const present = existsSync(TABLE);

interface Reference {
  legs: string[];
  terms: Record<string, Record<string, 'S' | 'B' | '-'>>;
  seaOnly: string[];
  insurance: Record<string, string>;
}

const LETTER = { seller: 'S', buyer: 'B', none: '-' } as const;

describe.skipIf(!present)(`the reference table${present ? '' : ' (skipped: the table is not here)'}`, () => {
  const reference: Reference = present
    ? JSON.parse(readFileSync(TABLE, 'utf8'))
    : { legs: [], terms: {}, seaOnly: [], insurance: {} };

  test('every leg of every term', () => {
    expect(LEGS).toEqual(reference.legs);
    for (const [name, row] of Object.entries(reference.terms)) {
      const premises = name === 'FCA_PREMISES';
      const term = TRADE_TERMS.find((one) => one === (premises ? 'FCA' : name));
      if (term === undefined) throw new Error(`no such term: ${name}`);
      const place = premises ? ({ fca: 'premises' } as const) : {};
      expect([name, Object.fromEntries(LEGS.map((leg) => [leg, LETTER[payerOf(term, leg, place)]]))]).toEqual([
        name,
        row,
      ]);
    }
  });

  test('which are for the sea alone, and what insurance the seller buys', () => {
    for (const term of reference.seaOnly)
      expect(isSeaOnly(TRADE_TERMS.find((one) => one === term) ?? 'EXW')).toBe(true);
    const insured = TRADE_TERMS.filter((term) => insuranceDutyOf(term) !== null);
    expect(insured).toEqual(Object.keys(reference.insurance));
  });
});

// DOMAIN 2.4, S seller, B buyer; FAS: ICC Incoterms 2020, A2 and A7: alongside the ship, cleared for export.
test.each([
  ['EXW', 'BBBBB-BBBB'],
  ['FCA', 'SSSBB-BBBB'],
  ['FAS', 'SSSBB-BBBB'],
  ['FOB', 'SSSSB-BBBB'],
  ['CFR', 'SSSSS-BBBB'],
  ['CIF', 'SSSSSSBBBB'],
  ['CPT', 'SSSSS-BBBB'],
  ['CIP', 'SSSSSSBBBB'],
  ['DAP', 'SSSSS-SBSB'],
  ['DPU', 'SSSSS-SBSS'],
  ['DDP', 'SSSSS-SSSB'],
  ['domestic', 'SSBBB-BBBB'],
] as const)('%s %s', (term, row) => {
  expect(LEGS.map((leg) => LETTER[payerOf(term, leg)]).join('')).toBe(row);
});

describe('named places', () => {
  test("FCA at the seller's premises: he loads and clears, the buyer collects", () => {
    const payers = LEGS.slice(0, 5).map((leg) => LETTER[payerOf('FCA', leg, { fca: 'premises' })]);
    expect(payers.join('')).toBe('SBSBB');
  });

  test.each(['CPT', 'CIP'] as const)('%s to an inland place: the seller carries on past the terminal', (term) => {
    expect(payerOf(term, 'onCarriage', { carriage: 'inland' })).toBe('seller');
    expect(payerOf(term, 'destTerminal', { carriage: 'inland' })).toBe('seller');
    expect(payerOf(term, 'onCarriage')).toBe('buyer');
  });

  test("terminal charges of arrival under C-terms: the buyer's, unless the contract of carriage has them (B9)", () => {
    for (const term of ['CFR', 'CIF', 'CPT', 'CIP'] as const) {
      expect(payerOf(term, 'destTerminal')).toBe('buyer');
      expect(payerOf(term, 'destTerminal', { terminalInCarriage: true })).toBe('seller');
    }
    expect(payerOf('FOB', 'destTerminal', { terminalInCarriage: true })).toBe('buyer');
  });
});

test('where risk passes (A3) decides who needs an insurance', () => {
  expect(riskPointOf('FOB')).toBe('onBoardOrigin');
  expect(riskPointOf('CIF')).toBe('onBoardOrigin');
  expect(riskPointOf('CIP')).toBe('firstCarrier');
  expect(riskPointOf('DPU')).toBe('unloaded');
  expect(TRADE_TERMS.filter((term) => !buyerBearsCarriageRisk(term))).toEqual(['DAP', 'DPU', 'DDP']);
  expect(insuranceDutyOf('CIF')).toEqual({ clauses: 'C', coverPercent: 110 });
  expect(insuranceDutyOf('CIP')).toEqual({ clauses: 'A', coverPercent: 110 });
});

describe('cost parts up to the common point', () => {
  const added = (term: TradeTerm, point: 'FOB' | 'CIF' | 'DAP' | 'DDP' = 'DDP') => {
    const duties = dutiesOf(term, point);
    return LOGISTIC_PARTS.filter((part) => duties[part] === 'toBeAdded');
  };

  test('EXW to our door: everything', () => expect(added('EXW')).toEqual(LOGISTIC_PARTS));
  test('delivered to the forwarder in China: all but the way there', () => {
    expect(added('domestic')).toEqual(LOGISTIC_PARTS.filter((part) => part !== 'domesticFreight'));
  });
  test('FOB to our door', () => {
    expect(added('FOB')).toEqual(LOGISTIC_PARTS.filter((part) => part !== 'domesticFreight' && part !== 'forwarder'));
  });
  test('CIF to our door: no carriage and no insurance', () => {
    expect(added('CIF')).toEqual(['destinationTerminal', 'importClearance', 'duty', 'importVat', 'onCarriage']);
  });
  test('DAP to our door: customs alone', () => expect(added('DAP')).toEqual(['importClearance', 'duty', 'importVat']));
  test('DDP to our door: nothing', () => expect(added('DDP')).toEqual([]));
  test('EXW to the ship', () => expect(added('EXW', 'FOB')).toEqual(['domesticFreight', 'forwarder']));
  test('FOB to the port of arrival', () => expect(added('FOB', 'CIF')).toEqual(['mainCarriage', 'insurance']));

  test('a price that reaches further than the point has no figure there', () => {
    expect(reachesBeyond('CIF', 'FOB')).toBe(true);
    expect(reachesBeyond('DDP', 'DAP')).toBe(true);
    expect(reachesBeyond('DPU', 'DDP')).toBe(false);
    expect(reachesBeyond('FOB', 'FOB')).toBe(false);
  });

  test('to our door, what the seller pays and what is added make up the whole way, never a leg twice', () => {
    law(
      fc.property(
        fc.constantFrom(...TRADE_TERMS),
        fc.constantFrom(...COMPARISON_POINTS),
        fc.record({
          fca: fc.constantFrom('terminal', 'premises'),
          carriage: fc.constantFrom('port', 'inland'),
          terminalInCarriage: fc.boolean(),
        }),
        (term, point, place) => {
          const owed = legsToAdd(term, point, place);
          for (const leg of owed) expect(payerOf(term, leg, place)).toBe('buyer');
          expect(buyerLegs(term, place)).toEqual(expect.arrayContaining(owed));
          for (const leg of legsToAdd('EXW', point)) {
            expect(owed.includes(leg)).toBe(payerOf(term, leg, place) !== 'seller');
          }
        },
      ),
    );
  });
});
