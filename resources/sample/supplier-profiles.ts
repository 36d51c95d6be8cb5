import type { AnswerState } from '../../shared/domain/suppliers/ask-sheet.ts';
import type { SupplierFlag } from '../../shared/domain/suppliers/flags.ts';
import type {
  Badge,
  BusinessKind,
  CertificateKind,
  CreditGrade,
  SpokenLanguage,
  Tier,
} from '../../shared/domain/suppliers/words.ts';

/** What is known of a sample supplier beside its name; days count from the day the sample is made. */
export interface SampleProfile {
  readonly key: string;
  readonly kind: BusinessKind | null;
  readonly tier: Tier | null;
  /** Days of membership; null: not known. */
  readonly memberDays: number | null;
  readonly credit: CreditGrade | null;
  /** Whole CNY. */
  readonly deposit: number | null;
  readonly badges: readonly Badge[];
  readonly languages: readonly SpokenLanguage[];
  readonly licence: 'ok' | 'missing' | 'wrongCode' | 'expired';
  readonly scope: string;
  readonly payee: 'same' | 'personal' | 'other' | 'none';
  /** Days until each paper ends; null: nobody can tell. */
  readonly papers: readonly (readonly [kind: CertificateKind, endsInDays: number | null])[];
  /** Reorder, on time, response, quality, service; null: never read. */
  readonly scores: readonly [number, number, number, number, number] | null;
  /** How much these scores have moved a quarter, in points. */
  readonly drift: number;
  readonly answersInMinutes: number | null;
  /** Pieces a month, lines, staff, square metres. */
  readonly capacity: readonly [number, number, number, number] | null;
  readonly sample: number | null;
  /** How far verification has come. */
  readonly verified: 'all' | 'most' | 'some' | 'none' | 'failed';
  readonly flags: readonly (readonly [flag: SupplierFlag, evidence: string])[];
  readonly override?: string;
  /** To the eight questions, in their order. */
  readonly answers: readonly AnswerState[];
  readonly tags: readonly string[];
}

const MAKES = '五金制品、日用百货的生产、加工与销售；货物进出口。';
const TRADES = '日用百货、五金交电的批发零售；货物进出口。';
const YEAR = 365;
const GOOD: readonly AnswerState[] = [
  'answered',
  'answered',
  'answered',
  'answered',
  'answered',
  'answered',
  'answered',
  'answered',
];
const MIXED: readonly AnswerState[] = [
  'answered',
  'answered',
  'answered',
  'vague',
  'answered',
  'vague',
  'answered',
  'missing',
];
const POOR: readonly AnswerState[] = [
  'evasive',
  'answered',
  'vague',
  'vague',
  'vague',
  'evasive',
  'missing',
  'evasive',
];

