import { TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { SupplierReading } from '../../../../shared/contract/supplier-profiles.ts';
import { METRICS, type Metric, PLATFORM_SCORES } from '../../../../shared/domain/suppliers/readings.ts';
import { useText } from '../../../i18n/use-text.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { problemText } from '../../../ui/grid/cells.tsx';
import { METRIC_TEXTS } from './metric-text.ts';
import { useRemoveRecord, useSaveReading } from './mutations.ts';
import { useOpenSupplier } from './open-supplier.ts';
import { RecordDrawer } from './record-drawer.tsx';
import classes from './room.module.css';

const SERVICE: readonly Metric[] = [...PLATFORM_SCORES, 'responseMinutes'];
const CAPACITY: readonly Metric[] = METRICS.filter((metric) => !SERVICE.includes(metric));

/** What was read of the supplier on one day. Empty means not read, never zero. */
export function ReadingDrawer(props: { readonly reading: SupplierReading | null; readonly onClose: () => void }) {
  const { reading, onClose } = props;
  const { supplier, profile } = useOpenSupplier();
  const { t } = useText();
  const save = useSaveReading();
  const remove = useRemoveRecord('removeReading');
  const [takenOn, setTakenOn] = useState<string | null>(reading?.takenOn ?? profile.assessment.asOf);
  const [source, setSource] = useState(reading?.source ?? '');
  const [typed, setTyped] = useState<Readonly<Partial<Record<Metric, string>>>>(() =>
    Object.fromEntries(
      METRICS.map((metric) => {
        const value = reading?.[metric] ?? null;
        return [metric, value === null ? '' : METRIC_TEXTS[metric].text(value)];
      }),
    ),
  );
  const parsed = (metric: Metric) => METRIC_TEXTS[metric].parse(typed[metric] ?? '');
  const figureOf = (metric: Metric) => {
    const read = parsed(metric);
    return read.ok ? read.value : null;
  };
  const own = { supplierId: supplier.id, id: reading?.id ?? null, revision: reading?.revision ?? null };
  const submit = () => {
    if (takenOn === null || METRICS.some((metric) => !parsed(metric).ok)) return;
    const fields = {
      takenOn,
      source,
      reorderHundredths: figureOf('reorderHundredths'),
      onTimeHundredths: figureOf('onTimeHundredths'),
      responseHundredths: figureOf('responseHundredths'),
      qualityHundredths: figureOf('qualityHundredths'),
      serviceHundredths: figureOf('serviceHundredths'),
      responseMinutes: figureOf('responseMinutes'),
      monthlyPieces: figureOf('monthlyPieces'),
      productionLines: figureOf('productionLines'),
      staff: figureOf('staff'),
      areaM2: figureOf('areaM2'),
    };
    save.mutate({ ...own, fields }, { onSuccess: onClose });
  };
  const field = (metric: Metric) => {
    const read = parsed(metric);
    return (
      <TextInput
        key={metric}
        label={t(`supplier:metric.${metric}`)}
        inputMode="decimal"
        description={metric === 'responseMinutes' ? t('suppliers:responseHoursHint') : undefined}
        styles={{ input: { textAlign: 'right' } }}
        rightSection={<span className="hj-unit">{METRIC_TEXTS[metric].unit(t)}</span>}
        rightSectionWidth={44}
        error={read.ok ? null : problemText(read.problem, t)}
        value={typed[metric] ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setTyped((before) => ({ ...before, [metric]: value }));
        }}
      />
    );
  };
  return (
    <RecordDrawer
      title={t('suppliers:editReading')}
      onClose={onClose}
      onSave={submit}
      isSaving={save.isPending}
      error={save.error}
      {...(reading === null
        ? {}
        : {
            onRemove: () =>
              remove({ supplierId: supplier.id, id: reading.id }, t('deleted', { name: reading.takenOn }), onClose),
          })}
    >
      <div className={classes.fields}>
        <DateField
          label={t('suppliers:takenOn')}
          value={takenOn}
          onChange={setTakenOn}
          error={takenOn === null ? t('required') : null}
        />
        <TextInput
          label={t('suppliers:source')}
          maxLength={300}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
      </div>
      <Title order={3} size="sm">
        {t('suppliers:platformFigures')}
      </Title>
      <div className={classes.fields}>{SERVICE.map(field)}</div>
      <Title order={3} size="sm">
        {t('suppliers:capacityFigures')}
      </Title>
      <div className={classes.fields}>{CAPACITY.map(field)}</div>
    </RecordDrawer>
  );
}
