import { Button, Group } from '@mantine/core';
import { IconArrowLeft, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { tonguesOf, WORDS } from '../../shared/documents/say.ts';
import { describeError } from '../app/errors.ts';
import { useAwardFile } from '../features/awards/mutations.ts';
import { useLetter } from '../features/awards/queries.ts';
import { PaperChoice } from '../features/reports/report-choices.tsx';
import { useText } from '../i18n/use-text.ts';
import { useName } from '../ui/bilingual-name.tsx';
import { ErrorState, LoadingForm } from '../ui/states.tsx';
import { LetterDocument } from './letter-document.tsx';
import { pageStyle } from './page-style.ts';
import classes from './print-page.module.css';
import { usePrintReady } from './use-print-ready.ts';

const route = getRouteApi('/print/letters/$decisionId/$supplierId');

/** A letter to one supplier alone on the page: to be read, printed, or made into a PDF. */
export function PrintLetterPage() {
  const { decisionId, supplierId } = route.useParams();
  const { paper } = route.useSearch();
  const { t } = useText();
  const name = useName();
  const router = useRouter();
  const navigate = route.useNavigate();
  const file = useAwardFile();
  const { data, error } = useLetter(decisionId, supplierId);
  const foot = data === undefined ? '' : `${data.company.nameEn || data.company.nameZh} · ${data.number}`;
  usePrintReady({
    isShown: data !== undefined,
    error: error === null ? null : describeError(error, t),
    runningText: `${foot} Page of 第页共/0123456789`,
  });
  if (error !== null) return <ErrorState error={error} />;
  if (data === undefined) return <LoadingForm />;
  const title = t(`award:letter.${data.kind}.title`);
  return (
    <div className={classes.desk}>
      <title>{`${name(data.supplier)} · ${title}`}</title>
      <style>
        {pageStyle(paper, { head: '', foot, pages: tonguesOf('both').map((tongue) => WORDS[tongue].report.page) })}
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
          {title} · {name(data.supplier)}
        </p>
        <Group gap="sm">
          <PaperChoice value={paper} onChange={(value) => void navigate({ search: { paper: value }, replace: true })} />
          <Button
            variant="default"
            leftSection={<IconFileTypePdf size={15} aria-hidden />}
            loading={file.isRunning}
            onClick={() => void file.run({ what: 'letter', decisionId, supplierId, paper })}
          >
            {t('awards:pdf')}
          </Button>
          <Button leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => window.print()}>
            {t('reports:print')}
          </Button>
        </Group>
      </header>
      <main className={classes.sheet}>
        <LetterDocument letter={data} />
      </main>
    </div>
  );
}
