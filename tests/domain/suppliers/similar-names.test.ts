import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areSimilar, editDistance, NamePieces } from '../../../shared/domain/suppliers/similar-names.ts';

const names = fc.string({ unit: fc.constantFrom('宏', '达', '𠮷', 'a', 'b'), maxLength: 16 });

const texts = names.map((name) => [...name]);

describe('names that are similar', () => {
  it.each([
    ['义乌宏达', '义乌宏远', true],
    ['宏达厂', '宏远厂', false],
    ['hongdametal', 'hongdametals', true],
    ['hongdametal', 'hongametals', false],
    ['hongdametalsx', 'hongametals', false],
    ['hongdametalware', 'hongametalwares', true],
    ['hongdametalware', 'hongmetalwares', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(areSimilar(a, b)).toBe(expected);
  });

  it('counts edits as a distance does', () => {
    fc.assert(
      fc.property(texts, texts, texts, (a, b, c) => {
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
        expect(editDistance(a, b, 2) <= 2).toBe(editDistance(a, b) <= 2);
      }),
    );
  });

  it('are all found by their pieces', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        const pieces = new NamePieces();
        pieces.keep(a, 0);
        if (areSimilar(a, b)) expect(pieces.near(b)).toEqual(new Set([0]));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are found by their pieces after up to two changes', () => {
    const change = fc.record({ at: fc.nat(15), what: fc.constantFrom('add', 'drop', 'swap') });
    fc.assert(
      fc.property(fc.string({ minLength: 12, maxLength: 20 }), fc.array(change, { maxLength: 2 }), (name, changes) => {
        const signs = [...name];
        for (const { at, what } of changes)
          signs.splice(at % signs.length, what === 'add' ? 0 : 1, ...(what === 'drop' ? [] : ['宏']));
        const pieces = new NamePieces();
        pieces.keep(name, 7);
        if (areSimilar(name, signs.join(''))) expect(pieces.near(signs.join(''))).toEqual(new Set([7]));
        if (signs.length >= 12) expect(areSimilar(name, signs.join(''))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
