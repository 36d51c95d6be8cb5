import { useNavigate } from '@tanstack/react-router';
import { useText } from '../i18n/use-text.ts';
import { EmptyState } from '../ui/states.tsx';

export function NotFound() {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('app:notFound.title')}
      hint={t('app:notFound.hint')}
      action={{ label: t('app:nav.sourcing'), onClick: () => void navigate({ to: '/' }) }}
    />
  );
}
