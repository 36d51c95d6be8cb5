import { ActionIcon, Anchor, Group, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComparisonQuery } from '../../../shared/contract/comparisons.ts';
import type { ComparedQuote, Comparison } from '../../../shared/domain/comparison/types.ts';
import { fieldName } from '../../app/errors.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './compare.module.css';
import { ComparisonCharts } from './comparison-charts.tsx';
import { MarketPanel } from './market-panel.tsx';
import type { MatrixModel } from './matrix/matrix-model.ts';
import { reasonsOf } from './reasons.ts';
import { standingOf } from './standing.ts';

export interface FindingsProps {
  readonly model: MatrixModel;
  readonly query: ComparisonQuery;
  readonly projectId: string;
  readonly close: () => void;
}

/** What a buyer would ask next: why is this one not ranked, how do the totals lie, is one too good to be true? */
export function Findings({ model, query, projectId, close }: FindingsProps) {
  const { t } = useText();
  const { comparison } = model;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <aside className={classes.findings} aria-label={t('comparisons:findings.title')} tabIndex={0}>
      <section className={classes.finding}>
        <Group justify="space-between" mb={6}>
          <Text component="h2" fw={600}>
            {t('comparisons:findings.notRanked')}
          </Text>
          <ActionIcon size="sm" aria-label={t('comparisons:findings.close')} onClick={close}>
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </Group>
        <CommonGaps comparison={comparison} projectId={projectId} />
        <NotRanked comparison={comparison} projectId={projectId} />
      </section>
      <MarketPanel comparison={comparison} projectId={projectId} />
      <ComparisonCharts comparison={comparison} query={query} projectId={projectId} />
    </aside>
  );
}

function NotRanked({ comparison, projectId }: { readonly comparison: Comparison; readonly projectId: string }) {
  const { t } = useText();
  const apart = comparison.quotes.filter(({ state }) => state !== 'ranked');
  if (apart.length === 0) return <Text className="hj-quiet">{t('comparisons:findings.allRanked')}</Text>;
  return (
    <ul className={classes.reasons}>
      {apart.map((compared) => (
        <li key={compared.quote.id}>
          <NotRankedQuote compared={compared} comparison={comparison} projectId={projectId} />
        </li>
      ))}
    </ul>
  );
}

function NotRankedQuote(props: { compared: ComparedQuote; comparison: Comparison; projectId: string }) {
  const { compared, comparison, projectId } = props;
  const { t } = useText();
  const nameOf = useName();
  const { quote } = compared;
  const badge = standingOf(compared, comparison, t);
  return (
    <>
      <div className={classes.reasonName}>
        <Anchor
          component={Link}
          to={`/projects/${projectId}/quotes/${quote.id}`}
          c="inherit"
          fw={500}
          truncate
          title={nameOf({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh })}
        >
          {nameOf({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh })}
        </Anchor>
        <StatusBadge tone={badge.tone} label={badge.label} />
      </div>
      <ul className={classes.reasonList}>
        {reasonsOf(compared, t).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </>
  );
}

/** What the landed bases need of the project: each unset assumption leads to its field. */
function CostingGaps({ comparison, projectId }: { readonly comparison: Comparison; readonly projectId: string }) {
  const { t } = useText();
  const reasons = comparison.quotes.flatMap(({ exclusions }) => exclusions);
  const fields = [...new Set(reasons.flatMap((one) => (one.code === 'costingUnset' ? [one.field] : [])))];
  const lacksItems = reasons.some(({ code }) => code === 'cartonUnknown' || code === 'dutyRateUnknown');
  if (fields.length === 0 && !lacksItems) return null;
  return (
    <div className={classes.callout}>
      {t('comparisons:findings.costingGaps')}
      <ul className={classes.reasonList}>
        {fields.map((field) => (
          <li key={field}>
            <Anchor
              renderRoot={(root) => (
                <Link {...root} to="/projects/$projectId/costing" params={{ projectId }} search={{ field }} />
              )}
              c="inherit"
              underline="always"
            >
              {fieldName(field, t)}
            </Anchor>
          </li>
        ))}
        {lacksItems ? (
          <li>
            <Anchor component={Link} to={`/projects/${projectId}/items`} c="inherit" underline="always">
              {t('comparisons:findings.itemGaps')}
            </Anchor>
          </li>
        ) : null}
      </ul>
    </div>
  );
}

const NAMED = 5;

/** Gaps that are nobody's fault alone: what every quote lacks is said once and above. */
function CommonGaps({ comparison, projectId }: { readonly comparison: Comparison; readonly projectId: string }) {
  const { t } = useText();
  const nameOf = useName();
  const { rows } = comparison;
  const withoutQuantity = rows.filter(({ need }) => need === null || need === 0).length;
  const unpriced = rows.filter(({ cells }) => cells.every(({ state }) => state === 'noPrice'));
  const withoutRate = new Set(
    comparison.quotes.flatMap(({ exclusions }) =>
      exclusions.flatMap((reason) => (reason.code === 'noExchangeRate' ? [reason.from] : [])),
    ),
  );
  const names = unpriced.slice(0, NAMED).map(({ item }) => nameOf(item));
  if (unpriced.length > NAMED) names.push(t('comparisons:findings.andMore', { count: unpriced.length - NAMED }));
  return (
    <>
      {withoutQuantity === 0 ? null : (
        <p className={classes.callout}>
          {t('comparisons:findings.withoutQuantity', { count: withoutQuantity })}{' '}
          <Anchor component={Link} to={`/projects/${projectId}/items`} c="inherit" underline="always">
            {t('comparisons:findings.toItems')}
          </Anchor>
        </p>
      )}
      {unpriced.length === 0 ? null : (
        <p className={classes.callout}>
          {t('comparisons:findings.pricedByNobody', {
            count: unpriced.length,
            items: names.join(t('comparisons:listSeparator')),
          })}
        </p>
      )}
      <CostingGaps comparison={comparison} projectId={projectId} />
      {withoutRate.size > 0 ? (
        <p className={classes.callout}>
          {t('comparisons:findings.noRate', {
            currency: comparison.options.currency,
            currencies: [...withoutRate].join(t('comparisons:listSeparator')),
          })}{' '}
          <Anchor component={Link} to="/settings/exchange-rates" c="inherit" underline="always">
            {t('comparisons:findings.toRates')}
          </Anchor>
        </p>
      ) : null}
    </>
  );
}
