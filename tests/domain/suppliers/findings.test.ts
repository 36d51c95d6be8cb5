import { describe, expect, it, test } from 'vitest';
import { contradictionIn } from '../../../shared/documents/supplier-text.ts';
import {
  CHECK_ITEMS,
  CHECKS_OF_STEP,
  suggestedState,
  verificationOf,
} from '../../../shared/domain/suppliers/checklist.ts';
import { matchNames } from '../../../shared/domain/suppliers/company-name.ts';
import { contradictionsOf } from '../../../shared/domain/suppliers/contradictions.ts';
import { communicationRisk } from '../../../shared/domain/suppliers/flags.ts';
import { missingOf } from '../../../shared/domain/suppliers/missing.ts';
import { provinceIn } from '../../../shared/domain/suppliers/provinces.ts';
import { latestFigures } from '../../../shared/domain/suppliers/readings.ts';
import { buildFile, buildReading, CODE, TODAY } from './file.ts';

describe('four-name match', () => {
  const licence = '义乌市美洁家居用品有限公司';
  const names = (payee: string, contract = licence, invoice = licence, isPersonal = false) =>
    matchNames(licence, [
      { role: 'payee', name: payee, isPersonal },
      { role: 'contract', name: contract },
      { role: 'invoice', name: invoice },
    ]);

  it('looks past width, spaces, punctuation, case and 有限责任公司', () => {
    expect(names('义乌市美洁家居用品 有限责任公司').state).toBe('matches');
    expect(
      matchNames('ACME (China) Co., Ltd.', [{ role: 'payee', name: 'Acme （China） Co Ltd' }]).names[0]?.state,
    ).toBe('matches');
  });

  it('names what differs', () => {
    const found = names('义乌市美佳家居用品有限公司');
    expect(found.state).toBe('differs');
    expect(found.names.filter(({ state }) => state !== 'matches')).toEqual([
      { role: 'payee', name: '义乌市美佳家居用品有限公司', state: 'differs' },
    ]);
  });

  it('a person’s account never matches, whatever its holder is called', () => {
    expect(names(licence, licence, licence, true)).toMatchObject({
      state: 'differs',
      names: [{ state: 'personal' }, {}, {}],
    });
  });

  it('one wrong account among several is one too many; unknown names are neither right nor wrong', () => {
    expect(
      matchNames(licence, [
        { role: 'payee', name: licence },
        { role: 'payee', name: '李四' },
      ]),
    ).toMatchObject({ state: 'differs' });
    expect(matchNames(licence, []).state).toBe('unknown');
    expect(names(licence, '', licence).state).toBe('unknown');
    expect(matchNames('', [{ role: 'payee', name: 'x' }]).names[0]?.state).toBe('unknown');
  });
});

describe('contradictions', () => {
  const rules = (...args: Parameters<typeof buildFile>) => contradictionsOf(buildFile(...args)).map(({ rule }) => rule);
  const read = (reading: Parameters<typeof buildReading>[0]) => ({ readings: [buildReading(reading)] });

  it('five lines with twelve people, not with twenty', () => {
    expect(contradictionsOf(buildFile({}, read({ productionLines: 5, staff: 12 })))).toEqual([
      { rule: 'staffPerLine', evidence: { lines: 5, staff: 12 } },
    ]);
    expect(rules({}, read({ productionLines: 5, staff: 20 }))).toEqual([]);
    expect(rules({}, read({ productionLines: 5 }))).toEqual([]);
  });

  it('pieces that do not come off the floor', () => {
    expect(rules({}, read({ monthlyPieces: 80_001, areaM2: 200 }))).toEqual(['piecesPerArea']);
    expect(rules({}, read({ monthlyPieces: 80_000, areaM2: 200 }))).toEqual([]);
  });

  it('a factory whose scope names no production', () => {
    const scope = '日用百货批发零售';
    expect(rules({ businessKind: 'factory', businessScope: scope })).toEqual(['factoryScope']);
    expect(rules({ badges: ['factory'], businessScope: scope })).toEqual(['factoryScope']);
    expect(rules({ businessKind: 'factory', businessScope: '五金制品加工' })).toEqual([]);
    expect(rules({ businessKind: 'trader', businessScope: scope })).toEqual([]);
    expect(rules({ businessKind: 'factory' })).toEqual([]);
  });

  it('days, places and papers that do not go together', () => {
    expect(rules({ memberSince: '2019-01-01', establishedOn: '2019-01-02' })).toEqual(['memberBeforeLicence']);
    expect(rules({ uscc: CODE, province: '44' })).toEqual(['codeProvince']);
    expect(rules({ uscc: CODE, province: '33' })).toEqual([]);
    expect(rules({ tier: 'sourceFactory' }, read({ areaM2: 1_000 }))).toEqual(['sourceFactoryArea']);
    const ce = { kind: 'ce', holder: 'Other Ltd', issuedOn: '2018-01-01', expiresOn: null } as const;
    expect(rules({ licenceName: 'Acme Ltd', establishedOn: '2019-01-02' }, { certificates: [ce] })).toEqual([
      'certificateBeforeLicence',
      'certificateHolder',
    ]);
    expect(rules({}, read({ responseMinutes: 10, responseHundredths: 5_000 }))).toEqual(['answersNever']);
  });

  it('capacity that doubles in a quarter', () => {
    const jump = [
      buildReading({ takenOn: '2026-02-01', monthlyPieces: 120_000 }),
      buildReading({ takenOn: '2025-11-01', monthlyPieces: 50_000 }),
    ];
    expect(rules({}, { readings: jump })).toEqual(['capacityJump']);
    expect(rules({}, { readings: [...jump].reverse() })).toEqual(['capacityJump']);
    const slow = jump.map((reading, index) => (index === 1 ? { ...reading, takenOn: '2025-01-01' } : reading));
    expect(rules({}, { readings: slow })).toEqual([]);
  });

  it('are said in both languages, with figures and names', () => {
    const [found] = contradictionsOf(buildFile({ uscc: CODE, province: '44' }));
    if (found === undefined) throw new Error('no contradiction');
    expect(contradictionIn('en', found)).toBe('The credit code was given in Zhejiang, the profile says Guangdong.');
    expect(contradictionIn('zh', found)).toBe('信用代码的登记地为浙江，资料填写为广东。');
  });
});

