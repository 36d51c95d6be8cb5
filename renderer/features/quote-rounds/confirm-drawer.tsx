import { Alert, Button, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useId } from 'react';
import type { QuoteRound } from '../../../shared/domain/quote-rounds/types.ts';
import { addDays, type CalendarDate, daysBetween } from '../../../shared/kernel/calendar-date.ts';
import { describeError } from '../../app/errors.ts';
import { useText } from '../../i18n/use-text.ts';
import { DateField } from '../../ui/date-field.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { useConfirmQuote } from '../quotes/mutations.ts';
import { useToday } from '../workspaces/queries.ts';

interface Draft {
  receivedOn: CalendarDate | null;
  validUntil: CalendarDate | null;
  confirmedBy: string;
  note: string;
}

const USUAL_DAYS = 30;

/** Who says that the quote holds again, since when and until when; it becomes the next round. */
export function ConfirmDrawer(props: {
  readonly round: QuoteRound;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { round, name, onClose } = props;
  const { t } = useText();
  const formId = useId();
  const today = useToday();
  const confirm = useConfirmQuote();
  const form = useForm<Draft>({
    mode: 'controlled',
    initialValues: {
      receivedOn: today,
      validUntil: today === null ? null : addDays(today, validDays(round)),
      confirmedBy: '',
      note: '',
    },
    validate: {
      receivedOn: (value) => (value === null ? t('quoteRounds:form.needed') : null),
      confirmedBy: (value) => (value.trim() === '' ? t('quoteRounds:form.needed') : null),
      validUntil: (value, { receivedOn }) =>
        value !== null && receivedOn !== null && value < receivedOn ? t('quoteRounds:form.beforeReceived') : null,
    },
  });
  const submit = form.onSubmit(({ receivedOn, validUntil, confirmedBy, note }) => {
    if (receivedOn === null) return;
    confirm.mutate({ id: round.quoteId, receivedOn, validUntil, confirmedBy, note }, { onSuccess: onClose });
  });
  return (
    <SideDrawer
      opened
      onClose={onClose}
      title={t('quoteRounds:form.title', { name })}
      footer={
        <Button type="submit" form={formId} loading={confirm.isPending}>
          {t('quoteRounds:form.save', { round: round.round + 1 })}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text className="hj-quiet">{t('quoteRounds:form.hint')}</Text>
          <TextInput
            label={t('quoteRounds:form.confirmedBy')}
            description={t('quoteRounds:form.confirmedByHint')}
            data-autofocus
            {...form.getInputProps('confirmedBy')}
          />
          <DateField
            label={t('quoteRounds:form.receivedOn')}
            value={form.values.receivedOn}
            onChange={(value) => form.setFieldValue('receivedOn', value)}
            error={form.errors.receivedOn}
          />
          <DateField
            label={t('quoteRounds:form.validUntil')}
            value={form.values.validUntil}
            onChange={(value) => form.setFieldValue('validUntil', value)}
            error={form.errors.validUntil}
          />
          <Textarea label={t('quoteRounds:form.note')} autosize minRows={2} {...form.getInputProps('note')} />
          {confirm.error === null ? null : <Alert color="red">{describeError(confirm.error, t)}</Alert>}
        </Stack>
      </form>
    </SideDrawer>
  );
}

/** As long as the round before was good for; a month where that is not known. */
function validDays({ receivedOn, validUntil }: QuoteRound): number {
  if (receivedOn === null || validUntil === null) return USUAL_DAYS;
  return Math.max(1, daysBetween(receivedOn, validUntil));
}
