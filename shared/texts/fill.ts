/** Values for the `{{holes}}` of a text. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Fills the `{{holes}}` of a text; a hole without a value stays visible, so that a slip is seen and nothing is invented. */
export function fill(text: string, values: TextValues): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** A text that depends on a count: English has two forms, Chinese one. The screens' library reads the same pair of keys. */
export type Counted<Key extends string> = { readonly [Form in `${Key}_other`]: string } & {
  readonly [Form in `${Key}_one`]?: string;
};

/** The form of `key` that fits `count`, filled with it and the other values. */
export function fillCounted<Key extends string>(
  texts: Counted<Key>,
  key: Key,
  count: number,
  values: TextValues = {},
): string {
  const forms: Readonly<Partial<Record<string, string>>> = texts;
  const one = forms[`${key}_one`];
  return fill(count === 1 && one !== undefined ? one : (forms[`${key}_other`] ?? key), { count, ...values });
}
