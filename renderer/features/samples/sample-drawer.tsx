import { Alert, Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Sample, SampleFields, SampleRound } from '../../../shared/contract/samples.ts';
import { FEE_REFUNDS, SAMPLE_VERDICTS } from '../../../shared/domain/samples/samples.ts';
import { toDecimalString } from '../../../shared/kernel/money.ts';
import { quantityToString } from '../../../shared/kernel/quantity.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { CurrencySelect } from '../../ui/currency-select.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { parseMoneyCell, parseQuantityCell } from '../../ui/grid/parse.ts';
import { ActionMenu } from '../../ui/page-header.tsx';
import { SavedField } from '../../ui/saved-field.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { AttachmentPanel } from '../attachments/attachment-panel.tsx';
import { useRemoveSample } from './mutations.ts';

/** One supplier's sample: what it costs, where it is, what was decided, its photos. Every field saves itself. */
export function SampleDrawer(props: {
  readonly round: SampleRound;
  readonly sample: Sample;
  readonly readOnly: boolean;
  readonly onClose: () => void;
  readonly onSave: (changes: Partial<SampleFields>) => Promise<unknown>;
  readonly onGolden: (isGolden: boolean) => void;
}) {
  const { round, sample, readOnly, onClose, onSave, onGolden } = props;
  const { t } = useText();
  const name = useName();
  const remove = useRemoveSample();
  const supplier = name({ nameEn: sample.supplierNameEn, nameZh: sample.supplierNameZh });
  const isGolden = round.goldenSampleId === sample.id;
  const save = (changes: Partial<SampleFields>) => void onSave(changes).catch(() => undefined);
  const date = (field: 'requestedOn' | 'shippedOn' | 'receivedOn') => (
    <DateField
      label={t(`samples:field.${field}`)}
      value={sample[field]}
      readOnly={readOnly}
      onChange={(value) => save({ [field]: value })}
    />
  );
  const amount = (field: 'feeMinor' | 'freightMinor', label: string) => (
    <SavedField
      label={label}
      value={sample[field]}
      text={(minor) => (minor === null ? '' : toDecimalString({ minor, currency: sample.currency }))}
      parse={(text) => parseMoneyCell(text, sample.currency)}
      onSave={(value) => onSave({ [field]: value })}
      unit={sample.currency}
      align="right"
      placeholder={t('unknown')}
      readOnly={readOnly}
    />
  );
  return (
    <SideDrawer
      opened
      onClose={onClose}
      size={560}
      title={supplier}
      {...(readOnly
        ? {}
        : {
            footer: (
              <Group flex={1} justify="space-between">
                <ActionMenu
                  actions={[
                    {
                      label: t('samples:removeSample'),
                      icon: <IconTrash size={15} aria-hidden />,
                      destructive: true,
                      disabled: isGolden,
                      onClick: () => remove(sample, supplier, onClose),
                    },
                  ]}
                />
                <Button
                  variant={isGolden ? 'default' : 'filled'}
                  disabled={!isGolden && (sample.verdict === null || sample.verdict === 'rejected')}
                  onClick={() => onGolden(!isGolden)}
                >
                  {t(isGolden ? 'samples:unsetGolden' : 'samples:keepGolden')}
                </Button>
              </Group>
            ),
          })}
    >
      <Stack gap="md">
        {isGolden ? (
          <Alert color="green" variant="light">
            {t('samples:goldenHint')}
          </Alert>
        ) : null}
        <Verdict key={sample.revision} sample={sample} readOnly={readOnly || isGolden} onSave={onSave} />
        <Group grow align="flex-start">
          {amount('feeMinor', t('samples:field.fee'))}
          {amount('freightMinor', t('samples:field.freight'))}
          <CurrencySelect
            label={t('refusal:field.currency')}
            value={sample.currency}
            readOnly={readOnly || sample.feeMinor !== null || sample.freightMinor !== null}
            onChange={(currency) => save({ currency })}
          />
        </Group>
        <Group grow align="flex-start">
          <Select
            label={t('samples:field.feeRefund')}
            data={FEE_REFUNDS.map((value) => ({ value, label: t(`samples:refund.${value}`) }))}
            value={sample.feeRefund}
            readOnly={readOnly}
            onChange={(value) => {
              const feeRefund = FEE_REFUNDS.find((one) => one === value);
              if (feeRefund !== undefined) save({ feeRefund });
            }}
          />
          {sample.feeRefund === 'refundable' ? (
            <SavedField
              label={t('samples:field.refundQuantity')}
              description={t('samples:field.refundHint')}
              value={sample.refundQuantity}
              text={(quantity) => (quantity === null ? '' : quantityToString(quantity))}
              parse={parseQuantityCell}
              onSave={(refundQuantity) => onSave({ refundQuantity })}
              align="right"
              readOnly={readOnly}
            />
          ) : null}
          <SavedField
            label={t('samples:field.pieces')}
            value={sample.pieces}
            text={(pieces) => (pieces === null ? '' : String(pieces))}
            parse={parsePieces}
            onSave={(pieces) => onSave({ pieces })}
            align="right"
            readOnly={readOnly}
          />
        </Group>
        <Group grow>
          {date('requestedOn')}
          {date('shippedOn')}
          {date('receivedOn')}
        </Group>
        <SavedField
          label={t('samples:field.tracking')}
          value={sample.tracking}
          text={(text) => text}
          parse={(text) => parseText(text, 200)}
          onSave={(tracking) => onSave({ tracking })}
          readOnly={readOnly}
        />
        <SavedField
          label={t('samples:field.notes')}
          value={sample.notes}
          text={(text) => text}
          parse={(text) => parseText(text, 2_000)}
          onSave={(notes) => onSave({ notes })}
          lines={2}
          readOnly={readOnly}
        />
        <AttachmentPanel
          owner={{ ownerKind: 'sample', ownerId: sample.id }}
          readOnly={readOnly}
          label={t('samples:tab.photos')}
        />
      </Stack>
    </SideDrawer>
  );
}

