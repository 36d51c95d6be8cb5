import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import type { Project } from '../../../shared/contract/projects.ts';
import type { QuoteFields, QuoteRow } from '../../../shared/contract/quotes.ts';
import type { Supplier } from '../../../shared/contract/suppliers.ts';
import { describeError } from '../../app/errors.ts';
import { useText } from '../../i18n/use-text.ts';
import { CurrencySelect } from '../../ui/currency-select.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { SupplierPicker } from '../suppliers/supplier-picker.tsx';
import { useToday } from '../workspaces/queries.ts';
import { ExchangeRateNote } from './exchange-rate-note.tsx';
import { useCreateQuote } from './mutations.ts';
import { TaxFields } from './tax-fields.tsx';

interface Props {
  readonly project: Project;
  readonly quotes: readonly QuoteRow[];
  readonly onClose: () => void;
}

/** Who quotes, when, in what currency and on which tax basis; everything else follows on the quote's own page. */
export function AddQuoteDrawer({ project, quotes, onClose }: Props) {
  const { t } = useText();
  const formId = useId();
  const today = useToday();
  const navigate = useNavigate();
  const create = useCreateQuote();
  const [supplier, setSupplier] = useState<Supplier | null>(null);
  const [missing, setMissing] = useState(false);
  const [fields, setFields] = useState<QuoteFields>({ ...emptyQuote, currency: project.currency, receivedOn: today });
  const change = (changes: Partial<QuoteFields>) => setFields((before) => ({ ...before, ...changes }));
  const rounds = quotes.filter((quote) => quote.supplierId === supplier?.id).map((quote) => quote.round);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (supplier === null) return setMissing(true);
    create.mutate(
      { projectId: project.id, supplierId: supplier.id, fields, lines: [] },
      {
        onSuccess: (quote) =>
          void navigate({
            to: '/projects/$projectId/quotes/$quoteId',
            params: { projectId: project.id, quoteId: quote.id },
          }),
      },
    );
  };
  return (
    <SideDrawer
      opened
      onClose={onClose}
      title={t('quotes:add')}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={formId} loading={create.isPending}>
            {t('quotes:create')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Stack gap="md">
          <SupplierPicker
            value={supplier}
            error={missing && supplier === null ? t('required') : null}
            onChange={(chosen) => {
              setSupplier(chosen);
              setMissing(false);
            }}
          />
          {rounds.length === 0 ? null : (
            <Text size="xs" c="dimmed">
              {t('quotes:supplier.nextRound', { round: Math.max(...rounds) + 1 })}
            </Text>
          )}
          <Group grow align="flex-start">
            <DateField
              label={t('quote:field.receivedOn')}
              value={fields.receivedOn}
              onChange={(receivedOn) => change({ receivedOn })}
            />
            <DateField
              label={t('quote:field.validUntil')}
              value={fields.validUntil}
              onChange={(validUntil) => change({ validUntil })}
            />
          </Group>
          <CurrencySelect
            label={t('quote:field.currency')}
            value={fields.currency}
            onChange={(currency) => change({ currency })}
          />
          <ExchangeRateNote currency={fields.currency} project={project} />
          <TaxFields
            quote={fields}
            readOnly={false}
            onChange={change}
            onRate={async (vatRateBp) => change({ vatRateBp })}
          />
          {create.error === null ? null : (
            <Alert color="red" variant="light" role="alert">
              {describeError(create.error, t)}
            </Alert>
          )}
        </Stack>
      </form>
    </SideDrawer>
  );
}

const emptyQuote: QuoteFields = {
  receivedOn: null,
  validUntil: null,
  currency: 'CNY',
  taxBasis: 'unknown',
  vatRateBp: null,
  minimumValueMinor: null,
  leadTimeDays: null,
  leadTimeFrom: null,
  incoterm: null,
  namedPlace: '',
  paymentTerms: '',
  payments: [],
  channel: null,
  notes: '',
  costs: [],
};
