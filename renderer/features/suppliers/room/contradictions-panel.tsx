import { contradictionIn } from '../../../../shared/documents/supplier-text.ts';
import { formatCount } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useOpenSupplier } from './open-supplier.ts';
import { Panel, Quiet } from './panel.tsx';
import classes from './room.module.css';

/** What in the profile cannot all be true, with what it rests on. */
export function ContradictionsPanel() {
  const { contradictions } = useOpenSupplier().profile.assessment;
  const { t } = useText();
  const { language } = useLanguage();
  return (
    <Panel
      title={t('suppliers:section.contradictions')}
      state={
        contradictions.length === 0 ? null : <StatusBadge tone="warning" label={formatCount(contradictions.length)} />
      }
    >
      {contradictions.length === 0 ? (
        <Quiet>{t('suppliers:noContradictions')}</Quiet>
      ) : (
        <ul className={classes.list}>
          {contradictions.map((one) => (
            <li key={`${one.rule} ${JSON.stringify(one.evidence)}`}>{contradictionIn(language, one)}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
