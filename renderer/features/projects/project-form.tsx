import { Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ProjectFields } from '../../../shared/contract/projects.ts';
import { fromScaledInteger } from '../../../shared/kernel/decimal.ts';
import { exponentOf } from '../../../shared/kernel/money.ts';
import { type Translate, useText } from '../../i18n/use-text.ts';
import { CurrencySelect } from '../../ui/currency-select.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { problemText } from '../../ui/grid/cells.tsx';
import { parseMoneyCell } from '../../ui/grid/parse.ts';

/** A project as it is typed: the budget is text until it is saved. */
export type ProjectDraft = Omit<ProjectFields, 'budgetMinor' | 'stage'> & { readonly budget: string };

export function draftOf(project: ProjectFields): ProjectDraft {
  const { budgetMinor, stage: _, ...rest } = project;
  const places = exponentOf(project.currency);
  return { ...rest, budget: budgetMinor === null ? '' : fromScaledInteger(budgetMinor, places).toFixed(places) };
}

/** The fields behind a draft that `problemsOf` found nothing wrong with. */
export function fieldsOf(draft: ProjectDraft): Omit<ProjectFields, 'stage'> {
  const { budget, ...rest } = draft;
  const parsed = parseMoneyCell(budget, draft.currency);
  return { ...rest, budgetMinor: parsed.ok ? parsed.value : null };
}

export function problemsOf(draft: ProjectDraft, t: Translate): Partial<Record<keyof ProjectDraft, string>> {
  const problems: Partial<Record<keyof ProjectDraft, string>> = {};
  if (draft.nameEn.trim() === '' && draft.nameZh.trim() === '') problems.nameEn = t('refusal:rule.nameRequired');
  const budget = parseMoneyCell(draft.budget, draft.currency);
  if (!budget.ok) problems.budget = problemText(budget.problem, t);
  return problems;
}

/** The fields of a project; `withMore` adds those that matter only later. */
export function ProjectFieldset(props: { readonly form: UseFormReturnType<ProjectDraft>; readonly withMore: boolean }) {
  const { form, withMore } = props;
  const { t } = useText();
  return (
    <Stack gap="md">
      <TextInput label={t('nameEn')} data-autofocus maxLength={300} {...form.getInputProps('nameEn')} />
      <TextInput label={t('nameZh')} lang="zh-CN" maxLength={300} {...form.getInputProps('nameZh')} />
      <CurrencySelect
        label={t('refusal:field.currency')}
        description={t('projects:field.currencyHint')}
        value={form.values.currency}
        onChange={(currency) => form.setFieldValue('currency', currency)}
      />
      <Group grow align="flex-start">
        <TextInput
          label={t('projects:field.budget')}
          inputMode="decimal"
          rightSection={<span className="hj-unit">{form.values.currency}</span>}
          rightSectionWidth={46}
          {...form.getInputProps('budget')}
        />
        <DateField
          label={t('projects:field.needBy')}
          value={form.values.needBy}
          onChange={(needBy) => form.setFieldValue('needBy', needBy)}
        />
      </Group>
      <TextInput
        label={t('projects:field.destination')}
        description={t('projects:field.destinationHint')}
        maxLength={2_000}
        {...form.getInputProps('destination')}
      />
      <Checkbox
        label={t('projects:field.vatRecoverable')}
        description={t('projects:field.vatRecoverableHint')}
        checked={form.values.vatRecoverable}
        onChange={(event) => form.setFieldValue('vatRecoverable', event.currentTarget.checked)}
      />
      {withMore ? (
        <>
          <DateField
            label={t('projects:field.comparisonDate')}
            description={t('projects:field.comparisonDateHint')}
            value={form.values.comparisonDate}
            onChange={(comparisonDate) => form.setFieldValue('comparisonDate', comparisonDate)}
          />
          <Textarea label={t('notes')} autosize minRows={3} maxLength={20_000} {...form.getInputProps('notes')} />
        </>
      ) : null}
    </Stack>
  );
}
