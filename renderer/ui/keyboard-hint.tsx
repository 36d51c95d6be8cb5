import { Group, Kbd } from '@mantine/core';
import { useText } from '../i18n/use-text.ts';

type NamedKey = 'ctrl' | 'shift' | 'enter' | 'escape';

/** What something does and the keys that do it; letters are given as they stand on the key. */
export function KeyboardHint({ label, keys }: { readonly label?: string; readonly keys: readonly string[] }) {
  const { t } = useText();
  return (
    <Group gap={8} wrap="nowrap">
      {label}
      <Group gap={3} wrap="nowrap">
        {keys.map((key) => (
          <Kbd key={key} size="xs">
            {isNamed(key) ? t(`keys.${key}`) : key}
          </Kbd>
        ))}
      </Group>
    </Group>
  );
}

function isNamed(key: string): key is NamedKey {
  return key === 'ctrl' || key === 'shift' || key === 'enter' || key === 'escape';
}