/** One for each of SAMPLE_SUPPLIERS: all tiers and grades, some disqualified, some with gaps. */
export const SAMPLE_PROFILES: readonly SampleProfile[] = [
  good('hengxin', 'sourceFactory', 8 * YEAR, 'AAA', [180_000, 7, 140, 6_200], {
    papers: [
      ['iso9001', 420],
      ['foodContact', 38],
      ['testReport', 210],
    ],
    tags: ['304 不锈钢', 'EU'],
    verified: 'all',
    sample: 91,
  }),
  good('meijie', 'strong', 5 * YEAR + 40, 'AA', [60_000, 3, 58, 2_400], {
    kind: 'factoryAndTrader',
    papers: [
      ['iso9001', 300],
      ['testReport', null],
    ],
    tags: ['home'],
    verified: 'most',
    sample: 84,
  }),
  good('lvxi', 'basic', 4 * YEAR, 'A', [30_000, 2, 36, 1_200], {
    papers: [['foodContact', 150]],
    answers: MIXED,
    tags: ['eco', 'EU'],
    verified: 'most',
    sample: 88,
  }),
  good('tianhe', 'strong', 6 * YEAR, 'AA', [120_000, 5, 96, 4_800], {
    papers: [
      ['iso9001', -22],
      ['foodContact', 95],
    ],
    verified: 'most',
    sample: 79,
  }),
  good('ruisheng', 'sourceFactory', 9 * YEAR, 'AA', [150_000, 6, 210, 9_000], {
    papers: [
      ['iso9001', 610],
      ['socialAudit', 54],
      ['foodContact', 330],
    ],
    verified: 'all',
    sample: 86,
  }),
  good('baolong', 'basic', 9 * YEAR, 'A', null, {
    kind: 'trader',
    scope: TRADES,
    papers: [['exportLicence', null]],
    verified: 'some',
    sample: null,
  }),
  poor('xinyue', 'basic', 2 * YEAR, 'B', [40_000, 5, 12, 600], {
    payee: 'personal',
    flags: [
      ['offPlatform', 'Asks for payment to a personal account on WeChat. 要求微信转账到个人账户。'],
      ['pressure', '“今天付款才有这个价”'],
    ],
    answers: POOR,
    verified: 'failed',
  }),
  poor('haoda', 'none', null, null, null, {
    kind: 'trader',
    scope: TRADES,
    licence: 'missing',
    payee: 'none',
    scores: null,
    answers: [],
    verified: 'none',
  }),
  good('guzhen', 'strong', 7 * YEAR, 'AAA', [90_000, 4, 120, 5_600], {
    papers: [
      ['ce', 480],
      ['rohs', 200],
      ['iso9001', 47],
    ],
    verified: 'all',
    sample: 90,
  }),
  good('lichen', 'strong', 4 * YEAR, 'AA', [70_000, 4, 88, 3_200], {
    papers: [
      ['ce', 130],
      ['rohs', null],
      ['fcc', 260],
    ],
    verified: 'most',
    sample: 82,
  }),
  good('oumei', 'basic', 6 * YEAR, 'A', [45_000, 3, 52, 2_000], {
    papers: [['ce', 12]],
    answers: MIXED,
    verified: 'some',
    sample: 71,
  }),
  good('huacai', 'basic', 3 * YEAR + 10, 'A', [52_000, 3, 41, 1_500], {
    papers: [['rohs', 88]],
    drift: -3,
    verified: 'some',
    sample: null,
  }),
  good('jinhui', 'sourceFactory', 10 * YEAR, 'AAA', [240_000, 9, 320, 15_000], {
    papers: [
      ['iso9001', 700],
      ['iso14001', 500],
      ['ce', 365],
      ['fcc', 365],
    ],
    verified: 'all',
    sample: 94,
  }),
  good('dongfang', 'strong', 5 * YEAR - 20, 'AA', [110_000, 6, 150, 7_000], {
    papers: [
      ['iso9001', 240],
      ['ce', -5],
    ],
    verified: 'most',
    sample: 80,
  }),
  poor('zhaoyang', 'basic', 2 * YEAR, 'B', [90_000, 2, 18, 200], {
    papers: [['ce', null]],
    flags: [['tooGood', 'Quotes 34 % below the others for the same strip.']],
    answers: MIXED,
    verified: 'some',
  }),
  good('yaguang', 'basic', 7 * YEAR, 'A', [38_000, 2, 44, 1_800], {
    papers: [['ce', 300]],
    verified: 'some',
    sample: null,
  }),
  good('kebao', 'strong', 4 * YEAR, 'AA', [200_000, 8, 160, 5_400], {
    papers: [
      ['rohs', 180],
      ['reach', 75],
    ],
    verified: 'all',
    sample: 87,
    tags: ['phone'],
  }),
  good('mofan', 'sourceFactory', 6 * YEAR, 'AA', [160_000, 6, 110, 4_600], {
    papers: [
      ['iso9001', 58],
      ['rohs', 420],
    ],
    verified: 'most',
    sample: 85,
    tags: ['silicone', 'phone'],
  }),
  good('lingdong', 'strong', 5 * YEAR, 'A', [25_000, 2, 64, 2_600], {
    papers: [['testReport', 90]],
    verified: 'most',
    sample: 83,
  }),
  poor('youpin', 'basic', 2 * YEAR - 60, 'B', [20_000, 1, 15, 400], {
    kind: 'factory',
    scope: TRADES,
    answers: MIXED,
    verified: 'some',
  }),
  good('tengda', 'strong', 8 * YEAR, 'AAA', [15_000, 3, 75, 3_800], {
    papers: [['iso9001', 520]],
    verified: 'all',
    sample: 92,
    tags: ['tooling'],
  }),
  good('caihong', 'strong', 9 * YEAR, 'AA', [130_000, 5, 98, 5_100], {
    papers: [
      ['iso9001', 33],
      ['socialAudit', 210],
    ],
    verified: 'most',
    sample: 81,
    tags: ['packaging'],
  }),
  good('jishu', 'basic', 3 * YEAR - 15, 'A', [65_000, 3, 40, 1_300], {
    papers: [['rohs', null]],
    drift: 3,
    verified: 'some',
    sample: 76,
  }),
  poor('baiyun', 'basic', 200, 'B', [30_000, 2, 9, 260], {
    answers: POOR,
    verified: 'some',
    override: 'Known to our agent for six years; the shop was opened anew after a move. Trial order only.',
  }),
  good('sutong', 'sourceFactory', 11 * YEAR, 'AAA', [210_000, 8, 260, 12_500], {
    papers: [
      ['iso9001', 640],
      ['reach', 300],
    ],
    verified: 'all',
    sample: 89,
    tags: ['textile'],
  }),
  good('kunshan', 'strong', 4 * YEAR, 'AA', [80_000, 4, 105, 4_200], {
    papers: [
      ['iso9001', 15],
      ['rohs', 240],
    ],
    verified: 'most',
    sample: 80,
  }),
  poor('wuxi', 'strong', 5 * YEAR, 'C', [60_000, 4, 70, 2_900], {
    papers: [['iso9001', -160]],
    licence: 'expired',
    answers: MIXED,
    flags: [
      ['negativeReviews', '11 of the last 40 reviews speak of wrong quantities. 近 40 条评价中 11 条反映数量不符。'],
    ],
    verified: 'failed',
  }),
  good('jinjiang', 'strong', 6 * YEAR, 'AA', [140_000, 6, 180, 6_800], {
    papers: [
      ['socialAudit', 120],
      ['reach', 61],
    ],
    verified: 'most',
    sample: 84,
    tags: ['shoes'],
  }),
  good('qingdao', 'basic', 5 * YEAR, 'A', [48_000, 3, 62, 2_700], {
    papers: [['testReport', 25]],
    verified: 'some',
    sample: null,
  }),
  poor('linyi', null, null, null, [20_000, 1, 22, 700], {
    licence: 'wrongCode',
    payee: 'other',
    scores: null,
    answers: [],
    verified: 'none',
  }),
];

