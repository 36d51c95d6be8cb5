import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { assess } from '../../../shared/domain/suppliers/assessment.ts';
import { type Qualification, qualify } from '../../../shared/domain/suppliers/qualification.ts';
import { standingOf } from '../../../shared/domain/suppliers/standing.ts';
import type { SupplierFile } from '../../../shared/domain/suppliers/supplier-file.ts';
import { traceQualification } from '../../../shared/domain/suppliers/trace.ts';
import { CREDIT_GRADES, TIERS } from '../../../shared/domain/suppliers/words.ts';
import { buildFile, buildReading, CODE, TODAY } from './file.ts';

const LICENSED = { uscc: CODE, licenceLongTerm: true };
const dimension = (qualification: Qualification, name: string) =>
  qualification.dimensions.find((one) => one.dimension === name);

test('every dimension known: the weighted mean, worked by hand', () => {
  const file = buildFile(
    { ...LICENSED, tier: 'strong', memberSince: '2022-03-02', creditGrade: 'AA', sampleScoreHundredths: 9_000 },
    {
      readings: [
        buildReading({
          monthlyPieces: 60_000,
          productionLines: 2,
          staff: 120,
          areaM2: 400,
          reorderHundredths: 6_000,
          responseMinutes: 30,
        }),
      ],
    },
  );
  const found = qualify(file, TODAY);
  // legal 100; capacity (80+60+100+30)/4 = 67.5; tier and years (80+80)/2 = 80; credit (2·85+2·60)/4 = 72.5; service 100; samples 90
  expect(found.dimensions.map(({ scoreHundredths }) => scoreHundredths)).toEqual([
    10_000, 6_750, 8_000, 7_250, 10_000, 9_000,
  ]);
  // 20 % · 100 + 20 % · 67.5 + 15 % · 80 + 20 % · 72.5 + 10 % · 100 + 15 % · 90 = 83.5
  expect(found).toMatchObject({ state: 'scored', scoreHundredths: 8_350, coverageBp: 10_000 });
  expect([found.lowHundredths, found.highHundredths]).toEqual([8_350, 8_350]);
  const trace = traceQualification(found);
  expect(trace.result).toEqual({ name: 'score', value: '83.50' });
  expect(trace.parts).toHaveLength(6);
});

test('missing data lowers the confidence and not the score', () => {
  const full = buildFile({ ...LICENSED, tier: 'sourceFactory', creditGrade: 'AAA', sampleScoreHundredths: 10_000 });
  const found = qualify(full, TODAY);
  // capacity and service are unknown: 70 % of the weights are known, all of them at 100.
  expect(found).toMatchObject({ state: 'scored', scoreHundredths: 10_000, coverageBp: 7_000 });
  expect([found.lowHundredths, found.highHundredths]).toEqual([7_000, 10_000]);
});

test('under 60 % known there is no score to show, at 60 % there is', () => {
  const at = (facts: Partial<SupplierFile['facts']>) => qualify(buildFile({ ...LICENSED, ...facts }), TODAY);
  expect(at({ creditGrade: 'A', tier: 'basic' })).toMatchObject({ state: 'insufficientData', coverageBp: 5_500 });
  const enough = qualify(
    buildFile({ ...LICENSED, creditGrade: 'A' }, { readings: [buildReading({ staff: 60 })] }),
    TODAY,
  );
  expect(enough).toMatchObject({ state: 'scored', coverageBp: 6_000 });
  expect(traceQualification(at({})).result).toBeNull();
});

describe('a licence that is not good fails, it is not missing', () => {
  it.each([
    [{}, 'missing'],
    [{ uscc: '91330100799655058C', licenceLongTerm: true }, 'invalidCode'],
    [{ uscc: CODE, licenceUntil: '2026-03-01' }, 'expired'],
  ])('%j', (facts, licence) => {
    const found = qualify(buildFile(facts, { certificates: [paper('2030-01-01')] }), TODAY);
    expect(found.licence).toBe(licence);
    expect(dimension(found, 'legal')).toMatchObject({ scoreHundredths: 0 });
    expect(found.coverageBp).toBe(2_000);
  });
});

test('a supplier of whom nothing is known stands as the tables say it does', () => {
  expect(standingOf(buildFile(), TODAY)).toEqual({
    verification: 'open',
    qualificationHundredths: null,
    coverageBp: 2_000,
    disqualified: false,
    nextExpiry: null,
    until: null,
  });
});

test('no badge scores 0 and has no years; an unknown tier is not "no badge"', () => {
  expect(dimension(qualify(buildFile({ tier: 'none', memberSince: '2015-01-01' }), TODAY), 'membership')).toMatchObject(
    {
      scoreHundredths: 0,
      parts: [{ part: 'tier' }],
    },
  );
  expect(dimension(qualify(buildFile(), TODAY), 'membership')?.scoreHundredths).toBeNull();
});

