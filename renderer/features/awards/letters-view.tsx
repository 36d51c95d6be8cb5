import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { IconFileCertificate, IconFileTypePdf, IconMail } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { StoredAward } from '../../../shared/contract/awards.ts';
import { describeError } from '../../app/errors.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { MoneyCell } from '../../ui/figures.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { useOpenProject } from '../projects/open-project.ts';
import { useReadOnly } from '../workspaces/queries.ts';
import classes from './awards.module.css';
import { useAwardFile, useFreezeDossier } from './mutations.ts';
import { useLetters } from './queries.ts';
import { SectionHead } from './section-head.tsx';

/** What a confirmed award sends out: a letter to each supplier, and the dossier. */
export function LettersView({ award }: { readonly award: StoredAward | null }) {
  const { t } = useText();
  const navigate = useNavigate();
  const project = useOpenProject();
  const newest = award?.decisions[0] ?? null;
  if (award === null || newest === null) {
    return (
      <EmptyState
        icon={<IconMail size={30} stroke={1.4} aria-hidden />}
        title={t('awards:letters.none')}
        hint={t('awards:letters.noneHint')}
        action={{
          label: t('awards:letters.toDecision'),
          onClick: () =>
            void navigate({
              to: '/projects/$projectId/award',
              params: { projectId: project.id },
              search: { view: 'decision' },
            }),
        }}
      />
    );
  }
  return (
    <>
      {newest.intact ? null : (
        <Alert color="red" variant="light" role="alert" m="lg">
          {t('awards:letters.altered')}
        </Alert>
      )}
      <Letters decisionId={newest.id} />
      <Dossier award={award} />
      <Decisions award={award} />
    </>
  );
}

function Letters({ decisionId }: { readonly decisionId: string }) {
  const { t } = useText();
  const name = useName();
  const letters = useLetters(decisionId);
  const file = useAwardFile();
  const [busy, setBusy] = useState<string | null>(null);
  if (letters.isError) return <ErrorState error={letters.error} retry={() => void letters.refetch()} />;
  if (letters.data === undefined) return <LoadingRows rows={4} />;
  const pdf = async (supplierId: string) => {
    setBusy(supplierId);
    await file.run({ what: 'letter', decisionId, supplierId, paper: 'A4' });
    setBusy(null);
  };
  return (
    <section className={classes.section} aria-labelledby="letters">
      <SectionHead id="letters" title={t('awards:letters.title')} />
      {file.error === null ? null : (
        <Alert color="red" variant="light" role="alert" mb="sm">
          {describeError(file.error, t)}
        </Alert>
      )}
      <div className={classes.scroll}>
        <table className={`${classes.table} ${classes.middle}`} aria-labelledby="letters">
          <tbody>
            {letters.data.map((letter) => (
              <tr key={letter.supplierId}>
                <th scope="row">
                  <Anchor
                    aria-label={t('awards:letters.openLetter', { name: name(letter) })}
                    renderRoot={(rest) => (
                      <Link
                        {...rest}
                        to="/print/letters/$decisionId/$supplierId"
                        params={{ decisionId, supplierId: letter.supplierId }}
                      />
                    )}
                  >
                    {name(letter)}
                  </Anchor>
                </th>
                <td>
                  <StatusBadge
                    tone={letter.kind === 'award' ? 'good' : 'neutral'}
                    label={t(`awards:letters.${letter.kind}`)}
                  />
                </td>
                <td className={classes.figure}>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    leftSection={<IconFileTypePdf size={15} aria-hidden />}
                    aria-label={t('awards:letters.pdfOf', { name: name(letter) })}
                    loading={busy === letter.supplierId}
                    disabled={busy !== null && busy !== letter.supplierId}
                    onClick={() => void pdf(letter.supplierId)}
                  >
                    {t('awards:pdf')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Dossier({ award }: { readonly award: StoredAward }) {
  const { t } = useText();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const freeze = useFreezeDossier();
  const { projectId, state } = award;
  const create = () =>
    freeze.mutate(
      { projectId, language },
      {
        onSuccess: ({ id, number }) =>
          toastDone(t('awards:letters.frozen', { number }), {
            label: t('open'),
            run: () => void navigate({ to: '/print/reports/$reportId', params: { reportId: id } }),
          }),
      },
    );
  return (
    <section className={classes.section} aria-labelledby="dossier">
      <SectionHead id="dossier" title={t('awards:letters.dossier')}>
        <Group gap="xs">
          <Button
            variant="default"
            renderRoot={(rest) => <Link {...rest} to="/projects/$projectId/reports" params={{ projectId }} />}
          >
            {t('awards:letters.toReports')}
          </Button>
          <Button
            leftSection={<IconFileCertificate size={15} aria-hidden />}
            loading={freeze.isPending}
            disabled={readOnly || state !== 'confirmed'}
            onClick={create}
          >
            {t('awards:letters.freezeDossier')}
          </Button>
        </Group>
      </SectionHead>
      <Text className="hj-quiet" maw="72ch">
        {t('awards:letters.dossierHint')}
      </Text>
    </section>
  );
}

function Decisions({ award }: { readonly award: StoredAward }) {
  const { t } = useText();
  const { decisions, reopenings, state } = award;
  return (
    <section className={classes.section} aria-labelledby="decisions">
      <SectionHead id="decisions" title={t('awards:letters.decisions')} />
      <div className={classes.scroll}>
        <table className={classes.table} aria-labelledby="decisions">
          <tbody>
            {decisions.map((decision, index) => {
              const reopened = reopenings.find(({ decisionNumber }) => decisionNumber === decision.number);
              return (
                <tr key={decision.id}>
                  <th scope="row">{t('awards:letters.decision', { number: decision.number })}</th>
                  <td>
                    {t('awards:letters.confirmedBy', {
                      name: decision.confirmedBy,
                      date: formatInstant(decision.confirmedAt),
                    })}
                    {reopened === undefined ? null : (
                      <Text size="xs" className="hj-quiet">
                        {t('award:dossier.reopened', {
                          number: decision.number,
                          date: formatInstant(reopened.reopenedAt),
                          name: reopened.reopenedBy,
                          reason: reopened.reason,
                        })}
                      </Text>
                    )}
                  </td>
                  <td className={classes.figure}>
                    <MoneyCell minor={decision.totalMinor} currency={decision.currency} />
                  </td>
                  <td>
                    {decision.intact ? (
                      <StatusBadge
                        tone={index === 0 && state === 'confirmed' ? 'good' : 'neutral'}
                        label={t(
                          index === 0 && state === 'confirmed'
                            ? 'awards:letters.standing'
                            : 'awards:letters.superseded',
                        )}
                      />
                    ) : (
                      <StatusBadge tone="bad" label={t('awards:altered')} />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
