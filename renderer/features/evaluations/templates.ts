import type { CriterionFields, PlacedCriterion } from '../../../shared/contract/evaluations.ts';

export const TEMPLATE_NAMES = ['balanced', 'newSupplier', 'qualification', 'performance'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

/** Sets to begin with; the names are data from the moment they are saved, so they stand here in both languages. */
export const TEMPLATES: Readonly<Record<TemplateName, readonly PlacedCriterion[]>> = {
  balanced: placed([
    criterion('Price', '价格', 40, 'price'),
    criterion('Quality', '质量', 30),
    criterion('Delivery', '交货', 20),
    criterion('Service', '服务', 10),
  ]),
  /** The weights of a qualification (DOMAIN 6) beside a price of 40 %; no licence and poor samples knock out. */
  newSupplier: placed([
    criterion('Price', '价格', 40, 'price'),
    criterion('Licence and certificates', '证照与认证', 15, 'manual', 50),
    criterion('Sample quality', '样品质量', 15, 'manual', 60),
    criterion('Capacity', '产能', 12),
    criterion('Credit and history', '信用与历史', 12),
    criterion('Service', '服务', 6),
  ]),
  /** Qualification alone, without a price (DOMAIN 6): what the guide looks at in a factory. */
  qualification: placed([
    criterion('Licence and certificates', '证照与认证', 20, 'manual', 50),
    group('Capacity', '产能', 20, [
      criterion('Monthly output', '月产能', 40),
      criterion('Production lines', '生产线', 20),
      criterion('Staff', '员工人数', 20),
      criterion('Floor area', '厂房面积', 20),
    ]),
    criterion('Platform tier and tenure', '平台等级与年限', 15),
    criterion('Credit and history', '信用与历史', 20),
    criterion('Service and response', '服务与响应', 10),
    criterion('Sample quality', '样品质量', 15, 'manual', 60),
  ]),
  /** The index by which suppliers are reviewed later (DOMAIN 8), with what the guide counts under each head. */
  performance: placed([
    group('Quality', '质量', 40, [
      criterion('Pass rate', '合格率', 60, 'manual', 60),
      criterion('Complaints', '客户投诉', 25),
      criterion('Improvement', '质量改进', 15),
    ]),
    group('Delivery', '交货', 30, [criterion('On time', '准时交货', 70), criterion('Right quantity', '数量准确', 30)]),
    group('Service', '服务', 20, [criterion('Response', '响应速度', 50), criterion('Problem solving', '问题解决', 50)]),
    criterion('Cost', '成本', 10, 'price'),
  ]),
};

interface Planned extends CriterionFields {
  readonly children: readonly CriterionFields[];
}

function criterion(
  nameEn: string,
  nameZh: string,
  percent: number,
  kind: CriterionFields['kind'] = 'manual',
  minimum: number | null = null,
): Planned {
  return {
    nameEn,
    nameZh,
    kind,
    weightBp: percent * 100,
    knockoutMinimumHundredths: minimum === null ? null : minimum * 100,
    children: [],
  };
}

function group(nameEn: string, nameZh: string, percent: number, children: readonly CriterionFields[]): Planned {
  return { ...criterion(nameEn, nameZh, percent, 'group'), children };
}

/** Read from the top, each group before what it carries. */
function placed(planned: readonly Planned[]): PlacedCriterion[] {
  const list: PlacedCriterion[] = [];
  for (const { children, ...fields } of planned) {
    const parentIndex = list.push({ ...fields, parentIndex: null }) - 1;
    for (const { nameEn, nameZh, kind, weightBp, knockoutMinimumHundredths } of children) {
      list.push({ nameEn, nameZh, kind, weightBp, knockoutMinimumHundredths, parentIndex });
    }
  }
  return list;
}
