import { ActionIcon, Autocomplete, Group, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconExternalLink } from '@tabler/icons-react';
import type { SupplierFields } from '../../../shared/contract/suppliers.ts';
import { type Translate, useText } from '../../i18n/use-text.ts';
import { useSupplierRegions } from './queries.ts';
import { webAddress } from './web-address.ts';

export function problemsOf(fields: SupplierFields, t: Translate): Partial<Record<keyof SupplierFields, string>> {
  const problems: Partial<Record<keyof SupplierFields, string>> = {};
  if (fields.nameEn.trim() === '' && fields.nameZh.trim() === '') problems.nameEn = t('refusal:rule.nameRequired');
  if (fields.shopUrl !== '' && webAddress(fields.shopUrl) === null) {
    problems.shopUrl = t('suppliers:field.shopUrlInvalid');
  }
  return problems;
}

/** All fields of a supplier. */
export function SupplierFieldset(props: {
  readonly form: UseFormReturnType<SupplierFields>;
  readonly readOnly: boolean;
  readonly autoFocus: boolean;
}) {
  const { form, readOnly, autoFocus } = props;
  const { t } = useText();
  const regions = useSupplierRegions().data ?? [];
  const shop = webAddress(form.values.shopUrl);
  return (
    <Stack gap="md">
      <TextInput
        label={t('nameEn')}
        data-autofocus={autoFocus || undefined}
        maxLength={300}
        readOnly={readOnly}
        {...form.getInputProps('nameEn')}
      />
      <TextInput
        label={t('nameZh')}
        lang="zh-CN"
        maxLength={300}
        readOnly={readOnly}
        {...form.getInputProps('nameZh')}
      />
      <Group grow align="flex-start">
        <TextInput
          label={t('suppliers:field.contactName')}
          maxLength={300}
          readOnly={readOnly}
          {...form.getInputProps('contactName')}
        />
        <Autocomplete
          label={t('suppliers:field.region')}
          placeholder={t('suppliers:field.regionPlaceholder')}
          data={regions.map(({ region }) => region)}
          maxLength={300}
          readOnly={readOnly}
          {...form.getInputProps('region')}
        />
      </Group>
      <Group grow align="flex-start">
        <TextInput
          label={t('suppliers:field.phone')}
          maxLength={60}
          readOnly={readOnly}
          {...form.getInputProps('phone')}
        />
        <TextInput
          label={t('suppliers:field.wechat')}
          maxLength={100}
          readOnly={readOnly}
          {...form.getInputProps('wechat')}
        />
      </Group>
      <TextInput
        label={t('suppliers:field.email')}
        inputMode="email"
        maxLength={200}
        readOnly={readOnly}
        {...form.getInputProps('email')}
      />
      <TextInput
        label={t('suppliers:field.shopUrl')}
        placeholder={t('suppliers:field.shopUrlPlaceholder')}
        inputMode="url"
        maxLength={2_000}
        readOnly={readOnly}
        rightSection={
          shop === null ? null : (
            <ActionIcon
              component="a"
              href={shop}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={t('suppliers:field.openShop')}
              title={shop}
              size="sm"
            >
              <IconExternalLink size={14} aria-hidden />
            </ActionIcon>
          )
        }
        {...form.getInputProps('shopUrl')}
      />
      <Textarea
        label={t('notes')}
        autosize
        minRows={3}
        maxRows={14}
        maxLength={20_000}
        readOnly={readOnly}
        {...form.getInputProps('notes')}
      />
    </Stack>
  );
}
