import { allocate } from '../../kernel/allocate.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { divideRounded } from '../../kernel/decimal.ts';
import { answerScores } from './ask-sheet.ts';
import { BAND_SCORES, CAPACITY_FIGURES, capacityBand, responseBand } from './bands.ts';
import { certificateState, licenceState } from './certificates.ts';
import { latestFigures } from './readings.ts';
import { namesOf, type SupplierFile } from './supplier-file.ts';
import { tenureScore, wholeYears } from './tenure.ts';
import { checkUscc } from './uscc.ts';
import type { CreditGrade, Tier } from './words.ts';

export const DIMENSIONS = ['legal', 'capacity', 'membership', 'credit', 'service', 'samples'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Weights in hundredths of a percent (DOMAIN 6 [P]: 20, 20, 15, 20, 10, 15). */
export const QUALIFICATION_WEIGHTS: Readonly<Record<Dimension, number>> = {
  legal: 2_000,
  capacity: 2_000,
  membership: 1_500,
  credit: 2_000,
  service: 1_000,
  samples: 1_500,
};

/** Below this share of the weights there is not enough to score by (DOMAIN 6), in hundredths of a percent. */
export const LEAST_COVERAGE_BP = 6_000;
const FULL = 10_000;

/** What membership is worth (DOMAIN 6). */
const TIER_SCORES: Readonly<Record<Tier, number>> = { none: 0, basic: 6_000, strong: 8_000, sourceFactory: FULL };
/** What a credit grade is worth (DOMAIN 6). */
const CREDIT_SCORES: Readonly<Record<CreditGrade, number>> = { AAA: FULL, AA: 8_500, A: 7_000, B: 4_000, C: 1_000 };
/** What a paper is worth [P]: one that nobody can date counts half. */
const PAPER_SCORES = { valid: FULL, expiring: FULL, unverified: 5_000, expired: 0 } as const;

export type LicenceFinding = 'valid' | 'missing' | 'invalidCode' | 'expired';

/** One thing a dimension is scored by. */
export interface Part {
  readonly part: string;
  /** As stated: a grade, a figure, a state. */
  readonly value: string;
  /** Hundredths of a point. */
  readonly scoreHundredths: number;
  /** How often it counts beside the others of its dimension. */
  readonly weight: number;
}

export interface DimensionScore {
  readonly dimension: Dimension;
  readonly weightBp: number;
  readonly parts: readonly Part[];
  /** Null while nothing is known. */
  readonly scoreHundredths: number | null;
  /** Its share of the score; the shares add up to the score exactly. Null while nothing is known. */
  readonly contributionHundredths: number | null;
}

export interface Qualification {
  /** `insufficientData`: less than 60 % of the weights are known; the score is worked out all the same, but is not to be shown as one. */
  readonly state: 'scored' | 'insufficientData';
  readonly licence: LicenceFinding;
  readonly scoreHundredths: number;
  readonly coverageBp: number;
  /** The score if everything unknown turned out worst, and best. */
  readonly lowHundredths: number;
  readonly highHundredths: number;
  readonly dimensions: readonly DimensionScore[];
}

/**
 * How well a supplier qualifies on a day (DOMAIN 6): score = Σ w·s / Σ w over what is known, coverage = Σ w(known) / Σ w, and the range
 * that what is unknown leaves open. A missing licence is no unknown: the legal dimension then scores 0. In a dimension the known parts
 * are averaged; the reorder rate and the credit grade count twice, for they say most [seed, P].
 */
export function qualify(file: SupplierFile, today: CalendarDate): Qualification {
  const licence = licenceFinding(file, today);
  const parts: Readonly<Record<Dimension, readonly Part[]>> = {
    legal: legalParts(file, licence, today),
    capacity: capacityParts(file),
    membership: membershipParts(file, today),
    credit: creditParts(file),
    service: serviceParts(file),
    samples: sampleParts(file),
  };
  const scored = DIMENSIONS.map((dimension) => ({
    dimension,
    weightBp: QUALIFICATION_WEIGHTS[dimension],
    parts: parts[dimension],
    scoreHundredths: meanOf(parts[dimension]),
  }));
  const known = scored.flatMap(({ weightBp, scoreHundredths }) =>
    scoreHundredths === null ? [] : [{ weightBp, product: weightBp * scoreHundredths }],
  );
  const all = scored.reduce((sum, { weightBp }) => sum + weightBp, 0);
  const knownWeight = known.reduce((sum, { weightBp }) => sum + weightBp, 0);
  const products = known.reduce((sum, { product }) => sum + product, 0);
  const scoreHundredths = quotient(products, knownWeight);
  const shares =
    products === 0
      ? known.map(() => 0)
      : allocate(
          scoreHundredths,
          known.map(({ product }) => product),
        );
  let next = 0;
  const dimensions = scored.map((one) => ({
    ...one,
    contributionHundredths: one.scoreHundredths === null ? null : (shares[next++] ?? null),
  }));
  const coverageBp = quotient(knownWeight * FULL, all);
  return {
    state: coverageBp < LEAST_COVERAGE_BP ? 'insufficientData' : 'scored',
    licence,
    scoreHundredths,
    coverageBp,
    lowHundredths: quotient(products, all),
    highHundredths: quotient(products + (all - knownWeight) * FULL, all),
    dimensions,
  };
}

function licenceFinding({ facts }: SupplierFile, today: CalendarDate): LicenceFinding {
  const code = checkUscc(facts.uscc);
  if (code.state === 'missing') return 'missing';
  if (code.state !== 'valid') return 'invalidCode';
  return licenceState(facts, today) === 'expired' ? 'expired' : 'valid';
}

function legalParts(file: SupplierFile, licence: LicenceFinding, today: CalendarDate): Part[] {
  // Without a good licence nothing else in this dimension can make up for it.
  if (licence !== 'valid') return [part('licence', licence, 0)];
  const { state } = namesOf(file);
  return [
    part('licence', licence, FULL),
    ...(state === 'unknown' ? [] : [part('names', state, state === 'matches' ? FULL : 0)]),
    ...file.certificates.map(({ expiresOn }) => {
      const paper = certificateState(expiresOn, today);
      return part('certificate', paper, PAPER_SCORES[paper]);
    }),
  ];
}

function capacityParts({ readings }: SupplierFile): Part[] {
  const latest = latestFigures(readings);
  return CAPACITY_FIGURES.flatMap((figure) => {
    const known = latest[figure];
    return known === null ? [] : [part(figure, String(known.value), BAND_SCORES[capacityBand(figure, known.value)])];
  });
}

function membershipParts({ facts }: SupplierFile, today: CalendarDate): Part[] {
  const { tier, memberSince } = facts;
  // Without a badge there is no membership whose years could count.
  if (tier === 'none') return [part('tier', tier, TIER_SCORES[tier])];
  const years = memberSince === null ? null : wholeYears(memberSince, today);
  return [
    ...(tier === null ? [] : [part('tier', tier, TIER_SCORES[tier])]),
    ...(years === null ? [] : [part('tenure', String(Math.max(0, years)), tenureScore(years))]),
  ];
}

function creditParts({ facts, readings }: SupplierFile): Part[] {
  const { reorderHundredths, onTimeHundredths, qualityHundredths } = latestFigures(readings);
  const { creditGrade } = facts;
  return [
    ...(creditGrade === null ? [] : [part('creditGrade', creditGrade, CREDIT_SCORES[creditGrade], 2)]),
    ...platformPart('reorderRate', reorderHundredths, 2),
    ...platformPart('onTimeRate', onTimeHundredths),
    ...platformPart('qualityScore', qualityHundredths),
  ];
}

function serviceParts({ readings, answers }: SupplierFile): Part[] {
  const { responseMinutes, responseHundredths, serviceHundredths } = latestFigures(readings);
  const answered = answerScores(answers);
  const speed = responseMinutes === null ? null : responseBand(responseMinutes.value);
  const straight = quotient(
    answered.reduce((sum, score) => sum + score, 0),
    answered.length || 1,
  );
  return [
    ...(speed === null ? [] : [part('responseTime', speed, BAND_SCORES[speed])]),
    ...platformPart('responseRate', responseHundredths),
    ...platformPart('serviceScore', serviceHundredths),
    ...(answered.length === 0 ? [] : [part('answers', String(answered.length), straight)]),
  ];
}

function sampleParts({ facts }: SupplierFile): Part[] {
  const { sampleScoreHundredths } = facts;
  return sampleScoreHundredths === null
    ? []
    : [part('sampleScore', String(sampleScoreHundredths / 100), sampleScoreHundredths)];
}

function platformPart(name: string, known: { readonly value: number } | null, weight = 1): Part[] {
  return known === null ? [] : [part(name, String(known.value / 100), known.value, weight)];
}

function part(name: string, value: string, scoreHundredths: number, weight = 1): Part {
  return { part: name, value, scoreHundredths, weight };
}

function meanOf(parts: readonly Part[]): number | null {
  if (parts.length === 0) return null;
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  return quotient(
    parts.reduce((sum, { scoreHundredths, weight }) => sum + scoreHundredths * weight, 0),
    weights,
  );
}

function quotient(numerator: number, denominator: number): number {
  return divideRounded(BigInt(numerator), BigInt(denominator));
}
