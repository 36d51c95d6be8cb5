import { Group, Select, Stack, Text, Title } from '@mantine/core';
import type { Project } from '../../../shared/contract/projects.ts';
import type { Quote, QuoteFields } from '../../../shared/contract/quotes.ts';
import { readLeadTime } from '../../../shared/domain/imports/terms.ts';
import { LEAD_TIME_STARTS, QUOTE_CHANNELS, TRADE_TERMS } from '../../../shared/domain/quotes/terms.ts';
import { fromScaledInteger } from '../../../shared/kernel/decimal.ts';
import { exponentOf } from '../../../shared/kernel/money.ts';
import { formatMoney } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { CurrencySelect } from '../../ui/currency-select.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { type Parsed, parseMoneyCell } from '../../ui/grid/parse.ts';
import { SavedField } from '../../ui/saved-field.tsx';
import { CostFields } from './cost-fields.tsx';
import { ExchangeRateNote } from './exchange-rate-note.tsx';
import { useSaveTerms } from './mutations.ts';
import { PaymentFields } from './payment-fields.tsx';
import classes from './quote-screen.module.css';
import { TaxFields } from './tax-fields.tsx';

/** Every term a quote states. Each field saves itself; what is not stated stays empty. */
export function QuoteTerms(props: { readonly quote: Quote; readonly project: Project; readonly readOnly: boolean }) {
  const { quote, project, readOnly } = props;
  const { t } = useText();
  const { save } = useSaveTerms(quote.id);
  // A choice that could not be saved is told in a toast and shown as it is stored.
  const choose = (changes: Partial<QuoteFields>) => void save(changes).catch(() => undefined);
  const saveText = (field: 'namedPlace' | 'notes') => ({
    value: quote[field],
    text: (value: string) => value,
    onSave: (value: string) => save({ [field]: value }),
    readOnly,
  });
  return (
    <Stack gap="md">
      <Title order={2}>{t('quotes:editor.terms')}</Title>
      <Group grow align="flex-start">
        <DateField
          label={t('quote:field.receivedOn')}
          readOnly={readOnly}
          value={quote.receivedOn}
          onChange={(receivedOn) => choose({ receivedOn })}
        />
        <DateField
          label={t('quote:field.validUntil')}
          readOnly={readOnly}
          value={quote.validUntil}
          onChange={(validUntil) => choose({ validUntil })}
        />
      </Group>
      <Stack gap={4}>
        <CurrencySelect
          label={t('quote:field.currency')}
          readOnly={readOnly}
          value={quote.currency}
          onChange={(currency) => choose({ currency })}
        />
        <ExchangeRateNote currency={quote.currency} project={project} />
      </Stack>
      <TaxFields quote={quote} readOnly={readOnly} onChange={choose} onRate={(vatRateBp) => save({ vatRateBp })} />
      <MinimumValue quote={quote} readOnly={readOnly} onSave={save} />
      <div className={classes.leadTime}>
        <SavedField
          label={t('quote:field.leadTime')}
          unit={t('quotes:daysUnit')}
          align="right"
          readOnly={readOnly}
          value={quote.leadTimeDays}
          text={(value) => (value === null ? '' : String(value))}
          parse={(text) => parseLeadTime(text, t('quotes:leadTimeProblem'))}
          onSave={(leadTimeDays) => save({ leadTimeDays })}
        />
        <Select
          label={t('quote:field.leadTimeFrom')}
          readOnly={readOnly}
          allowDeselect
          clearable
          placeholder={t('quotes:field.unstated')}
          data={LEAD_TIME_STARTS.map((start) => ({ value: start, label: t(`quote:leadTimeStart.${start}`) }))}
          value={quote.leadTimeFrom}
          onChange={(value) => choose({ leadTimeFrom: LEAD_TIME_STARTS.find((start) => start === value) ?? null })}
        />
      </div>
      <Select
        label={t('quote:field.channel')}
        readOnly={readOnly}
        allowDeselect
        clearable
        placeholder={t('quotes:field.unstated')}
        data={QUOTE_CHANNELS.map((channel) => ({ value: channel, label: t(`quote:channel.${channel}`) }))}
        value={quote.channel}
        onChange={(value) => choose({ channel: QUOTE_CHANNELS.find((channel) => channel === value) ?? null })}
      />
      <Select
        label={t('quote:field.tradeTerm')}
        readOnly={readOnly}
        allowDeselect
        clearable
        searchable
        placeholder={t('quotes:field.unstated')}
        data={TRADE_TERMS.map((term) => ({ value: term, label: t(`quote:tradeTerm.${term}`) }))}
        value={quote.incoterm}
        onChange={(value) => choose({ incoterm: TRADE_TERMS.find((term) => term === value) ?? null })}
      />
      <SavedField
        label={t('quote:field.namedPlace')}
        placeholder={t('quotes:field.namedPlacePlaceholder')}
        parse={(text) => ({ ok: true, value: text.trim() })}
        {...saveText('namedPlace')}
      />
      <PaymentFields quote={quote} readOnly={readOnly} onChange={save} />
      <Stack gap={6}>
        <Title order={2}>{t('quotes:editor.costs')}</Title>
        <Text size="xs" c="dimmed">
          {t('quotes:editor.costsHint')}
        </Text>
        <CostFields quote={quote} readOnly={readOnly} onChange={save} />
      </Stack>
      <SavedField label={t('notes')} lines={3} parse={(text) => ({ ok: true, value: text })} {...saveText('notes')} />
    </Stack>
  );
}

function MinimumValue(props: {
  readonly quote: Quote;
  readonly readOnly: boolean;
  readonly onSave: (changes: Partial<QuoteFields>) => Promise<unknown>;
}) {
  const { quote, readOnly, onSave } = props;
  const { t } = useText();
  const places = exponentOf(quote.currency);
  return (
    <SavedField
      label={t('quote:field.minimumValue')}
      unit={quote.currency}
      align="right"
      readOnly={readOnly}
      value={quote.minimumValueMinor}
      text={(value) => (value === null ? '' : fromScaledInteger(value, places).toFixed(places))}
      show={(value) => (value === null ? '' : formatMoney(value, quote.currency))}
      parse={(text) => parseMoneyCell(text, quote.currency)}
      onSave={(minimumValueMinor) => onSave({ minimumValueMinor })}
    />
  );
}

/** "20", "3 weeks" and "15天" all count in days. */
function parseLeadTime(text: string, problem: string): Parsed<number | null> {
  if (text.trim() === '') return { ok: true, value: null };
  const days = readLeadTime(text);
  return days === null ? { ok: false, problem: { code: 'own', sentence: problem } } : { ok: true, value: days };
}
