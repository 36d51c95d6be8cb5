import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import type { ComparedQuote, Comparison, ComponentKind } from '../../../../shared/domain/comparison/types.ts';
import { formatMoneyRange, formatMoneyRangeShort } from '../../../i18n/format.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useName } from '../../../ui/bilingual-name.tsx';
import classes from './ledger.module.css';
import { barOf, componentName, componentSource, shownComponents } from './ledger-model.ts';

/** What each total is made of: a stacked bar on one scale, and the figures, which add up to the total. */
export function ComponentsTable({ comparison, projectId }: { comparison: Comparison; projectId: string }) {
  const { t } = useText();
  const nameOf = useName();
  const components = shownComponents(comparison);
  const shown = comparison.quotes.filter(({ totalRange }) => totalRange !== null);
  const most = Math.max(1, ...shown.map(({ totalRange }) => totalRange?.highMinor ?? 0));
  const { currency } = comparison.options;
  if (shown.length === 0) return <p className="hj-quiet">{t('comparisons:ledger.noTotals')}</p>;
  return (
    <table className={classes.components}>
      <caption className={classes.caption}>{t('comparisons:ledger.components')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('quote:field.supplier')}</th>
          <th scope="col" className="hj-figure">
            {t('comparisons:row.total', { currency })}
          </th>
          <th scope="col" className={classes.barColumn}>
            {t('comparisons:ledger.bar')}
          </th>
          {components.map((component, index) => (
            <th key={component} scope="col" className="hj-figure">
              <span className={classes.swatch} style={swatch(component, index)} aria-hidden />
              {componentName(component, t)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((compared) => {
          const { quote, totalRange } = compared;
          return (
            <tr key={quote.id} data-apart={compared.state !== 'ranked' || undefined}>
              <th scope="row">
                <Anchor component={Link} to={`/projects/${projectId}/quotes/${quote.id}`} c="inherit" truncate>
                  {nameOf({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh })}
                </Anchor>
              </th>
              <td className={`hj-figure ${classes.total}`}>
                {totalRange === null ? '—' : formatMoneyRange(totalRange, currency)}
              </td>
              <td className={classes.barColumn}>
                <Bar compared={compared} components={components} most={most} currency={currency} />
              </td>
              {components.map((component) => (
                <ComponentFigure key={component} compared={compared} component={component} currency={currency} />
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function ComponentFigure(props: { compared: ComparedQuote; component: ComponentKind; currency: string }) {
  const { compared, component, currency } = props;
  const { t } = useText();
  const own = compared.components.find((one) => one.component === component);
  if (own === undefined) {
    return (
      <td className="hj-figure">
        <span className="hj-quiet">—</span>
      </td>
    );
  }
  const source = componentSource(own, compared, t);
  return (
    <td className="hj-figure">
      {own.included === true ? (
        <span className="hj-quiet">{t('comparisons:included')}</span>
      ) : (
        formatMoneyRange(own, currency)
      )}
      {source === '' ? null : <span className={classes.source}>{source}</span>}
    </td>
  );
}

function Bar(props: {
  readonly compared: ComparedQuote;
  readonly components: readonly ComponentKind[];
  readonly most: number;
  readonly currency: string;
}) {
  const { compared, components, most, currency } = props;
  const { t } = useText();
  return (
    <div className={classes.bar} aria-hidden>
      {barOf(compared.components).map(({ component, minor }) => (
        <span
          key={component}
          className={classes.piece}
          data-open={component === 'open' || undefined}
          title={`${component === 'open' ? t('comparisons:ledger.open') : componentName(component, t)} ${formatMoneyRangeShort({ lowMinor: minor, highMinor: minor }, currency)}`}
          style={{
            width: `${(minor / most) * 100}%`,
            ...(component === 'open' ? {} : swatch(component, components.indexOf(component))),
          }}
        />
      ))}
    </div>
  );
}

/** Goods in the accent; what comes on top in greys of turning depth, told apart by the line between them and by name. */
function swatch(component: ComponentKind, index: number): CSSProperties {
  if (component === 'goods') return { background: 'var(--hj-accent)' };
  const depth = [78, 52, 32, 64, 42, 24][index % 6] ?? 50;
  return { background: `color-mix(in srgb, var(--hj-text) ${depth}%, var(--hj-surface))` };
}
