/** Where the same company has to be named alike before money goes to it. */
export const NAME_ROLES = ['licence', 'payee', 'contract', 'invoice'] as const;
export type NameRole = (typeof NAME_ROLES)[number];

export interface NameToMatch {
  readonly role: Exclude<NameRole, 'licence'>;
  readonly name: string;
  /** A payee account in the name of a person. */
  readonly isPersonal?: boolean;
}

export interface MatchedName {
  readonly role: Exclude<NameRole, 'licence'>;
  readonly name: string;
  /** `differs`: another name; `personal`: an account of a person; `unknown`: this name, or the one on the licence, is not known. */
  readonly state: 'matches' | 'differs' | 'personal' | 'unknown';
}

export interface NameMatch {
  readonly licence: string;
  /** `differs` when any name does; `unknown` when none does and any is not known. */
  readonly state: 'matches' | 'differs' | 'unknown';
  readonly names: readonly MatchedName[];
}

/**
 * The four-name match (DOMAIN 6: licence name = payee name; PRODUCT M5: payee, contract and invoice against the licence). Every payee
 * account counts. Names are compared without case, width, spaces and punctuation, and with 有限责任公司 and 有限公司 as one.
 */
export function matchNames(licence: string, others: readonly NameToMatch[]): NameMatch {
  const key = companyKey(licence);
  const wanted = NAME_ROLES.filter((role) => role !== 'licence');
  const names = wanted.flatMap((role): MatchedName[] => {
    const given = others.filter((one) => one.role === role && companyKey(one.name) !== '');
    if (given.length === 0) return [{ role, name: '', state: 'unknown' }];
    return given.map(({ name, isPersonal = false }) => ({ role, name, state: stateOf(key, name, isPersonal) }));
  });
  const isWrong = names.some(({ state }) => state === 'differs' || state === 'personal');
  const isUnknown = key === '' || names.some(({ state }) => state === 'unknown');
  return { licence, state: isWrong ? 'differs' : isUnknown ? 'unknown' : 'matches', names };
}

function stateOf(licenceKey: string, name: string, isPersonal: boolean): MatchedName['state'] {
  if (isPersonal) return 'personal';
  if (licenceKey === '') return 'unknown';
  return companyKey(name) === licenceKey ? 'matches' : 'differs';
}

/** A company's name as it is compared: letters and figures only, in one width and case. */
export function companyKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('有限责任公司', '有限公司')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
