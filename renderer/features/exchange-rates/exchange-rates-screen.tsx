import { useText } from '../../i18n/use-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';

export function ExchangeRatesScreen() {
  const { t } = useText();
  return <PageHeader title={t('exchangeRates:title')} />;
}
