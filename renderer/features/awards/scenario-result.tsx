import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import type { SolvedScenario } from '../../../shared/contract/awards.ts';
import {
  itemName,
  leftOutOfAwardTexts,
  limitText,
  proofText,
  resultText,
  supplierName,
} from '../../../shared/documents/award-text.ts';
import type { AwardInput, PricedAward, Savings } from '../../../shared/domain/awards/types.ts';
import {
  formatDifference,
  formatMoney,
  formatPercent,
  formatPercentDifference,
  formatQuantity,
  formatUnitPrice,
} from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { MoneyCell } from '../../ui/figures.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { useReadOnly } from '../workspaces/queries.ts';
import classes from './awards.module.css';
import { useSaveScenario } from './mutations.ts';
import { Notice } from './notice.tsx';

/** What was found: the total, what it saves, how sure it is that nothing is cheaper, and who gets what. */
export function ScenarioResultView(props: {
  readonly solved: SolvedScenario;
  readonly suggestedName: string;
  readonly asOf: string;
}) {
  const { solved, suggestedName, asOf } = props;
  const { input, result, seconds } = solved;
  const { t } = useText();
  const { language } = useLanguage();
  const readOnly = useReadOnly();
  const save = useSaveScenario();
  const [name, setName] = useState(suggestedName);
  const [isSaved, setSaved] = useState(false);
  const text = resultText(result, language);
  const store = () =>
    save.mutate(
      { solvedId: solved.solvedId, name },
      {
        onSuccess: ({ scenario }) => {
          setSaved(true);
          toastDone(t('awards:saved', { name: scenario.name }));
        },
      },
    );
  return (
    <section className={classes.section} aria-label={t('awards:total')} aria-live="polite">
      {result.state === 'solved' ? (
        <>
          <div className={classes.head}>
            <div>
              <span className={classes.total}>
                <MoneyCell minor={result.award.totalMinor} currency={input.currency} strong />
              </span>{' '}
              <StatusBadge
                tone={result.proof.code === 'optimal' ? 'good' : 'warning'}
                label={proofText(result.proof, language)}
              />{' '}
              <Text span size="xs" className="hj-quiet">
                {t('awards:solvedIn', { seconds: seconds.toFixed(1) })}
              </Text>
            </div>
          </div>
          <SavingsList savings={result.savings} currency={input.currency} />
          <OrdersTable award={result.award} input={input} />
          {result.stepBp === null ? null : (
            <Text size="xs" className="hj-quiet" mt={6}>
              {t('award:proof.step', { step: formatPercent(result.stepBp) })}
            </Text>
          )}
        </>
      ) : (
        <Notice tone="warning" title={t('awards:noAward')}>
          <Text mt={8}>{text}</Text>
          {result.state === 'infeasible' && result.conflict.length > 0 ? (
            <ul className={classes.list}>
              {result.conflict.map((limit) => (
                <li key={JSON.stringify(limit)}>{limitText(limit, input, language)}</li>
              ))}
            </ul>
          ) : null}
        </Notice>
      )}
      <LeftOut input={input} />
      <Title order={3} className={classes.heading} mt="md">
        {t('awards:assumptions')}
      </Title>
      <ul className={classes.list}>
        <li>
          {t('award:assumption.exact', {
            basis: t(`comparison:basis.${input.basis}`),
            currency: input.currency,
            date: asOf,
          })}
        </li>
        <li>{t('award:assumption.fixed')}</li>
        <li>{t('award:assumption.ordered')}</li>
      </ul>
      {readOnly ? null : (
        <Group gap="xs" mt="md" align="flex-end">
          <TextInput
            label={t('awards:saveName')}
            value={name}
            maxLength={300}
            onChange={(event) => setName(event.currentTarget.value)}
            w={280}
          />
          <Button
            variant="default"
            leftSection={<IconDeviceFloppy size={15} aria-hidden />}
            onClick={store}
            loading={save.isPending}
            disabled={name.trim() === '' || isSaved}
          >
            {t('awards:save')}
          </Button>
        </Group>
      )}
    </section>
  );
}

export function SavingsList({ savings, currency }: { readonly savings: Savings; readonly currency: string }) {
  const { t } = useText();
  const kinds = ['toEstimate', 'toSingle', 'toIncumbent', 'toBudget'] as const;
  const references = {
    toEstimate: savings.estimateMinor,
    toSingle: savings.singleMinor,
    toIncumbent: savings.incumbentMinor,
    toBudget: savings.budgetMinor,
  };
  return (
    <dl className={classes.facts}>
      {kinds.map((kind) => {
        const difference = savings[kind];
        const reference = references[kind];
        if (difference === null || reference === null) return null;
        return (
          <div key={kind}>
            <dt>
              {t(`award:saving.${kind}`)} ({formatMoney(reference, currency)})
            </dt>
            <dd className="hj-figures">
              {formatDifference(difference.minor, currency)}
              <span className="hj-unit">{currency}</span>
              {difference.bp === null ? null : ` (${formatPercentDifference(difference.bp)})`}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

export function OrdersTable({ award, input }: { readonly award: PricedAward; readonly input: AwardInput }) {
  const { t } = useText();
  const { language } = useLanguage();
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
              {t('awards:column.unitPrice')}
            </th>
            <th scope="col" className={classes.figure}>
              {t('awards:column.cost')} {input.currency}
            </th>
            <th scope="col" className={classes.figure}>
              {t('awards:column.share')}
            </th>
          </tr>
        </thead>
        {award.orders.map((order) => {
          const currency = input.suppliers.find(({ supplierId }) => supplierId === order.supplierId)?.currency;
          return (
            <tbody key={order.supplierId}>
              <tr data-supplier>
                <th scope="rowgroup">{supplierName(input, order.supplierId, language)}</th>
                <td />
                <td />
                <td className={classes.figure}>{formatMoney(order.totalMinor, input.currency)}</td>
                <td className={classes.figure}>{formatPercent(order.shareBp)}</td>
              </tr>
              {order.lines.map((line) => (
                <tr key={line.itemId}>
                  <th scope="row">{itemName(input, line.itemId, language)}</th>
                  <td className={classes.figure}>
                    {formatQuantity(line.quantity)}
                    <span className="hj-unit">{input.items.find(({ itemId }) => itemId === line.itemId)?.unit}</span>
                  </td>
                  <td className={classes.figure}>
                    {formatUnitPrice(line.unitPrice)}
                    <span className="hj-unit">{currency}</span>
                  </td>
                  <td className={classes.figure}>{formatMoney(line.costMinor, input.currency)}</td>
                  <td />
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

function LeftOut({ input }: { readonly input: AwardInput }) {
  const { t } = useText();
  const { language } = useLanguage();
  const leftOut = leftOutOfAwardTexts(input, language);
  if (leftOut.length === 0) return null;
  return (
    <>
      <Title order={3} className={classes.heading} mt="md">
        {t('awards:leftOut')}
      </Title>
      <ul className={classes.list}>
        {leftOut.map(({ name, text }) => (
          <li key={`${name}${text}`}>
            {name === '' ? null : <strong>{name}: </strong>}
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}
