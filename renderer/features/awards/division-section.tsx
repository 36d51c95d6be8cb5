import { Button, Stack, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { AwardFields, StoredAward } from '../../../shared/contract/awards.ts';
import { exclusionText } from '../../../shared/documents/report-text.ts';
import { listed, nameIn } from '../../../shared/documents/say.ts';
import { awardTotal } from '../../../shared/domain/awards/award.ts';
import { shareBpOf } from '../../../shared/domain/awards/price-award.ts';
import { formatMoney, formatPercent, formatQuantity } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { Unknown } from '../../ui/figures.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useComparison } from '../comparisons/queries.ts';
import classes from './awards.module.css';
import { DivisionEditor } from './division-editor.tsx';
import { fieldsOf } from './mutations.ts';
import { SectionHead } from './section-head.tsx';

interface Props {
  readonly award: StoredAward;
  readonly frozen: boolean;
  readonly change: (changes: Partial<AwardFields>) => Promise<unknown>;
}

/** Which supplier gets which lines for how much, and who comes next if one of them fails. */
export function DivisionSection({ award, frozen, change }: Props) {
  const { t } = useText();
  const [draft, setDraft] = useState<Pick<AwardFields, 'suppliers' | 'alternates'> | null>(null);
  const begin = () => {
    const { suppliers, alternates } = fieldsOf(award);
    setDraft({ suppliers, alternates });
  };
  return (
    <section className={classes.section} aria-labelledby="division">
      <SectionHead id="division" title={t('awards:decision.awardedTo')}>
        {frozen || draft !== null ? null : (
          <Button variant="default" leftSection={<IconPencil size={14} aria-hidden />} onClick={begin}>
            {t('awards:decision.editDivision')}
          </Button>
        )}
      </SectionHead>
      {draft === null ? (
        <Division award={award} />
      ) : (
        <DivisionEditor
          award={award}
          draft={draft}
          onChange={setDraft}
          onCancel={() => setDraft(null)}
          onSave={() =>
            void change({
              ...draft,
              source: award.content.source === 'scenario' ? 'manual' : award.content.source,
            }).then(
              () => setDraft(null),
              () => undefined,
            )
          }
        />
      )}
    </section>
  );
}

function Division({ award }: { readonly award: StoredAward }) {
  const { t } = useText();
  const { language } = useLanguage();
  const name = useName();
  const { content } = award;
  const comparison = useComparison({
    projectId: award.projectId,
    basis: content.basis,
    currency: null,
    quantityPercent: 100,
  });
  const openItems = (comparison.data?.rows ?? []).map(({ item, need }) => {
    const awarded = content.suppliers
      .flatMap(({ lines }) => lines)
      .filter(({ itemId }) => itemId === item.id)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    return { label: [item.lineNo, name(item)].filter((part) => part !== '').join(' '), awarded, need: need ?? 0 };
  });
  const nobody = openItems.filter(({ awarded }) => awarded === 0).map(({ label }) => label);
  const partly = openItems.filter(({ awarded, need }) => awarded > 0 && awarded < need).map(({ label }) => label);
  return (
    <Stack gap="sm">
      {content.suppliers.length === 0 ? <Text className="hj-quiet">{t('award:problem.noSuppliers')}</Text> : null}
      {content.suppliers.length === 0 ? null : <DivisionTable content={content} />}
      {nobody.length === 0 ? null : (
        <Text size="sm" c="orange">
          {t('awards:decision.notAwarded', { items: listed(language, nobody) })}
        </Text>
      )}
      {partly.length === 0 ? null : (
        <Text size="sm" c="orange">
          {t('awards:decision.partly', { items: listed(language, partly) })}
        </Text>
      )}
      <div>
        <Text fw={600}>{t('awards:decision.alternates')}</Text>
        {content.alternates.length === 0 ? (
          <Text className="hj-quiet">{t('awards:decision.noAlternates')}</Text>
        ) : (
          <ol className={classes.list}>
            {content.alternates.map((alternate) => (
              <li key={alternate.supplierId}>
                {nameIn(language, alternate)}
                {alternate.note === '' ? null : <span className="hj-quiet"> · {alternate.note}</span>}
              </li>
            ))}
          </ol>
        )}
      </div>
    </Stack>
  );
}

function DivisionTable({ content }: { readonly content: StoredAward['content'] }) {
  const { t } = useText();
  const { language } = useLanguage();
  const name = useName();
  const total = awardTotal(content);
  const amount = (minor: number | null) => (minor === null ? <Unknown /> : formatMoney(minor, content.currency));
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('awards:whoGetsWhat')}>
        <thead>
          <tr>
            <th scope="col">{t('awards:column.supplier')}</th>
            <th scope="col" className={classes.figure}>
              {t('awards:column.quantity')}
            </th>
            <th scope="col" className={classes.figure}>
              {t('awards:column.cost')} {content.currency}
            </th>
            <th scope="col" className={classes.figure}>
              {t('awards:column.share')}
            </th>
          </tr>
        </thead>
        {content.suppliers.map((supplier) => (
          <tbody key={supplier.supplierId}>
            <tr data-supplier>
              <th scope="rowgroup" colSpan={2}>
                {name(supplier)}{' '}
                {supplier.expiredOn === null ? null : (
                  <StatusBadge tone="bad" label={t('awards:decision.expired', { date: supplier.expiredOn })} />
                )}
              </th>
              <td className={classes.figure}>{amount(supplier.amountMinor)}</td>
              <td className={classes.figure}>
                {supplier.amountMinor === null || total === null
                  ? '—'
                  : formatPercent(shareBpOf(supplier.amountMinor, total))}
              </td>
            </tr>
            {supplier.lines.map((line) => (
              <tr key={line.itemId}>
                <th scope="row">{[line.lineNo, name(line)].filter((part) => part !== '').join(' ')}</th>
                <td className={classes.figure}>
                  {formatQuantity(line.quantity)}
                  <span className="hj-unit">{line.unit}</span>
                </td>
                <td className={classes.figure}>{amount(line.amountMinor)}</td>
                <td />
              </tr>
            ))}
            {supplier.exclusions.length === 0 && supplier.note === '' ? null : (
              <tr>
                <td colSpan={4}>
                  {supplier.exclusions.length === 0 ? null : (
                    <Text size="sm">
                      <StatusBadge
                        tone="warning"
                        label={t('awards:decision.notComparableBecause', {
                          reasons: supplier.exclusions.map((reason) => exclusionText(reason, language)).join('; '),
                        })}
                      />{' '}
                      {supplier.notComparableReason}
                    </Text>
                  )}
                  {supplier.note === '' ? null : (
                    <Text size="xs" className="hj-quiet">
                      {t('awards:decision.note')}: {supplier.note}
                    </Text>
                  )}
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}
