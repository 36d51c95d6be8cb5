import { Button, Code, Group, Spoiler, Stack, Text, Title } from '@mantine/core';
import { type ErrorComponentProps, useNavigate } from '@tanstack/react-router';
import { useText } from '../i18n/use-text.ts';

/** A screen that threw does not take the program with it. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <Stack p="xl" align="flex-start" maw={720} miw={0} role="alert">
      <Title order={1}>{t('app:crash.title')}</Title>
      <Text>{t('app:crash.hint')}</Text>
      <Group>
        <Button onClick={reset}>{t('retry')}</Button>
        <Button variant="default" onClick={() => void navigate({ to: '/' })}>
          {t('app:nav.sourcing')}
        </Button>
      </Group>
      <Spoiler w="100%" maxHeight={0} showLabel={t('app:crash.details')} hideLabel={t('close')}>
        <Code block maw="100%" style={{ overflowX: 'auto' }}>
          {error instanceof Error ? (error.stack ?? error.message) : String(error)}
        </Code>
      </Spoiler>
    </Stack>
  );
}
