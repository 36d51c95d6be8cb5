import type { BelowMarketSeverity } from '../../../../shared/domain/market/below-market.ts';
import type { Tone } from '../../../ui/status-badge.tsx';

export const SEVERITY_TONES: Readonly<Record<BelowMarketSeverity, Tone>> = {
  none: 'neutral',
  amber: 'warning',
  red: 'bad',
  critical: 'bad',
};
