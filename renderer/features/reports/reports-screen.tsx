import { Alert, Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { IconEye, IconEyeOff, IconFileCertificate, IconInfoCircle } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { COMPARISON_BASES } from '../../../shared/domain/comparison/types.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { useReadOnly } from '../workspaces/queries.ts';
import { useFreezeReport } from './mutations.ts';
import { useReports } from './queries.ts';
import { LanguageChoice, PaperChoice } from './report-choices.tsx';
import { ReportPreview } from './report-preview.tsx';
import classes from './reports.module.css';
import { ReportsTable } from './reports-table.tsx';

const route = getRouteApi('/workspace/projects/$projectId/reports');

/** The frozen reports of a project, and the next one before it is frozen. */
export function ReportsScreen() {
  const { projectId } = route.useParams();
  const { basis, language: chosen, paper, preview } = route.useSearch();
  const navigate = route.useNavigate();
  const goTo = useNavigate();
  const { language: screen } = useLanguage();
  const { t } = useText();
  const readOnly = useReadOnly();
  const reports = useReports(projectId);
  const freeze = useFreezeReport();
  const language = chosen ?? screen;

  const create = () =>
    freeze.mutate(
      { projectId, basis, language, currency: null, quantityPercent: 100 },
      {
        onSuccess: ({ id, number }) =>
          toastDone(t('reports:frozen', { number }), {
            label: t('open'),
            run: () => void goTo({ to: '/print/reports/$reportId', params: { reportId: id }, search: { paper } }),
          }),
      },
    );

  if (reports.isError) return <ErrorState error={reports.error} retry={() => void reports.refetch()} />;
  return (
    <Stack gap="md" className={classes.screen}>
      <Group justify="space-between" gap="sm">
        <Group gap="sm">
          <SegmentedControl
            aria-label={t('reports:basis')}
            value={basis}
            onChange={(value) => void navigate({ search: (search) => ({ ...search, basis: value }), replace: true })}
            data={COMPARISON_BASES.map((value) => ({ value, label: t(`comparison:basis.${value}`) }))}
          />
          <LanguageChoice
            value={language}
            onChange={(value) => void navigate({ search: (search) => ({ ...search, language: value }), replace: true })}
          />
          <PaperChoice
            value={paper}
            onChange={(value) => void navigate({ search: (search) => ({ ...search, paper: value }), replace: true })}
          />
        </Group>
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={preview ? <IconEyeOff size={15} aria-hidden /> : <IconEye size={15} aria-hidden />}
            aria-pressed={preview}
            onClick={() => void navigate({ search: (search) => ({ ...search, preview: !preview }), replace: true })}
          >
            {t(preview ? 'reports:hidePreview' : 'reports:showPreview')}
          </Button>
          <Button
            leftSection={<IconFileCertificate size={15} aria-hidden />}
            onClick={create}
            loading={freeze.isPending}
            disabled={readOnly}
          >
            {t('reports:create')}
          </Button>
        </Group>
      </Group>
      {reports.isPending ? (
        <LoadingRows rows={3} />
      ) : reports.data.length === 0 ? (
        preview ? null : (
          <EmptyState
            icon={<IconFileCertificate size={32} aria-hidden />}
            title={t('reports:empty.title')}
            hint={t('reports:empty.hint')}
            {...(readOnly ? {} : { action: { label: t('reports:create'), onClick: create } })}
            secondary={{
              label: t('reports:showPreview'),
              onClick: () => void navigate({ search: (search) => ({ ...search, preview: true }), replace: true }),
            }}
          />
        )
      ) : (
        <ReportsTable reports={reports.data} paper={paper} />
      )}
      {preview ? (
        <>
          <Alert variant="light" icon={<IconInfoCircle size={16} aria-hidden />}>
            {t('reports:previewHint')}
          </Alert>
          <ReportPreview projectId={projectId} basis={basis} language={language} paper={paper} />
        </>
      ) : null}
    </Stack>
  );
}
