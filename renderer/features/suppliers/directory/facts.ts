import { MERGED_FIELDS, type MergedField } from '../../../../shared/contract/supplier-merges.ts';
import type { Supplier } from '../../../../shared/contract/suppliers.ts';
import { provinceIn } from '../../../../shared/documents/supplier-text.ts';
import { formatMoneyWithCode, formatScore } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/resources.ts';
import type { Translate } from '../../../i18n/use-text.ts';

/** What two suppliers are set side by side by, in the order of their profile. */
export const FACTS: readonly MergedField[] = MERGED_FIELDS.options;

/** A fact of a supplier in words; empty when it is not known. */
export function factText(field: MergedField, supplier: Supplier, t: Translate, language: Language): string {
  switch (field) {
    case 'province':
      return supplier.province === '' ? '' : provinceIn(language, supplier.province);
    case 'businessKind':
      return supplier.businessKind === null ? '' : t(`supplier:businessKind.${supplier.businessKind}`);
    case 'tier':
      return supplier.tier === null ? '' : t(`supplier:tier.${supplier.tier}`);
    case 'creditGrade':
      return supplier.creditGrade === null ? '' : t(`supplier:credit.${supplier.creditGrade}`);
    case 'badges':
      return supplier.badges.map((badge) => t(`supplier:badge.${badge}`)).join(', ');
    case 'languages':
      return supplier.languages.map((spoken) => t(`supplier:language.${spoken}`)).join(', ');
    case 'depositMinor':
      return supplier.depositMinor === null ? '' : formatMoneyWithCode(supplier.depositMinor, 'CNY');
    case 'sampleScoreHundredths':
      return supplier.sampleScoreHundredths === null ? '' : formatScore(supplier.sampleScoreHundredths);
    case 'licenceLongTerm':
      return supplier.licenceLongTerm ? t('yes') : '';
    default:
      return supplier[field] ?? '';
  }
}
