import { ActionIcon, Button, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconFileTypePdf, IconPrinter, IconTrash } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { StoredAward, StoredScenario } from '../../../shared/contract/awards.ts';
import { proofShort, requestTexts, resultText, supplierName } from '../../../shared/documents/award-text.ts';
import { lowestAlike } from '../../../shared/domain/awards/side-by-side.ts';
import { describeError } from '../../app/errors.ts';
import { formatDifference, formatMoney, formatPercent } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { toastDone, toastError } from '../../ui/toasts.tsx';
import { useOpenProject } from '../projects/open-project.ts';
import { useReadOnly } from '../workspaces/queries.ts';
import classes from './awards.module.css';
import { fieldsFromScenario, useAwardFile, useRemoveScenario, useSaveAward } from './mutations.ts';

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
  const pdf = async () => {
    await file.run({ what: 'scenarios', projectId: project.id, language, paper: 'A4' });
    if (file.error !== null) toastError(describeError(file.error, t), t('app:error.title'));
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
            onClick={() => void pdf()}
          >
            {t('awards:pdf')}
          </Button>
        </Group>
      </div>
      <div className={classes.scroll}>
        <table className={classes.table} aria-labelledby="saved-scenarios">
          <thead>
            <tr>
              <th scope="col">{t('awards:column.scenario')}</th>
              <th scope="col">{t('awards:column.limits')}</th>
              <th scope="col" className={classes.figure}>
                {t('awards:column.total')}
              </th>
              <th scope="col">{t('award:scenarios.shares')}</th>
              <th scope="col" className={classes.figure}>
                {t('award:saving.toSingle')}
              </th>
              <th scope="col">{t('awards:column.proof')}</th>
              <th scope="col">{t('awards:column.day')}</th>
              <th scope="col">
                <span className="hj-quiet">{readOnly ? '' : t('moreActions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {scenarios.map((stored) => {
              const { scenario, intact } = stored;
              const { input, request, result } = scenario;
              const solved = result.state === 'solved' ? result : null;
              const toSingle = solved?.savings.toSingle ?? null;
              return (
                <tr key={stored.id}>
                  <th scope="row">
                    {scenario.number} {scenario.name}
                    {intact ? null : <StatusBadge tone="bad" label={t('awards:altered')} />}
                  </th>
                  <td>
                    <ul className={classes.plain}>
                      {requestTexts(request, input, language).map((text) => (
                        <li key={text}>{text}</li>
                      ))}
                    </ul>
                  </td>
                  <td className={classes.figure}>
                    {solved === null ? (
                      <span className="hj-quiet">{t('award:scenarios.infeasible')}</span>
                    ) : (
                      <>
                        {lowest.has(scenario.number) ? (
                          <Tooltip label={t('awards:lowest')}>
                            <span>◆ </span>
                          </Tooltip>
                        ) : null}
                        {formatMoney(solved.award.totalMinor, input.currency)}
                        <span className="hj-unit">{input.currency}</span>
                      </>
                    )}
                  </td>
                  <td>
                    {solved === null ? (
                      <Text size="xs">{resultText(result, language)}</Text>
                    ) : (
                      <ul className={classes.plain}>
                        {solved.award.orders.map((order) => (
                          <li key={order.supplierId}>
                            {supplierName(input, order.supplierId, language)}{' '}
                            <span className="hj-figures hj-quiet">{formatPercent(order.shareBp)}</span>
                          </li>
                        ))}
                      </ul>
                    )}
                  </td>
                  <td className={classes.figure}>
                    {toSingle === null ? '—' : formatDifference(toSingle.minor, input.currency)}
                  </td>
                  <td>{solved === null ? '—' : proofShort(solved.proof, language)}</td>
                  <td className="hj-figures">{scenario.asOf}</td>
                  <td>
                    {readOnly ? null : (
                      <div className={classes.actions}>
                        <Button
                          variant="subtle"
                          size="compact-sm"
                          disabled={solved === null || award?.state === 'confirmed'}
                          loading={saveAward.isPending}
                          onClick={() => use(stored)}
                        >
                          {t('awards:use')}
                        </Button>
                        <ActionIcon
                          aria-label={t('awards:remove', { name: scenario.name })}
                          onClick={() => remove(stored)}
                        >
                          <IconTrash size={15} aria-hidden />
                        </ActionIcon>
                      </div>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Text size="xs" className="hj-quiet" mt={6}>
        {lowest.size > 0 ? t('award:scenarios.lowestKey') : scenarios.length > 1 ? t('award:scenarios.notAlike') : null}
      </Text>
    </section>
  );
}
