import { UnstyledButton } from '@mantine/core';
import type { Comparison, QuoteState } from '../../../shared/domain/comparison/types.ts';
import { useText } from '../../i18n/use-text.ts';
import classes from './compare.module.css';
import { assumptionTexts } from './reasons.ts';

const STATES: readonly QuoteState[] = ['ranked', 'incomplete', 'excluded'];

/** How many quotes take part, and what their comparison takes for granted. */
export function Premises(props: { readonly comparison: Comparison; readonly openFindings: () => void }) {
  const { comparison, openFindings } = props;
  const { t } = useText();
  const counts = STATES.map((state) => ({
    state,
    count: comparison.quotes.filter((quote) => quote.state === state).length,
  }));
  return (
    <div className={classes.premises}>
      <UnstyledButton className={classes.standing} onClick={openFindings}>
        {counts
          .filter(({ state, count }) => count > 0 || state === 'ranked')
          .map(({ state, count }) => t(`comparisons:standing.${state}`, { count }))
          .join(' · ')}
      </UnstyledButton>
      <ul className={classes.assumptions} aria-label={t('comparisons:assumptions')}>
        {assumptionTexts(comparison.assumptions, t).map(({ text, isWarning }) => (
          <li key={text} data-warning={isWarning || undefined}>
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
