import { ActionIcon, Select, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { FlagFields } from '../../../../shared/contract/supplier-profiles.ts';
import { SUPPLIER_FLAGS } from '../../../../shared/domain/suppliers/flags.ts';
import { useText } from '../../../i18n/use-text.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { useReadOnly } from '../../workspaces/queries.ts';
import { useRaiseFlag, useRemoveRecord } from './mutations.ts';
import { useOpenSupplier } from './open-supplier.ts';
import { Panel, Quiet } from './panel.tsx';
import { AddButton } from './payees-panel.tsx';
import { RecordDrawer } from './record-drawer.tsx';
import classes from './room.module.css';
import { CommunicationBadge } from './states.tsx';

/** What warned in talking to the supplier: noted by hand, and read from its answers. */
export function FlagsPanel() {
  const { supplier, profile } = useOpenSupplier();
  const { t } = useText();
  const readOnly = useReadOnly();
  const remove = useRemoveRecord('removeFlag');
  const [adding, setAdding] = useState(false);
  const { level, fromAnswers } = profile.assessment.communication;
  return (
    <Panel
      title={t('suppliers:section.redFlags')}
      state={<CommunicationBadge level={level} />}
      action={readOnly ? null : <AddButton label={t('suppliers:raiseFlag')} onClick={() => setAdding(true)} />}
    >
      {profile.flags.length === 0 && fromAnswers.length === 0 ? (
        <Quiet>{t('suppliers:noFlags')}</Quiet>
      ) : (
        <ul className={classes.list}>
          {fromAnswers.map((flag) => (
            <li key={flag}>
              <span className={classes.grow}>
                <strong>{t(`supplier:flag.${flag}`)}</strong>
                <span className="hj-unit">{t('suppliers:fromAnswers')}</span>
              </span>
            </li>
          ))}
          {profile.flags.map((one) => (
            <li key={one.id}>
              <span className={classes.grow}>
                <strong>{t(`supplier:flag.${one.flag}`)}</strong>
                <span className="hj-unit">{t('suppliers:notedBy', { who: one.notedBy, date: one.notedOn })}</span>
                <p className={`${classes.longText} hj-quiet`}>{one.evidence}</p>
              </span>
              {readOnly ? null : (
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  aria-label={`${t('remove')}: ${t(`supplier:flag.${one.flag}`)}`}
                  onClick={() =>
                    remove(
                      { supplierId: supplier.id, id: one.id },
                      t('deleted', { name: t(`supplier:flag.${one.flag}`) }),
                    )
                  }
                >
                  <IconX size={13} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {adding ? <FlagDrawer onClose={() => setAdding(false)} /> : null}
    </Panel>
  );
}

function FlagDrawer({ onClose }: { readonly onClose: () => void }) {
  const { supplier, profile } = useOpenSupplier();
  const { t } = useText();
  const save = useRaiseFlag();
  const [isTried, setTried] = useState(false);
  const [fields, setFields] = useState<FlagFields>({
    flag: 'avoidsQuestions',
    notedOn: profile.assessment.asOf,
    evidence: '',
  });
  const isEmpty = fields.evidence.trim() === '';
  const set = (changes: Partial<FlagFields>) => setFields((before) => ({ ...before, ...changes }));
  return (
    <RecordDrawer
      title={t('suppliers:raiseFlag')}
      onClose={onClose}
      isSaving={save.isPending}
      error={save.error}
      onSave={() => {
        setTried(true);
        if (!isEmpty) save.mutate({ supplierId: supplier.id, fields }, { onSuccess: onClose });
      }}
    >
      <Select
        label={t('suppliers:flagKind')}
        allowDeselect={false}
        data={SUPPLIER_FLAGS.map((value) => ({ value, label: t(`supplier:flag.${value}`) }))}
        value={fields.flag}
        onChange={(flag) => set({ flag: flag ?? fields.flag })}
      />
      <DateField
        label={t('suppliers:notedOn')}
        value={fields.notedOn}
        onChange={(notedOn) => set({ notedOn: notedOn ?? fields.notedOn })}
      />
      <Textarea
        label={t('suppliers:evidence')}
        withAsterisk
        placeholder={t('suppliers:evidencePlaceholder')}
        autosize
        minRows={3}
        maxLength={2_000}
        error={isTried && isEmpty ? t('required') : null}
        value={fields.evidence}
        onChange={(event) => set({ evidence: event.currentTarget.value })}
      />
    </RecordDrawer>
  );
}
