import { useText } from '../../i18n/use-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';

export function AppearanceScreen() {
  const { t } = useText();
  return <PageHeader title={t('settings:appearance.title')} />;
}
