import { Table, UnstyledButton } from '@mantine/core';
import { provinceIn } from '../../../../shared/documents/supplier-text.ts';
import { PROVINCES } from '../../../../shared/domain/suppliers/provinces.ts';
import { formatCount } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useSupplierCounts } from '../queries.ts';
import classes from './directory.module.css';
import { TILES } from './tiles.ts';

/** How many suppliers stand where: one tile a province, beside it the same in figures. Choosing one filters the list. */
export function ProvinceMap(props: {
  readonly selected: readonly string[];
  readonly onChange: (provinces: string[]) => void;
}) {
  const { selected, onChange } = props;
  const { t } = useText();
  const { language } = useLanguage();
  const counts = useSupplierCounts().data?.provinces ?? [];
  const countOf = new Map(counts.map(({ province, count }) => [province, count]));
  const most = Math.max(1, ...counts.filter(({ province }) => province !== '').map(({ count }) => count));
  const toggle = (code: string) =>
    onChange(selected.includes(code) ? selected.filter((one) => one !== code) : [...selected, code]);
  const nameOf = (code: string) => (code === '' ? t('suppliers:provinceUnknown') : provinceIn(language, code));
  return (
    <section className={classes.map} aria-label={t('suppliers:map.label')}>
      <div className={classes.tiles} data-language={language}>
        {PROVINCES.map(({ code }) => {
          const count = countOf.get(code) ?? 0;
          const [column, row] = TILES[code] ?? [0, 0];
          return (
            <UnstyledButton
              key={code}
              className={classes.tile ?? ''}
              style={{
                gridColumn: column,
                gridRow: row + 1,
                '--hj-share': `${count === 0 ? 0 : 12 + Math.round((count / most) * 38)}%`,
              }}
              aria-pressed={selected.includes(code)}
              aria-label={t('suppliers:map.tile', { name: nameOf(code), count })}
              title={t('suppliers:map.tile', { name: nameOf(code), count })}
              disabled={count === 0 && !selected.includes(code)}
              onClick={() => toggle(code)}
            >
              <span className={classes.tileName}>{provinceIn(language, code)}</span>
              <span className={classes.tileCount}>{count === 0 ? '' : formatCount(count)}</span>
            </UnstyledButton>
          );
        })}
      </div>
      <div className={classes.counts}>
        <Table verticalSpacing={3}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('suppliers:provinceFilter')}</Table.Th>
              <Table.Th ta="right">{t('suppliers:title')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {counts
              .toSorted((a, b) => b.count - a.count)
              .map(({ province, count }) => (
                <Table.Tr key={province} data-selected={selected.includes(province) || undefined}>
                  <Table.Td>
                    <UnstyledButton
                      className={classes.provinceName ?? ''}
                      aria-pressed={selected.includes(province)}
                      onClick={() => toggle(province)}
                    >
                      {nameOf(province)}
                    </UnstyledButton>
                  </Table.Td>
                  <Table.Td ta="right" className="hj-figures">
                    {formatCount(count)}
                  </Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}
