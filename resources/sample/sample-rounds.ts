import { GRADES } from '../../shared/domain/checklists/templates.ts';
import type { SamplePhoto, SamplePoint, SampleRoundOfItem } from './quality-types.ts';

const STEEL = [196, 201, 206] as const;
const WARM = [205, 198, 186] as const;
const DULL = [158, 164, 168] as const;

/** What a straw is tested for; the same list serves the sample and every lot of the order. */
const STRAW_POINTS: readonly SamplePoint[] = [
  grade('finish', 'appearance', 'Brushed finish even, no scratches', '拉丝均匀、无划痕', 3),
  passFail('logo', 'appearance', 'Laser logo: position, depth, readable', '激光LOGO：位置、深浅、清晰', 2),
  reading('length', 'appearance', 'Length', '长度', 'mm', ['214', '216'], 2),
  reading('diameter', 'appearance', 'Outer diameter', '外径', 'mm', ['5.95', '6.05'], 3),
  passFail(
    'burr',
    'function',
    'Both ends free of burrs (fingertip and cotton test)',
    '两端无毛刺（手指、棉花测试）',
    3,
    true,
  ),
  grade('brush', 'function', 'Cleaning brush passes through freely', '清洁刷通过顺畅', 1),
  reading('wall', 'material', 'Wall thickness', '壁厚', 'mm', ['0.48', '0.55'], 2),
  reading('weight', 'material', 'Weight per piece', '单件重量', 'g', ['10.5', null], 2),
  passFail('steel', 'material', '304 confirmed (spectrometer or test fluid)', '材质304（光谱仪或测试液）', 3, true),
  passFail('smell', 'material', 'No smell, no oil residue', '无异味、无油污残留', 1),
];

