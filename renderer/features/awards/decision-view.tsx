import { Button, Group, Menu, Stack, Text, Textarea } from '@mantine/core';
import { IconChevronDown, IconLock, IconLockOpen, IconTrash, IconTrophy } from '@tabler/icons-react';
import { useState } from 'react';
import type { AwardFields, StoredAward, StoredScenario } from '../../../shared/contract/awards.ts';
import { problemText } from '../../../shared/documents/award-text.ts';
import { nameIn } from '../../../shared/documents/say.ts';
import { awardTotal } from '../../../shared/domain/awards/award.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { MoneyCell } from '../../ui/figures.tsx';
import { SavedField } from '../../ui/saved-field.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { useComparison } from '../comparisons/queries.ts';
import { useEvaluation } from '../evaluations/queries.ts';
import { useOpenProject } from '../projects/open-project.ts';
import { useReadOnly } from '../workspaces/queries.ts';
import { ApprovalsSection } from './approvals-section.tsx';
import classes from './awards.module.css';
import { DivisionSection } from './division-section.tsx';
import { GateSection } from './gate-section.tsx';
import {
  EMPTY_FIELDS,
  fieldsFromScenario,
  fieldsOf,
  useConfirmAward,
  useRemoveAward,
  useReopenAward,
  useSaveAward,
} from './mutations.ts';
import { Notice } from './notice.tsx';

interface Props {
  readonly scenarios: readonly StoredScenario[];
  readonly award: StoredAward | null;
}

/** Who gets the order, why, what was confirmed, who signed; frozen once it is confirmed. */
export function DecisionView({ scenarios, award }: Props) {
  return award === null ? <Begin scenarios={scenarios} /> : <Decision award={award} />;
}

