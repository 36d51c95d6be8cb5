import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cartonOf,
  missingCartonFields,
  type Pieces,
  pack,
  packAll,
  piecesOf,
} from '../../../shared/domain/shipping/cartons.ts';
import {
  chargeableWeightG,
  usualWeightRule,
  volumetricWeightG,
  type WeightRule,
} from '../../../shared/domain/shipping/chargeable-weight.ts';
import {
  containersFor,
  freightByVolume,
  freightByWeight,
  freightLcl,
  freightTruck,
  revenueTonnes,
} from '../../../shared/domain/shipping/freight.ts';
import { law } from '../kernel/law.ts';

/** Pieces in centimetres and kilograms, as examples print them. */
function pieces(count: number, l: number, w: number, h: number, kg: number): Pieces {
  return { count, lengthMm: l * 10, widthMm: w * 10, heightMm: h * 10, weightG: Math.round(kg * 1000) };
}
const air = usualWeightRule('air');
const express = usualWeightRule('express');

describe('chargeable weight', () => {
  test.each([
    [
      'howtoexportimport.com: 180 × 140 × 120, 550 kg: the weight counts (504 kg by volume)',
      air,
      [pieces(1, 180, 140, 120, 550)],
      550,
    ],
    ['m-spedition.com: 150 × 100 × 110, 130 kg: the volume counts', air, [pieces(1, 150, 100, 110, 130)], 275],
    ['saracargo.com: 140 × 100 × 90, 150 kg', air, [pieces(1, 140, 100, 90, 150)], 210],
    ['saracargo.com: the same of 260 kg', air, [pieces(1, 140, 100, 90, 260)], 260],
    ['freight-forwarder tables: 5 boxes 50 × 40 × 40, 30 kg each', air, [pieces(5, 50, 40, 40, 30)], 150],
    ['mainfreight.com: 0.45 m³ of 25 kg: 75 kg at 6000', air, [pieces(1, 100, 90, 50, 25)], 75],
    ['a cubic metre by air is 166.67 kg, charged as 167', air, [pieces(1, 100, 100, 100, 1)], 167],
    ['by express 200 kg', express, [pieces(1, 100, 100, 100, 1)], 200],
    ['by rail 333.33 kg, charged as 333.5', usualWeightRule('rail'), [pieces(1, 100, 100, 100, 1)], 333.5],
    ['half a kilogram is a step: 10.0 stays', express, [pieces(1, 1, 1, 1, 10)], 10],
    ['10.01 becomes 10.5', express, [pieces(1, 1, 1, 1, 10.01)], 10.5],
  ] satisfies [string, WeightRule, Pieces[], number][])('%s', (_case, rule, load, kg) => {
    expect(chargeableWeightG(load, rule)).toBe(kg * 1000);
  });

  test('sides are rounded up to whole centimetres where the carrier does', () => {
    const load = [{ count: 1, lengthMm: 401, widthMm: 300, heightMm: 200, weightG: 100 }];
    expect(volumetricWeightG(load, express)).toBe(4920);
    expect(volumetricWeightG(load, { ...express, roundUpToCm: false })).toBe(4812);
  });

  test('per piece: a heavy small carton and a light large one do not balance each other', () => {
    const load = [pieces(2, 10, 10, 10, 8.2), pieces(2, 50, 50, 40, 3)];
    expect(chargeableWeightG(load, express)).toBe(40_500);
    expect(chargeableWeightG(load, { ...express, perPiece: true })).toBe(2 * 8_500 + 2 * 20_000);
  });

  test('never below the minimum', () => {
    expect(chargeableWeightG([pieces(1, 10, 10, 10, 3)], { ...air, minimumG: 45_000 })).toBe(45_000);
  });

  test.each([0, -1, 1.5])('a divisor of %d is refused', (divisor) => {
    expect(() => chargeableWeightG([pieces(1, 1, 1, 1, 1)], { ...air, divisor })).toThrow(RangeError);
  });

  const load = fc.array(
    fc.record({
      count: fc.integer({ min: 0, max: 500 }),
      lengthMm: fc.integer({ min: 1, max: 1200 }),
      widthMm: fc.integer({ min: 1, max: 1200 }),
      heightMm: fc.integer({ min: 1, max: 1200 }),
      weightG: fc.integer({ min: 1, max: 60_000 }),
    }),
    { maxLength: 6 },
  );
  const anyRule = fc.record({
    divisor: fc.integer({ min: 1000, max: 7000 }),
    stepG: fc.constantFrom(0, 100, 500, 1000),
    minimumG: fc.integer({ min: 0, max: 50_000 }),
    roundUpToCm: fc.boolean(),
    perPiece: fc.boolean(),
  });

  test('is never below the actual weight, is whole steps, and grows with the load', () => {
    law(
      fc.property(load, anyRule, fc.integer({ min: 0, max: 9 }), (all, rule, more) => {
        const charged = chargeableWeightG(all, rule);
        const actual = packAll(all.map(pack)).weightG;
        expect(charged).toBeGreaterThanOrEqual(actual);
        expect(charged).toBeGreaterThanOrEqual(rule.minimumG);
        expect(charged % Math.max(rule.stepG, 1)).toBe(0);
        const grown = all.map((one) => ({ ...one, count: one.count + more }));
        expect(chargeableWeightG(grown, rule)).toBeGreaterThanOrEqual(charged);
        expect(chargeableWeightG(all, { ...rule, perPiece: true })).toBeGreaterThanOrEqual(
          chargeableWeightG(all, { ...rule, perPiece: false }),
        );
      }),
    );
  });
});

