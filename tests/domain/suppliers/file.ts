import type { Reading } from '../../../shared/domain/suppliers/readings.ts';
import { NO_FACTS, type SupplierFacts, type SupplierFile } from '../../../shared/domain/suppliers/supplier-file.ts';

export const TODAY = '2026-03-02';
export const CODE = '91330100799655058B';

export function buildFacts(overrides: Partial<SupplierFacts> = {}): SupplierFacts {
  return { ...NO_FACTS, ...overrides };
}

/** Nothing known, but for what a test names. */
export function buildFile(facts: Partial<SupplierFacts> = {}, overrides: Partial<SupplierFile> = {}): SupplierFile {
  return {
    facts: buildFacts(facts),
    contactCount: 0,
    payees: [],
    certificates: [],
    readings: [],
    checks: [],
    flags: [],
    overrides: [],
    answers: [],
    communicationCount: 0,
    ...overrides,
  };
}

export function buildReading(overrides: Partial<Reading> = {}): Reading {
  return {
    takenOn: '2026-02-01',
    reorderHundredths: null,
    onTimeHundredths: null,
    responseHundredths: null,
    qualityHundredths: null,
    serviceHundredths: null,
    responseMinutes: null,
    monthlyPieces: null,
    productionLines: null,
    staff: null,
    areaM2: null,
    ...overrides,
  };
}
