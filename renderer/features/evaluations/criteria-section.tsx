import { Button, Text, Title, UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { Criterion } from '../../../shared/contract/evaluations.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { formatPercent, formatScore } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { useReadOnly } from '../workspaces/queries.ts';
import { ContributionBar, Swatch } from './contribution-bar.tsx';
import { type DraftCriterion, draftOf, newCriterion } from './criteria-draft.ts';
import { CriteriaEditor } from './criteria-editor.tsx';
import classes from './evaluate.module.css';
import { TEMPLATES, type TemplateName } from './templates.ts';

/** What counts and how much: shown as one bar, edited as one set. */
export function CriteriaSection({
  projectId,
  criteria,
}: {
  readonly projectId: Id;
  readonly criteria: readonly Criterion[];
}) {
  const { t } = useText();
  const readOnly = useReadOnly();
  const [draft, setDraft] = useState<DraftCriterion[] | null>(null);
  return (
    <section className={classes.section} aria-labelledby="criteria">
      <div className={classes.head}>
        <Title order={2} id="criteria" className={classes.heading}>
          {t('evaluations:criteria')}
        </Title>
        {draft !== null || criteria.length === 0 || readOnly ? null : (
          <Button
            variant="default"
            leftSection={<IconPencil size={14} aria-hidden />}
            onClick={() => setDraft(draftOf(criteria))}
          >
            {t('evaluations:editCriteria')}
          </Button>
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
        <CriteriaSummary criteria={criteria} />
      )}
    </section>
  );
}

function CriteriaSummary({ criteria }: { readonly criteria: readonly Criterion[] }) {
  const { t } = useText();
  const nameOf = useName();
  return (
    <>
      <ContributionBar parts={criteria.map(({ weightBp }) => weightBp)} whole={10_000} />
      <ul className={classes.weights}>
        {criteria.map((criterion, index) => (
          <li key={criterion.id}>
            <Swatch index={index} />
            <span>{nameOf(criterion)}</span>
            <span className="hj-figure">{formatPercent(criterion.weightBp)}</span>
            {criterion.knockoutMinimumHundredths === null ? null : (
              <span className="hj-quiet">
                {t('evaluations:atLeast', { score: formatScore(criterion.knockoutMinimumHundredths) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const TEMPLATE_NAMES: readonly TemplateName[] = ['balanced', 'newSupplier', 'performance'];

/** Nothing to weigh by yet: sets to begin with, each open to change before it is saved. */
function Templates(props: { onChoose: (draft: DraftCriterion[]) => void; readOnly: boolean }) {
  const { onChoose, readOnly } = props;
  const { t } = useText();
  const nameOf = useName();
  return (
    <>
      <Text className="hj-quiet" maw="72ch">
        {t('evaluations:empty.noCriteria')}
      </Text>
      {readOnly ? null : (
        <>
          <div className={classes.templates}>
            {TEMPLATE_NAMES.map((name) => (
              <UnstyledButton
                key={name}
                className={classes.template}
                onClick={() => onChoose(TEMPLATES[name].map((fields) => newCriterion(fields)))}
              >
                <Text fw={600}>{t(`evaluations:template.${name}.title`)}</Text>
                <Text size="xs" className="hj-quiet" mb={8}>
                  {t(`evaluations:template.${name}.hint`)}
                </Text>
                <ContributionBar parts={TEMPLATES[name].map(({ weightBp }) => weightBp)} whole={10_000} />
                <Text size="xs" mt={6}>
                  {TEMPLATES[name]
                    .map((criterion) => `${nameOf(criterion)} ${formatPercent(criterion.weightBp)}`)
                    .join(' · ')}
                </Text>
              </UnstyledButton>
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