export const SAMPLE_ROUNDS: readonly SampleRoundOfItem[] = [
  {
    project: 'Metal straws, spring range',
    line: '1',
    title: 'Straight straw 6 mm · 直管吸管',
    specification: '304 stainless steel, 6 × 215 mm, wall 0.5 mm, brushed, laser logo · 304 不锈钢，拉丝，激光LOGO',
    requestedDaysAgo: 84,
    neededInDays: -62,
    isBlind: true,
    isRevealed: true,
    notes: 'Tested by quality with codes only; names were told after the last sheet was filled in.',
    points: STRAW_POINTS,
    golden: 'hengxin',
    samples: [
      {
        supplier: 'hengxin',
        pieces: 10,
        fee: '80.00',
        feeRefund: 'refundable',
        refundQuantity: '5000',
        freight: '22.00',
        requestedDaysAgo: 84,
        shippedDaysAgo: 78,
        receivedDaysAgo: 75,
        tracking: 'SF1420 8831 7745',
        verdict: 'approved',
        verdictReason: 'Closest to the drawing, clean ends on all ten pieces. 尺寸最稳定，十支管口均干净。',
        answers: {
          finish: '0',
          logo: 'pass',
          length: '215.0 215.1 214.9 215.0 215.1',
          diameter: '6.00 6.00 6.01 5.99 6.00',
          burr: 'pass',
          brush: '0',
          wall: '0.51 0.50 0.51',
          weight: '11.2 11.3 11.2',
          steel: 'pass',
          smell: 'pass',
        },
        photos: [photo('hengxin-straws.png', STEEL), { ...photo('hengxin-logo.png', STEEL), tubes: 2, width: 62 }],
      },
      {
        supplier: 'meijie',
        pieces: 5,
        fee: '0.00',
        feeRefund: 'none',
        freight: '18.00',
        requestedDaysAgo: 84,
        shippedDaysAgo: 80,
        receivedDaysAgo: 77,
        tracking: 'YT7766 0091 2230',
        verdict: 'conditional',
        verdictReason:
          'Logo too light; good otherwise. Bulk only with a deeper logo. LOGO 偏浅，其余合格，量产需加深。',
        answers: {
          finish: '1',
          logo: ['fail', 'Reads only at an angle. 侧看才清楚。'],
          length: '214.6 214.8 215.0 214.7 214.6',
          diameter: '5.98 5.97 5.99 5.98 5.98',
          burr: 'pass',
          brush: '0',
          wall: '0.50 0.49 0.50',
          weight: '10.9 10.8 10.9',
          steel: 'pass',
          smell: 'pass',
        },
        photos: [{ ...photo('meijie-straws.png', WARM), logo: 'faint' }],
      },
      {
        supplier: 'tianhe',
        pieces: 10,
        fee: '60.00',
        feeRefund: 'none',
        freight: '20.00',
        requestedDaysAgo: 84,
        shippedDaysAgo: 76,
        receivedDaysAgo: 72,
        tracking: 'ZTO 7351 2209 18',
        verdict: 'rejected',
        verdictReason: 'Burrs at the tip on three of ten pieces. 十支中三支管口有毛刺。',
        answers: {
          finish: '1',
          logo: 'pass',
          length: '215.4 215.8 216.2 215.6 215.9',
          diameter: '6.02 6.03 6.02 6.04 6.03',
          burr: ['fail', 'Three of ten catch the cotton. 三支挂棉。'],
          brush: '1',
          wall: '0.49 0.48 0.49',
          weight: '10.7 10.6 10.8',
          steel: 'pass',
          smell: 'pass',
        },
        photos: [{ ...photo('tianhe-tip.png', STEEL), tubes: 3, width: 56, flaw: 'burr' }],
      },
      {
        supplier: 'ruisheng',
        pieces: 10,
        fee: '120.00',
        feeRefund: 'refundable',
        freight: null,
        requestedDaysAgo: 84,
        shippedDaysAgo: 79,
        receivedDaysAgo: 76,
        verdict: 'rejected',
        verdictReason: 'Test fluid shows 201, not 304. 测试液显示为201，非304。',
        answers: {
          finish: '1',
          logo: 'pass',
          length: '215.0 215.2 214.8 215.1 215.0',
          diameter: '6.00 6.01 6.00 6.01 6.00',
          burr: 'pass',
          brush: '0',
          wall: '0.44 0.45 0.44',
          weight: '9.6 9.5 9.7',
          steel: ['fail', 'Test fluid turns red within 30 seconds: 201. 30 秒内变红，为 201。'],
          smell: 'pass',
        },
        photos: [{ ...photo('ruisheng-straws.png', DULL), flaw: 'scratches' }],
      },
    ],
  },
  {
    project: 'Metal straws, spring range',
    line: '3',
    title: 'Smoothie straw 12 mm · 珍珠奶茶吸管',
    specification: '304, 12 × 215 mm, polished, bevelled tip · 304，抛光，斜口',
    requestedDaysAgo: 26,
    neededInDays: 4,
    isBlind: true,
    isRevealed: false,
    notes: '',
    samples: [
      {
        supplier: 'hengxin',
        pieces: 6,
        fee: '90.00',
        feeRefund: 'refundable',
        freight: '22.00',
        requestedDaysAgo: 26,
        shippedDaysAgo: 18,
        receivedDaysAgo: 15,
        photos: [{ ...photo('smoothie-1.png', STEEL), tubes: 4, width: 52, logo: 'none' }],
      },
      {
        supplier: 'meijie',
        pieces: 6,
        fee: '40.00',
        feeRefund: 'unknown',
        freight: '18.00',
        requestedDaysAgo: 26,
        shippedDaysAgo: 20,
        receivedDaysAgo: 16,
        photos: [{ ...photo('smoothie-2.png', WARM), tubes: 4, width: 52, logo: 'none', flaw: 'stain' }],
      },
      {
        supplier: 'lvxi',
        pieces: 6,
        fee: null,
        feeRefund: 'unknown',
        freight: null,
        requestedDaysAgo: 26,
        shippedDaysAgo: 6,
        tracking: 'SF1533 0417 2216',
      },
    ],
  },
  {
    project: 'Phone cases, own brand',
    line: '30',
    title: 'Magnetic case · 磁吸手机壳',
    specification: '38 magnets, 1500 g pull · 38 颗磁铁，1500 克吸力',
    requestedDaysAgo: 12,
    neededInDays: -2,
    isBlind: false,
    isRevealed: false,
    notes: '',
    samples: ['kebao', 'mofan', 'tengda'].map((supplier, index) => ({
      supplier,
      pieces: 2,
      fee: index === 1 ? null : '65.00',
      feeRefund: index === 0 ? ('refundable' as const) : ('unknown' as const),
      freight: index === 0 ? '15.00' : null,
      requestedDaysAgo: 12,
      ...(index === 0 ? { shippedDaysAgo: 7, receivedDaysAgo: 5 } : {}),
    })),
  },
];

function photo(file: string, metal: SamplePhoto['metal']): SamplePhoto {
  return { file, tubes: 7, width: 30, metal, flaw: 'none', logo: 'sharp' };
}

type Section = SamplePoint['section'];

function grade(key: string, section: Section, nameEn: string, nameZh: string, weight: number): SamplePoint {
  return { ...base(key, section, nameEn, nameZh, weight), kind: 'choice', choices: GRADES };
}

function passFail(
  key: string,
  section: Section,
  nameEn: string,
  nameZh: string,
  weight: number,
  isCritical = false,
): SamplePoint {
  return { ...base(key, section, nameEn, nameZh, weight), kind: 'passFail', isCritical };
}

function reading(
  key: string,
  section: Section,
  nameEn: string,
  nameZh: string,
  unit: string,
  [lower, upper]: readonly [string, string | null],
  weight: number,
): SamplePoint {
  return { ...base(key, section, nameEn, nameZh, weight), kind: 'reading', unit, lower, upper };
}

function base(key: string, section: Section, nameEn: string, nameZh: string, weight: number) {
  return { key, section, nameEn, nameZh, unit: '', lower: null, upper: null, choices: [], weight, isCritical: false };
}
