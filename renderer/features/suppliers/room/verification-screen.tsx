import { Anchor, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { CHECKS_OF_STEP, type CheckItem, type CheckStep } from '../../../../shared/domain/suppliers/checklist.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useReadOnly } from '../../workspaces/queries.ts';
import { CheckDrawer } from './check-drawer.tsx';
import { DossiersPanel } from './dossiers-panel.tsx';
import { MissingPanel } from './missing-panel.tsx';
import { useDecideCheck } from './mutations.ts';
import { useOpenSupplier } from './open-supplier.ts';
import { Panel } from './panel.tsx';
import classes from './room.module.css';
import { CheckBadge } from './states.tsx';

/** The checklist in its steps; beside it what is still missing, and the dossiers made of it. */
export function VerificationScreen() {
  const { profile } = useOpenSupplier();
  const [open, setOpen] = useState<CheckItem | null>(null);
  return (
    <div className={classes.screen} data-wide-left>
      <div>
        {profile.assessment.progress.map((progress) => (
          <StepPanel key={progress.step} {...progress} onOpen={setOpen} />
        ))}
      </div>
      <div>
        <MissingPanel />
        <DossiersPanel />
      </div>
      {open === null ? null : <CheckDrawer key={open} item={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function StepPanel(props: {
  readonly step: CheckStep;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly onOpen: (item: CheckItem) => void;
}) {
  const { step, total, done, failed, onOpen } = props;
  const { t } = useText();
  const said = [
    t('suppliers:progress', { done, total }),
    ...(failed === 0 ? [] : [t('suppliers:failedCount', { count: failed })]),
  ];
  return (
    <Panel title={t(`supplier:step.${step}`)} state={<span className="hj-unit">{said.join(' · ')}</span>}>
      <ul className={classes.list}>
        {CHECKS_OF_STEP[step].map((item) => (
          <CheckRow key={item} item={item} onOpen={() => onOpen(item)} />
        ))}
      </ul>
    </Panel>
  );
}

function CheckRow({ item, onOpen }: { readonly item: CheckItem; readonly onOpen: () => void }) {
  const { supplier, profile } = useOpenSupplier();
  const { t } = useText();
  const readOnly = useReadOnly();
  const decide = useDecideCheck();
  const check = profile.checks.find((one) => one.item === item);
  const state = check?.state ?? 'open';
  const suggestion = profile.assessment.suggestions[item];
  const evidence = suggestion === undefined ? '' : t(`suppliers:suggestion.${suggestion}`);
  return (
    <li>
      <span className={classes.grow}>
        <Anchor component="button" type="button" ta="left" onClick={onOpen}>
          {t(`supplier:check.${item}`)}
        </Anchor>
        {check === undefined || check.evidence === '' ? null : (
          <p className={`${classes.longText} hj-quiet`}>{check.evidence}</p>
        )}
        {check === undefined || (check.decidedOn === null && check.fileCount === 0) ? null : (
          <span className="hj-unit">
            {check.decidedOn === null ? '' : t('suppliers:decided', { who: check.decidedBy, date: check.decidedOn })}
            {check.fileCount === 0 ? '' : ` · ${t('suppliers:files', { count: check.fileCount })}`}
          </span>
        )}
        {state !== 'open' || suggestion === undefined ? null : (
          <Group gap={6}>
            <span className="hj-unit">{evidence}</span>
            {readOnly ? null : (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`${t('suppliers:takeOver')}: ${t(`supplier:check.${item}`)}`}
                loading={decide.isPending}
                onClick={() =>
                  decide.mutate({
                    supplierId: supplier.id,
                    item,
                    revision: check?.revision ?? null,
                    fields: { state: suggestion, ...(check?.evidence ? {} : { evidence }) },
                  })
                }
              >
                {t('suppliers:takeOver')}
              </Button>
            )}
          </Group>
        )}
      </span>
      <CheckBadge state={state} />
    </li>
  );
}
