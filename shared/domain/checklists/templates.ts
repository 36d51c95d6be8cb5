import type { ChecklistChoice, ChecklistPoint } from './types.ts';

export type PointFields = Omit<ChecklistPoint, 'id' | 'originId'>;

/** Good, usable, bad: what a choice starts with. */
export const GRADES: readonly ChecklistChoice[] = [
  { nameEn: 'Good', nameZh: '良好', pointsHundredths: 10_000 },
  { nameEn: 'Acceptable', nameZh: '可接受', pointsHundredths: 6_000 },
  { nameEn: 'Poor', nameZh: '差', pointsHundredths: 0 },
];

/** What is looked at on goods of any kind; the same list serves the sample and the bulk. */
export const GOODS_CHECKLIST: readonly PointFields[] = [
  choice('appearance', 'Colour matches the agreed swatch', '颜色与确认色卡一致', 2),
  choice('appearance', 'Surface: no scratches, burrs or stains', '表面无划痕、毛刺、污渍', 3),
  passFail('appearance', 'Logo and print: position, colour, adhesion', 'LOGO与印刷：位置、颜色、附着力', 2),
  reading('appearance', 'Length', '长度', 'mm', 2),
  passFail('function', 'Works as intended, tried on every sampled piece', '功能正常（逐件试用）', 3, true),
  choice('function', 'Assembly and fit', '装配与配合', 2),
  passFail('material', 'Material as specified', '材质符合规格', 3, true),
  reading('material', 'Weight per piece', '单件重量', 'g', 2),
  passFail('material', 'No smell, no residue', '无异味、无残留', 1),
];

/** What is looked at in a factory: the place, and how it watches over its quality. */
export const AUDIT_CHECKLIST: readonly PointFields[] = [
  choice('production', 'Machines: fit for the product, maintained', '设备与产品匹配、保养良好', 3),
  choice('production', 'Order, cleanliness and light in the workshop', '车间整洁、照明充足', 2),
  choice('production', 'Workers trained, work instructions at hand', '工人经过培训、有作业指导书', 2),
  choice('production', 'Capacity seen matches capacity stated', '实际产能与所报产能相符', 3),
  choice('production', 'Stock of material and goods kept apart and labelled', '原料与成品分区存放、标识清楚', 2),
  passFail('production', 'Licence on the wall matches the supplier', '现场营业执照与供应商一致', 3, true),
  choice('qualityControl', 'Incoming material is inspected and recorded', '来料检验并有记录', 3),
  choice('qualityControl', 'Checks between the steps of production', '制程巡检', 3),
  choice('qualityControl', 'Finished goods are inspected before they leave', '成品出厂检验', 3),
  choice('qualityControl', 'Measuring tools calibrated', '检测工具已校准', 2),
  choice('qualityControl', 'Defective goods kept apart, causes followed up', '不良品隔离并追溯原因', 2),
  passFail('qualityControl', 'Inspection records of the last three months seen', '已查看近三个月检验记录', 2),
];

function choice(section: PointFields['section'], nameEn: string, nameZh: string, weight: number): PointFields {
  return { ...base(section, nameEn, nameZh, weight), kind: 'choice', choices: GRADES };
}

function passFail(
  section: PointFields['section'],
  nameEn: string,
  nameZh: string,
  weight: number,
  isCritical = false,
): PointFields {
  return { ...base(section, nameEn, nameZh, weight), kind: 'passFail', isCritical };
}

function reading(
  section: PointFields['section'],
  nameEn: string,
  nameZh: string,
  unit: string,
  weight: number,
): PointFields {
  return { ...base(section, nameEn, nameZh, weight), kind: 'reading', unit };
}

function base(section: PointFields['section'], nameEn: string, nameZh: string, weight: number) {
  return { section, nameEn, nameZh, unit: '', lower: null, upper: null, choices: [], weight, isCritical: false };
}
