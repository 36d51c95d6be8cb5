import {
  profileFields,
  type Supplier,
  type SupplierChanges,
  type SupplierFields,
  type SupplierProfileFields,
  supplierFields,
} from '../../../../shared/contract/suppliers.ts';
import { fromScaledInteger } from '../../../../shared/kernel/decimal.ts';
import type { Translate } from '../../../i18n/use-text.ts';
import { problemText } from '../../../ui/grid/cells.tsx';
import { parseMoneyCell, parseScoreCell } from '../../../ui/grid/parse.ts';
import { webAddress } from '../web-address.ts';

/** The form's values: figures as they are typed. */
export interface ProfileValues
  extends SupplierFields,
    Omit<SupplierProfileFields, 'depositMinor' | 'sampleScoreHundredths' | 'badges' | 'languages'> {
  readonly deposit: string;
  readonly sampleScore: string;
  /** Words with commas between them, so that two values can be compared. */
  readonly badges: string;
  readonly languages: string;
}

const changesSchema = supplierFields.extend(profileFields.shape).partial();

export function fieldValues(supplier: Supplier): ProfileValues {
  const {
    id: _,
    revision: __,
    createdAt: ___,
    updatedAt: ____,
    depositMinor,
    sampleScoreHundredths,
    ...others
  } = supplier;
  return {
    ...others,
    badges: supplier.badges.join(','),
    languages: supplier.languages.join(','),
    deposit: depositMinor === null ? '' : fromScaledInteger(depositMinor, 2).toFixed(),
    sampleScore: sampleScoreHundredths === null ? '' : fromScaledInteger(sampleScoreHundredths, 2).toFixed(),
  };
}

export function problemsOf(values: ProfileValues, t: Translate): Partial<Record<keyof ProfileValues, string>> {
  const problems: Partial<Record<keyof ProfileValues, string>> = {};
  if (values.nameEn.trim() === '' && values.nameZh.trim() === '') problems.nameEn = t('refusal:rule.nameRequired');
  if (values.shopUrl !== '' && webAddress(values.shopUrl) === null) {
    problems.shopUrl = t('suppliers:field.shopUrlInvalid');
  }
  const deposit = parseMoneyCell(values.deposit, 'CNY');
  if (!deposit.ok) problems.deposit = problemText(deposit.problem, t);
  const score = parseScoreCell(values.sampleScore);
  if (!score.ok) problems.sampleScore = problemText(score.problem, t);
  return problems;
}

/** What is sent, from what was typed; the form has been validated. */
export function toChanges({
  deposit,
  sampleScore,
  badges,
  languages,
  ...others
}: Partial<ProfileValues>): SupplierChanges {
  const depositMinor = deposit === undefined ? null : parseMoneyCell(deposit, 'CNY');
  const score = sampleScore === undefined ? null : parseScoreCell(sampleScore);
  return changesSchema.parse({
    ...others,
    ...(badges === undefined ? {} : { badges: wordsOf(badges) }),
    ...(languages === undefined ? {} : { languages: wordsOf(languages) }),
    ...(depositMinor?.ok ? { depositMinor: depositMinor.value } : {}),
    ...(score?.ok ? { sampleScoreHundredths: score.value } : {}),
  });
}

export function wordsOf(text: string): string[] {
  return text === '' ? [] : text.split(',');
}
