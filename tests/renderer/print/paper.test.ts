import { describe, expect, test } from 'vitest';
import { niceTicks } from '../../../renderer/charts/nice-ticks.ts';
import { lettersOf, shortened } from '../../../renderer/print/letters.ts';
import { balancedGroups } from '../../../renderer/print/matrix-plan.ts';
import { cssString, pageStyle } from '../../../renderer/print/page-style.ts';

describe('suppliers in groups', () => {
  test.each([
    [12, 5, [4, 4, 4]],
    [50, 8, [8, 7, 7, 7, 7, 7, 7]],
    [5, 5, [5]],
    [1, 5, [1]],
    [0, 5, []],
  ])('%i in groups of at most %i', (count, most, sizes) => {
    const groups = balancedGroups(count, most);
    expect(groups.map(({ length }) => length)).toEqual(sizes);
    expect(groups.flat()).toEqual(Array.from({ length: count }, (_, index) => index));
  });
});

test('ticks are round, even and enclose every value', () => {
  expect(niceTicks([64_310, 68_099], 5)).toEqual([64_000, 65_000, 66_000, 67_000, 68_000, 69_000]);
  expect(niceTicks([0, 100], 5)).toEqual([0, 20, 40, 60, 80, 100]);
  for (const values of [[7], [0], [-3, 12.5], [1e9, 1e9 + 1]]) {
    const ticks = niceTicks(values, 5);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks[0]).toBeLessThanOrEqual(Math.min(...values));
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values));
  }
});

test('a long name is cut in its middle, counting Chinese letters twice', () => {
  const name = 'Guangdong Jieyang Rongcheng Stainless Steel Products Company Limited No. 6';
  const short = shortened(name, 40);
  expect(lettersOf(short)).toBeLessThanOrEqual(40);
  expect(short).toMatch(/^Guangdong Jieyang .*….* No\. 6$/);
  expect(shortened('广东省揭阳市榕城区恒鑫不锈钢日用制品制造出口有限公司第6厂', 20)).toBe('广东省揭阳市…司第6厂');
  expect(shortened('short', 40)).toBe('short');
});

test('no name can leave the string it stands in', () => {
  for (const name of [
    '"; } * { display: none } @page { content: "',
    '\\',
    'a\nb',
    '</style><script>x()</script>',
    "'",
  ]) {
    const css = pageStyle('A4', { head: name, foot: name, pages: [{ before: 'Page ', between: ' of ', after: '' }] });
    expect(css).not.toContain('display: none');
    expect(css).not.toContain('<');
    expect(cssString(name)).toMatch(/^"(?:[A-Za-z0-9 ]|\\[0-9a-f]+ )*"$/);
  }
  expect(cssString('北港贸易 No. 3')).toBe('"北港贸易 No\\2e  3"');
});
