import type { Comparison } from '../../../shared/domain/comparison/types.ts';
import type { Criterion, EvaluatedSupplier } from '../../../shared/domain/evaluation/types.ts';
import { formatScore } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { reasonsOf } from '../comparisons/reasons.ts';

/** Why a supplier has no place in the ranking, in sentences. */
export function useWhyApart(
  comparison: Comparison,
  criteria: readonly (Criterion & { readonly nameEn: string; readonly nameZh: string })[],
): (supplier: EvaluatedSupplier) => string[] {
  const { t } = useText();
  const nameOf = useName();
  const nameOfCriterion = (id: string) => {
    const criterion = criteria.find((one) => one.id === id);
    return criterion === undefined ? '' : nameOf(criterion);
  };
  return (supplier) => {
    if (supplier.state === 'ranked') return [];
    if (supplier.state === 'knockedOut') {
      return supplier.reasons.map(({ criterionId, scoreHundredths, minimumHundredths }) =>
        t('evaluations:knockedOutBy', {
          criterion: nameOfCriterion(criterionId),
          score: formatScore(scoreHundredths),
          minimum: formatScore(minimumHundredths),
        }),
      );
    }
    const isPrice = (id: string) => criteria.some((one) => one.id === id && one.kind === 'price');
    const manual = supplier.missingCriterionIds.filter((id) => !isPrice(id)).map(nameOfCriterion);
    const compared = comparison.quotes.find(({ quote }) => quote.supplierId === supplier.supplierId);
    const reasons = compared === undefined ? [] : reasonsOf(compared, t);
    return [
      ...(supplier.missingCriterionIds.some(isPrice)
        ? [t('evaluations:noPrice', { reasons: reasons.join(t('evaluations:reasonSeparator')) })]
        : []),
      ...(manual.length === 0
        ? []
        : [t('evaluations:notScored', { criteria: manual.join(t('evaluations:listSeparator')) })]),
    ];
  };
}
