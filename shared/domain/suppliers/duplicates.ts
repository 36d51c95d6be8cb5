import type { Id } from '../../kernel/ids.ts';
import { companyKey } from './company-name.ts';
import { areSimilar, NamePieces } from './similar-names.ts';
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

/** What so many records share tells none from another: a switchboard's number, "Test". */
const MOST_SHARING = 60;

/**
 * Every pair that may be one supplier, those with the strongest reason first. Only records that share something are compared, and
 * what more than `MOST_SHARING` share is passed over, so that a large directory is gone through in seconds.
 */
export function findDuplicates(suppliers: readonly SupplierIdentity[]): DuplicatePair[] {
  const owners = new Map<string, number[]>();
  const names = new NamePieces();
  const pairs: DuplicatePair[] = [];
  const all = suppliers.map(traitsOf);
  all.forEach((traits, index) => {
    const partners = new Set<number>();
    for (const trait of tellingTraits(traits)) {
      const known = owners.get(trait) ?? [];
      if (known.length < MOST_SHARING) for (const one of known) partners.add(one);
      if (known.length === 0) owners.set(trait, [index]);
      else known.push(index);
    }
    for (const name of traits.names) for (const one of names.near(name)) partners.add(one);
    for (const name of traits.names) names.keep(name, index);
    for (const partner of partners) {
      const [first, second, other] = [suppliers[partner], suppliers[index], all[partner]];
      if (first === undefined || second === undefined || other === undefined) continue;
      const reasons = sharedBy(other, traits);
      if (reasons.length > 0) pairs.push({ first: first.id, second: second.id, reasons });
    }
  });
  return pairs.sort((a, b) => strength(a) - strength(b) || b.reasons.length - a.reasons.length);
}

/** What two records share when they have the same credit code, account, phone or name; for meeting one record with many. */
export function duplicateTraits(supplier: SupplierIdentity): string[] {
  return tellingTraits(traitsOf(supplier));
}

function strength({ reasons }: DuplicatePair): number {
  return Math.min(...reasons.map((reason) => DUPLICATE_REASONS.indexOf(reason)));
}

function tellingTraits({ code, accounts, phones, names }: Traits): string[] {
  return [
    ...(code === null ? [] : [`code ${code}`]),
    ...accounts.map((key) => `account ${key}`),
    ...phones.map((key) => `phone ${key}`),
    ...names.map((key) => `name ${key}`),
  ];
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
