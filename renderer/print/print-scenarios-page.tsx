import { Button, Group } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { inLine, nameIn, say, tonguesOf, WORDS } from '../../shared/documents/say.ts';
import { describeError } from '../app/errors.ts';
import { useScenariosSheet } from '../features/awards/queries.ts';
import { useProject } from '../features/projects/queries.ts';
import { LanguageChoice, PaperChoice } from '../features/reports/report-choices.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.ts';
import { useName } from '../ui/bilingual-name.tsx';
import { ErrorState, LoadingForm } from '../ui/states.tsx';
import { pageStyle } from './page-style.ts';
import classes from './print-page.module.css';
import { ScenariosDocument } from './scenarios-document.tsx';
import { usePrintReady } from './use-print-ready.ts';

const route = getRouteApi('/print/scenarios/$projectId');

/** The saved scenarios of a project alone on the page. */
export function PrintScenariosPage() {
  const { projectId } = route.useParams();
  const { language: chosen, paper } = route.useSearch();
  const { language: screen } = useLanguage();
  const language = chosen ?? screen;
  const { t } = useText();
  const name = useName();
  const router = useRouter();
  const navigate = route.useNavigate();
  const project = useProject(projectId);
  const sheet = useScenariosSheet(projectId);
  const error = project.error ?? sheet.error;
  const isShown = project.data !== undefined && sheet.data !== undefined;
  const head = project.data === undefined ? '' : inLine(say(language, (_, tongue) => nameIn(tongue, project.data)));
  const foot = inLine(say(language, ({ award }) => award.scenarios.title));
  usePrintReady({
    isShown,
    error: error === null ? null : describeError(error, t),
    runningText: `${head}${foot} Page of 第页共/0123456789`,
  });
  if (error !== null) return <ErrorState error={error} />;
  if (project.data === undefined || sheet.data === undefined) return <LoadingForm />;
  return (
    <div className={classes.desk}>
      <title>{`${name(project.data)} · ${t('award:scenarios.title')}`}</title>
      <style>
        {pageStyle(paper, { head, foot, pages: tonguesOf(language).map((tongue) => WORDS[tongue].report.page) })}
      </style>
      <header className={classes.toolbar}>
        <Button
          variant="subtle"
          leftSection={<IconArrowLeft size={15} aria-hidden />}
          onClick={() => router.history.back()}
        >
          {t('back')}
        </Button>
        <p className={classes.toolbarTitle}>
          {t('award:scenarios.title')} · {name(project.data)}
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
          <Button leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => window.print()}>
            {t('reports:print')}
          </Button>
        </Group>
      </header>
      <main className={classes.sheet}>
        <ScenariosDocument
          company={sheet.data.company}
          project={project.data}
          scenarios={sheet.data.scenarios.map(({ scenario }) => scenario)}
          language={language}
          paper={paper}
        />
      </main>
    </div>
  );
}
