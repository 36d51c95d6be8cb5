import {
  Alert,
  Autocomplete,
  Button,
  Group,
  SegmentedControl,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCertificate, IconPlus, IconTrash } from '@tabler/icons-react';
import { useId, useMemo, useState } from 'react';
import type {
  DOCUMENT_SORTS,
  QualityDocument,
  QualityDocumentFields,
} from '../../../shared/contract/quality-documents.ts';
import type { Supplier } from '../../../shared/contract/suppliers.ts';
import {
  CERTIFICATE_STANDARDS,
  DOCUMENT_KINDS,
  DOCUMENT_RESULTS,
  documentState,
  REPORT_SUBJECTS,
  TESTING_HOUSES,
} from '../../../shared/domain/inspections/documents.ts';
import type { CertificateState } from '../../../shared/domain/suppliers/certificates.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { changedFields } from '../../app/changed-fields.ts';
import { formatCount } from '../../i18n/format.ts';
import { type Translate, useText } from '../../i18n/use-text.ts';
import { OneName } from '../../ui/bilingual-name.tsx';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ActionMenu } from '../../ui/page-header.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';
import type { TableState } from '../../ui/table-state.ts';
import { AttachmentPanel } from '../attachments/attachment-panel.tsx';
import { SupplierPicker } from '../suppliers/supplier-picker.tsx';
import { useReadOnly, useToday } from '../workspaces/queries.ts';
import { useCreateDocument, useRemoveDocument, useUpdateDocument } from './mutations.ts';
import { useQualityDocuments } from './queries.ts';

type Sort = (typeof DOCUMENT_SORTS)[number];

/** Reports of testing houses and certificates of products, of everything or of one supplier. */
export function PapersTable({ supplierId = null }: { readonly supplierId?: Id | null }) {
  const { t } = useText();
  const readOnly = useReadOnly();
  const today = useToday() ?? '';
  const [state, setState] = useState<TableState<Sort>>({
    search: '',
    offset: 0,
    limit: 50,
    sort: 'updatedAt',
    descending: true,
  });
  const [open, setOpen] = useState<QualityDocument | 'new' | null>(null);
  const list = useQualityDocuments({ ...state, supplierId });
  const columns = useMemo(() => paperColumns(t, today), [t, today]);
  const begin = {
    label: t('inspections:paper.new'),
    icon: <IconPlus size={14} aria-hidden />,
    onClick: () => setOpen('new'),
  };
  const shown = open === null || open === 'new' ? null : (list.data?.rows.find(({ id }) => id === open.id) ?? open);
  return (
    <>
      <DataTable
        id="quality-documents"
        label={t('inspections:paper.list')}
        columns={columns}
        rows={list.data?.rows}
        total={list.data?.total ?? 0}
        error={list.error}
        retry={() => void list.refetch()}
        fetching={list.isPlaceholderData}
        state={state}
        onStateChange={(change) => setState((before) => ({ ...before, ...change }))}
        onOpen={setOpen}
        openId={shown?.id ?? null}
        empty={
          <EmptyState
            icon={<IconCertificate size={32} stroke={1.4} aria-hidden />}
            title={t('inspections:paper.empty')}
            hint={t('inspections:paper.emptyHint')}
            {...(readOnly ? {} : { action: begin })}
          />
        }
        {...(readOnly
          ? {}
          : {
              trail: (
                <Button leftSection={begin.icon} onClick={begin.onClick}>
                  {begin.label}
                </Button>
              ),
            })}
      />
      {open === null ? null : (
        <PaperDrawer
          key={shown === null ? 'new' : `${shown.id} ${shown.revision}`}
          document={shown}
          supplierId={supplierId}
          readOnly={readOnly}
          onClose={() => setOpen(null)}
          onCreated={setOpen}
        />
      )}
    </>
  );
}

const STATE_TONES: Readonly<Record<CertificateState, Tone>> = {
  valid: 'good',
  expiring: 'warning',
  expired: 'bad',
  unverified: 'unknown',
};
const RESULT_TONES: Readonly<Record<QualityDocument['result'], Tone>> = {
  unknown: 'unknown',
  pass: 'good',
  conditional: 'warning',
  fail: 'bad',
};