/** Verdict and reason are one decision and are saved together. */
function Verdict(props: {
  readonly sample: Sample;
  readonly readOnly: boolean;
  readonly onSave: (changes: Partial<SampleFields>) => Promise<unknown>;
}) {
  const { sample, readOnly, onSave } = props;
  const { t } = useText();
  const [verdict, setVerdict] = useState(sample.verdict);
  const [reason, setReason] = useState(sample.verdictReason);
  const needsReason = verdict !== null && verdict !== 'approved' && reason.trim() === '';
  const isChanged = verdict !== sample.verdict || reason !== sample.verdictReason;
  return (
    <Stack gap="xs">
      <Select
        label={t('samples:field.verdict')}
        placeholder={t('samples:verdict.none')}
        data={SAMPLE_VERDICTS.map((value) => ({ value, label: t(`samples:verdict.${value}`) }))}
        value={verdict}
        clearable={!readOnly}
        readOnly={readOnly}
        onChange={(value) => setVerdict(SAMPLE_VERDICTS.find((one) => one === value) ?? null)}
      />
      {verdict === null && reason === '' ? null : (
        <Textarea
          label={t('samples:field.verdictReason')}
          autosize
          minRows={2}
          maxLength={2_000}
          value={reason}
          readOnly={readOnly}
          error={needsReason ? t('refusal:rule.verdictReason') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {isChanged ? (
        <Group>
          <Button
            disabled={needsReason}
            onClick={() => void onSave({ verdict, verdictReason: reason }).catch(() => undefined)}
          >
            {t('save')}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

/** A whole number of pieces; empty: unknown. */
export function parsePieces(
  text: string,
): { ok: true; value: number | null } | { ok: false; problem: { code: 'integer' } | { code: 'tooLarge' } } {
  const plain = text.trim().replaceAll(/[,\s]/g, '');
  if (plain === '') return { ok: true, value: null };
  if (!/^\d+$/.test(plain)) return { ok: false, problem: { code: 'integer' } };
  const value = Number(plain);
  return value > 1_000_000 ? { ok: false, problem: { code: 'tooLarge' } } : { ok: true, value };
}

export function parseText(
  text: string,
  most: number,
): { ok: true; value: string } | { ok: false; problem: { code: 'tooLong'; count: number } } {
  return text.length > most ? { ok: false, problem: { code: 'tooLong', count: most } } : { ok: true, value: text };
}
