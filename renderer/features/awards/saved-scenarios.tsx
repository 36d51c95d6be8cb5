import { ActionIcon, Alert, Button, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconFileTypePdf, IconPencil, IconPrinter, IconTrash } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { StoredAward, StoredScenario } from '../../../shared/contract/awards.ts';
import { proofShort, requestTexts, resultText, supplierName } from '../../../shared/documents/award-text.ts';
import type { FrozenScenario } from '../../../shared/domain/awards/award.ts';
import { lowestAlike } from '../../../shared/domain/awards/side-by-side.ts';
import { describeError } from '../../app/errors.ts';
import { formatDifference, formatMoney, formatPercent, formatPercentDifference } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { type Translate, useText } from '../../i18n/use-text.ts';
import { NameDialog } from '../../ui/name-dialog.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { useOpenProject } from '../projects/open-project.ts';
import { useReadOnly } from '../workspaces/queries.ts';
import classes from './awards.module.css';
import { fieldsFromScenario, useAwardFile, useRemoveScenario, useRenameScenario, useSaveAward } from './mutations.ts';

/** Saved scenarios side by side: total, suppliers, shares, savings, proof. */
export function SavedScenarios(props: {
  readonly scenarios: readonly StoredScenario[];
  readonly award: StoredAward | null;
}) {
  const { scenarios, award } = props;
  const { t } = useText();
  const { language } = useLanguage();
  const project = useOpenProject();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const remove = useRemoveScenario();
  const saveAward = useSaveAward();
  const rename = useRenameScenario();
  const [renamed, setRenamed] = useState<StoredScenario | null>(null);
  const file = useAwardFile();
  if (scenarios.length === 0) return null;
  const lowest = lowestAlike(scenarios.map(({ scenario }) => scenario));
  const use = (stored: StoredScenario) => {
    const fields = fieldsFromScenario(stored.id, stored, award);
    if (fields === null) return;
    saveAward.mutate(
      { projectId: project.id, revision: award?.revision ?? null, fields },
      {
        onSuccess: () => {
          toastDone(t('awards:used'));
          void navigate({
            to: '/projects/$projectId/award',
            params: { projectId: project.id },
            search: { view: 'decision' },
          });
        },
      },
    );
  };
  return (
    <section className={classes.section} aria-labelledby="saved-scenarios">
      <div className={classes.head}>
        <Title order={2} id="saved-scenarios" className={classes.heading}>
          {t('awards:savedTitle')}
        </Title>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconPrinter size={15} aria-hidden />}
            renderRoot={(rest) => (
              <Link
                {...rest}
                to="/print/scenarios/$projectId"
                params={{ projectId: project.id }}
                search={{ language }}
              />
            )}
          >
            {t('awards:print')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileTypePdf size={15} aria-hidden />}
            loading={file.isRunning}
            onClick={() => void file.run({ what: 'scenarios', projectId: project.id, language, paper: 'A4' })}
          >
            {t('awards:pdf')}
          </Button>
        </Group>
      </div>
      {file.error === null ? null : (
        <Alert color="red" variant="light" role="alert" mb="sm">
          {describeError(file.error, t)}
        </Alert>
      )}
      <div className={classes.scroll}>
        <table className={`${classes.table} ${classes.sideBySide}`} aria-labelledby="saved-scenarios">
          <thead>
            <tr>
              <td />
              {scenarios.map((stored) => {
                const { scenario, intact } = stored;
                return (
                  <th key={stored.id} scope="col">
                    {scenario.number} {scenario.name}{' '}
                    {intact ? null : <StatusBadge tone="bad" label={t('awards:altered')} />}
                    {readOnly ? null : (
                      <div className={classes.actions}>
                        <Button
                          variant="default"
                          size="compact-sm"
                          aria-label={t('awards:useNamed', { name: scenario.name })}
                          disabled={scenario.result.state !== 'solved' || award?.state === 'confirmed'}
                          loading={saveAward.isPending}
                          onClick={() => use(stored)}
                        >
                          {t('awards:use')}
                        </Button>
                        <ActionIcon
                          aria-label={t('awards:renameNamed', { name: scenario.name })}
                          onClick={() => setRenamed(stored)}
                        >
                          <IconPencil size={15} aria-hidden />
                        </ActionIcon>
                        <ActionIcon
                          aria-label={t('awards:remove', { name: scenario.name })}
                          onClick={() => remove(stored)}
                        >
                          <IconTrash size={15} aria-hidden />
                        </ActionIcon>
                      </div>
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {SIDE_BY_SIDE.map((row) => (
              <tr key={row}>
                <th scope="row">{rowLabel(row, t)}</th>
                {scenarios.map(({ id, scenario }) => (
                  <td key={id}>
                    <SideBySideCell row={row} scenario={scenario} isLowest={lowest.has(scenario.number)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Text size="xs" className="hj-quiet" mt={6}>
        {lowest.size > 0 ? t('award:scenarios.lowestKey') : scenarios.length > 1 ? t('award:scenarios.notAlike') : null}
      </Text>
      {renamed === null ? null : (
        <NameDialog
          title={t('awards:rename')}
          start={renamed.scenario.name}
          onClose={() => setRenamed(null)}
          onSave={(name) => {
            setRenamed(null);
            const { id, revision, scenario } = renamed;
            if (name !== scenario.name) rename.mutate({ id, revision, name });
          }}
        />
      )}
    </section>
  );
}

const SAVINGS = ['toSingle', 'toEstimate', 'toBudget', 'toIncumbent'] as const;
const SIDE_BY_SIDE = ['total', 'shares', ...SAVINGS, 'proof', 'limits', 'day'] as const;
type Row = (typeof SIDE_BY_SIDE)[number];

function rowLabel(row: Row, t: Translate): string {
  switch (row) {
    case 'total':
    case 'proof':
    case 'limits':
    case 'day':
      return t(`awards:column.${row}`);
    case 'shares':
      return t('award:scenarios.shares');
    default:
      return t(`award:saving.${row}`);
  }
}

function SideBySideCell(props: { readonly row: Row; readonly scenario: FrozenScenario; readonly isLowest: boolean }) {
  const { row, scenario, isLowest } = props;
  const { t } = useText();
  const { language } = useLanguage();
  const { input, request, result, asOf } = scenario;
  if (row === 'day') return <span className="hj-figures">{asOf}</span>;
  if (row === 'limits') return <Lines texts={requestTexts(request, input, language)} />;
  if (result.state !== 'solved') {
    if (row === 'total') return <span className="hj-quiet">{t('award:scenarios.infeasible')}</span>;
    return row === 'proof' ? resultText(result, language) : '—';
  }
  switch (row) {
    case 'total':
      return (
        <span className={classes.leading}>
          {isLowest ? (
            <Tooltip label={t('awards:lowest')}>
              <span>◆ </span>
            </Tooltip>
          ) : null}
          {formatMoney(result.award.totalMinor, input.currency)}
          <span className="hj-unit">{input.currency}</span>
        </span>
      );
    case 'shares':
      return (
        <ul className={classes.plain}>
          {result.award.orders.map((order) => (
            <li key={order.supplierId}>
              {supplierName(input, order.supplierId, language)}{' '}
              <span className="hj-figures hj-quiet">{formatPercent(order.shareBp)}</span>
            </li>
          ))}
        </ul>
      );
    case 'proof':
      return proofShort(result.proof, language);
    default: {
      const saving = result.savings[row];
      if (saving === null) return '—';
      const percent = saving.bp === null ? '' : ` (${formatPercentDifference(saving.bp)})`;
      return (
        <span className="hj-figures">
          {formatDifference(saving.minor, input.currency)}
          {percent}
        </span>
      );
    }
  }
}

function Lines({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul className={classes.plain}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
