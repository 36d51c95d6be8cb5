import { Button } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import type { Criterion, Judgement } from '../../../shared/contract/evaluations.ts';
import { MOST_COMPARED } from '../../../shared/domain/evaluation/ahp.ts';
import { comparedWeights } from '../../../shared/domain/evaluation/compared-weights.ts';
import { childrenOf, inTreeOrder, leavesOf } from '../../../shared/domain/evaluation/criteria-tree.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { formatPercent, formatScore } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { BilingualName, useName } from '../../ui/bilingual-name.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useReadOnly } from '../workspaces/queries.ts';
import { ContributionBar, Swatch } from './contribution-bar.tsx';
import classes from './evaluate.module.css';
import { PairsDrawer } from './pairs-drawer.tsx';

export interface CriteriaTableProps {
  readonly projectId: Id;
  readonly criteria: readonly Criterion[];
  readonly judgements: readonly Judgement[];
}

/** The tree with the weight of each criterion in its group and in the whole, and how each group was weighed. */
export function CriteriaTable({ projectId, criteria, judgements }: CriteriaTableProps) {
  const { t } = useText();
  const nameOf = useName();
  const [compared, setCompared] = useState<Criterion | 'root' | null>(null);
  const leaves = leavesOf(criteria);
  const placeOf = new Map(leaves.map(({ id }, index) => [id, index]));
  const parent = compared === 'root' || compared === null ? null : compared;
  return (
    <>
      <ContributionBar parts={leaves.map(({ weightBp }) => weightBp)} whole={10_000} />
      <div className={classes.levels}>
        <LevelWeighing {...{ criteria, judgements, parentId: null }} onCompare={() => setCompared('root')} />
      </div>
      <div className={classes.scroll}>
        <table className={classes.table} aria-labelledby="criteria">
          <thead>
            <tr>
              <th scope="col">{t('evaluations:criterion')}</th>
              <th scope="col">{t('evaluations:kind')}</th>
              <th scope="col" className={classes.figure}>
                {t('evaluations:weight')}
              </th>
              <th scope="col" className={classes.figure} title={t('evaluations:effectiveHint')}>
                {t('evaluations:effective')}
              </th>
              <th scope="col" className={classes.figure} title={t('evaluations:knockoutHint')}>
                {t('evaluations:knockout')}
              </th>
            </tr>
          </thead>
          <tbody>
            {inTreeOrder(criteria).map(({ node, depth }) => {
              const place = placeOf.get(node.id);
              const minimum = node.knockoutMinimumHundredths;
              return (
                <tr key={node.id} data-group={node.kind === 'group' || undefined}>
                  <th scope="row">
                    <span className={classes.nodeName} style={{ paddingInlineStart: (depth - 1) * 22 }}>
                      {place === undefined ? null : <Swatch index={place} />}
                      <BilingualName nameEn={node.nameEn} nameZh={node.nameZh} />
                    </span>
                  </th>
                  <td>
                    {node.kind === 'group' ? (
                      <LevelWeighing
                        {...{ criteria, judgements, parentId: node.id }}
                        label={nameOf(node)}
                        onCompare={() => setCompared(node)}
                      />
                    ) : (
                      <span className="hj-quiet">{t(`evaluations:kinds.${node.kind}`)}</span>
                    )}
                  </td>
                  <td className={classes.figure}>{formatPercent(node.weightBp)}</td>
                  <td className={classes.figure}>
                    {place === undefined ? null : <strong>{formatPercent(leaves[place]?.weightBp ?? 0)}</strong>}
                  </td>
                  <td className={classes.figure}>{minimum === null ? null : formatScore(minimum)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {compared === null ? null : (
        <PairsDrawer
          projectId={projectId}
          parent={parent}
          siblings={childrenOf(criteria, parent?.id ?? null)}
          judgements={judgements}
          onClose={() => setCompared(null)}
        />
      )}
    </>
  );
}

/** How the weights of one level came about: by hand, or by pairs with what their consistency is. */
function LevelWeighing(props: {
  readonly criteria: readonly Criterion[];
  readonly judgements: readonly Judgement[];
  readonly parentId: Id | null;
  readonly label?: string;
  readonly onCompare: () => void;
}) {
  const { criteria, judgements, parentId, label, onCompare } = props;
  const { t } = useText();
  const readOnly = useReadOnly();
  const siblings = childrenOf(criteria, parentId);
  const ids = siblings.map(({ id }) => id);
  const own = judgements.filter(({ firstId, secondId }) => ids.includes(firstId) && ids.includes(secondId));
  const result = comparedWeights(ids, own);
  const isCurrent = result !== null && siblings.every(({ weightBp }, index) => weightBp === result.weightsBp[index]);
  if (siblings.length < 2) return null;
  return (
    <span className={classes.weighing}>
      <span className="hj-quiet">{t(isCurrent ? 'evaluations:pairs.weighed' : 'evaluations:pairs.byHand')}</span>
      {result === null || !isCurrent || result.ahp.consistencyRatio === null ? null : (
        <StatusBadge
          tone={result.ahp.isAccepted === true ? 'good' : 'warning'}
          label={t('evaluations:pairs.ratio', { ratio: result.ahp.consistencyRatio.toFixed(2) })}
        />
      )}
      {readOnly || siblings.length > MOST_COMPARED ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconScale size={13} aria-hidden />}
          aria-label={label === undefined ? undefined : t('evaluations:pairs.compareIn', { name: label })}
          onClick={onCompare}
        >
          {t('evaluations:pairs.compare')}
        </Button>
      )}
    </span>
  );
}
