import type { AwardFields } from '../../shared/contract/awards.ts';
import type { AwardLimit, ScenarioKind } from '../../shared/domain/awards/types.ts';

/** A scenario of the sample, saved under a project by its English name. */
export interface SampleScenario {
  readonly project: string;
  readonly name: string;
  readonly kind: ScenarioKind;
  readonly limits: readonly AwardLimit[];
}

/** The straws stay open with two scenarios to choose from; the lights are awarded by theirs. */
export const SAMPLE_SCENARIOS: readonly SampleScenario[] = [
  { project: 'straws', name: 'One supplier · 一家供应', kind: 'single', limits: [] },
  {
    project: 'straws',
    name: 'Two suppliers · 两家分配',
    kind: 'split',
    limits: [{ code: 'maxSuppliers', count: 2 }, { code: 'wholeLines' }],
  },
  {
    project: 'lights',
    name: 'At most two · 最多两家',
    kind: 'split',
    limits: [{ code: 'maxSuppliers', count: 2 }, { code: 'maxLeadTime', days: 35 }, { code: 'wholeLines' }],
  },
];

export const SAMPLE_AWARD: Pick<AwardFields, 'reasons'> & {
  readonly confirmedBy: string;
  readonly approvals: readonly { readonly name: string; readonly role: string; readonly note: string }[];
  readonly evidence: Readonly<Record<string, string>>;
  readonly waived: { readonly point: string; readonly reason: string };
  readonly alternateNote: string;
} = {
  reasons:
    'Lowest total that keeps two sources and the lead time; the certificates of the power supplies were seen. 在两家来源和交期要求内总额最低，电源证书已核实。',
  confirmedBy: 'Lena Brandt',
  approvals: [
    { name: 'Lena Brandt', role: 'Buyer · 采购员', note: '' },
    {
      name: 'Jonas Weber',
      role: 'Head of purchasing · 采购经理',
      note: 'Keep the alternate warm. 请保持与备选供应商的联系。',
    },
  ],
  evidence: {
    price: 'Confirmed in chat, all lines as quoted. 旺旺确认，各行按报价执行。',
    validity: 'Holds until the order, said so in chat. 价格有效至下单。',
    payment: 'As quoted, by bank transfer to the company account. 按报价执行，汇至公司对公账户。',
    tradeTerm: 'As quoted; the goods go to our forwarder. 按报价执行，货交我方货代。',
    qualityStandard: 'Golden sample signed by both sides. 双方已签封样。',
    deliveryLiability: '0.5 % a day of delay, at most 5 %, by e-mail. 每延误一天 0.5%，最高 5%，邮件确认。',
    afterSales: 'Replacement free of charge within a year. 一年内免费换新。',
  },
  waived: {
    point: 'packaging',
    reason: 'Standard export cartons; the forwarder repacks anyway. 标准出口纸箱，货代会重新打包。',
  },
  alternateNote: 'Next best single source. 次优单一来源。',
};
