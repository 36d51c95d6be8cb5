import { SUPPLIER_STANDINGS, type SupplierStanding } from '../../../shared/contract/suppliers.ts';
import { provinceIn } from '../../../shared/documents/supplier-text.ts';
import { TIERS, type Tier } from '../../../shared/domain/suppliers/words.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { useSupplierCounts } from './queries.ts';

const PAPERS = ['expiring', 'expired'] as const;

export interface SupplierFilter {
  readonly regions: string[];
  readonly provinces: string[];
  readonly tiers: (Tier | 'unknown')[];
  readonly standings: SupplierStanding[];
  readonly papers: (typeof PAPERS)[number][];
  readonly tags: string[];
}

interface Props {
  readonly query: SupplierFilter;
  readonly onChange: (next: Partial<SupplierFilter>) => void;
}

/** The filters of the list, each choice with how many suppliers it has. */
export function SupplierFilters({ query, onChange }: Props) {
  const { t } = useText();
  const provinceName = useProvinceName();
  const counts = useSupplierCounts().data;
  return (
    <>
      <FilterMenu
        label={t('suppliers:provinceFilter')}
        options={(counts?.provinces ?? []).map(({ province, count }) => ({
          value: province,
          label: provinceName(province),
          count,
        }))}
        selected={query.provinces}
        onChange={(provinces) => onChange({ provinces })}
      />
      <FilterMenu
        label={t('suppliers:tierFilter')}
        options={(counts?.tiers ?? []).map(({ tier, count }) => ({
          value: tier,
          label: t(`supplier:tier.${tier}`),
          count,
        }))}
        selected={query.tiers}
        onChange={(tiers) => onChange({ tiers })}
      />
      <FilterMenu
        label={t('suppliers:standingFilter')}
        options={(counts?.standings ?? []).map(({ standing, count }) => ({
          value: standing,
          label: t(`supplier:standing.${standing}`),
          count,
        }))}
        selected={query.standings}
        onChange={(standings) => onChange({ standings })}
      />
      <FilterMenu
        label={t('suppliers:paperFilter')}
        options={PAPERS.map((paper) => ({
          value: paper,
          label: t(`suppliers:paper.${paper}`),
          count: counts?.papers[paper] ?? 0,
        }))}
        selected={query.papers}
        onChange={(papers) => onChange({ papers })}
      />
      {(counts?.tags ?? []).length === 0 ? null : (
        <FilterMenu
          label={t('suppliers:tagFilter')}
          options={(counts?.tags ?? []).map(({ tag, count }) => ({ value: tag, label: tag, count }))}
          selected={query.tags}
          onChange={(tags) => onChange({ tags })}
        />
      )}
    </>
  );
}

/** What is filtered by, each with a way to take it off. */
export function useFilterChips(query: SupplierFilter, onChange: Props['onChange']) {
  const { t } = useText();
  const provinceName = useProvinceName();
  const chip = (filter: string, value: string, onRemove: () => void) => ({
    id: `${filter} ${value}`,
    label: t('suppliers:filterIs', { filter, value }),
    onRemove,
  });
  const without = <Value,>(values: readonly Value[], value: Value) => values.filter((one) => one !== value);
  return [
    ...query.regions.map((region) =>
      chip(t('suppliers:regionFilter'), region, () => onChange({ regions: without(query.regions, region) })),
    ),
    ...query.provinces.map((province) =>
      chip(t('suppliers:provinceFilter'), provinceName(province), () =>
        onChange({ provinces: without(query.provinces, province) }),
      ),
    ),
    ...[...TIERS, 'unknown' as const]
      .filter((tier) => query.tiers.includes(tier))
      .map((tier) =>
        chip(t('suppliers:tierFilter'), t(`supplier:tier.${tier}`), () =>
          onChange({ tiers: without(query.tiers, tier) }),
        ),
      ),
    ...SUPPLIER_STANDINGS.filter((standing) => query.standings.includes(standing)).map((standing) =>
      chip(t('suppliers:standingFilter'), t(`supplier:standing.${standing}`), () =>
        onChange({ standings: without(query.standings, standing) }),
      ),
    ),
    ...query.papers.map((paper) =>
      chip(t('suppliers:paperFilter'), t(`suppliers:paper.${paper}`), () =>
        onChange({ papers: without(query.papers, paper) }),
      ),
    ),
    ...query.tags.map((tag) => chip(t('suppliers:tagFilter'), tag, () => onChange({ tags: without(query.tags, tag) }))),
  ];
}

function useProvinceName(): (code: string) => string {
  const { t } = useText();
  const { language } = useLanguage();
  return (code) => (code === '' ? t('suppliers:provinceUnknown') : provinceIn(language, code));
}
