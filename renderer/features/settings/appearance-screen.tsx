import { Radio, SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { useCrumb } from '../../app/breadcrumb.tsx';
import { useDensity } from '../../app/preferences.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import classes from './settings.module.css';

/** Choices of this computer: they take effect at once. */
export function AppearanceScreen() {
  const { t } = useText();
  const { language, setLanguage } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [density, setDensity] = useDensity();
  useCrumb(1, t('settings:appearance.title'));
  return (
    <>
      <PageHeader title={t('settings:appearance.title')} hint={t('settings:appearance.hint')} />
      <Stack gap="xl" className={classes.form} align="flex-start">
        <Radio.Group
          label={t('settings:appearance.language')}
          value={language}
          onChange={(value) => setLanguage(value === 'zh' ? 'zh' : 'en')}
        >
          <Stack gap={8} mt={6}>
            <Radio value="en" label={<span lang="en">English</span>} />
            <Radio value="zh" label={<span lang="zh-CN">简体中文</span>} />
          </Stack>
        </Radio.Group>
        <Stack gap={6}>
          <Text size="xs" fw={500} id="colour-scheme">
            {t('settings:appearance.colourScheme')}
          </Text>
          <SegmentedControl
            aria-labelledby="colour-scheme"
            value={colorScheme}
            onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
            data={[
              { value: 'light', label: t('settings:appearance.light') },
              { value: 'dark', label: t('settings:appearance.dark') },
              { value: 'auto', label: t('settings:appearance.auto') },
            ]}
          />
        </Stack>
        <Stack gap={6}>
          <Text size="xs" fw={500} id="density">
            {t('settings:appearance.density')}
          </Text>
          <SegmentedControl
            aria-labelledby="density"
            value={density}
            onChange={(value) => setDensity(value === 'comfortable' ? 'comfortable' : 'compact')}
            data={[
              { value: 'compact', label: t('settings:appearance.compact') },
              { value: 'comfortable', label: t('settings:appearance.comfortable') },
            ]}
          />
        </Stack>
      </Stack>
    </>
  );
}
