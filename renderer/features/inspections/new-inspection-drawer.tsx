import { Button, SegmentedControl, Stack } from '@mantine/core';
import { useId, useState } from 'react';
import type { Supplier } from '../../../shared/contract/suppliers.ts';
import { INSPECTION_KINDS, type InspectionKind } from '../../../shared/domain/inspections/result.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { useText } from '../../i18n/use-text.ts';
import { DateField } from '../../ui/date-field.tsx';
import { SavedField } from '../../ui/saved-field.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { ItemSelect } from '../samples/new-round-drawer.tsx';
import { parsePieces } from '../samples/sample-drawer.tsx';
import { SupplierPicker } from '../suppliers/supplier-picker.tsx';
import { plannedFields, useCreateInspection } from './mutations.ts';
import { VisitAdvice } from './visit-advice.tsx';

/** Plans a visit to a factory or an inspection of goods. */
export function NewInspectionDrawer(props: {
  readonly projectId: Id | null;
  readonly onClose: () => void;
  readonly onCreated: (id: Id) => void;
}) {
  const { projectId, onClose, onCreated } = props;
  const { t } = useText();
  const formId = useId();
  const create = useCreateInspection();
  const [kind, setKind] = useState<InspectionKind>('preShipment');
  const [supplier, setSupplier] = useState<Supplier | null>(null);
  const [itemId, setItemId] = useState<Id | null>(null);
  const [plannedOn, setPlannedOn] = useState<string | null>(null);
  const [lotSize, setLotSize] = useState<number | null>(null);
  const [isTried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (supplier === null) return;
    const isGoods = kind === 'preShipment';
    const fields = plannedFields({
      projectId,
      itemId: isGoods ? itemId : null,
      plannedOn,
      lotSize: isGoods && lotSize !== 0 ? lotSize : null,
    });
    create.mutate(
      { kind, supplierId: supplier.id, fields },
      { onSuccess: ({ inspection }) => onCreated(inspection.id) },
    );
  };
  return (
    <SideDrawer
      opened
      onClose={onClose}
      size={520}
      title={t('inspections:new')}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={formId} loading={create.isPending}>
            {t('inspections:create')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <SegmentedControl
            aria-label={t('inspections:column.kind')}
            value={kind}
            onChange={setKind}
            data={INSPECTION_KINDS.map((value) => ({ value, label: t(`inspections:kind.${value}`) }))}
          />
          <SupplierPicker
            value={supplier}
            onChange={setSupplier}
            error={isTried && supplier === null ? t('required') : null}
          />
          {projectId === null || kind === 'audit' ? null : (
            <ItemSelect projectId={projectId} value={itemId} onChange={(item) => setItemId(item?.id ?? null)} />
          )}
          <DateField label={t('inspections:field.plannedOn')} value={plannedOn} onChange={setPlannedOn} />
          <VisitAdvice day={plannedOn} onTake={setPlannedOn} />
          {kind === 'audit' ? null : (
            <SavedField
              label={t('inspections:field.lotSize')}
              description={t('inspections:field.lotSizeHint')}
              value={lotSize}
              text={(pieces) => (pieces === null ? '' : String(pieces))}
              parse={parsePieces}
              onSave={async (pieces) => setLotSize(pieces)}
              align="right"
            />
          )}
        </Stack>
      </form>
    </SideDrawer>
  );
}
