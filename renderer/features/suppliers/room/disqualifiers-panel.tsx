import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Disqualifier } from '../../../../shared/domain/suppliers/disqualifiers.ts';
import { useText } from '../../../i18n/use-text.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useReadOnly } from '../../workspaces/queries.ts';
import { useOverride, useRemoveRecord } from './mutations.ts';
import { useOpenSupplier } from './open-supplier.ts';
import { Panel, Quiet } from './panel.tsx';
import { RecordDrawer } from './record-drawer.tsx';
import classes from './room.module.css';

/** What disqualifies the supplier, and what was decided about it all the same. */
export function DisqualifiersPanel() {
  const { supplier, profile } = useOpenSupplier();
  const { t } = useText();
  const readOnly = useReadOnly();
  const takeBack = useRemoveRecord('removeOverride');
  const [open, setOpen] = useState<Disqualifier | null>(null);
  const { disqualifications, disqualified } = profile.assessment;
  return (
    <Panel
      title={t('suppliers:section.disqualifiers')}
      state={disqualified ? <StatusBadge tone="bad" label={t('supplier:standing.disqualified')} /> : null}
    >
      {disqualifications.length === 0 ? (
        <Quiet>{t('suppliers:noDisqualifiers')}</Quiet>
      ) : (
        <>
          {disqualified ? <Quiet>{t('suppliers:disqualifiedHint')}</Quiet> : null}
          <ul className={classes.list}>
            {disqualifications.map(({ disqualifier, notedOn, evidence, override }) => {
              const stored = profile.overrides.find((one) => one.disqualifier === disqualifier);
              return (
                <li key={disqualifier}>
                  <span className={classes.grow}>
                    <strong>{t(`supplier:disqualifier.${disqualifier}`)}</strong>
                    <span className="hj-unit">{notedOn ?? t('suppliers:fromProfile')}</span>
                    {evidence === '' ? null : <p className={`${classes.longText} hj-quiet`}>{evidence}</p>}
                    {override === null ? null : (
                      <p className={classes.longText}>
                        {t('suppliers:overrideBy', {
                          author: override.author,
                          date: override.decidedOn,
                          reason: override.reason,
                        })}
                      </p>
                    )}
                  </span>
                  {readOnly ? null : override === null || stored === undefined ? (
                    <Button variant="default" size="compact-sm" onClick={() => setOpen(disqualifier)}>
                      {t('suppliers:override')}
                    </Button>
                  ) : (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      onClick={() =>
                        takeBack(
                          { supplierId: supplier.id, id: stored.id },
                          t('deleted', { name: t(`supplier:disqualifier.${disqualifier}`) }),
                        )
                      }
                    >
                      {t('suppliers:takeBackOverride')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {open === null ? null : <OverrideDrawer disqualifier={open} onClose={() => setOpen(null)} />}
    </Panel>
  );
}

function OverrideDrawer(props: { readonly disqualifier: Disqualifier; readonly onClose: () => void }) {
  const { disqualifier, onClose } = props;
  const { supplier } = useOpenSupplier();
  const { t } = useText();
  const save = useOverride();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isEmpty = reason.trim() === '';
  return (
    <RecordDrawer
      title={`${t('suppliers:overrideTitle')}: ${t(`supplier:disqualifier.${disqualifier}`)}`}
      saveLabel={t('suppliers:override')}
      onClose={onClose}
      isSaving={save.isPending}
      error={save.error}
      onSave={() => {
        setTried(true);
        if (!isEmpty) save.mutate({ supplierId: supplier.id, disqualifier, reason }, { onSuccess: onClose });
      }}
    >
      <Textarea
        label={t('suppliers:overrideReason')}
        withAsterisk
        autosize
        minRows={4}
        maxLength={2_000}
        error={isTried && isEmpty ? t('required') : null}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </RecordDrawer>
  );
}
