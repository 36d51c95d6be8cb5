import { ActionIcon, Button, Group, Menu, Popover, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconBookmark, IconTemplate, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Criterion, PlacedCriterion } from '../../../shared/contract/evaluations.ts';
import { formatPercent } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { ContributionBar } from './contribution-bar.tsx';
import { type DraftCriterion, draftFrom, draftOf, newCriterion, placedOf } from './criteria-draft.ts';
import classes from './evaluate.module.css';
import { useRemoveTemplate, useSaveTemplate } from './mutations.ts';
import { useTemplates } from './queries.ts';
import { TEMPLATE_NAMES, TEMPLATES } from './templates.ts';

type Choose = (draft: DraftCriterion[]) => void;

/** Nothing to weigh by yet: trees to begin with, ours and the workspace's own, each open to change before it is saved. */
export function Templates({ onChoose, readOnly }: { readonly onChoose: Choose; readonly readOnly: boolean }) {
  const { t } = useText();
  const own = useTemplates().data ?? [];
  const remove = useRemoveTemplate();
  return (
    <>
      <Text className="hj-quiet" maw="72ch">
        {t('evaluations:empty.noCriteria')}
      </Text>
      {readOnly ? null : (
        <>
          <div className={classes.templates}>
            {TEMPLATE_NAMES.map((name) => (
              <TemplateCard
                key={name}
                title={t(`evaluations:template.${name}.title`)}
                hint={t(`evaluations:template.${name}.hint`)}
                criteria={TEMPLATES[name]}
                onChoose={onChoose}
              />
            ))}
            {own.map((template) => (
              <div key={template.id} className={classes.ownTemplate}>
                <TemplateCard
                  title={template.name}
                  hint={t('evaluations:template.ownHint')}
                  criteria={template.criteria}
                  onChoose={onChoose}
                />
                <ActionIcon
                  className={classes.removeTemplate ?? ''}
                  aria-label={t('evaluations:template.remove', { name: template.name })}
                  onClick={() => remove.mutate(template)}
                >
                  <IconTrash size={14} aria-hidden />
                </ActionIcon>
              </div>
            ))}
          </div>
          <Button variant="subtle" mt="sm" onClick={() => onChoose([newCriterion()])}>
            {t('evaluations:template.own')}
          </Button>
        </>
      )}
    </>
  );
}

function TemplateCard(props: {
  readonly title: string;
  readonly hint: string;
  readonly criteria: readonly PlacedCriterion[];
  readonly onChoose: Choose;
}) {
  const { title, hint, criteria, onChoose } = props;
  const nameOf = useName();
  const roots = criteria.filter(({ parentIndex }) => parentIndex === null);
  return (
    <UnstyledButton className={classes.template} onClick={() => onChoose(draftFrom(criteria))}>
      <Text fw={600}>{title}</Text>
      <Text size="xs" className="hj-quiet" mb={8}>
        {hint}
      </Text>
      <ContributionBar parts={roots.map(({ weightBp }) => weightBp)} whole={10_000} />
      <Text size="xs" mt={6}>
        {roots.map((criterion) => `${nameOf(criterion)} ${formatPercent(criterion.weightBp)}`).join(' · ')}
      </Text>
    </UnstyledButton>
  );
}

/** The same choice once there are criteria: what is chosen opens in the editor and replaces them only when it is saved. */
export function TemplateMenu({ onChoose }: { readonly onChoose: Choose }) {
  const { t } = useText();
  const own = useTemplates().data ?? [];
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconTemplate size={14} aria-hidden />}>
          {t('evaluations:template.choose')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {TEMPLATE_NAMES.map((name) => (
          <Menu.Item key={name} onClick={() => onChoose(draftFrom(TEMPLATES[name]))}>
            {t(`evaluations:template.${name}.title`)}
          </Menu.Item>
        ))}
        {own.length === 0 ? null : <Menu.Divider />}
        {own.map((template) => (
          <Menu.Item key={template.id} onClick={() => onChoose(draftFrom(template.criteria))}>
            {template.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Keeps the criteria of this project for the next one. */
export function SaveAsTemplate({ criteria }: { readonly criteria: readonly Criterion[] }) {
  const { t } = useText();
  const save = useSaveTemplate();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const keep = () => {
    if (name.trim() === '') return;
    save.mutate(
      { name: name.trim(), criteria: placedOf(draftOf(criteria)) },
      {
        onSuccess: () => {
          setOpen(false);
          setName('');
        },
      },
    );
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={300} withinPortal trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={14} aria-hidden />}
          onClick={() => setOpen((open) => !open)}
        >
          {t('evaluations:template.keep')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <TextInput
            data-autofocus
            label={t('evaluations:template.name')}
            maxLength={300}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group justify="flex-end" mt="sm">
            <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>
              {t('save')}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