/** Three ways to begin: a saved scenario, the ranking, or by hand. */
function Begin({ scenarios }: { readonly scenarios: readonly StoredScenario[] }) {
  const { t } = useText();
  const project = useOpenProject();
  const readOnly = useReadOnly();
  const save = useSaveAward();
  const query = { projectId: project.id, basis: 'comparable' as const, currency: null, quantityPercent: 100 };
  const comparison = useComparison(query);
  const evaluation = useEvaluation(query);
  const solved = scenarios.filter(({ scenario: { result } }) => result.state === 'solved');
  const [only, ...others] = solved;
  const firstByScore =
    evaluation.data?.evaluation.state === 'evaluated'
      ? evaluation.data.evaluation.suppliers.find(({ state }) => state === 'ranked')?.supplierId
      : undefined;
  const first =
    comparison.data?.quotes.find(({ quote, state }) => state === 'ranked' && quote.supplierId === firstByScore) ??
    comparison.data?.quotes.find(({ state }) => state === 'ranked');
  const begin = (fields: AwardFields | null) => {
    if (fields !== null) save.mutate({ projectId: project.id, revision: null, fields });
  };
  const fromRanking = (): AwardFields | null => {
    const index = first === undefined ? -1 : (comparison.data?.quotes.indexOf(first) ?? -1);
    if (comparison.data === undefined || first === undefined || index < 0) return null;
    const lines = comparison.data.rows.flatMap(({ item, cells }) => {
      const quantity = cells[index]?.orderQuantity ?? null;
      return quantity === null ? [] : [{ itemId: item.id, quantity }];
    });
    const supplier = { supplierId: first.quote.supplierId, note: '', notComparableReason: '', lines };
    return { ...EMPTY_FIELDS, source: 'ranking', suppliers: [supplier] };
  };
  return (
    <>
      <EmptyState
        icon={<IconTrophy size={30} stroke={1.4} aria-hidden />}
        title={t('awards:decision.none')}
        hint={t('awards:decision.noneHint')}
      />
      {readOnly ? null : (
        <Group justify="center" gap="xs">
          {only === undefined || others.length === 0 ? (
            <Button
              disabled={only === undefined}
              title={only === undefined ? t('awards:decision.noScenario') : only.scenario.name}
              loading={save.isPending}
              onClick={() => begin(only === undefined ? null : fieldsFromScenario(only.id, only, null))}
            >
              {t('awards:decision.fromScenario')}
            </Button>
          ) : (
            <Menu>
              <Menu.Target>
                <Button loading={save.isPending} rightSection={<IconChevronDown size={14} aria-hidden />}>
                  {t('awards:decision.fromScenario')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Label>{t('awards:decision.whichScenario')}</Menu.Label>
                {solved.map((stored) => (
                  <Menu.Item key={stored.id} onClick={() => begin(fieldsFromScenario(stored.id, stored, null))}>
                    {stored.scenario.number} {stored.scenario.name}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
          <Button
            variant="default"
            disabled={first === undefined}
            {...(first === undefined ? { title: t('awards:decision.noRanking') } : {})}
            onClick={() => begin(fromRanking())}
          >
            {t('awards:decision.fromRanking')}
          </Button>
          <Button variant="default" onClick={() => begin(EMPTY_FIELDS)}>
            {t('awards:decision.byHand')}
          </Button>
        </Group>
      )}
    </>
  );
}

function Decision({ award }: { readonly award: StoredAward }) {
  const { t } = useText();
  const { language } = useLanguage();
  const isReadOnly = useReadOnly();
  const save = useSaveAward();
  const { content, state, problems } = award;
  const frozen = isReadOnly || state === 'confirmed';
  const nameOf = (supplierId: string) => {
    const supplier = content.suppliers.find((one) => one.supplierId === supplierId);
    return supplier === undefined ? '' : nameIn(language, supplier);
  };
  const change = (changes: Partial<AwardFields>) =>
    save.mutateAsync({
      projectId: award.projectId,
      revision: award.revision,
      fields: { ...fieldsOf(award), ...changes },
    });
  return (
    <>
      <section className={classes.section} aria-label={t('awards:views.decision')}>
        <div className={classes.head}>
          <div>
            <span className={classes.total}>
              <MoneyCell minor={awardTotal(content)} currency={content.currency} strong />
            </span>
            <Text size="xs" className="hj-quiet">
              {t('awards:decision.total')} ·{' '}
              {t('awards:decision.from', { source: t(`award:source.${content.source}`) })}
              {content.scenario === null ? null : ` (${content.scenario.number} ${content.scenario.name})`} ·{' '}
              {t(`comparison:basis.${content.basis}`)}
            </Text>
          </div>
          <DecisionActions award={award} readOnly={isReadOnly} />
        </div>
        {state === 'confirmed' ? (
          <Notice
            tone="good"
            title={t('awards:decision.confirmed')}
            text={
              award.decisions[0] === undefined
                ? ''
                : t('awards:letters.confirmedBy', {
                    name: award.decisions[0].confirmedBy,
                    date: formatInstant(award.decisions[0].confirmedAt),
                  })
            }
          />
        ) : problems.length === 0 ? (
          <Notice tone="good" title={t('awards:decision.ready')} />
        ) : (
          <Notice tone="warning" title={t('awards:decision.missing')}>
            <ul className={classes.list}>
              {problems.map((problem) => (
                <li key={JSON.stringify(problem)}>{problemText(problem, nameOf, language)}</li>
              ))}
            </ul>
          </Notice>
        )}
      </section>
      <DivisionSection award={award} frozen={frozen} change={change} />
      <section className={classes.section}>
        <SavedField
          label={t('awards:decision.reasons')}
          description={t('awards:decision.reasonsHint')}
          value={content.reasons}
          text={(value) => value}
          parse={(text) => ({ ok: true, value: text })}
          onSave={(reasons) => change({ reasons })}
          readOnly={frozen}
          lines={3}
        />
      </section>
      <GateSection award={award} frozen={frozen} />
      <ApprovalsSection key={award.revision} award={award} frozen={frozen} change={change} />
    </>
  );
}

function DecisionActions({ award, readOnly }: { readonly award: StoredAward; readonly readOnly: boolean }) {
  const { t } = useText();
  const confirm = useConfirmAward();
  const reopen = useReopenAward();
  const remove = useRemoveAward();
  const [reason, setReason] = useState<string | null>(null);
  const { id, revision, state } = award;
  if (readOnly) return null;
  return (
    <Group gap="xs">
      {state === 'confirmed' ? (
        <Button variant="default" leftSection={<IconLockOpen size={15} aria-hidden />} onClick={() => setReason('')}>
          {t('awards:decision.reopen')}
        </Button>
      ) : (
        <>
          <Button variant="subtle" leftSection={<IconTrash size={15} aria-hidden />} onClick={() => remove(award)}>
            {t('awards:decision.remove')}
          </Button>
          <Button
            leftSection={<IconLock size={15} aria-hidden />}
            loading={confirm.isPending}
            onClick={() =>
              confirm.mutate({ id, revision }, { onSuccess: () => toastDone(t('awards:decision.confirmed')) })
            }
          >
            {t('awards:decision.confirm')}
          </Button>
        </>
      )}
      <SideDrawer
        opened={reason !== null}
        onClose={() => setReason(null)}
        title={t('awards:decision.reopenTitle')}
        footer={
          <Button
            loading={reopen.isPending}
            disabled={(reason ?? '').trim() === ''}
            onClick={() => reopen.mutate({ id, revision, reason: reason ?? '' }, { onSuccess: () => setReason(null) })}
          >
            {t('awards:decision.reopenTitle')}
          </Button>
        }
      >
        <Stack gap="sm">
          <Text>{t('awards:decision.reopenHint')}</Text>
          <Textarea
            label={t('awards:decision.reopenReason')}
            value={reason ?? ''}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={3}
            maxLength={2000}
            required
            data-autofocus
          />
        </Stack>
      </SideDrawer>
    </Group>
  );
}
