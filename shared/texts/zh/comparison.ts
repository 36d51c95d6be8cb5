import type { comparison as en } from '../en/comparison.ts';
import type { Translation } from '../translation.ts';

export const comparison = {
  basis: { quoted: '按报价', comparable: '可比成本' },
  basisHint: {
    quoted: '按供应商所报价格比较，仅折算为同一币种。',
    comparable: '统一含税口径，并计入已说明的附加费用。',
  },
  state: { ranked: '已排名', incomplete: '不完整', excluded: '不可比' },
  cell: {
    priced: '已报价',
    noPrice: '未报价',
    noQuantity: '无数量',
    cannotBeOrdered: '无法下单',
    outOfRange: '数值过大',
  },
  reason: {
    expired: '已于 {{date}} 过期',
    noExchangeRate: '缺少 {{from}} 兑 {{to}} 的汇率',
    taxBasisUnknown: '未注明价格是否含税',
    vatRateUnknown: '未注明增值税率',
    costUnknown: '是否包含尚不清楚：{{part}}',
    differentBasis: '各报价包含的内容不同：增值税、运费或其他费用',
    differentTradeTerm: '贸易条款与多数报价不同：{{term}}',
    tradeTermUnknown: '未注明贸易条款',
    outOfRange: '数值过大，无法精确计算，可能是录入错误',
  },
  incomplete: {
    missingPrices_other: '有 {{count}} 项未报价',
    missingQuantities_other: '有 {{count}} 项缺少数量',
    cannotBeOrdered_other: '有 {{count}} 项在此数量下无法下单',
    belowMinimumValue: '低于最低订货金额 {{minimum}}',
  },
  assumption: {
    taxBasisUnstated: '参与比较的报价均未注明是否含税，按所报价格比较。',
    costUnstated: '参与比较的报价均未说明以下费用，因此一律不计：{{part}}。',
    tradeTermUnstated: '参与比较的报价均未注明贸易条款，按交货条件相同比较。',
    tradeTermsDiffer: '贸易条款不同（{{terms}}），其间的当地费用未作调整。',
    net: '增值税可抵扣：按不含税价比较。',
    gross: '增值税不可抵扣：按含税价比较。',
    quotedAsStated: '按供应商所报价格比较。',
    mixedBases: '按原报价，各家价格包含的内容不同（增值税、运费、其他费用），无法判定高低。',
    staleRate: '{{from}} 兑 {{to}} 的汇率日期为 {{date}}，已超过七天。',
    quantity: '数量按计划的 {{percent}}% 计算。',
    estimateNoRate: '未计入我方估价：缺少 {{from}} 兑 {{to}} 的汇率。',
  },
  market: {
    minimum: '最低',
    maximum: '最高',
    mean: '平均',
    weightedMean: '数量加权平均',
    median: '中位数',
    spread: '价差',
    strength: { insufficient: '报价过少', indicative: '仅供参考', adequate: '样本充足', strong: '样本充分' },
  },
} satisfies Translation<typeof en>;
