import { expect, test } from 'vitest';
import { WORDS } from '../../../shared/documents/say.ts';
import { supplierSheetTitle } from '../../../shared/documents/supplier-sheet-text.ts';
import { guessSupplierMapping, supplierRoleOf, withRole } from '../../../shared/domain/supplier-imports/columns.ts';
import { businessKindOf, tierOf, wholeNumber } from '../../../shared/domain/supplier-imports/read-suppliers.ts';
import { FACT_COLUMNS, WORKED_COLUMNS } from '../../../shared/domain/supplier-imports/sheet-columns.ts';
import { BUSINESS_KINDS, TIERS } from '../../../shared/domain/suppliers/words.ts';

test.each(['en', 'zh'] as const)('a sheet written in %s is read again column by column and word by word', (tongue) => {
  for (const column of FACT_COLUMNS) expect(supplierRoleOf(supplierSheetTitle(tongue, column))).toBe(column);
  for (const column of WORKED_COLUMNS) expect(supplierRoleOf(supplierSheetTitle(tongue, column))).toBeNull();
  for (const tier of TIERS) expect(tierOf(WORDS[tongue].supplier.tier[tier])).toBe(tier);
  for (const kind of BUSINESS_KINDS) expect(businessKindOf(WORDS[tongue].supplier.businessKind[kind])).toBe(kind);
});

test.each([
  ['供应商 Supplier', 'name'],
  ['公司名称（必填）', 'name'],
  ['电话/Phone', 'phone'],
  ['Mobile No.', null],
  ['1688店铺链接', 'shopUrl'],
  ['Employees', 'staff'],
  ['单价', null],
  ['', null],
])('the title %j names %s', (title, role) => {
  expect(supplierRoleOf(title)).toBe(role);
});

test.each([
  ['1,200', 1_200],
  ['50000件', 50_000],
  ['5万', 50_000],
  ['1.5万', 15_000],
  ['约 300 人', 300],
  ['about 80', 80],
  ['200-300', null],
  ['1.5', null],
  ['-3', null],
  ['many', null],
  ['900000000000', null],
])('the figure %j is %s', (text, count) => {
  expect(wholeNumber(text)).toBe(count);
});

test('titles are found below merged lines; a role that moves leaves its old column', () => {
  const grid = {
    name: '',
    firstRowNumber: 1,
    numbers: 'text' as const,
    rows: [
      ['2026 供应商名录', '', ''],
      [],
      ['公司名称', '手机', '电话', '备注', 'Remarks'],
      ['恒达', '1', '2', '', ''],
    ],
  };
  const { mapping } = guessSupplierMapping(grid, null);
  expect(mapping.headerRow).toBe(3);
  expect(mapping.columns.map(({ role }) => role)).toEqual(['name', 'phone', 'ignore', 'notes', 'notes']);
  const moved = withRole(withRole(mapping, 2, 'phone'), 1, 'notes');
  expect(moved.columns.map(({ role }) => role)).toEqual(['name', 'notes', 'phone', 'notes', 'notes']);
});
