import type { InspectionResult } from '../../../shared/domain/inspections/result.ts';
import { useText } from '../../i18n/use-text.ts';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';

const TONES: Readonly<Record<InspectionResult, Tone>> = {
  open: 'unknown',
  accepted: 'good',
  conditional: 'warning',
  rejected: 'bad',
};

export function ResultBadge({ result }: { readonly result: InspectionResult }) {
  const { t } = useText();
  return <StatusBadge tone={TONES[result]} label={t(`inspections:result.${result}`)} />;
}