describe('disqualifiers', () => {
  const flagged = (flag: 'offPlatform' | 'vague') =>
    buildFile({ tier: 'basic' }, { flags: [{ flag, notedOn: '2026-02-02', evidence: 'chat of 2 February' }] });

  it.each([
    [buildFile({ tier: 'none' }), ['noBadge']],
    [buildFile({ tier: 'basic', memberSince: '2025-03-03' }), ['newMember']],
    [buildFile({ tier: 'basic', memberSince: '2025-03-02' }), []],
    [buildFile({ creditGrade: 'C' }), ['creditC']],
    [flagged('offPlatform'), ['offPlatform']],
    [flagged('vague'), []],
    [buildFile(), []],
  ])('case %#', (file, expected) => {
    const found = assess(file, TODAY);
    expect(found.disqualifications.map(({ disqualifier }) => disqualifier)).toEqual(expected);
    expect(found.disqualified).toBe(expected.length > 0);
  });

  it('is let through by a reason; what else disqualifies still does', () => {
    const override = { disqualifier: 'noBadge', reason: 'trial', author: 'Li', decidedOn: TODAY } as const;
    const file = buildFile({ tier: 'none' }, { overrides: [override] });
    expect(assess(file, TODAY)).toMatchObject({
      disqualified: false,
      disqualifications: [{ override: { author: 'Li' } }],
    });
    expect(assess({ ...file, facts: { ...file.facts, creditGrade: 'C' } }, TODAY).disqualified).toBe(true);
  });

  it('leaves the score in sight', () => {
    const known = buildFile(
      { ...LICENSED, tier: 'none', creditGrade: 'AAA', sampleScoreHundredths: 10_000 },
      { readings: [buildReading({ staff: 200 })] },
    );
    // 75 of the 90 % that are known: membership counts, with 0.
    expect(standingOf(known, TODAY)).toMatchObject({ disqualified: true, qualificationHundredths: 8_333 });
  });
});

test('a standing says until when it holds', () => {
  const until = (facts: Partial<SupplierFile['facts']>, papers: string[] = []) =>
    standingOf(buildFile(facts, { certificates: papers.map(paper) }), TODAY).until;
  expect(until({ memberSince: '2024-03-03' })).toBe('2027-03-02');
  expect(until({ memberSince: '2025-06-10' })).toBe('2026-06-09');
  expect(until({ memberSince: '2010-06-10' })).toBeNull();
  expect(until({ memberSince: '2025-06-10' }, ['2026-05-01', '2026-01-01'])).toBe('2026-05-01');
});

function paper(expiresOn: string) {
  return { kind: 'ce' as const, holder: '', issuedOn: null, expiresOn };
}

const hundredths = fc.integer({ min: 0, max: 10_000 });
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null });
const anyFile: fc.Arbitrary<SupplierFile> = fc
  .record({
    tier: maybe(fc.constantFrom(...TIERS)),
    memberSince: maybe(fc.constantFrom('2014-01-01', '2022-05-05', '2024-12-31', '2025-12-31')),
    creditGrade: maybe(fc.constantFrom(...CREDIT_GRADES)),
    sampleScoreHundredths: maybe(hundredths),
    uscc: fc.constantFrom('', CODE),
    papers: fc.array(fc.constantFrom('2025-01-01', '2026-04-01', '2029-01-01'), { maxLength: 4 }),
    readings: fc.uniqueArray(
      fc.record({
        takenOn: fc.constantFrom('2025-03-01', '2025-06-01', '2025-09-01', '2025-12-01'),
        reorderHundredths: maybe(hundredths),
        onTimeHundredths: maybe(hundredths),
        serviceHundredths: maybe(hundredths),
        responseMinutes: maybe(fc.nat(3_000)),
        staff: maybe(fc.nat(300)),
        areaM2: maybe(fc.nat(9_000)),
      }),
      { selector: (reading) => reading.takenOn, maxLength: 4 },
    ),
  })
  .map(({ papers, readings, ...facts }) =>
    buildFile(
      { ...facts, licenceLongTerm: true },
      { certificates: papers.map(paper), readings: readings.map((reading) => buildReading(reading)) },
    ),
  );

describe('laws of the qualification', () => {
  it('the range contains the score, and the contributions add up to it exactly', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const found = qualify(file, TODAY);
        expect(found.lowHundredths).toBeLessThanOrEqual(found.scoreHundredths);
        expect(found.highHundredths).toBeGreaterThanOrEqual(found.scoreHundredths);
        const sum = found.dimensions.reduce((total, one) => total + (one.contributionHundredths ?? 0), 0);
        expect(sum).toBe(found.scoreHundredths);
        expect(found.coverageBp).toBeGreaterThanOrEqual(2_000);
      }),
    );
  });

  it('the order in which things are known does not matter', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const turned = {
          ...file,
          certificates: [...file.certificates].reverse(),
          readings: [...file.readings].reverse(),
          flags: [...file.flags].reverse(),
        };
        const plain = ({ dimensions, ...found }: Qualification) => ({
          ...found,
          scores: dimensions.map(({ scoreHundredths, contributionHundredths }) => [
            scoreHundredths,
            contributionHundredths,
          ]),
        });
        expect(plain(qualify(turned, TODAY))).toEqual(plain(qualify(file, TODAY)));
        expect(standingOf(turned, TODAY)).toEqual(standingOf(file, TODAY));
      }),
    );
  });

  it('what becomes better never lowers the score', () => {
    fc.assert(
      fc.property(anyFile, fc.nat(10_000), (file, gain) => {
        const { sampleScoreHundredths, creditGrade } = file.facts;
        const better = {
          ...file,
          facts: {
            ...file.facts,
            sampleScoreHundredths:
              sampleScoreHundredths === null ? null : Math.min(10_000, sampleScoreHundredths + gain),
            creditGrade: creditGrade === null ? null : ('AAA' as const),
          },
          readings: file.readings.map((reading) => ({
            ...reading,
            reorderHundredths:
              reading.reorderHundredths === null ? null : Math.min(10_000, reading.reorderHundredths + gain),
            staff: reading.staff === null ? null : reading.staff + gain,
            responseMinutes: reading.responseMinutes === null ? null : Math.max(0, reading.responseMinutes - gain),
          })),
        };
        expect(qualify(better, TODAY).scoreHundredths).toBeGreaterThanOrEqual(qualify(file, TODAY).scoreHundredths);
      }),
    );
  });
});
