import { Button, Group, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { Criterion, Judgement } from '../../../shared/contract/evaluations.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { useText } from '../../i18n/use-text.ts';
import { useReadOnly } from '../workspaces/queries.ts';
import { type DraftCriterion, draftOf } from './criteria-draft.ts';
import { CriteriaEditor } from './criteria-editor.tsx';
import { CriteriaTable } from './criteria-table.tsx';
import classes from './evaluate.module.css';
import { SaveAsTemplate, TemplateMenu, Templates } from './template-choice.tsx';

/** What counts and how much: shown as a tree, edited as one. */
export function CriteriaSection(props: {
  readonly projectId: Id;
  readonly criteria: readonly Criterion[];
  readonly judgements: readonly Judgement[];
}) {
  const { projectId, criteria, judgements } = props;
  const { t } = useText();
  const readOnly = useReadOnly();
  const [draft, setDraft] = useState<DraftCriterion[] | null>(null);
  return (
    <section className={classes.section} aria-labelledby="criteria">
      <div className={classes.head}>
        <Title order={2} id="criteria" className={classes.heading}>
          {t('evaluations:criteria')}
        </Title>
        {readOnly || (draft === null && criteria.length === 0) ? null : (
          <Group gap="xs">
            {draft === null ? <SaveAsTemplate criteria={criteria} /> : null}
            <TemplateMenu onChoose={setDraft} />
            {draft === null ? (
              <Button
                variant="default"
                leftSection={<IconPencil size={14} aria-hidden />}
                onClick={() => setDraft(draftOf(criteria))}
              >
                {t('evaluations:editCriteria')}
              </Button>
            ) : null}
          </Group>
        )}
      </div>
      {draft !== null ? (
        <CriteriaEditor
          projectId={projectId}
          stored={criteria}
          draft={draft}
          onChange={setDraft}
          onDone={() => setDraft(null)}
        />
      ) : criteria.length === 0 ? (
        <Templates onChoose={setDraft} readOnly={readOnly} />
      ) : (
        <CriteriaTable projectId={projectId} criteria={criteria} judgements={judgements} />
      )}
    </section>
  );
}