test('a figure left out of the newest reading keeps its last known value', () => {
  const latest = latestFigures([
    buildReading({ takenOn: '2025-10-01', staff: 80, areaM2: 900 }),
    buildReading({ takenOn: '2026-01-01', staff: 95 }),
  ]);
  expect(latest.staff).toEqual({ value: 95, takenOn: '2026-01-01' });
  expect(latest.areaM2).toEqual({ value: 900, takenOn: '2025-10-01' });
  expect(latest.monthlyPieces).toBeNull();
});

describe('red flags in communication', () => {
  const risk = (overrides: Partial<Parameters<typeof communicationRisk>[0]>) =>
    communicationRisk({ flags: [], answers: [], communicationCount: 0, ...overrides }).level;

  it('one is amber, two are high, silence is no data', () => {
    expect(risk({})).toBe('noData');
    expect(risk({ communicationCount: 1 })).toBe('none');
    expect(risk({ flags: ['vague'] })).toBe('amber');
    expect(risk({ flags: ['vague', 'vague'] })).toBe('amber');
    expect(risk({ flags: ['vague', 'pressure'] })).toBe('high');
    expect(risk({ flags: ['stolenPhotos'], communicationCount: 1 })).toBe('none');
  });

  it('are read from the answers, too', () => {
    const answer = (question: 'price' | 'realPhotos' | 'moq', state: 'evasive' | 'vague' | 'answered') => ({
      question,
      state,
    });
    expect(risk({ answers: [answer('price', 'answered')] })).toBe('none');
    expect(risk({ answers: [answer('price', 'vague')] })).toBe('none');
    expect(risk({ answers: [answer('price', 'vague'), answer('moq', 'vague')] })).toBe('amber');
    expect(risk({ answers: [answer('price', 'evasive'), answer('realPhotos', 'evasive')] })).toBe('high');
    expect(risk({ answers: [answer('price', 'evasive')], flags: ['avoidsQuestions'] })).toBe('amber');
  });
});

describe('verification', () => {
  it('every check stands in one step', () => {
    expect(Object.values(CHECKS_OF_STEP).flat().sort()).toEqual([...CHECK_ITEMS].sort());
  });

  it('is open, in progress, done or failed', () => {
    const all = (state: 'passed' | 'waived') => CHECK_ITEMS.map((item) => ({ item, state }));
    expect(verificationOf([])).toBe('open');
    expect(verificationOf([{ item: 'uscc', state: 'open' }])).toBe('open');
    expect(verificationOf([{ item: 'uscc', state: 'waived' }])).toBe('inProgress');
    expect(verificationOf(all('waived'))).toBe('verified');
    expect(verificationOf([...all('passed').slice(1), { item: 'businessRegistration', state: 'failed' }])).toBe(
      'failed',
    );
  });

  it('suggests what the profile shows and nothing else', () => {
    expect(suggestedState(buildFile({ uscc: CODE }), 'uscc', TODAY)).toBe('passed');
    expect(suggestedState(buildFile({ uscc: 'x' }), 'uscc', TODAY)).toBe('failed');
    expect(suggestedState(buildFile(), 'uscc', TODAY)).toBeNull();
    expect(suggestedState(buildFile({ depositMinor: 300_000 }), 'deposit', TODAY)).toBe('passed');
    expect(suggestedState(buildFile({ depositMinor: 299_999 }), 'deposit', TODAY)).toBe('failed');
    expect(suggestedState(buildFile({ memberSince: '2024-01-01' }), 'memberSince', TODAY)).toBeNull();
    expect(suggestedState(buildFile({ creditGrade: 'B' }), 'credit', TODAY)).toBeNull();
    expect(suggestedState(buildFile(), 'reviews', TODAY)).toBeNull();
  });

  it('lists what is still missing', () => {
    const before = missingOf(buildFile());
    const after = missingOf(
      buildFile(
        { uscc: CODE, licenceLongTerm: true },
        { contactCount: 1, checks: [{ item: 'uscc', state: 'passed' }] },
      ),
    );
    expect(before.length - after.length).toBe(4);
    expect(after).not.toContainEqual({ kind: 'fact', fact: 'licenceUntil' });
  });
});

test.each([
  ['广东揭阳', '44'],
  ['Yiwu, Zhejiang', '33'],
  ['shaanxi', '61'],
  ['Shanxi', '14'],
  ['Hamburg', undefined],
  ['', undefined],
])('%s lies in %s', (region, code) => {
  expect(provinceIn(region)?.code).toBe(code);
});
