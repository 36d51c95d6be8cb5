import { Button, Group } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import type { ReportLanguage, ReportSummary } from '../../shared/contract/reports.ts';
import { ExportButtons } from '../features/reports/export-buttons.tsx';
import { LanguageChoice, PaperChoice } from '../features/reports/report-choices.tsx';
import { useText } from '../i18n/use-text.ts';
import classes from './print-page.module.css';

const route = getRouteApi('/print/reports/$reportId');

/** What can be done with the report shown; it is never on paper. */
export function PrintToolbar(props: {
  readonly summary: ReportSummary;
  /** Of the project. */
  readonly name: string;
  readonly language: ReportLanguage;
  readonly paper: 'A4' | 'Letter';
}) {
  const { summary, name, language, paper } = props;
  const { t } = useText();
  const navigate = route.useNavigate();
  const router = useRouter();
  const { id, number, projectId } = summary;
  const leave = () =>
    router.history.canGoBack()
      ? router.history.back()
      : void navigate({ to: '/projects/$projectId/reports', params: { projectId } });
  return (
    <header className={classes.toolbar}>
      <Button variant="subtle" leftSection={<IconArrowLeft size={15} aria-hidden />} onClick={leave}>
        {t('back')}
      </Button>
      <p className={classes.toolbarTitle}>
        {t('reports:numbered', { number })} · {name}
      </p>
      <Group gap="sm">
        <LanguageChoice
          value={language}
          onChange={(value) => void navigate({ search: (search) => ({ ...search, language: value }), replace: true })}
        />
        <PaperChoice
          value={paper}
          onChange={(value) => void navigate({ search: (search) => ({ ...search, paper: value }), replace: true })}
        />
        <ExportButtons reportId={id} number={number} language={language} paper={paper} />
        <Button leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => window.print()}>
          {t('reports:print')}
        </Button>
      </Group>
    </header>
  );
}
