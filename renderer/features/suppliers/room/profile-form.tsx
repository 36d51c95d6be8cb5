import { Alert, Autocomplete, Button, Checkbox, Group, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Supplier } from '../../../../shared/contract/suppliers.ts';
import { PROVINCES, provinceIn } from '../../../../shared/domain/suppliers/provinces.ts';
import { checkUscc } from '../../../../shared/domain/suppliers/uscc.ts';
import {
  BADGES,
  BUSINESS_KINDS,
  CREDIT_GRADES,
  SPOKEN_LANGUAGES,
  TIERS,
} from '../../../../shared/domain/suppliers/words.ts';
import { changedFields } from '../../../app/changed-fields.ts';
import { describeError, failureOf } from '../../../app/errors.ts';
import { useStoredForm } from '../../../app/stored-form.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { useReadOnly } from '../../workspaces/queries.ts';
import { useUpdateSupplier } from '../mutations.ts';
import { useSupplierRegions } from '../queries.ts';
import { Panel } from './panel.tsx';
import { fieldValues, problemsOf, toChanges, wordsOf } from './profile-values.ts';
import classes from './room.module.css';

/** What is stated once of a supplier. Saved as a whole; only what differs is sent. */
export function ProfileForm({ supplier }: { readonly supplier: Supplier }) {
  const { t } = useText();
  const { language } = useLanguage();
  const readOnly = useReadOnly();
  const regions = useSupplierRegions().data ?? [];
  const start = fieldValues(supplier);
  const form = useForm({
    mode: 'controlled',
    initialValues: start,
    validateInputOnBlur: true,
    validate: (values) => problemsOf(values, t),
  });
  const stored = useStoredForm(form, start, supplier.revision);
  const update = useUpdateSupplier(stored.takeStored);
  const submit = form.onSubmit((values) => {
    const { fields, revision } = stored.base();
    const changes = toChanges(changedFields(fields, values));
    if (Object.keys(changes).length > 0) update.mutate({ id: supplier.id, revision, changes });
  });
  const { values } = form;
  const code = checkUscc(values.uscc);
  const own = { readOnly };
  return (
    <form onSubmit={submit} noValidate aria-label={t('suppliers:profile')}>
      <Panel title={t('suppliers:section.company')}>
        <div className={classes.fields}>
          <TextInput label={t('nameEn')} maxLength={300} {...own} {...form.getInputProps('nameEn')} />
          <TextInput label={t('nameZh')} lang="zh-CN" maxLength={300} {...own} {...form.getInputProps('nameZh')} />
          <Autocomplete
            label={t('suppliers:field.region')}
            placeholder={t('suppliers:field.regionPlaceholder')}
            data={regions.map(({ region }) => region)}
            maxLength={300}
            {...own}
            {...form.getInputProps('region')}
            onBlur={() => {
              const named = provinceIn(values.region);
              if (values.province === '' && named !== null) form.setFieldValue('province', named.code);
            }}
          />
          <Select
            label={t('suppliers:column.province')}
            searchable
            clearable={!readOnly}
            data={PROVINCES.map(({ code: value, zh, en }) => ({
              value,
              label: language === 'zh' ? zh : `${en} ${zh}`,
            }))}
            {...own}
            value={values.province === '' ? null : values.province}
            onChange={(value) => form.setFieldValue('province', value ?? '')}
          />
          <Select
            label={t('refusal:field.businessKind')}
            clearable={!readOnly}
            data={BUSINESS_KINDS.map((value) => ({ value, label: t(`supplier:businessKind.${value}`) }))}
            {...own}
            {...form.getInputProps('businessKind')}
          />
          <MultiSelect
            label={t('refusal:field.languages')}
            data={SPOKEN_LANGUAGES.map((value) => ({ value, label: t(`supplier:language.${value}`) }))}
            {...own}
            value={wordsOf(values.languages)}
            onChange={(chosen) => form.setFieldValue('languages', chosen.join(','))}
          />
          <TextInput
            label={`${t('suppliers:mainContact')}`}
            maxLength={300}
            {...own}
            {...form.getInputProps('contactName')}
          />
          <TextInput label={t('suppliers:field.phone')} maxLength={60} {...own} {...form.getInputProps('phone')} />
          <TextInput label={t('suppliers:field.wechat')} maxLength={100} {...own} {...form.getInputProps('wechat')} />
          <TextInput label={t('suppliers:field.email')} maxLength={200} {...own} {...form.getInputProps('email')} />
        </div>
      </Panel>
      <Panel title={t('suppliers:section.platform')}>
        <div className={classes.fields}>
          <TextInput
            className={classes.wide ?? ''}
            label={t('suppliers:field.shopUrl')}
            placeholder={t('suppliers:field.shopUrlPlaceholder')}
            inputMode="url"
            maxLength={2_000}
            {...own}
            {...form.getInputProps('shopUrl')}
          />
          <Select
            label={t('refusal:field.tier')}
            placeholder={t('unknown')}
            clearable={!readOnly}
            data={TIERS.map((value) => ({ value, label: t(`supplier:tier.${value}`) }))}
            {...own}
            {...form.getInputProps('tier')}
          />
          <DateField
            label={t('refusal:field.memberSince')}
            {...own}
            value={values.memberSince}
            onChange={(date) => form.setFieldValue('memberSince', date)}
          />
          <Select
            label={t('refusal:field.creditGrade')}
            placeholder={t('unknown')}
            clearable={!readOnly}
            data={CREDIT_GRADES.map((value) => ({ value, label: t(`supplier:credit.${value}`) }))}
            {...own}
            {...form.getInputProps('creditGrade')}
          />
          <TextInput
            label={t('refusal:field.depositMinor')}
            inputMode="decimal"
            rightSection={<span className="hj-unit">CNY</span>}
            rightSectionWidth={46}
            styles={{ input: { textAlign: 'right' } }}
            {...own}
            {...form.getInputProps('deposit')}
          />
          <MultiSelect
            label={t('refusal:field.badges')}
            data={BADGES.map((value) => ({ value, label: t(`supplier:badge.${value}`) }))}
            {...own}
            value={wordsOf(values.badges)}
            onChange={(chosen) => form.setFieldValue('badges', chosen.join(','))}
          />
          <TextInput
            label={t('refusal:field.sampleScoreHundredths')}
            inputMode="decimal"
            rightSection={<span className="hj-unit">/ 100</span>}
            rightSectionWidth={52}
            styles={{ input: { textAlign: 'right' } }}
            {...own}
            {...form.getInputProps('sampleScore')}
          />
        </div>
      </Panel>
      <Panel title={t('suppliers:section.licence')}>
        <div className={classes.fields}>
          <TextInput
            className={classes.wide ?? ''}
            label={t('refusal:field.licenceName')}
            maxLength={300}
            {...own}
            {...form.getInputProps('licenceName')}
          />
          <TextInput
            className={classes.wide ?? ''}
            label={t('refusal:field.uscc')}
            maxLength={60}
            styles={{ input: { fontFamily: 'monospace' } }}
            description={code.state === 'valid' ? t('supplier:uscc.valid') : undefined}
            error={
              code.state === 'valid' || code.state === 'missing'
                ? undefined
                : t(`supplier:uscc.${code.state}`, { ...code })
            }
            {...own}
            value={values.uscc}
            onChange={(event) => form.setFieldValue('uscc', event.currentTarget.value)}
          />
          <TextInput
            label={t('refusal:field.legalPerson')}
            maxLength={300}
            {...own}
            {...form.getInputProps('legalPerson')}
          />
          <DateField
            label={t('refusal:field.establishedOn')}
            {...own}
            value={values.establishedOn}
            onChange={(date) => form.setFieldValue('establishedOn', date)}
          />
          <DateField
            label={t('refusal:field.licenceUntil')}
            readOnly={readOnly || values.licenceLongTerm}
            value={values.licenceLongTerm ? null : values.licenceUntil}
            onChange={(date) => form.setFieldValue('licenceUntil', date)}
          />
          <Checkbox
            mt={26}
            label={t('suppliers:licenceLongTerm')}
            disabled={readOnly}
            {...form.getInputProps('licenceLongTerm', { type: 'checkbox' })}
          />
          <Textarea
            className={classes.wide ?? ''}
            label={t('refusal:field.licenceAddress')}
            autosize
            minRows={1}
            maxRows={4}
            maxLength={2_000}
            {...own}
            {...form.getInputProps('licenceAddress')}
          />
          <Textarea
            className={classes.wide ?? ''}
            label={t('refusal:field.businessScope')}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={20_000}
            {...own}
            {...form.getInputProps('businessScope')}
          />
          <TextInput
            label={t('refusal:field.contractName')}
            maxLength={300}
            {...own}
            {...form.getInputProps('contractName')}
          />
          <TextInput
            label={t('refusal:field.invoiceName')}
            maxLength={300}
            {...own}
            {...form.getInputProps('invoiceName')}
          />
        </div>
      </Panel>
      <Panel title={t('suppliers:section.notes')}>
        <Textarea
          aria-label={t('notes')}
          autosize
          minRows={3}
          maxRows={14}
          maxLength={20_000}
          {...own}
          {...form.getInputProps('notes')}
        />
      </Panel>
      {update.error === null || failureOf(update.error)?.code === 'STALE' ? null : (
        <Alert color="red" variant="light" role="alert" mt="md">
          {describeError(update.error, t)}
        </Alert>
      )}
      {readOnly ? null : (
        <Group justify="flex-end" gap="xs" mt="md">
          {form.isDirty() ? (
            <Button variant="default" onClick={stored.takeStored}>
              {t('suppliers:discard')}
            </Button>
          ) : null}
          <Button type="submit" disabled={!form.isDirty()} loading={update.isPending}>
            {t('suppliers:saveProfile')}
          </Button>
        </Group>
      )}
    </form>
  );
}