function paperColumns(t: Translate, today: string): TableColumn<QualityDocument, Sort>[] {
  return [
    {
      id: 'standard',
      title: t('inspections:paper.standard'),
      sort: 'standard',
      width: 120,
      always: true,
      render: (row) => row.standard,
    },
    {
      id: 'kind',
      title: t('inspections:column.kind'),
      width: 84,
      render: (row) => t(`inspections:paper.kind.${row.kind}`),
    },
    {
      id: 'supplier',
      title: t('inspections:paper.supplier'),
      sort: 'supplier',
      rest: 140,
      ellipsis: true,
      render: (row) => <OneName nameEn={row.supplierNameEn} nameZh={row.supplierNameZh} />,
    },
    {
      id: 'item',
      title: t('inspections:paper.item'),
      rest: 130,
      ellipsis: true,
      render: (row) => (row.itemId === null ? row.scope : <OneName nameEn={row.itemNameEn} nameZh={row.itemNameZh} />),
    },
    { id: 'market', title: t('inspections:paper.market'), width: 62, render: (row) => row.market },
    {
      id: 'result',
      title: t('inspections:paper.result'),
      width: 118,
      render: (row) => (
        <StatusBadge tone={RESULT_TONES[row.result]} label={t(`inspections:paper.results.${row.result}`)} />
      ),
    },
    {
      id: 'expires',
      title: t('inspections:paper.expiresOn'),
      sort: 'expiresOn',
      width: 190,
      render: (row) => {
        const state = today === '' ? null : documentState(row, today);
        if (state === null) return <span className="hj-figures">{row.expiresOn}</span>;
        return (
          <>
            <span className="hj-figures">{row.expiresOn}</span>{' '}
            <StatusBadge tone={STATE_TONES[state]} label={t(`inspections:paper.state.${state}`)} />
          </>
        );
      },
    },
    {
      id: 'issued',
      title: t('inspections:paper.issuedOn'),
      sort: 'issuedOn',
      width: 96,
      render: (row) => <span className="hj-figures">{row.issuedOn}</span>,
    },
    { id: 'issuer', title: t('inspections:paper.issuer'), width: 96, ellipsis: true, render: (row) => row.issuer },
    {
      id: 'number',
      title: t('inspections:paper.number'),
      width: 140,
      hidden: true,
      ellipsis: true,
      render: (row) => row.number,
    },
    {
      id: 'files',
      title: t('inspections:paper.files'),
      hidden: true,
      width: 70,
      align: 'right',
      render: (row) => formatCount(row.fileCount),
    },
  ];
}

