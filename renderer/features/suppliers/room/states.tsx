import type { CertificateState } from '../../../../shared/domain/suppliers/certificates.ts';
import type { CheckState, Verification } from '../../../../shared/domain/suppliers/checklist.ts';
import type { CommunicationLevel } from '../../../../shared/domain/suppliers/flags.ts';
import { useText } from '../../../i18n/use-text.ts';
import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx';

const CERTIFICATE_TONES: Readonly<Record<CertificateState, Tone>> = {
  valid: 'good',
  expiring: 'warning',
  expired: 'bad',
  unverified: 'unknown',
};
const CHECK_TONES: Readonly<Record<CheckState, Tone>> = {
  open: 'unknown',
  passed: 'good',
  failed: 'bad',
  waived: 'neutral',
};
const VERIFICATION_TONES: Readonly<Record<Verification, Tone>> = {
  open: 'unknown',
  inProgress: 'accent',
  verified: 'good',
  failed: 'bad',
};
const LEVEL_TONES: Readonly<Record<CommunicationLevel, Tone>> = {
  noData: 'unknown',
  none: 'good',
  amber: 'warning',
  high: 'bad',
};

export function CertificateBadge({ state }: { readonly state: CertificateState }) {
  const { t } = useText();
  return <StatusBadge tone={CERTIFICATE_TONES[state]} label={t(`supplier:certificateState.${state}`)} />;
}

export function CheckBadge({ state }: { readonly state: CheckState }) {
  const { t } = useText();
  return <StatusBadge tone={CHECK_TONES[state]} label={t(`supplier:checkState.${state}`)} />;
}

export function VerificationBadge({ state }: { readonly state: Verification }) {
  const { t } = useText();
  return <StatusBadge tone={VERIFICATION_TONES[state]} label={t(`supplier:verification.${state}`)} />;
}

export function CommunicationBadge({ level }: { readonly level: CommunicationLevel }) {
  const { t } = useText();
  return <StatusBadge tone={LEVEL_TONES[level]} label={t(`supplier:communicationLevel.${level}`)} />;
}
