import { Button, Group, Text } from '@mantine/core';
import { IconArrowLeft, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { inLine, nameIn, say, tonguesOf, WORDS } from '../../../shared/documents/say.ts';
import { describeError } from '../../app/errors.ts';
import { LanguageChoice, PaperChoice } from '../../features/reports/report-choices.tsx';
import { useDossier, useDossierPdf } from '../../features/suppliers/room/dossiers.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { ErrorState, LoadingForm } from '../../ui/states.tsx';
import { pageStyle } from '../page-style.ts';
import classes from '../print-page.module.css';
import { usePrintReady } from '../use-print-ready.ts';
import { DossierDocument } from './dossier-document.tsx';

const route = getRouteApi('/print/dossiers/$dossierId');

/** A frozen supplier dossier alone on the page: to be read, printed, or made into a PDF. */
export function PrintDossierPage() {
  const { dossierId } = route.useParams();
  const { language: chosen, paper } = route.useSearch();
  const { t } = useText();
  const name = useName();
  const router = useRouter();
  const navigate = route.useNavigate();
  const { data, error } = useDossier(dossierId);
  const pdf = useDossierPdf();
  const language = chosen ?? data?.summary.language ?? 'both';
  const head = data === undefined ? '' : inLine(say(language, (_, tongue) => nameIn(tongue, data.dossier.supplier)));
  const foot = inLine(say(language, ({ supplier }) => `${supplier.dossier.title} ${data?.summary.number ?? ''}`));
  usePrintReady({
    isShown: data !== undefined,
    error: error === null ? null : describeError(error, t),
    runningText: `${head}${foot} Page of 第页共/0123456789`,
  });
  if (error !== null) return <ErrorState error={error} />;
  if (data === undefined) return <LoadingForm />;
  const { summary, dossier, intact } = data;
  const { id, number } = summary;
  const title = `${name(dossier.supplier)} · ${t('suppliers:dossierNumbered', { number })}`;
  return (
    <div className={classes.desk}>
      <title>{title}</title>
      <style>
        {pageStyle(paper, { head, foot, pages: tonguesOf(language).map((tongue) => WORDS[tongue].report.page) })}
      </style>
      <header className={classes.toolbar}>
        <Button
          variant="subtle"
          leftSection={<IconArrowLeft size={15} aria-hidden />}
          onClick={() =>
            router.history.canGoBack()
              ? router.history.back()
              : void navigate({ to: `/suppliers/${summary.supplierId}/verification` })
          }
        >
          {t('back')}
        </Button>
        <p className={classes.toolbarTitle}>{title}</p>
        {pdf.error === null || pdf.error === undefined ? null : (
          <Text c="red" role="alert">
            {describeError(pdf.error, t)}
          </Text>
        )}
        <Group gap="sm">
          <LanguageChoice
            value={language}
            onChange={(value) => void navigate({ search: (search) => ({ ...search, language: value }), replace: true })}
          />
          <PaperChoice
            value={paper}
            onChange={(value) => void navigate({ search: (search) => ({ ...search, paper: value }), replace: true })}
          />
          <Button
            variant="default"
            leftSection={<IconFileTypePdf size={15} aria-hidden />}
            aria-label={t('suppliers:pdfOfDossier', { number })}
            loading={pdf.isRunning}
            onClick={() => void pdf.run({ id, language, paper })}
          >
            PDF
          </Button>
          <Button leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => window.print()}>
            {t('suppliers:print')}
          </Button>
        </Group>
      </header>
      <main className={classes.sheet}>
        <DossierDocument dossier={dossier} number={number} intact={intact} language={language} paper={paper} />
      </main>
    </div>
  );
}
