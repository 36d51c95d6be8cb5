import { Select, Title, VisuallyHidden } from '@mantine/core';
import type { CostingPreview } from '../../../shared/contract/costings.ts';
import type { Project } from '../../../shared/contract/projects.ts';
import type { LandedComponent, MinorRange } from '../../../shared/domain/landed-cost/types.ts';
import { effectiveUnitPrice } from '../../../shared/domain/pricing/tiers.ts';
import { exactOrNull, fromScaledInteger } from '../../../shared/kernel/decimal.ts';
import { formatMoney, formatUnitPrice, group } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { Unknown } from '../../ui/figures.tsx';
import { EmptyState, ErrorState, LoadingForm } from '../../ui/states.tsx';
import { TracePopover } from '../../ui/trace-popover.tsx';
import { useQuotes } from '../quotes/queries.ts';
import classes from './costing.module.css';
import { MissingList } from './missing-list.tsx';
import { useCostingPreview } from './queries.ts';

/** What one quote comes to under the assumptions, part by part and item by item, so that one sees what they do. */
export function PreviewPanel(props: {
  readonly project: Project;
  readonly quoteId: string | null;
  readonly onQuote: (id: string) => void;
}) {
  const { project, quoteId, onQuote } = props;
  const { t } = useText();
  const preview = useCostingPreview(project.id, quoteId);
  return (
    <aside className={classes.preview} aria-label={t('costings:preview.title')}>
      {preview.isError ? (
        <ErrorState error={preview.error} retry={() => void preview.refetch()} />
      ) : preview.data === undefined ? (
        <LoadingForm fields={8} />
      ) : preview.data === null ? (
        <EmptyState title={t('costings:preview.empty')} hint={t('costings:preview.emptyHint')} />
      ) : (
        <Preview project={project} preview={preview.data} onQuote={onQuote} />
      )}
    </aside>
  );
}

