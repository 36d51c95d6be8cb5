import { Anchor, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Comparison, QuoteState } from '../../../shared/domain/comparison/types.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import classes from './compare.module.css';
import { assumptionTexts } from './reasons.ts';

const STATES: readonly QuoteState[] = ['ranked', 'incomplete', 'excluded'];

/** How many quotes take part, and what their comparison takes for granted. */
export function Premises(props: {
  readonly comparison: Comparison;
  readonly projectId: string;
  readonly openFindings: () => void;
}) {
  const { comparison, projectId, openFindings } = props;
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
      <Question comparison={comparison} projectId={projectId} />
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

/** The one answer that settles most of what is open: whom to ask what. */
function Question({ comparison, projectId }: { readonly comparison: Comparison; readonly projectId: string }) {
  const { t } = useText();
  const nameOf = useName();
  const { question, quotes } = comparison;
  const asked = quotes.find(({ quote }) => quote.id === question?.quoteId)?.quote;
  if (question === null || asked === undefined) return null;
  const supplier = nameOf({ nameEn: asked.supplierNameEn, nameZh: asked.supplierNameZh });
  const { openCount: count, settledCount: settled, settlesAll } = question;
  const outcome = settlesAll ? 'settlesAll' : settled > 0 ? 'settlesSome' : 'narrows';
  return (
    <p className={classes.question}>
      <strong>{t('comparisons:question.open', { count })}</strong>{' '}
      <Anchor component={Link} to={`/projects/${projectId}/quotes/${asked.id}`} c="inherit" underline="always">
        {t('comparisons:question.ask', { supplier, part: t(`quote:costPart.${question.part}`) })}
      </Anchor>{' '}
      {t(`comparisons:question.${outcome}`, { count: settled })}
    </p>
  );
}
