import { Button, Group, Text } from '@mantine/core';
import { IconArrowLeft, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReportLanguage } from '../../../shared/contract/reports.ts';
import { tonguesOf, WORDS } from '../../../shared/documents/say.ts';
import { describeError } from '../../app/errors.ts';
import { type PdfRequest, useSheetPdf } from '../../features/inspections/mutations.ts';
import { LanguageChoice, PaperChoice } from '../../features/reports/report-choices.tsx';
import { useText } from '../../i18n/use-text.ts';
import { contentWidth, type Paper, pageStyle } from '../page-style.ts';
import page from '../print-page.module.css';
import report from '../report-document.module.css';
import { usePrintReady } from '../use-print-ready.ts';
import classes from './sheet.module.css';

export interface SheetSearch {
  readonly language: ReportLanguage;
  readonly paper: Paper;
  readonly blank: boolean;
}

/** A sheet of paper with what can be done with it above; says when it may be printed. */
export function SheetFrame(props: {
  readonly title: string;
  readonly head: string;
  readonly of: PdfRequest['of'];
  readonly id: string;
  readonly search: SheetSearch;
  readonly onSearch: (search: SheetSearch) => void;
  /** Everything that is printed has come. */
  readonly isWhole: boolean;
  readonly children: ReactNode;
}) {
  const { title, head, of, id, search, onSearch, isWhole, children } = props;
  const { language, paper, blank } = search;
  const { t } = useText();
  const router = useRouter();
  const pdf = useSheetPdf();
  const pages = tonguesOf(language).map((tongue) => WORDS[tongue].report.page);
  usePrintReady({ isShown: isWhole, error: null, runningText: `${title}${head}${JSON.stringify(pages)}/0123456789` });
  return (
    <div className={page.desk}>
      <title>{title}</title>
      <header className={page.toolbar}>
        <Button
          variant="subtle"
          leftSection={<IconArrowLeft size={15} aria-hidden />}
          onClick={() => router.history.back()}
        >
          {t('back')}
        </Button>
        <p className={page.toolbarTitle}>{title}</p>
        {pdf.error === null || pdf.error === undefined ? null : (
          <Text c="red" role="alert">
            {describeError(pdf.error, t)}
          </Text>
        )}
        <Group gap="sm">
          <LanguageChoice value={language} onChange={(value) => onSearch({ ...search, language: value })} />
          <PaperChoice value={paper} onChange={(value) => onSearch({ ...search, paper: value })} />
          <Button
            variant="default"
            leftSection={<IconFileTypePdf size={15} aria-hidden />}
            loading={pdf.isRunning}
            onClick={() => void pdf.run({ of, id, language, paper, isBlank: blank })}
          >
            {t('inspections:pdf')}
          </Button>
          <Button leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => window.print()}>
            {t('reports:print')}
          </Button>
        </Group>
      </header>
      <main className={page.sheet}>
        <style>{pageStyle(paper, { head, foot: title, pages })}</style>
        <article
          className={`${report.document} ${classes.sheet}`}
          lang={language === 'zh' ? 'zh-CN' : 'en'}
          style={{
            '--portrait-width': `${contentWidth(paper, 'portrait')}mm`,
            '--landscape-width': `${contentWidth(paper, 'landscape')}mm`,
          }}
        >
          {children}
        </article>
      </main>
    </div>
  );
}
