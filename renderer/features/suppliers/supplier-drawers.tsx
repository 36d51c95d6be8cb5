import { Alert, Button, Group, Tabs } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import type { Supplier, SupplierFields } from '../../../shared/contract/suppliers.ts';
import { changedFields } from '../../app/changed-fields.ts';
import { describeError, failureOf } from '../../app/errors.ts';
import { useStoredForm } from '../../app/stored-form.ts';
import { useText } from '../../i18n/use-text.ts';
import { BilingualName, useName } from '../../ui/bilingual-name.tsx';
import { ActionMenu } from '../../ui/page-header.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { ErrorState, LoadingForm } from '../../ui/states.tsx';
import { AttachmentList } from '../attachments/attachment-list.tsx';
import { useReadOnly } from '../workspaces/queries.ts';
import { useCreateSupplier, useRemoveSupplier, useUpdateSupplier } from './mutations.ts';
import { useSupplier, useSupplierQuotes } from './queries.ts';
import { fieldsOf, problemsOf, SupplierFieldset } from './supplier-form.tsx';
import { emptySupplier } from './supplier-picker.tsx';
import { SupplierQuotes } from './supplier-quotes.tsx';

const WIDTH = 560;

export function NewSupplierDrawer(props: {
  readonly onClose: () => void;
  readonly onCreated: (supplier: Supplier) => void;
}) {
  const { onClose, onCreated } = props;
  const { t } = useText();
  const formId = useId();
  const create = useCreateSupplier();
  const form = useForm<SupplierFields>({
    mode: 'controlled',
    initialValues: emptySupplier,
    validate: (values) => problemsOf(values, t),
  });
  const submit = form.onSubmit((values) => create.mutate(values, { onSuccess: onCreated }));
  return (
    <SideDrawer
      opened
      onClose={onClose}
      size={WIDTH}
      title={t('suppliers:new')}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={formId} loading={create.isPending}>
            {t('suppliers:create')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <SupplierFieldset form={form} readOnly={false} autoFocus />
        <Refusal error={create.error} />
      </form>
    </SideDrawer>
  );
}

/** Everything known of one supplier: its fields, what it quoted, its files. */
export function SupplierDrawer({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useText();
  const supplier = useSupplier(id);
  if (supplier.data !== undefined) return <OpenSupplier key={id} supplier={supplier.data} onClose={onClose} />;
  return (
    <SideDrawer opened onClose={onClose} size={WIDTH} title={t('loading')}>
      {supplier.isError ? (
        <ErrorState error={supplier.error} retry={() => void supplier.refetch()} />
      ) : (
        <LoadingForm fields={7} />
      )}
    </SideDrawer>
  );
}

function OpenSupplier({ supplier, onClose }: { readonly supplier: Supplier; readonly onClose: () => void }) {
  const { t } = useText();
  const name = useName();
  const formId = useId();
  const readOnly = useReadOnly();
  const remove = useRemoveSupplier();
  const quotes = useSupplierQuotes(supplier.id);
  const form = useForm<SupplierFields>({
    mode: 'controlled',
    initialValues: fieldsOf(supplier),
    validate: (values) => problemsOf(values, t),
  });
  const dirty = form.isDirty();
  const stored = useStoredForm(form, fieldsOf(supplier), supplier.revision);
  const update = useUpdateSupplier(stored.takeStored);
  const submit = form.onSubmit((values) => {
    const { fields, revision } = stored.base();
    const changes = changedFields(fields, values);
    if (Object.keys(changes).length === 0) return;
    update.mutate({ id: supplier.id, revision, changes });
  });
  const hasQuotes = (quotes.data ?? []).length > 0;
  return (
    <SideDrawer
      opened
      onClose={onClose}
      size={WIDTH}
      title={<BilingualName {...supplier} />}
      footer={
        readOnly ? undefined : (
          <Group flex={1} justify="space-between">
            <ActionMenu
              label={t('suppliers:actionsOf', { name: name(supplier) })}
              actions={[
                {
                  label: t('suppliers:delete'),
                  icon: <IconTrash size={15} aria-hidden />,
                  destructive: true,
                  disabled: hasQuotes || quotes.data === undefined,
                  ...(hasQuotes ? { hint: t('suppliers:deleteRefused') } : {}),
                  onClick: () => remove(supplier, onClose),
                },
              ]}
            />
            <Group gap="xs">
              {dirty ? (
                <Button variant="default" onClick={stored.takeStored}>
                  {t('settings:company.discard')}
                </Button>
              ) : null}
              <Button type="submit" form={formId} disabled={!dirty} loading={update.isPending}>
                {t('save')}
              </Button>
            </Group>
          </Group>
        )
      }
    >
      <Tabs defaultValue="profile" keepMounted>
        <Tabs.List mb="md">
          <Tabs.Tab value="profile">{t('suppliers:profile')}</Tabs.Tab>
          <Tabs.Tab value="quotes">{t('suppliers:quotes')}</Tabs.Tab>
          <Tabs.Tab value="files">{t('suppliers:files')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="profile">
          <form id={formId} onSubmit={submit} noValidate>
            <SupplierFieldset form={form} readOnly={readOnly} autoFocus={false} />
            <Refusal error={update.error} />
          </form>
        </Tabs.Panel>
        <Tabs.Panel value="quotes">
          <SupplierQuotes quotes={quotes} supplierId={supplier.id} />
        </Tabs.Panel>
        <Tabs.Panel value="files">
          <AttachmentList owner={{ ownerKind: 'supplier', ownerId: supplier.id }} readOnly={readOnly} />
        </Tabs.Panel>
      </Tabs>
    </SideDrawer>
  );
}

function Refusal({ error }: { readonly error: Error | null }) {
  const { t } = useText();
  if (error === null || failureOf(error)?.code === 'STALE') return null;
  return (
    <Alert color="red" variant="light" role="alert" mt="md">
      {describeError(error, t)}
    </Alert>
  );
}
