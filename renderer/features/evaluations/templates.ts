import type { CriterionFields } from '../../../shared/contract/evaluations.ts';

export type TemplateName = 'balanced' | 'newSupplier' | 'performance';

/** Sets to begin with; the names are data from the moment they are saved, so they stand here in both languages. */
export const TEMPLATES: Readonly<Record<TemplateName, readonly CriterionFields[]>> = {
  balanced: [
    criterion('Price', '价格', 40, 'price'),
    criterion('Quality', '质量', 30),
    criterion('Delivery', '交货', 20),
    criterion('Service', '服务', 10),
  ],
  /** The weights of a qualification (DOMAIN 6) beside a price of 40 %; no licence and poor samples knock out. */
  newSupplier: [
    criterion('Price', '价格', 40, 'price'),
    criterion('Licence and certificates', '证照与认证', 15, 'manual', 50),
    criterion('Sample quality', '样品质量', 15, 'manual', 60),
    criterion('Capacity', '产能', 12),
    criterion('Credit and history', '信用与历史', 12),
    criterion('Service', '服务', 6),
  ],
  /** The weights by which suppliers are reviewed later (DOMAIN 8). */
  performance: [
    criterion('Quality', '质量', 40, 'manual', 60),
    criterion('Delivery', '交货', 30),
    criterion('Service', '服务', 20),
    criterion('Cost', '成本', 10, 'price'),
  ],
};

function criterion(
  nameEn: string,
  nameZh: string,
  percent: number,
  kind: CriterionFields['kind'] = 'manual',
  minimum: number | null = null,
): CriterionFields {
  return {
    nameEn,
    nameZh,
    kind,
    weightBp: percent * 100,
    knockoutMinimumHundredths: minimum === null ? null : minimum * 100,
  };
}
