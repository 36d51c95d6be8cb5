import type { Missing } from '../../../../shared/domain/suppliers/missing.ts';
import { formatCount } from '../../../i18n/format.ts';
import { type Translate, useText } from '../../../i18n/use-text.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useOpenSupplier } from './open-supplier.ts';
import { Panel, Quiet } from './panel.tsx';
import classes from './room.module.css';

/** Everything still to be found out, in one list. */
export function MissingPanel() {
  const { missing } = useOpenSupplier().profile.assessment;
  const { t } = useText();
  const facts = missing.filter((one) => one.kind === 'fact' || one.kind === 'record');
  const figures = missing.filter((one) => one.kind === 'metric');
  const checks = missing.filter((one) => one.kind === 'check');
  return (
    <Panel
      title={t('suppliers:section.missing')}
      state={missing.length === 0 ? null : <StatusBadge tone="unknown" label={formatCount(missing.length)} />}
    >
      {missing.length === 0 ? (
        <Quiet>{t('suppliers:nothingMissing')}</Quiet>
      ) : (
        <dl className={classes.missing}>
          <Group title={t('suppliers:missingFacts')} missing={facts} />
          <Group title={t('suppliers:missingFigures')} missing={figures} />
          <Group title={t('suppliers:missingChecks', { count: checks.length })} missing={checks} />
        </dl>
      )}
    </Panel>
  );
}

function Group({ title, missing }: { readonly title: string; readonly missing: readonly Missing[] }) {
  const { t } = useText();
  if (missing.length === 0) return null;
  return (
    <div>
      <dt>{title}</dt>
      {missing.map((one) => (
        <dd key={JSON.stringify(one)}>{missingText(one, t)}</dd>
      ))}
    </div>
  );
}

/** What is missing, in words. */
export function missingText(missing: Missing, t: Translate): string {
  switch (missing.kind) {
    case 'fact':
      return t(`supplier:missingFact.${missing.fact}`);
    case 'record':
      return t(`supplier:missingRecord.${missing.record}`);
    case 'metric':
      return t(`supplier:metric.${missing.metric}`);
    case 'check':
      return t(`supplier:check.${missing.item}`);
  }
}
