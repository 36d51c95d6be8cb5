import { Checkbox, Group, Title } from '@mantine/core';
import { useState } from 'react';
import type { ProjectEvaluation } from '../../../shared/contract/evaluations.ts';
import type { Comparison } from '../../../shared/domain/comparison/types.ts';
import { leavesOf } from '../../../shared/domain/evaluation/criteria-tree.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { ScoreRadarChart } from '../../charts/charts.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import classes from './evaluate.module.css';

/** More outlines than this hide each other. */
const MOST_DRAWN = 4;
/** A radar of fewer spokes is a line. */
const FEWEST_CRITERIA = 3;

/** The scores of up to four suppliers by criterion, laid over each other. */
export function ScoreRadar(props: { readonly comparison: Comparison; readonly evaluated: ProjectEvaluation }) {
  const { comparison, evaluated } = props;
  const { t } = useText();
  const nameOf = useName();
  const { evaluation } = evaluated;
  const ranked = evaluation.state === 'evaluated' ? evaluation.suppliers.filter(({ state }) => state === 'ranked') : [];
  const [chosen, setChosen] = useState<readonly Id[] | null>(null);
  const leaves = leavesOf(evaluated.criteria);
  if (ranked.length < 2 || leaves.length < FEWEST_CRITERIA) return null;
  const supplierName = (id: Id) => {
    const quote = comparison.quotes.find((one) => one.quote.supplierId === id)?.quote;
    return quote === undefined ? '' : nameOf({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh });
  };
  const drawn = (chosen ?? ranked.slice(0, 3).map(({ supplierId }) => supplierId)).filter((id) =>
    ranked.some(({ supplierId }) => supplierId === id),
  );
  const outlines = ranked.filter(({ supplierId }) => drawn.includes(supplierId));
  return (
    <section className={classes.section} aria-labelledby="radar">
      <div className={classes.head}>
        <Title order={2} id="radar" className={classes.heading}>
          {t('evaluations:radar.title')}
        </Title>
      </div>
      <div className={classes.radar}>
        <ScoreRadarChart
          width={560}
          height={340}
          label={t('evaluations:radar.title')}
          axes={leaves.map(({ id, nameEn, nameZh }) => ({ id, label: nameOf({ nameEn, nameZh }) }))}
          outlines={outlines.map(({ supplierId, contributions }) => ({
            id: supplierId,
            label: supplierName(supplierId),
            hundredths: contributions.map(({ scoreHundredths }) => scoreHundredths ?? 0),
          }))}
        />
        <Checkbox.Group
          label={t('evaluations:radar.choose')}
          value={[...drawn]}
          onChange={(ids) => setChosen(ids.slice(0, MOST_DRAWN))}
        >
          <Group gap={8} mt={8} style={{ flexDirection: 'column', alignItems: 'flex-start' }}>
            {ranked.map(({ supplierId }) => (
              <Checkbox
                key={supplierId}
                value={supplierId}
                label={supplierName(supplierId)}
                disabled={drawn.length >= MOST_DRAWN && !drawn.includes(supplierId)}
              />
            ))}
          </Group>
        </Checkbox.Group>
      </div>
    </section>
  );
}
