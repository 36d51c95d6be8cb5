import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  duplicateReasons,
  findDuplicates,
  type SupplierIdentity,
} from '../../../shared/domain/suppliers/duplicates.ts';
import { usccCheckSign } from '../../../shared/domain/suppliers/uscc.ts';

function identity(fields: Partial<SupplierIdentity> = {}): SupplierIdentity {
  return { id: 'a', nameEn: '', nameZh: '', licenceName: '', uscc: '', phones: [], accounts: [], ...fields };
}

const code = (tail: string) => {
  const seventeen = `91330782MA2${tail}`;
  return `${seventeen}${usccCheckSign(seventeen)}`;
};

describe('why two records may be one supplier', () => {
  it.each([
    [
      'the legal form and signs differ',
      { nameZh: '义乌市宏达日用品有限公司' },
      { nameZh: '义乌市宏达日用品有限责任公司' },
      ['sameName'],
    ],
    ['the case and dots differ', { nameEn: 'Yiwu Hongda Co., Ltd.' }, { nameEn: 'YIWU HONGDA CO LTD' }, ['sameName']],
    ['a letter is missing', { nameEn: 'Yiwu Hongda Co., Ltd.' }, { nameEn: 'Yiwu Honda' }, ['similarName']],
    [
      'a name is on the licence of the other',
      { nameZh: '宏达日用' },
      { licenceName: '宏达日用有限公司' },
      ['sameName'],
    ],
    [
      'one phone, written with the country and without',
      { phones: ['+86 139-0000-1234'] },
      { phones: ['13900001234'] },
      ['phone'],
    ],
    ['one account', { accounts: ['6222 0200 1111 2222'] }, { accounts: ['6222020011112222'] }, ['account']],
    ['one credit code', { uscc: code('8ABCD1') }, { uscc: code('8ABCD1').toLowerCase() }, ['creditCode']],
    ['nothing is shared', { nameEn: 'Ningbo Baolong' }, { nameEn: 'Yiwu Meijie' }, []],
    ['names too short to be similar', { nameZh: '宏达厂' }, { nameZh: '宏远厂' }, []],
    ['an extension instead of a phone', { phones: ['8001'] }, { phones: ['8001'] }, []],
  ] as const)('%s', (_, a, b, reasons) => {
    expect(duplicateReasons(identity(a), identity({ id: 'b', ...b }))).toEqual(reasons);
  });

  it('never takes two companies with different valid codes for one, however alike they are', () => {
    const same = { nameZh: '义乌市宏达日用品有限公司', phones: ['13900001234'], accounts: ['6222020011112222'] };
    const a = identity({ ...same, uscc: code('8ABCD1') });
    const b = identity({ ...same, id: 'b', uscc: code('8ABCD2') });
    expect(duplicateReasons(a, b)).toEqual([]);
    expect(findDuplicates([a, b])).toEqual([]);
  });
});

const signs = fc.string({ unit: fc.constantFrom('宏', '达', '日', '用', '品', 'a', 'b', ' ', '.'), maxLength: 14 });
const anySupplier = fc.record({
  id: fc.uuid(),
  nameEn: signs,
  nameZh: signs,
  licenceName: signs,
  uscc: fc.constantFrom('', code('8ABCD1'), code('8ABCD2'), 'nonsense'),
  phones: fc.array(fc.constantFrom('', '13900001234', '+86 13900001234', '0579 8555 1234'), { maxLength: 2 }),
  accounts: fc.array(fc.constantFrom('6222020011112222', '6222-0200-1111-2222', '1'), { maxLength: 2 }),
});

describe('laws', () => {
  it('is symmetric', () => {
    fc.assert(
      fc.property(anySupplier, anySupplier, (a, b) => {
        expect(duplicateReasons(a, b)).toEqual(duplicateReasons(b, a));
      }),
    );
  });

  it('finds exactly the pairs that comparing each with each would find', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anySupplier, { selector: ({ id }) => id, maxLength: 8 }), (all) => {
        const found = findDuplicates(all).map(({ first, second }) => [first, second].sort().join());
        const slow = all.flatMap((a, i) =>
          all.slice(i + 1).flatMap((b) => (duplicateReasons(a, b).length > 0 ? [[a.id, b.id].sort().join()] : [])),
        );
        expect(found.sort()).toEqual(slow.sort());
      }),
    );
  });
});
