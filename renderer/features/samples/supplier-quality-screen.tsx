import { Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.ts';
import { InspectionsTable } from '../inspections/inspections-table.tsx';
import { PapersTable } from '../inspections/papers-table.tsx';
import { RoundsTable } from './rounds-table.tsx';
import classes from './samples.module.css';

/** Samples, inspections, reports and certificates of one supplier. */
export function SupplierQualityScreen() {
  const { supplierId } = useParams({ from: '/workspace/suppliers/$supplierId' });
  const { t } = useText();
  return (
    <div className={classes.stack}>
      <section aria-label={t('samples:title')} className={classes.part}>
        <Title order={2}>{t('samples:title')}</Title>
        <RoundsTable supplierId={supplierId} />
      </section>
      <section aria-label={t('inspections:title')} className={classes.part}>
        <Title order={2}>{t('inspections:title')}</Title>
        <InspectionsTable supplierId={supplierId} />
      </section>
      <section aria-label={t('inspections:room.papers')} className={classes.part}>
        <Title order={2}>{t('inspections:room.papers')}</Title>
        <PapersTable supplierId={supplierId} />
      </section>
    </div>
  );
}
