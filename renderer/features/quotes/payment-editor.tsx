import { ActionIcon, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { QuotePayment } from '../../../shared/contract/quotes.ts';
import type { Milestone } from '../../../shared/domain/payments/milestones.ts';
import { PAYMENT_ANCHORS } from '../../../shared/domain/quotes/terms.ts';
import { formatPercent } from '../../i18n/format.ts';
import { type Translate, useText } from '../../i18n/use-text.ts';
import { type DraftFault, type DraftInstalment, draftOf, readDraft, withAnother } from './payment-draft.ts';
import classes from './payment-editor.module.css';
import { standingText } from './payment-text.ts';

/** As many as a quote may hold. */
const MOST = 20;

/** Instalments one by one: how much, at which event, how many days after it. Saved together, for only together they are a schedule. */
export function PaymentEditor(props: {
  readonly start: readonly Milestone[];
  /** Rejects when nothing was saved; the error is told elsewhere. */
  readonly onSave: (payments: QuotePayment[]) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const { start, onSave, onClose } = props;
  const { t } = useText();
  const [draft, setDraft] = useState<readonly DraftInstalment[]>(() =>
    start.length === 0 ? withAnother([]) : draftOf(start),
  );
  const [tried, setTried] = useState(false);
  const read = readDraft(draft);
  const change = (key: number, changes: Partial<DraftInstalment>) =>
    setDraft(draft.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  const save = () => {
    setTried(true);
    // Told in a toast where it fails; what is typed stays.
    if (read.ok) void onSave(read.payments).catch(() => undefined);
  };
  return (
    <fieldset
      className={classes.editor}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <legend className={classes.legend}>{t('quotes:payment.instalments')}</legend>
      <Stack gap={6}>
        <div className={`${classes.row} ${classes.heads}`} aria-hidden>
          <span>{t('quotes:payment.percent')}</span>
          <span>{t('quotes:payment.event')}</span>
          <span>{t('quotes:payment.days')}</span>
        </div>
        {draft.map(({ key, percent, anchor, days }, index) => (
          <div key={key} className={classes.row}>
            <TextInput
              size="xs"
              autoFocus={index === 0}
              aria-label={t('quotes:payment.percentOf', { row: index + 1 })}
              error={tried && isFaulty(read, 'percent', index)}
              value={percent}
              onChange={(event) => change(key, { percent: event.currentTarget.value })}
              rightSection={<span className="hj-unit">%</span>}
              styles={{ input: { textAlign: 'right' } }}
            />
            <NativeSelect
              size="xs"
              aria-label={t('quotes:payment.eventOf', { row: index + 1 })}
              value={anchor}
              onChange={(event) => {
                const chosen = PAYMENT_ANCHORS.find((one) => one === event.currentTarget.value);
                if (chosen !== undefined) change(key, { anchor: chosen });
              }}
              data={PAYMENT_ANCHORS.map((one) => ({ value: one, label: t(`quote:paymentAnchor.${one}`) }))}
            />
            <TextInput
              size="xs"
              aria-label={t('quotes:payment.daysOf', { row: index + 1 })}
              error={tried && isFaulty(read, 'days', index)}
              disabled={anchor === 'beforeShipment'}
              value={anchor === 'beforeShipment' ? '' : days}
              onChange={(event) => change(key, { days: event.currentTarget.value })}
              styles={{ input: { textAlign: 'right' } }}
            />
            <ActionIcon
              size={22}
              variant="subtle"
              color="gray"
              aria-label={t('quotes:payment.removeOf', { row: index + 1 })}
              onClick={() => setDraft(draft.filter((one) => one.key !== key))}
            >
              <IconX size={15} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <Text size="xs" role="status" c={read.ok || !tried ? 'dimmed' : 'var(--hj-bad)'}>
          {read.ok
            ? standingText(
                read.payments.map((payment) => ({ ...payment, endOfMonth: false })),
                t,
              )
            : faultText(read.fault, t)}
        </Text>
        {start.some(({ endOfMonth }) => endOfMonth) ? (
          <Text size="xs" className="hj-quiet">
            {t('quotes:payment.noMonthEnd')}
          </Text>
        ) : null}
        <Group gap="xs">
          <Button size="xs" onClick={save}>
            {t('save')}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            ml="auto"
            disabled={draft.length >= MOST}
            onClick={() => setDraft(withAnother(draft))}
          >
            {t('quotes:payment.add')}
          </Button>
        </Group>
      </Stack>
    </fieldset>
  );
}

function isFaulty(read: ReturnType<typeof readDraft>, code: 'percent' | 'days', index: number): boolean {
  return !read.ok && read.fault.code === code && read.fault.row === index + 1;
}

function faultText(fault: DraftFault, t: Translate): string {
  switch (fault.code) {
    case 'percent':
    case 'days':
      return t(`quotes:payment.fault.${fault.code}`, { row: fault.row });
    case 'sum':
      return t('quotes:payment.fault.sum', { percent: formatPercent(fault.percentBp) });
    case 'none':
      return t('quotes:payment.fault.none');
  }
}
