import type { ResultReason } from '../../../shared/domain/inspections/result.ts';
import { formatPercent, formatScore } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/use-text.ts';

/** Why a result is what it is, in a sentence. */
export function reasonText(reason: ResultReason, t: Translate): string {
  switch (reason.code) {
    case 'lotSizeMissing':
      return t('inspections:reason.lotSizeMissing');
    case 'piecesMissing':
      return t('inspections:reason.piecesMissing', { missing: reason.missing });
    case 'classFails':
      return t('inspections:reason.classFails', {
        class: t(`inspections:class.${reason.class}`),
        defects: reason.defects,
        reject: reason.reject,
      });
    case 'criticalPoint':
      return t('inspections:reason.criticalPoint', { count: reason.count });
    case 'criticalOpen':
      return t('inspections:reason.criticalOpen', { count: reason.count });
    case 'coverage':
      return t('inspections:reason.coverage', { percent: formatPercent(reason.coverageBp) });
    case 'score':
      return t('inspections:reason.score', {
        score: formatScore(reason.scoreHundredths),
        limit: formatScore(reason.limitHundredths),
      });
  }
}
