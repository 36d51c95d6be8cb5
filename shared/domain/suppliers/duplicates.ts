import type { Id } from '../../kernel/ids.ts';
import { companyKey } from './company-name.ts';
import { checkUscc } from './uscc.ts';

/** What tells one supplier from another. */
export interface SupplierIdentity {
  readonly id: Id;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly licenceName: string;
  readonly uscc: string;
  readonly phones: readonly string[];
  /** Account numbers it is paid to. */
  readonly accounts: readonly string[];
}

/** Why two records may be one supplier, the strongest first. */
export const DUPLICATE_REASONS = ['creditCode', 'account', 'phone', 'sameName', 'similarName'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

export interface DuplicatePair {
  readonly first: Id;
  readonly second: Id;
  readonly reasons: readonly DuplicateReason[];
}

/** Names at least this long (without legal form) may differ by one letter, and from LONG_NAME on by two. */
const SHORT_NAME = 4;
const LONG_NAME = 12;
/** Shorter numbers are extensions or typing errors, and many share them. */
const PHONE_DIGITS = 7;
const ACCOUNT_SIGNS = 8;

/**
 * Why two records may be one supplier; empty when nothing speaks for it, or when both carry valid credit codes that differ: those
 * are two companies, however alike their names are. Symmetric. A reason is a hint for a person, never a proof.
 */
export function duplicateReasons(a: SupplierIdentity, b: SupplierIdentity): DuplicateReason[] {
  const [codeA, codeB] = [validCode(a), validCode(b)];
  if (codeA !== null && codeB !== null && codeA !== codeB) return [];
  const reasons: DuplicateReason[] = [];
  if (codeA !== null && codeA === codeB) reasons.push('creditCode');
  if (meet(accountKeys(a), accountKeys(b))) reasons.push('account');
  if (meet(phoneKeys(a), phoneKeys(b))) reasons.push('phone');
  const [namesA, namesB] = [nameKeys(a), nameKeys(b)];
  if (meet(namesA, namesB)) reasons.push('sameName');
  else if (namesA.some((one) => namesB.some((other) => areSimilar(one, other)))) reasons.push('similarName');
  return reasons;
}

/** Every pair that may be one supplier, those with the strongest reason first. Only records that share something are compared. */
export function findDuplicates(suppliers: readonly SupplierIdentity[]): DuplicatePair[] {
  const seenAt = new Map<string, number[]>();
  const pairs = new Map<string, DuplicatePair>();
  suppliers.forEach((supplier, index) => {
    const partners = new Set<number>();
    for (const trait of traits(supplier)) {
      const known = seenAt.get(trait);
      if (known === undefined) seenAt.set(trait, [index]);
      else {
        for (const one of known) if (one !== index) partners.add(one);
        known.push(index);
      }
    }
    for (const partner of partners) {
      const other = suppliers[partner];
      if (other === undefined) continue;
      const reasons = duplicateReasons(other, supplier);
      if (reasons.length > 0)
        pairs.set(`${other.id} ${supplier.id}`, { first: other.id, second: supplier.id, reasons });
    }
  });
  return [...pairs.values()].sort((a, b) => strength(a) - strength(b) || b.reasons.length - a.reasons.length);
}

/** In how many places two texts differ: letters to put in, take out or change (Levenshtein). */
export function editDistance(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  let row = right.map((_, index) => index + 1);
  row.unshift(0);
  left.forEach((sign, i) => {
    const next = [i + 1];
    right.forEach((other, j) => {
      const change = (row[j] ?? 0) + (sign === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    });
    row = next;
  });
  return row.at(-1) ?? 0;
}

/** What two records share when they have the same credit code, account, phone or name; for meeting one record with many. */
export function duplicateTraits(supplier: SupplierIdentity): string[] {
  return exactTraits(supplier).concat(nameKeys(supplier).map((key) => `name ${key}`));
}

function strength({ reasons }: DuplicatePair): number {
  return Math.min(...reasons.map((reason) => DUPLICATE_REASONS.indexOf(reason)));
}

/** What a record must share with another to be compared with it; similar names share what is left without one or two letters. */
function traits(supplier: SupplierIdentity): string[] {
  const names = nameKeys(supplier).flatMap((key) => [...shortened(key)].map((left) => `name ${left}`));
  return exactTraits(supplier).concat(names);
}

function exactTraits(supplier: SupplierIdentity): string[] {
  const code = validCode(supplier);
  return [
    ...(code === null ? [] : [`code ${code}`]),
    ...accountKeys(supplier).map((key) => `account ${key}`),
    ...phoneKeys(supplier).map((key) => `phone ${key}`),
  ];
}

function shortened(key: string): Set<string> {
  const all = new Set([key]);
  if (lengthOf(key) < SHORT_NAME) return all;
  for (const left of withoutOne(key)) {
    all.add(left);
    if (lengthOf(key) >= LONG_NAME) for (const less of withoutOne(left)) all.add(less);
  }
  return all;
}

function withoutOne(text: string): string[] {
  const signs = [...text];
  return signs.map((_, index) => signs.toSpliced(index, 1).join(''));
}

function areSimilar(a: string, b: string): boolean {
  const shorter = Math.min(lengthOf(a), lengthOf(b));
  if (shorter < SHORT_NAME) return false;
  return editDistance(a, b) <= (shorter >= LONG_NAME ? 2 : 1);
}

function validCode({ uscc }: SupplierIdentity): string | null {
  const checked = checkUscc(uscc);
  return checked.state === 'valid' ? checked.code : null;
}

/** Names without their legal form: 有限公司 and "Co., Ltd." say nothing about who it is. */
function nameKeys({ nameEn, nameZh, licenceName }: SupplierIdentity): string[] {
  return distinct([nameEn, nameZh, licenceName].map((name) => companyKey(name).replace(LEGAL_FORM, '')));
}

const LEGAL_FORM = /(股份)?有限公司$|(company|co)?(ltd|limited)$|(inc|llc)$/;

/** Digits only, without the country's 86 or leading zeros. */
function phoneKeys({ phones }: SupplierIdentity): string[] {
  return distinct(
    phones.map((phone) =>
      phone
        .normalize('NFKC')
        .replaceAll(/\D/g, '')
        .replace(/^0*(86(?=\d{9}))?0*/, ''),
    ),
  ).filter((phone) => phone.length >= PHONE_DIGITS);
}

function accountKeys({ accounts }: SupplierIdentity): string[] {
  return distinct(
    accounts.map((account) =>
      account
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, ''),
    ),
  ).filter((account) => account.length >= ACCOUNT_SIGNS);
}

function distinct(keys: readonly string[]): string[] {
  return [...new Set(keys)].filter((key) => key !== '');
}

function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.includes(one));
}

function lengthOf(text: string): number {
  return [...text].length;
}