type Details = Partial<SampleProfile>;

function good(
  key: string,
  tier: Tier,
  memberDays: number,
  credit: CreditGrade,
  capacity: SampleProfile['capacity'],
  details: Details,
): SampleProfile {
  const rank = { none: 0, basic: 0, strong: 1, sourceFactory: 2 }[tier];
  return {
    key,
    kind: 'factory',
    tier,
    memberDays,
    credit,
    deposit: 3_000 + rank * 7_000,
    badges: tier === 'sourceFactory' ? ['verified', 'factory'] : tier === 'strong' ? ['verified'] : [],
    languages: rank === 0 ? ['zh'] : ['zh', 'en'],
    licence: 'ok',
    scope: MAKES,
    payee: 'same',
    papers: [],
    scores: [38 + rank * 9, 92 + rank * 2, 84 + rank * 4, 90 + rank * 3, 86 + rank * 4],
    drift: 1,
    answersInMinutes: 240 - rank * 100,
    capacity,
    sample: null,
    verified: 'some',
    flags: [],
    answers: GOOD,
    tags: [],
    ...details,
  };
}

function poor(
  key: string,
  tier: Tier | null,
  memberDays: number | null,
  credit: CreditGrade | null,
  capacity: SampleProfile['capacity'],
  details: Details,
): SampleProfile {
  return {
    key,
    kind: null,
    tier,
    memberDays,
    credit,
    deposit: null,
    badges: [],
    languages: ['zh'],
    licence: 'ok',
    scope: MAKES,
    payee: 'same',
    papers: [],
    scores: [19, 74, 58, 71, 66],
    drift: -2,
    answersInMinutes: 1_800,
    capacity,
    sample: null,
    verified: 'some',
    flags: [],
    answers: POOR,
    tags: [],
    ...details,
  };
}
