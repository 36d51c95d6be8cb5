import {
  ActionIcon,
  Anchor,
  Button,
  CopyButton,
  Group,
  SegmentedControl,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import type { Ask, AskFields } from '../../../../shared/contract/supplier-profiles.ts';
import { questionIn, questionsToCopy } from '../../../../shared/documents/ask-sheet-text.ts';
import {
  ANSWER_STATES,
  type AnswerState,
  QUESTIONS,
  type Question,
} from '../../../../shared/domain/suppliers/ask-sheet.ts';
import { useText } from '../../../i18n/use-text.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { useReadOnly } from '../../workspaces/queries.ts';
import { useRemoveRecord, useSaveAsk } from './mutations.ts';
import { useOpenSupplier } from './open-supplier.ts';
import { Panel, Quiet } from './panel.tsx';
import { AddButton } from './payees-panel.tsx';
import { ProjectSelect } from './project-select.tsx';
import { RecordDrawer } from './record-drawer.tsx';
import classes from './room.module.css';

/** The eight questions, as they were sent, and how each was answered. */
export function AsksPanel() {
  const { asks } = useOpenSupplier().profile;
  const { t } = useText();
  const readOnly = useReadOnly();
  const [open, setOpen] = useState<Ask | 'new' | null>(null);
  return (
    <Panel
      title={t('suppliers:section.asks')}
      action={readOnly ? null : <AddButton label={t('suppliers:addAsk')} onClick={() => setOpen('new')} />}
    >
      {asks.length === 0 ? (
        <Quiet>{t('suppliers:noAsks')}</Quiet>
      ) : (
        <ul className={classes.list}>
          {asks.map((ask) => (
            <li key={ask.id}>
              <span className={classes.grow}>
                <Anchor component="button" type="button" onClick={() => setOpen(ask)}>
                  {t('suppliers:askedOn', { date: ask.sentOn })}
                </Anchor>
                {ask.projectName === '' ? null : <span className="hj-unit">{ask.projectName}</span>}
                <p className={`${classes.longText} hj-quiet`}>{t('suppliers:answerCounts', countsOf(ask))}</p>
              </span>
            </li>
          ))}
        </ul>
      )}
      {open === null ? null : (
        <AskDrawer
          key={open === 'new' ? 'new' : open.id}
          ask={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Panel>
  );
}

function countsOf({ answers }: Ask): Record<AnswerState, number> {
  const count = (state: AnswerState) => answers.filter((answer) => answer.state === state).length;
  return { answered: count('answered'), vague: count('vague'), evasive: count('evasive'), missing: count('missing') };
}

/** Not recorded yet; distinct from "no answer", which is one. */
const NOT_RECORDED = 'notRecorded';

function AskDrawer({ ask, onClose }: { readonly ask: Ask | null; readonly onClose: () => void }) {
  const { supplier, profile } = useOpenSupplier();
  const { t } = useText();
  const save = useSaveAsk();
  const remove = useRemoveRecord('removeAsk');
  const [fields, setFields] = useState<AskFields>(() => ({
    projectId: ask?.projectId ?? null,
    sentOn: ask?.sentOn ?? profile.assessment.asOf,
    quantity: ask?.quantity ?? '',
    feature: ask?.feature ?? '',
    address: ask?.address ?? '',
    answers: ask?.answers ?? [],
  }));
  const set = (changes: Partial<AskFields>) => setFields((before) => ({ ...before, ...changes }));
  const own = { supplierId: supplier.id, id: ask?.id ?? null, revision: ask?.revision ?? null };
  return (
    <RecordDrawer
      title={t('suppliers:editAsk')}
      size={620}
      onClose={onClose}
      isSaving={save.isPending}
      error={save.error}
      onSave={() => save.mutate({ ...own, fields }, { onSuccess: onClose })}
      {...(ask === null
        ? {}
        : {
            onRemove: () =>
              remove(
                { supplierId: supplier.id, id: ask.id },
                t('deleted', { name: t('suppliers:askedOn', { date: ask.sentOn }) }),
                onClose,
              ),
          })}
    >
      <Group grow align="flex-start">
        <DateField
          label={t('refusal:field.sentOn')}
          value={fields.sentOn}
          onChange={(sentOn) => set({ sentOn: sentOn ?? fields.sentOn })}
        />
        <ProjectSelect value={fields.projectId} onChange={(projectId) => set({ projectId })} />
      </Group>
      <Group grow>
        <TextInput
          label={t('suppliers:askQuantity')}
          maxLength={300}
          value={fields.quantity}
          onChange={(event) => set({ quantity: event.currentTarget.value })}
        />
        <TextInput
          label={t('suppliers:askFeature')}
          maxLength={300}
          value={fields.feature}
          onChange={(event) => set({ feature: event.currentTarget.value })}
        />
        <TextInput
          label={t('suppliers:askAddress')}
          maxLength={300}
          value={fields.address}
          onChange={(event) => set({ address: event.currentTarget.value })}
        />
      </Group>
      <CopyButton value={questionsToCopy(fields)}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            onClick={copy}
          >
            {copied ? t('copied') : t('suppliers:copyQuestions')}
          </Button>
        )}
      </CopyButton>
      <ol className={classes.askList}>
        {QUESTIONS.map((question) => (
          <QuestionRow key={question} question={question} fields={fields} onChange={(answers) => set({ answers })} />
        ))}
      </ol>
    </RecordDrawer>
  );
}

function QuestionRow(props: {
  readonly question: Question;
  readonly fields: AskFields;
  readonly onChange: (answers: AskFields['answers']) => void;
}) {
  const { question, fields, onChange } = props;
  const { t } = useText();
  const readOnly = useReadOnly();
  const [zh, en] = [questionIn('zh', question, fields), questionIn('en', question, fields)];
  const given = fields.answers.find((answer) => answer.question === question);
  const others = fields.answers.filter((answer) => answer.question !== question);
  const set = (state: AnswerState | null, answer: string) =>
    onChange(state === null ? others : [...others, { question, state, answer }]);
  const shown = t(`supplier:question.${question}`, { ...fields });
  return (
    <li>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <p lang="zh-CN">{zh}</p>
          <p lang="en" className="hj-quiet">
            {en}
          </p>
        </div>
        <CopyButton value={`${zh}\n${en}`}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? t('copied') : t('copy')}>
              <ActionIcon variant="subtle" onClick={copy} aria-label={t('suppliers:copyQuestion', { question: shown })}>
                {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </Group>
      <SegmentedControl
        aria-label={t('suppliers:answerStateOf', { question: shown })}
        size="xs"
        readOnly={readOnly}
        data={[
          { value: NOT_RECORDED, label: t('suppliers:notAsked') },
          ...ANSWER_STATES.map((value) => ({ value, label: t(`supplier:answerState.${value}`) })),
        ]}
        value={given?.state ?? NOT_RECORDED}
        onChange={(value) => set(ANSWER_STATES.find((state) => state === value) ?? null, given?.answer ?? '')}
      />
      {given === undefined ? null : (
        <Textarea
          mt={6}
          aria-label={t('suppliers:answerText', { question: shown })}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={20_000}
          readOnly={readOnly}
          value={given.answer}
          onChange={(event) => set(given.state, event.currentTarget.value)}
        />
      )}
    </li>
  );
}
