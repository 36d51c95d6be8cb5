import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { QuoteFields } from '../../../shared/contract/quotes.ts';
import type { Milestone } from '../../../shared/domain/payments/milestones.ts';
import { parsePaymentTerms } from '../../../shared/domain/payments/parse-terms.ts';
import { useText } from '../../i18n/use-text.ts';
import { SavedField } from '../../ui/saved-field.tsx';
import { PaymentEditor } from './payment-editor.tsx';
import { isSameSchedule, scheduleText, standingText } from './payment-text.ts';

/**
 * Payment terms as the supplier wrote them, and what they are taken to mean: the instalments somebody entered, else the text where
 * it is understood. The text itself is never changed.
 */
export function PaymentFields(props: {
  readonly quote: Pick<QuoteFields, 'paymentTerms' | 'payments'>;
  readonly readOnly: boolean;
  /** Rejects when nothing was saved; the error is told elsewhere. */
  readonly onChange: (changes: Partial<Pick<QuoteFields, 'paymentTerms' | 'payments'>>) => Promise<unknown>;
}) {
  const { quote, readOnly, onChange } = props;
  const { t } = useText();
  const [editing, setEditing] = useState(false);
  const understood = quote.paymentTerms === '' ? null : parsePaymentTerms(quote.paymentTerms);
  const entered = quote.payments.map((payment): Milestone => ({ ...payment, endOfMonth: false }));
  return (
    <Stack gap={6}>
      <SavedField
        label={t('quote:field.paymentTerms')}
        placeholder={t('quotes:field.paymentTermsPlaceholder')}
        lines={1}
        readOnly={readOnly}
        value={quote.paymentTerms}
        text={(value) => value}
        parse={(text) => ({ ok: true, value: text.trim() })}
        onSave={(paymentTerms) => onChange({ paymentTerms })}
      />
      <div aria-live="polite">
        <Meaning text={quote.paymentTerms} entered={entered} understood={understood} />
      </div>
      {readOnly ? null : editing ? (
        <PaymentEditor
          start={entered.length > 0 ? entered : (understood ?? [])}
          onSave={(payments) => onChange({ payments }).then(() => setEditing(false))}
          onClose={() => setEditing(false)}
        />
      ) : (
        <Group gap="md">
          <Anchor component="button" type="button" size="xs" onClick={() => setEditing(true)}>
            {entered.length > 0 || understood !== null
              ? t('quotes:payment.correct')
              : t('quotes:payment.enterInstalments')}
          </Anchor>
          {entered.length === 0 ? null : (
            // What could not be saved is told in a toast and shown as it is stored.
            <Anchor
              component="button"
              type="button"
              size="xs"
              onClick={() => void onChange({ payments: [] }).catch(() => undefined)}
            >
              {t('quotes:payment.followText')}
            </Anchor>
          )}
        </Group>
      )}
    </Stack>
  );
}

/** What the terms are taken to mean, and what to do where they are not understood. */
function Meaning(props: {
  readonly text: string;
  readonly entered: readonly Milestone[];
  readonly understood: readonly Milestone[] | null;
}) {
  const { text, entered, understood } = props;
  const { t } = useText();
  const quiet = { size: 'xs', className: 'hj-quiet' } as const;
  if (entered.length > 0) {
    const differs = understood !== null && !isSameSchedule(understood, entered);
    return (
      <>
        <Text {...quiet}>{t('quotes:payment.entered', { schedule: scheduleText(entered, t) })}</Text>
        <Text {...quiet}>{standingText(entered, t)}</Text>
        {differs ? (
          <Text size="xs" c="var(--hj-warning)">
            {t('quotes:payment.textDiffers', { schedule: scheduleText(understood, t) })}
          </Text>
        ) : null}
      </>
    );
  }
  if (understood !== null) {
    return (
      <>
        <Text {...quiet}>{t('quotes:payment.understood', { schedule: scheduleText(understood, t) })}</Text>
        <Text {...quiet}>{standingText(understood, t)}</Text>
      </>
    );
  }
  return text === '' ? null : (
    <Text size="xs" c="var(--hj-warning)">
      {t('quotes:payment.notUnderstood')}
    </Text>
  );
}
