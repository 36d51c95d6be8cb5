import { Title } from '@mantine/core';
import { useText } from '../../i18n/use-text.ts';

export function WelcomeScreen() {
  const { t } = useText();
  return <Title order={1}>{t('workspaces:welcome')}</Title>;
}
