import { Alert, Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useId } from 'react';
import type { Supplier, SupplierFields } from '../../../shared/contract/suppliers.ts';
import { provinceIn } from '../../../shared/domain/suppliers/provinces.ts';
import { describeError, failureOf } from '../../app/errors.ts';
import { useText } from '../../i18n/use-text.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { useCreateSupplier } from './mutations.ts';
import { problemsOf, SupplierFieldset } from './supplier-form.tsx';
import { emptySupplier } from './supplier-picker.tsx';

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
  const submit = form.onSubmit((values) =>
    create.mutate(
      // A region that names its province need not be told twice.
      { ...values, province: provinceIn(values.region)?.code ?? '' },
      { onSuccess: onCreated },
    ),
  );
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

function Refusal({ error }: { readonly error: Error | null }) {
  const { t } = useText();
  if (error === null || failureOf(error)?.code === 'STALE') return null;
  return (
    <Alert color="red" variant="light" role="alert" mt="md">
      {describeError(error, t)}
    </Alert>
  );
}