function PaperDrawer(props: {
  readonly document: QualityDocument | null;
  readonly supplierId: Id | null;
  readonly readOnly: boolean;
  readonly onClose: () => void;
  readonly onCreated: (document: QualityDocument) => void;
}) {
  const { document, supplierId, readOnly, onClose, onCreated } = props;
  const { t } = useText();
  const formId = useId();
  const create = useCreateDocument();
  const update = useUpdateDocument();
  const remove = useRemoveDocument();
  const [supplier, setSupplier] = useState<Supplier | null>(null);
  const initial = document === null ? emptyDocument(supplierId ?? '') : fieldsOf(document);
  const form = useForm<QualityDocumentFields>({
    mode: 'controlled',
    initialValues: initial,
    validate: {
      standard: (value) => (value.trim() === '' ? t('required') : null),
      expiresOn: (value, { issuedOn }) =>
        value !== null && issuedOn !== null && value < issuedOn
          ? t('refusal:rule.datesInOrder', { field: t('inspections:paper.expiresOn'), before: issuedOn })
          : null,
    },
  });
  const { kind } = form.values;
  const owner = supplier?.id ?? form.values.supplierId;
  const submit = form.onSubmit((values) => {
    if (document === null) {
      if (owner !== '') create.mutate({ ...values, supplierId: owner }, { onSuccess: onCreated });
      return;
    }
    const changes = changedFields(initial, values);
    if (Object.keys(changes).length > 0) update.mutate({ id: document.id, revision: document.revision, changes });
  });
  return (
    <SideDrawer
      opened
      onClose={onClose}
      size={540}
      title={document === null ? t('inspections:paper.new') : `${document.standard} ${document.number}`}
      {...(readOnly
        ? {}
        : {
            footer: (
              <Group flex={1} justify="space-between">
                {document === null ? (
                  <span />
                ) : (
                  <ActionMenu
                    actions={[
                      {
                        label: t('inspections:paper.delete'),
                        icon: <IconTrash size={15} aria-hidden />,
                        destructive: true,
                        onClick: () => remove(document, onClose),
                      },
                    ]}
                  />
                )}
                <Button
                  type="submit"
                  form={formId}
                  loading={create.isPending || update.isPending}
                  disabled={document !== null && !form.isDirty()}
                >
                  {t(document === null ? 'add' : 'save')}
                </Button>
              </Group>
            ),
          })}
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Stack gap="md">
          <SegmentedControl
            aria-label={t('inspections:column.kind')}
            value={kind}
            readOnly={readOnly}
            onChange={(value) => form.setFieldValue('kind', value)}
            data={DOCUMENT_KINDS.map((value) => ({ value, label: t(`inspections:paper.kind.${value}`) }))}
          />
          {document === null && supplierId === null ? (
            <SupplierPicker
              value={supplier}
              onChange={setSupplier}
              error={form.isTouched('standard') && supplier === null ? t('required') : null}
            />
          ) : null}
          <Group grow align="flex-start">
            <Autocomplete
              label={t('inspections:paper.standard')}
              required
              data={kind === 'certificate' ? [...CERTIFICATE_STANDARDS] : [...REPORT_SUBJECTS]}
              maxLength={100}
              readOnly={readOnly}
              {...form.getInputProps('standard')}
            />
            <Autocomplete
              label={t('inspections:paper.issuer')}
              data={[...TESTING_HOUSES]}
              maxLength={300}
              readOnly={readOnly}
              {...form.getInputProps('issuer')}
            />
          </Group>
          <Group grow align="flex-start">
            <TextInput
              label={t('inspections:paper.number')}
              maxLength={100}
              readOnly={readOnly}
              {...form.getInputProps('number')}
            />
            <TextInput
              label={t('inspections:paper.market')}
              maxLength={100}
              readOnly={readOnly}
              {...form.getInputProps('market')}
            />
          </Group>
          <TextInput
            label={t('inspections:paper.holder')}
            maxLength={300}
            readOnly={readOnly}
            {...form.getInputProps('holder')}
          />
          <Textarea
            label={t('inspections:paper.scope')}
            autosize
            minRows={2}
            readOnly={readOnly}
            {...form.getInputProps('scope')}
          />
          <Group grow align="flex-start">
            <DateField
              label={t('inspections:paper.issuedOn')}
              value={form.values.issuedOn}
              readOnly={readOnly}
              onChange={(date) => form.setFieldValue('issuedOn', date)}
            />
            <DateField
              label={t('inspections:paper.expiresOn')}
              value={form.values.expiresOn}
              readOnly={readOnly}
              error={form.errors.expiresOn}
              onChange={(date) => form.setFieldValue('expiresOn', date)}
            />
            <Select
              label={t('inspections:paper.result')}
              readOnly={readOnly}
              data={DOCUMENT_RESULTS.map((value) => ({ value, label: t(`inspections:paper.results.${value}`) }))}
              {...form.getInputProps('result')}
            />
          </Group>
          {document === null ? (
            <Alert variant="light">{t('inspections:paper.emptyHint')}</Alert>
          ) : (
            <AttachmentPanel owner={{ ownerKind: 'qualityDocument', ownerId: document.id }} readOnly={readOnly} />
          )}
        </Stack>
      </form>
    </SideDrawer>
  );
}

function emptyDocument(supplierId: Id): QualityDocumentFields {
  return {
    kind: 'certificate',
    supplierId,
    projectId: null,
    itemId: null,
    standard: '',
    issuer: '',
    number: '',
    market: '',
    holder: '',
    scope: '',
    issuedOn: null,
    expiresOn: null,
    result: 'unknown',
    notes: '',
  };
}

function fieldsOf(document: QualityDocument): QualityDocumentFields {
  const { kind, supplierId, projectId, itemId, standard, issuer, number, market, holder, scope } = document;
  const { issuedOn, expiresOn, result, notes } = document;
  return {
    kind,
    supplierId,
    projectId,
    itemId,
    standard,
    issuer,
    number,
    market,
    holder,
    scope,
    issuedOn,
    expiresOn,
    result,
    notes,
  };
}
