import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { AwardFields, StoredAward } from '../../../shared/contract/awards.ts';
import { APPROVAL_DECISIONS } from '../../../shared/domain/awards/award.ts';
import { useText } from '../../i18n/use-text.ts';
import { DateField } from '../../ui/date-field.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './awards.module.css';
import { SectionHead } from './section-head.tsx';

type Approvals = AwardFields['approvals'];

/** Who has to agree, and what they said. */
export function ApprovalsSection(props: {
  readonly award: StoredAward;
  readonly frozen: boolean;
  readonly change: (changes: Partial<AwardFields>) => Promise<unknown>;
}) {
  const { award, frozen, change } = props;
  const { t } = useText();
  const stored: Approvals = award.content.approvals.map((one) => ({ ...one }));
  const [draft, setDraft] = useState<Approvals | null>(null);
  const shown = draft ?? stored;
  const set = (index: number, changes: Partial<Approvals[number]>) =>
    setDraft(shown.map((one, at) => (at === index ? { ...one, ...changes } : one)));
  const isIncomplete = shown.some(({ name }) => name.trim() === '');
  return (
    <section className={classes.section} aria-labelledby="approvals">
      <SectionHead id="approvals" title={t('awards:decision.approvals')}>
        {frozen ? null : (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setDraft([...shown, { name: '', role: '', decision: 'pending', decidedOn: null, note: '' }])}
          >
            {t('awards:decision.addApproval')}
          </Button>
        )}
      </SectionHead>
      {shown.length === 0 ? <Text className="hj-quiet">{t('awards:decision.noApprovals')}</Text> : null}
      <Stack gap="xs">
        {shown.map((approval, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
          <Group key={index} gap="xs" align="flex-end">
            <TextInput
              label={t('awards:decision.approver')}
              value={approval.name}
              readOnly={frozen}
              maxLength={300}
              onChange={(event) => set(index, { name: event.currentTarget.value })}
              required
            />
            <TextInput
              label={t('awards:decision.approverRole')}
              value={approval.role}
              readOnly={frozen}
              maxLength={300}
              onChange={(event) => set(index, { role: event.currentTarget.value })}
            />
            <Select
              label={t('awards:decision.approval')}
              data={APPROVAL_DECISIONS.map((value) => ({ value, label: t(`award:decision.${value}`) }))}
              value={approval.decision}
              readOnly={frozen}
              onChange={(value) =>
                set(index, { decision: APPROVAL_DECISIONS.find((one) => one === value) ?? approval.decision })
              }
              allowDeselect={false}
              w={130}
            />
            <DateField
              label={t('awards:decision.approvedOn')}
              value={approval.decidedOn}
              readOnly={frozen}
              onChange={(decidedOn) => set(index, { decidedOn })}
            />
            <TextInput
              label={t('awards:decision.approvalNote')}
              value={approval.note}
              readOnly={frozen}
              maxLength={2000}
              onChange={(event) => set(index, { note: event.currentTarget.value })}
              flex={1}
              miw={160}
            />
            {frozen ? null : (
              <ActionIcon
                aria-label={t('awards:decision.removeApproval', { number: index + 1 })}
                onClick={() => setDraft(shown.filter((_, at) => at !== index))}
                mb={4}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
      </Stack>
      {draft === null ? null : (
        <Group gap="xs" mt="sm">
          <Button disabled={isIncomplete} onClick={() => void change({ approvals: draft }).catch(() => undefined)}>
            {t('awards:decision.saveApprovals')}
          </Button>
          <Button variant="default" onClick={() => setDraft(null)}>
            {t('cancel')}
          </Button>
          <StatusBadge tone="warning" label={t('awards:decision.unsaved')} />
        </Group>
      )}
    </section>
  );
}
