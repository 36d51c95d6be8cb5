import { SegmentedControl } from '@mantine/core';
import { REPORT_LANGUAGES, type ReportLanguage } from '../../../shared/contract/reports.ts';
import { useText } from '../../i18n/use-text.ts';

export function LanguageChoice(props: {
  readonly value: ReportLanguage;
  readonly onChange: (language: ReportLanguage) => void;
}) {
  const { value, onChange } = props;
  const { t } = useText();
  return (
    <SegmentedControl
      aria-label={t('reports:language.label')}
      value={value}
      onChange={onChange}
      data={REPORT_LANGUAGES.map((language) => ({ value: language, label: t(`reports:language.${language}`) }))}
    />
  );
}

export function PaperChoice(props: {
  readonly value: 'A4' | 'Letter';
  readonly onChange: (paper: 'A4' | 'Letter') => void;
}) {
  const { value, onChange } = props;
  const { t } = useText();
  return (
    <SegmentedControl
      aria-label={t('reports:paper')}
      value={value}
      onChange={onChange}
      data={[
        { value: 'A4', label: 'A4' },
        { value: 'Letter', label: 'Letter' },
      ]}
    />
  );
}
