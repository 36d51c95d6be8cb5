import { describe, expect, it } from 'vitest';
import { actionText } from '../../renderer/features/history/action-label.ts';
import { buildText } from './build-text.ts';

describe('names of actions', () => {
  const en = buildText('en');
  const zh = buildText('zh');

  it('count in both languages', () => {
    expect(actionText({ key: 'savePrices', params: { count: 1 } }, en)).toBe('Enter 1 price');
    expect(actionText({ key: 'savePrices', params: { count: 250 } }, en)).toBe('Enter 250 prices');
    expect(actionText({ key: 'savePrices', params: { count: 1 } }, zh)).toBe('录入 1 个价格');
  });

  it('carry the name as typed', () => {
    const label = { key: 'removeSupplier', params: { name: '<b>义乌 & Co</b> {{count}}' } };
    expect(actionText(label, en)).toBe('Delete supplier “<b>义乌 & Co</b> {{count}}”');
  });

  it('never fail on an action of another version', () => {
    expect(actionText({ key: 'doSomethingNew', params: {} }, en)).toBe('Change (doSomethingNew)');
    expect(actionText({ key: 'toString', params: {} }, en)).toBe('Change (toString)');
  });
});
