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
  return sharedBy(traitsOf(a), traitsOf(b));
}

/** What a record is compared by, worked out once. */
interface Traits {
  readonly code: string | null;
  readonly accounts: readonly string[];
  readonly phones: readonly string[];
  readonly names: readonly string[];
}

function traitsOf(supplier: SupplierIdentity): Traits {
  return {
    code: validCode(supplier),
    accounts: accountKeys(supplier),
    phones: phoneKeys(supplier),
    names: nameKeys(supplier),
  };
}

function sharedBy(a: Traits, b: Traits): DuplicateReason[] {
  if (a.code !== null && b.code !== null && a.code !== b.code) return [];
  const reasons: DuplicateReason[] = [];
  if (a.code !== null && a.code === b.code) reasons.push('creditCode');
  if (meet(a.accounts, b.accounts)) reasons.push('account');
  if (meet(a.phones, b.phones)) reasons.push('phone');
  if (meet(a.names, b.names)) reasons.push('sameName');
  else if (a.names.some((one) => b.names.some((other) => areSimilar(one, other)))) reasons.push('similarName');
  return reasons;
}

/** What so many records share tells none from another: shops numbered through, a switchboard's number. */
const MOST_SHARING = 60;

/**
 * Every pair that may be one supplier, those with the strongest reason first. Only records that share something are compared, and
 * what more than `MOST_SHARING` share is passed over, so that a large directory is gone through in seconds.
 */
export function findDuplicates(suppliers: readonly SupplierIdentity[]): DuplicatePair[] {
  const seenAt = new Map<number, number[]>();
  const pairs: DuplicatePair[] = [];
  const all = suppliers.map(traitsOf);
  all.forEach((traits, index) => {
    const partners = new Set<number>();
    for (const trait of comparedBy(traits)) {
      // Millions of traits are kept as figures; two that fall on one figure only cost a comparison.
      const key = hashOf(trait);
      const known = seenAt.get(key);
      if (known === undefined) seenAt.set(key, [index]);
      else if (known.length < MOST_SHARING) {
        for (const one of known) if (one !== index) partners.add(one);
        if (known.at(-1) !== index) known.push(index);
      }
    }
    for (const partner of partners) {
      const [first, second, other] = [suppliers[partner], suppliers[index], all[partner]];
      if (first === undefined || second === undefined || other === undefined) continue;
      const reasons = sharedBy(other, traits);
      if (reasons.length > 0) pairs.push({ first: first.id, second: second.id, reasons });
    }
  });
  return pairs.sort((a, b) => strength(a) - strength(b) || b.reasons.length - a.reasons.length);
}

/** FNV-1a over the text's code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
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
  const traits = traitsOf(supplier);
  return exactTraits(traits).concat(traits.names.map((key) => `name ${key}`));
}

function strength({ reasons }: DuplicatePair): number {
  return Math.min(...reasons.map((reason) => DUPLICATE_REASONS.indexOf(reason)));
}

/** What a record must share with another to be compared with it; similar names share what is left without one or two letters. */
function comparedBy(traits: Traits): string[] {
  return exactTraits(traits).concat(traits.names.flatMap((key) => [...shortened(key)].map((left) => `name ${left}`)));
}

function exactTraits({ code, accounts, phones }: Traits): string[] {
  return [
    ...(code === null ? [] : [`code ${code}`]),
    ...accounts.map((key) => `account ${key}`),
    ...phones.map((key) => `phone ${key}`),
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
  const most = shorter >= LONG_NAME ? 2 : 1;
  if (Math.abs(lengthOf(a) - lengthOf(b)) > most) return false;
  return editDistance(...withoutCommonEnds(a, b)) <= most;
}

/** What is left between a common beginning and end; in how many places the texts differ stays the same. */
function withoutCommonEnds(a: string, b: string): [string, string] {
  const [left, right] = [[...a], [...b]];
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  const shorter = Math.min(left.length, right.length) - start;
  while (end < shorter && left[left.length - 1 - end] === right[right.length - 1 - end]) end++;
  return [left.slice(start, left.length - end).join(''), right.slice(start, right.length - end).join('')];
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
