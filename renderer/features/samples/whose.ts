import type { Sample, SampleRound } from '../../../shared/contract/samples.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';

/** True while nobody who tests may see whose sample is whose. */
export function isHidden({ isBlind, revealedAt }: Pick<SampleRound, 'isBlind' | 'revealedAt'>): boolean {
  return isBlind && revealedAt === null;
}

/** What a sample is called where it is tested: its code while the test is blind, else code and supplier. */
export function useWhose(round: Pick<SampleRound, 'isBlind' | 'revealedAt'>): (sample: Sample) => string {
  const { t } = useText();
  const name = useName();
  const hidden = isHidden(round);
  return (sample) => {
    const code = t('samples:sampleOf', { code: sample.code });
    const supplier = name({ nameEn: sample.supplierNameEn, nameZh: sample.supplierNameZh });
    if (hidden) return code;
    return round.isBlind ? `${code} · ${supplier}` : supplier;
  };
}

/** In the order in which they are tested: by code, so that the order of entry tells nothing. */
export function byCode(samples: readonly Sample[]): readonly Sample[] {
  return samples.toSorted((one, other) => (one.code < other.code ? -1 : one.code > other.code ? 1 : 0));
}
