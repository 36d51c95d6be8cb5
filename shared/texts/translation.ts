/**
 * The shape a translation must have: every key of the English texts, nested alike. Chinese has no plural forms, so
 * `..._one` falls away there. `satisfies Translation<typeof en>` makes a missing or misspelt key fail the type check.
 */
export type Translation<Texts> = {
  [Key in keyof Texts as Key extends `${string}_one` ? never : Key]: Texts[Key] extends string
    ? string
    : Translation<Texts[Key]>;
};
