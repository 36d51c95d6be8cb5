import { Alert, Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useId } from 'react';
import type { Project, ProjectFields } from '../../../shared/contract/projects.ts';
import { changedFields } from '../../app/changed-fields.ts';
import { describeError, failureOf } from '../../app/errors.ts';
import { useStoredForm } from '../../app/stored-form.ts';
import { useText } from '../../i18n/use-text.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { useWorkspaceState } from '../workspaces/queries.ts';
import { useCreateProject, useUpdateProject } from './mutations.ts';
import { draftOf, fieldsOf, type ProjectDraft, ProjectFieldset, problemsOf } from './project-form.tsx';

interface NewProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onCreated: (project: Project, next: 'items' | 'import') => void;
}

/** A new project, in the workspace's currency to begin with; the next step is its items or a quote sheet. */
export function NewProjectDrawer({ opened, onClose, onCreated }: NewProps) {
  return opened ? <NewProject onClose={onClose} onCreated={onCreated} /> : null;
}

function NewProject({ onClose, onCreated }: Omit<NewProps, 'opened'>) {
  const { t } = useText();
  const formId = useId();
  const create = useCreateProject();
  const currency = useWorkspaceState().data?.open?.baseCurrency ?? 'CNY';
  const form = useForm<ProjectDraft>({
    mode: 'controlled',
    initialValues: draftOf({ ...emptyProject, currency }),
    validate: (values) => problemsOf(values, t),
  });
  const submit = (next: 'items' | 'import') =>
    form.onSubmit((values) =>
      create.mutate(
        { ...fieldsOf(values), stage: next === 'import' ? 'quotes' : 'search' },
        { onSuccess: (project) => onCreated(project, next) },
      ),
    );
  return (
    <SideDrawer
      opened
      onClose={onClose}
      title={t('projects:new')}
      footer={
        <>
          <Button variant="default" onClick={() => submit('import')()} disabled={create.isPending}>
            {t('projects:createAndImport')}
          </Button>
          <Button type="submit" form={formId} loading={create.isPending}>
            {t('projects:create')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit('items')} noValidate>
        <ProjectFieldset form={form} withMore={false} />
        {create.error === null ? null : (
          <Alert color="red" variant="light" role="alert" mt="md">
            {describeError(create.error, t)}
          </Alert>
        )}
      </form>
    </SideDrawer>
  );
}

/** Everything about a project but its stage, which its head changes. */
export function EditProjectDrawer(props: { readonly project: Project; readonly onClose: () => void }) {
  const { project, onClose } = props;
  const { t } = useText();
  const formId = useId();
  const form = useForm<ProjectDraft>({
    mode: 'controlled',
    initialValues: draftOf(project),
    validate: (values) => problemsOf(values, t),
  });
  const stored = useStoredForm(form, draftOf(project), project.revision);
  const update = useUpdateProject(stored.takeStored);
  const submit = form.onSubmit((values) => {
    const { fields, revision } = stored.base();
    const changes = changedFields<Partial<ProjectFields>>(fieldsOf(fields), fieldsOf(values));
    if (Object.keys(changes).length === 0) return onClose();
    update.mutate({ id: project.id, revision, changes }, { onSuccess: onClose });
  });
  const { error } = update;
  return (
    <SideDrawer
      opened
      onClose={onClose}
      title={t('projects:edit')}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={formId} loading={update.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <ProjectFieldset form={form} withMore />
        {error === null || failureOf(error)?.code === 'STALE' ? null : (
          <Alert color="red" variant="light" role="alert" mt="md">
            {describeError(error, t)}
          </Alert>
        )}
      </form>
    </SideDrawer>
  );
}

const emptyProject: ProjectFields = {
  nameEn: '',
  nameZh: '',
  stage: 'search',
  currency: 'CNY',
  destination: '',
  needBy: null,
  budgetMinor: null,
  vatRecoverable: false,
  comparisonDate: null,
  notes: '',
};
