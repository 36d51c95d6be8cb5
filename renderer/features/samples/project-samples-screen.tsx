import { Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.ts';
import { InspectionsTable } from '../inspections/inspections-table.tsx';
import { RoundsTable } from './rounds-table.tsx';
import classes from './samples.module.css';

/** Samples and inspections of one project. */
export function ProjectSamplesScreen() {
  const { projectId } = useParams({ from: '/workspace/projects/$projectId' });
  const { t } = useText();
  return (
    <div className={classes.stack}>
      <section aria-label={t('samples:title')} className={classes.part}>
        <Title order={2}>{t('samples:title')}</Title>
        <RoundsTable projectId={projectId} />
      </section>
      <section aria-label={t('inspections:title')} className={classes.part}>
        <Title order={2}>{t('inspections:title')}</Title>
        <InspectionsTable projectId={projectId} />
      </section>
    </div>
  );
}
