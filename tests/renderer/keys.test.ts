import { describe, expect, it } from 'vitest';
import { en } from '../../renderer/i18n/en/index.ts';

/** The main process names its refusals and actions by key; a key nobody wrote a text for would show raw. */
const sources = Object.values(
  import.meta.glob<string>('../../electron/**/*.ts', { query: '?raw', import: 'default', eager: true }),
).join('\n');

const explanations = Object.values(
  import.meta.glob<string>(['../../shared/domain/**/trace.ts', '../../shared/domain/comparison/explain.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).join('\n');

describe('keys the main process speaks in', () => {
  it('have a text for every refused rule and its field', () => {
    const refusals = [...sources.matchAll(/(?:refused|ImportRefused)\(\s*'(\w+)',\s*'(\w+)'/g)];
    expect(refusals.length).toBeGreaterThan(10);
    for (const [call, field = '', rule = ''] of refusals) {
      expect(Object.keys(en.refusal.rule), call).toContain(rule);
      expect(Object.keys(en.refusal.field), call).toContain(field);
    }
  });

  it('have a text for every action', () => {
    const keys = [...sources.matchAll(/\bkey: '(\w+)'/g)].map((match) => match[1] ?? '');
    expect(keys.length).toBeGreaterThan(10);
    for (const key of keys) {
      expect(
        [...Object.keys(en.action)].map((name) => name.replace(/_(one|other)$/, '')),
        key,
      ).toContain(key);
    }
  });

  it('have a text for every rule and name of a trace', () => {
    const rules = [...explanations.matchAll(/\brule: '(\w+)'/g)].map((match) => match[1]);
    const names = [...explanations.matchAll(/(?:\bname: |[vV]alue(?:Of)?\(|amount\(|percent\(|points\()'(\w+)'/g)].map(
      (match) => match[1],
    );
    expect(rules.length).toBeGreaterThan(5);
    expect(names.length).toBeGreaterThan(20);
    for (const rule of rules) expect(Object.keys(en.trace.rule)).toContain(rule);
    for (const name of names) expect(Object.keys(en.trace.name)).toContain(name);
  });
});