describe('freight', () => {
  const USD = 'USD';
  const volume = (m3: number) => Math.round(m3 * 1e9);

  test.each([
    ['0.4 m³ of 120 kg is charged as 1 RT', 0.4, 120, 1],
    ['3.2 m³ of 900 kg by volume', 3.2, 900, 3.2],
    ["6 m³ of 7000 kg by weight (W/M, freight forwarders' examples)", 6, 7000, 7],
  ])('sea LCL: %s', (_case, m3, kg, tonnes) => {
    const load = { volumeMm3: volume(m3), weightG: kg * 1000 };
    expect(revenueTonnes(load)).toBe(volume(tonnes));
    expect(freightLcl(load, 85_000_000, USD)).toBe(Math.round(tonnes * 8500));
  });

  test('by weight and by volume, to the cent, half a cent up', () => {
    expect(freightByWeight(210_000, 4_350_000, USD)).toBe(91_350);
    expect(freightByWeight(500, 10_000, USD)).toBe(1);
    expect(freightByVolume(volume(1.5), 62_333_333, USD)).toBe(9350);
    expect(freightByWeight(1_500, 100_000_000, 'JPY')).toBe(150);
  });

  test('a lorry takes the greater of its two prices', () => {
    const load = { volumeMm3: volume(2), weightG: 300_000 };
    expect(freightTruck(load, 800_000, 150_000_000, 'CNY')).toEqual({ minor: 30_000, by: 'volume' });
    expect(freightTruck({ ...load, weightG: 900_000 }, 800_000, 150_000_000, 'CNY')).toEqual({
      minor: 72_000,
      by: 'weight',
    });
  });

  test.each([
    ['20', 28, 1],
    ['20', 28.001, 2],
    ['40', 58, 1],
    ['40HQ', 68, 1],
    ['40HQ', 137, 3],
    ['40', 0.1, 1],
  ] as const)('containers %s for %d m³: %d', (type, m3, count) => {
    expect(containersFor(volume(m3), type)).toBe(count);
  });
});

describe('cartons', () => {
  const data = {
    cartonQuantity: 2_000_000,
    cartonLengthMm: 600,
    cartonWidthMm: 400,
    cartonHeightMm: 300,
    cartonWeightG: 12_500,
  };

  test('a begun carton is a whole one', () => {
    const carton = cartonOf(data, null);
    if (carton === null) throw new Error('the carton is complete');
    expect(pack(piecesOf(2_000_000, carton))).toEqual({ cartons: 1, weightG: 12_500, volumeMm3: 72_000_000 });
    expect(pack(piecesOf(2_000_001, carton))).toEqual({ cartons: 2, weightG: 25_000, volumeMm3: 144_000_000 });
  });

  test("the quote's carton goes before the item's, and the two are never mixed", () => {
    const own = { ...data, cartonQuantity: 1_000_000 };
    expect(cartonOf(own, data)?.quantity).toBe(1_000_000);
    expect(cartonOf({ ...own, cartonWeightG: null }, data)?.quantity).toBe(2_000_000);
    expect(cartonOf({ ...own, cartonWeightG: 0 }, null)).toBeNull();
    expect(missingCartonFields({ ...own, cartonWeightG: null, cartonHeightMm: 0 })).toEqual([
      'cartonHeightMm',
      'cartonWeightG',
    ]);
  });
});
