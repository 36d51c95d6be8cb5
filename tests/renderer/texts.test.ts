import { describe, expect, it } from 'vitest';
import { resources } from '../../renderer/i18n/resources.ts';

/** Keys of the keyboard, languages in their own words, file formats, sample addresses. */
const SAME_EVERYWHERE = /^common\.keys\.|\.language\.en$|\.format\.|Placeholder$/;

const en = flatten(resources.en);
const zh = flatten(resources.zh);

describe('texts', () => {
  it('fill the same holes in both languages', () => {
    for (const [key, text] of en) {
      // Chinese has one form for every count; its pair is the plural.
      const pair = zh.get(key.replace(/_one$/, '_other'));
      expect(pair, key).toBeDefined();
      if (!key.endsWith('_one')) expect(holes(pair ?? ''), key).toEqual(holes(text));
    }
  });

  it('are Chinese in Chinese', () => {
    const sameInBoth = [...zh].filter(([key, text]) => /[a-z]{4}/i.test(withoutHoles(text)) && text === en.get(key));
    expect(sameInBoth.map(([key]) => key).filter((key) => !SAME_EVERYWHERE.test(key))).toEqual([]);
  });

  it('have both plural forms in English', () => {
    for (const key of en.keys()) {
      if (key.endsWith('_one')) expect(en.has(key.replace(/_one$/, '_other')), key).toBe(true);
      if (key.endsWith('_other')) expect(en.has(key.replace(/_other$/, '_one')), key).toBe(true);
    }
  });
});

function flatten(texts: object, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') flat.set(`${prefix}${key}`, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

function withoutHoles(text: string): string {
  return text.replaceAll(/\{\{.*?\}\}/g, '');
}

function holes(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').sort();
}
