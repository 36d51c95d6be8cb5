import type { Comparison } from '../../../../shared/domain/comparison/types.ts';
import { useText } from '../../../i18n/use-text.ts';
import { ScrollRegion } from '../../../ui/scroll-region.tsx';
import { ComponentsTable } from './components-table.tsx';
import classes from './ledger.module.css';
import { LedgerTable } from './ledger-table.tsx';

/** What every price holds and leaves out, and what each total is made of. */
export function LedgerView({ comparison, projectId }: { readonly comparison: Comparison; readonly projectId: string }) {
  const { t } = useText();
  return (
    <ScrollRegion label={t('comparisons:views.ledger')} className={classes.page}>
      <section>
        <h2 className={classes.title}>{t('comparisons:ledger.title')}</h2>
        <p className={classes.hint}>{t('comparisons:ledger.hint')}</p>
        <LedgerTable comparison={comparison} />
      </section>
      <section>
        <h2 className={classes.title}>{t('comparisons:ledger.components')}</h2>
        <p className={classes.hint}>
          {t('comparisons:ledger.componentsHint', { currency: comparison.options.currency })}
        </p>
        <ComponentsTable comparison={comparison} projectId={projectId} />
      </section>
    </ScrollRegion>
  );
}