function Preview(props: {
  readonly project: Project;
  readonly preview: CostingPreview;
  readonly onQuote: (id: string) => void;
}) {
  const { project, preview, onQuote } = props;
  const { t } = useText();
  const { cost, currency, trace } = preview;
  const shown = cost.components.filter(
    ({ name, source, amount }) => source !== 'notPartOfIt' && (name !== 'supplierExtras' || amount?.high !== 0),
  );
  return (
    <>
      <QuoteChoice project={project} preview={preview} onQuote={onQuote} />
      <table className={classes.table}>
        <caption>
          <VisuallyHidden>{t('costings:preview.title')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('costings:preview.part')}</th>
            <th scope="col" className={classes.figure}>
              {currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((component) => (
            <ComponentRow key={component.name} component={component} currency={currency} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('costings:preview.total')}</th>
            <td className={classes.figure}>
              <TracePopover trace={trace}>
                {cost.total === null ? (
                  <span className="hj-quiet">{t('trace:notComputable')}</span>
                ) : (
                  <strong className="hj-figure">
                    {rangeText(cost.total, (minor) => formatMoney(minor, currency))}
                  </strong>
                )}
              </TracePopover>
            </td>
          </tr>
        </tfoot>
      </table>
      <MissingList missing={cost.missing} lines={preview.lines} projectId={project.id} />
      <ShipmentFacts preview={preview} />
      <UnitCosts preview={preview} />
    </>
  );
}

function QuoteChoice(props: {
  readonly project: Project;
  readonly preview: CostingPreview;
  readonly onQuote: (id: string) => void;
}) {
  const { project, preview, onQuote } = props;
  const { t } = useText();
  const name = useName();
  const quotes = (useQuotes(project.id).data ?? []).filter(({ superseded }) => !superseded);
  return (
    <>
      <Title order={2}>{t('costings:preview.title')}</Title>
      <Select
        aria-label={t('costings:preview.quote')}
        allowDeselect={false}
        searchable
        data={quotes.map((quote) => ({
          value: quote.id,
          label: name({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh }),
        }))}
        value={preview.quoteId}
        onChange={(id) => (id === null ? undefined : onQuote(id))}
      />
    </>
  );
}

function ComponentRow({ component, currency }: { readonly component: LandedComponent; readonly currency: string }) {
  const { t } = useText();
  const { name, source, amount, isCost } = component;
  return (
    <tr data-quiet={source === 'included' || !isCost || undefined}>
      <th scope="row">
        {t(`costings:component.${name}`)}
        {isCost ? null : <span className={classes.note}>{t('costings:preview.notACost')}</span>}
      </th>
      <td className={classes.figure}>
        {source === 'included' ? (
          <span className="hj-quiet">{t('costings:preview.included')}</span>
        ) : amount === null ? (
          <Unknown hint={t('costings:preview.missingHint')} />
        ) : (
          <span className="hj-figure">{rangeText(amount, (minor) => formatMoney(minor, currency))}</span>
        )}
      </td>
    </tr>
  );
}

function ShipmentFacts({ preview }: { readonly preview: CostingPreview }) {
  const { t } = useText();
  const { shipment, customsValue } = preview.cost;
  const facts: [string, string, string][] = [];
  if (shipment !== null) {
    const { cartons, weightG, volumeMm3, chargeableG, revenueTonnesE9, containers } = shipment;
    facts.push([t('costings:fact.cartons'), group(String(cartons)), '']);
    facts.push([t('costings:fact.weight'), decimal(weightG, 3, 1), 'kg']);
    facts.push([t('costings:fact.volume'), decimal(volumeMm3, 9, 3), 'm³']);
    if (chargeableG !== null) facts.push([t('costings:fact.chargeable'), decimal(chargeableG, 3, 1), 'kg']);
    if (revenueTonnesE9 !== null) facts.push([t('costings:fact.revenueTonnes'), decimal(revenueTonnesE9, 9, 3), 'RT']);
    if (containers !== null) facts.push([t('costings:fact.containers'), String(containers), '']);
  }
  if (customsValue !== null) {
    const text = rangeText(customsValue, (minor) => formatMoney(minor, preview.currency));
    facts.push([t('costings:fact.customsValue'), text, preview.currency]);
  }
  if (facts.length === 0) return null;
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value, unit]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="hj-figure">
            {value}
            {unit === '' ? null : <span className="hj-unit">{unit}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Landed cost of one unit of every item. */
function UnitCosts({ preview }: { readonly preview: CostingPreview }) {
  const { t } = useText();
  const name = useName();
  const { cost, currency, lines } = preview;
  const totals = cost.lines;
  if (totals === null) return null;
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>{t('costings:preview.perUnit')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('costings:preview.item')}</th>
          <th scope="col" className={classes.figure}>
            {currency}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ itemId, nameEn, nameZh, unit, quantity }, index) => {
          const range = { low: totals.low[index] ?? 0, high: totals.high[index] ?? 0 };
          return (
            <tr key={itemId}>
              <th scope="row">{name({ nameEn, nameZh })}</th>
              <td className={classes.figure}>
                {quantity === null ? (
                  <span className="hj-quiet">{t('costings:preview.notQuoted')}</span>
                ) : (
                  <span className="hj-figure">
                    {rangeText(range, (minor) => unitText(minor, quantity, currency))}
                    <span className="hj-unit">/{unit}</span>
                  </span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function unitText(minor: number, quantity: number, currency: string): string {
  const price = exactOrNull(() => effectiveUnitPrice(minor, quantity, currency));
  return price === null ? '—' : formatUnitPrice(price);
}

function rangeText({ low, high }: MinorRange, text: (minor: number) => string): string {
  return low === high ? text(low) : `${text(low)} – ${text(high)}`;
}

function decimal(scaled: number, places: number, shown: number): string {
  return group(fromScaledInteger(scaled, places).toDecimalPlaces(shown).toFixed());
}
