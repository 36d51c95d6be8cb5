import { useText } from '../../i18n/use-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';

export function ProjectsScreen() {
  const { t } = useText();
  return <PageHeader title={t('projects:title')} />;
}
