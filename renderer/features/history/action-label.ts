import type { ActionLabel } from '../../../shared/contract/history.ts';
import { en } from '../../i18n/en/index.ts';
import type { Translate } from '../../i18n/use-text.ts';
import { useText } from '../../i18n/use-text.ts';

/** What an action is called, in the language shown. */
export function actionText(label: ActionLabel, t: Translate): string {
  const { key, params } = label;
  const count = typeof params.count === 'number' ? params.count : 1;
  return isActionKey(key) ? t(`action:${key}`, { ...params, count }) : t('action:other', { key });
}

export function useActionText(): (label: ActionLabel) => string {
  const { t } = useText();
  return (label) => actionText(label, t);
}

type ActionKey = keyof typeof en.action extends infer Key
  ? Key extends `${infer Stem}_one` | `${infer Stem}_other`
    ? Stem
    : Key
  : never;

function isActionKey(key: string): key is ActionKey {
  return Object.hasOwn(en.action, key) || Object.hasOwn(en.action, `${key}_other`);
}
