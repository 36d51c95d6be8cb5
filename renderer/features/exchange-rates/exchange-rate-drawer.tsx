import { Alert, Autocomplete, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import {
  type ExchangeRate,
  type ExchangeRateFields,
  exchangeRateFields,
} from '../../../shared/contract/exchange-rates.ts';
import { Decimal, parseDecimal } from '../../../shared/kernel/decimal.ts';
import { changedFields } from '../../app/changed-fields.ts';
import { describeError, failureOf } from '../../app/errors.ts';
import { useStoredForm } from '../../app/stored-form.ts';
import { formatRate } from '../../i18n/format.ts';
import { type Translate, useText } from '../../i18n/use-text.ts';
import { CurrencySelect } from '../../ui/currency-select.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { useToday, useWorkspaceState } from '../workspaces/queries.ts';
import { useCreateExchangeRate, useUpdateExchangeRate } from './mutations.ts';
import { useExchangeRates } from './queries.ts';

interface Props {
  readonly opened: boolean;
  /** null: a new one. */
  readonly rate: ExchangeRate | null;
  readonly onClose: () => void;
}

/** One rate with its day and its source; says what it means in both directions before it is saved. */
export function ExchangeRateDrawer({ opened, rate, onClose }: Props) {
  const { t } = useText();
  return (
    <SideDrawer
      opened={opened}
      onClose={onClose}
      title={rate === null ? t('exchangeRates:add') : t('exchangeRates:edit')}
      size={420}
    >
      {opened ? <RateForm key={rate?.id ?? 'new'} rate={rate} onClose={onClose} /> : null}
    </SideDrawer>
  );
}

function RateForm({ rate, onClose }: Omit<Props, 'opened'>) {
  const { t } = useText();
  const start = useStartValues(rate);
  const sources = useSources();
  const create = useCreateExchangeRate();
  const form = useForm<ExchangeRateFields>({
    mode: 'controlled',
    initialValues: start,
    validateInputOnBlur: true,
    validate: (values) => problemsOf(values, t),
  });
  const stored = useStoredForm(form, start, rate?.revision ?? 0);
  const update = useUpdateExchangeRate(stored.takeStored);
  const error = create.error ?? update.error;
  const submit = form.onSubmit((values) => {
    if (rate === null) create.mutate(values, { onSuccess: onClose });
    else {
      const { fields, revision } = stored.base();
      update.mutate({ id: rate.id, revision, changes: changedFields(fields, values) }, { onSuccess: onClose });
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Group grow align="flex-start">
          <CurrencySelect
            label={t('exchangeRates:base')}
            data-autofocus
            value={form.values.base}
            error={form.errors.base}
            onChange={(base) => form.setFieldValue('base', base)}
          />
          <CurrencySelect
            label={t('exchangeRates:quote')}
            value={form.values.quote}
            error={form.errors.quote}
            onChange={(quote) => form.setFieldValue('quote', quote)}
          />
        </Group>
        <TextInput
          label={t('exchangeRates:rate')}
          leftSection={<Text size="xs">{t('exchangeRates:rateOf', { base: form.values.base })}</Text>}
          leftSectionWidth={68}
          rightSection={<Text size="xs">{form.values.quote}</Text>}
          rightSectionWidth={48}
          inputMode="decimal"
          {...form.getInputProps('rate')}
        />
        <Meaning values={form.values} />
        <DateInput
          label={t('exchangeRates:effectiveDate')}
          valueFormat="YYYY-MM-DD"
          value={form.values.effectiveDate}
          error={form.errors.effectiveDate}
          onChange={(date) => form.setFieldValue('effectiveDate', date ?? '')}
        />
        <Autocomplete
          label={t('exchangeRates:source')}
          description={t('exchangeRates:sourceHint')}
          placeholder={t('exchangeRates:sourcePlaceholder')}
          data={sources}
          {...form.getInputProps('source')}
        />
        {error === null || failureOf(error)?.code === 'STALE' ? null : (
          <Alert color="red" variant="light" role="alert">
            {describeError(error, t)}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={create.isPending || update.isPending}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const INVERSE_DIGITS = 6;

/** "1 USD = 7.1024 CNY, 1 CNY ≈ 0.140798 USD": a swapped pair is seen at once. */
function Meaning({ values }: { readonly values: ExchangeRateFields }) {
  const { t } = useText();
  const rate = parseDecimal(values.rate);
  if (rate === null || !rate.gt(0)) return null;
  const inverse = new Decimal(1).div(rate).toSignificantDigits(INVERSE_DIGITS).toFixed();
  const { base, quote } = values;
  return (
    <Text size="xs" c="dimmed" className="hj-figures">
      {t('exchangeRates:meaning', { base, quote, rate: formatRate(values.rate.trim()) })}
      {' · '}
      {t('exchangeRates:inverse', { base, quote, rate: inverse })}
    </Text>
  );
}

function useStartValues(rate: ExchangeRate | null): ExchangeRateFields {
  const base = useWorkspaceState().data?.open?.baseCurrency ?? 'CNY';
  const today = useToday();
  if (rate !== null) {
    return {
      base: rate.base,
      quote: rate.quote,
      rate: rate.rate,
      effectiveDate: rate.effectiveDate,
      source: rate.source,
    };
  }
  return { base: base === 'USD' ? 'EUR' : 'USD', quote: base, rate: '', effectiveDate: today ?? '', source: '' };
}

/** Sources used before, newest first. */
function useSources(): string[] {
  const rates = useExchangeRates().data ?? [];
  return [...new Set(rates.map((rate) => rate.source))];
}

function problemsOf(values: ExchangeRateFields, t: Translate): Partial<Record<keyof ExchangeRateFields, string>> {
  const parsed = exchangeRateFields.safeParse(values);
  const problems: Partial<Record<keyof ExchangeRateFields, string>> = {};
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    switch (issue.path[0]) {
      case 'base':
        problems.base = t('exchangeRates:invalid.currency');
        break;
      case 'quote':
        problems.quote = t('exchangeRates:invalid.currency');
        break;
      case 'rate':
        problems.rate = t('exchangeRates:invalid.rate');
        break;
      case 'effectiveDate':
        problems.effectiveDate = t('exchangeRates:invalid.date');
        break;
      case 'source':
        problems.source = t('exchangeRates:invalid.source');
        break;
    }
  }
  if (values.base === values.quote) problems.quote = t('exchangeRates:invalid.same');
  return problems;
}
