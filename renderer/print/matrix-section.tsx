import { cellNote } from '../../shared/documents/report-text.ts';
import { nameIn, supplierOf } from '../../shared/documents/say.ts';
import type { ComparedCell, ComparedQuote, ComparedRow, Comparison } from '../../shared/domain/comparison/types.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import {
  formatCount,
  formatMoney,
  formatMoneyRange,
  formatQuantity,
  formatUnitPrice,
} from '../../shared/kernel/format.ts';
import type { CurrencyCode } from '../../shared/kernel/money.ts';
import { fill } from '../../shared/texts/fill.ts';
import { Name, Say, useDocumentLanguage } from './document-language.tsx';
import { shortened } from './letters.ts';
import { LINE_WIDTH, type MatrixPlan, MOST_NAME_LETTERS, planMatrix, QUANTITY_WIDTH } from './matrix-plan.ts';
import type { Paper } from './page-style.ts';
import classes from './report-document.module.css';
import { Head, Key, Section } from './section.tsx';

/** Items by suppliers. Suppliers that do not fit beside each other follow in groups, each with the items again. */
export function MatrixSection({ report, paper }: { readonly report: EvaluationReport; readonly paper: Paper }) {
  const { comparison } = report;
  const language = useDocumentLanguage();
  if (comparison.rows.length === 0 || comparison.quotes.length === 0) return null;
  const plan = planMatrix(comparison, paper, language);
  const { currency } = comparison.options;
  const hasMark = comparison.rows.some(({ cells }) => cells.some(({ isLowest }) => isLowest));
  return (
    <Section title={({ report: words }) => words.section.matrix} landscape={plan.orientation === 'landscape'}>
      <Key>
        <Say>{({ report: words }) => fill(hasMark ? words.matrixKey : words.matrixKeyUnmarked, { currency })}</Say>
      </Key>
      {plan.groups.map((group, index) => (
        <MatrixGroup
          key={group[0]}
          comparison={comparison}
          plan={plan}
          group={group}
          isFirst={index === 0}
          isAlone={plan.groups.length === 1}
        />
      ))}
    </Section>
  );
}

/** A group of so few items stands on one page, whatever its notes. */
const MOST_ROWS_TOGETHER = 10;

interface GroupProps {
  readonly comparison: Comparison;
  readonly plan: MatrixPlan;
  readonly group: readonly number[];
  readonly isFirst: boolean;
  readonly isAlone: boolean;
}

function MatrixGroup({ comparison, plan, group, isFirst, isAlone }: GroupProps) {
  const { quotes, rows, options, estimateMinor } = comparison;
  const { currency } = options;
  const hasEstimate = estimateMinor !== null;
  const first = group[0] ?? 0;
  return (
    <div
      className={classes.matrixGroup}
      data-following={!isFirst || undefined}
      data-short={rows.length <= MOST_ROWS_TOGETHER || undefined}
    >
      {isAlone ? null : (
        <h3>
          <Say>
            {({ report: words }) =>
              fill(words.group, {
                from: formatCount(first + 1),
                to: formatCount(first + group.length),
                count: formatCount(quotes.length),
              })
            }
          </Say>
        </h3>
      )}
      <table className={`${classes.table} ${classes.matrix}`}>
        <colgroup>
          <col style={{ width: `${LINE_WIDTH}mm` }} />
          <col />
          <col style={{ width: `${QUANTITY_WIDTH}mm` }} />
          {plan.estimateWidth === null ? null : <col style={{ width: `${plan.estimateWidth}mm` }} />}
          {group.map((index) => (
            <col key={index} style={{ width: `${plan.supplierWidth}mm` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <Head>{({ report: words }) => words.column.line}</Head>
            <Head>{({ report: words }) => words.column.item}</Head>
            <Head figure>{({ report: words }) => words.column.quantity}</Head>
            {hasEstimate ? <Head figure>{({ report: words }) => words.column.estimate}</Head> : null}
            {group.map((index) => {
              const compared = quotes[index];
              return compared === undefined ? null : <SupplierHead key={index} compared={compared} />;
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ItemRow
              key={row.item.id}
              row={row}
              group={group}
              currency={currency}
              hasEstimate={hasEstimate}
              withSpecification={isFirst}
            />
          ))}
          <TotalRow comparison={comparison} group={group} />
        </tbody>
      </table>
    </div>
  );
}

function SupplierHead({ compared }: { readonly compared: ComparedQuote }) {
  const { quote, state, standing } = compared;
  return (
    <th scope="col" className={classes.figure}>
      <Say as="stacked">{(_, tongue) => shortened(nameIn(tongue, supplierOf(quote)), MOST_NAME_LETTERS)}</Say>
      <span className={classes.addition}>{quote.currency}</span>
      {standing === null ? (
        <span className={classes.addition}>
          <Say as="stacked">{({ report: words }) => words.state[state]}</Say>
        </span>
      ) : null}
    </th>
  );
}

function ItemRow(props: {
  readonly row: ComparedRow;
  readonly group: readonly number[];
  readonly currency: CurrencyCode;
  readonly hasEstimate: boolean;
  readonly withSpecification: boolean;
}) {
  const { row, group, currency, hasEstimate, withSpecification } = props;
  const { item, need, estimateMinor, cells } = row;
  return (
    <tr>
      <td className={classes.line}>{item.lineNo}</td>
      <th scope="row">
        <Name name={item} />
        {withSpecification && item.specification !== '' ? (
          <span className={classes.sub}>{item.specification}</span>
        ) : null}
      </th>
      <td className={classes.figure}>
        {need === null ? '—' : formatQuantity(need)}
        {item.unit === '' ? null : <span className={classes.sub}>{item.unit}</span>}
      </td>
      {hasEstimate ? (
        <td className={classes.figure}>{estimateMinor === null ? '—' : formatMoney(estimateMinor, currency)}</td>
      ) : null}
      {group.map((index) => {
        const cell = cells[index];
        return cell === undefined ? null : <PriceCell key={index} cell={cell} row={row} currency={currency} />;
      })}
    </tr>
  );
}

function PriceCell(props: { readonly cell: ComparedCell; readonly row: ComparedRow; readonly currency: CurrencyCode }) {
  const { cell, row, currency } = props;
  const { comparedLowMinor, comparedHighMinor, unitPrice, isLowest, state } = cell;
  const hasNote = cellNote(cell, row.need, 'en') !== '';
  return (
    <td className={classes.figure} data-lowest={isLowest || undefined} data-open={state !== 'priced' || undefined}>
      {isLowest ? <span aria-hidden="true">◆ </span> : null}
      {state === 'priced' && comparedLowMinor !== null && comparedHighMinor !== null
        ? formatMoneyRange({ lowMinor: comparedLowMinor, highMinor: comparedHighMinor }, currency)
        : null}
      {unitPrice === null ? null : <span className={classes.sub}>{formatUnitPrice(unitPrice)}</span>}
      {hasNote ? (
        <span className={classes.note}>
          <Say as="stacked">{(_, tongue) => cellNote(cell, row.need, tongue)}</Say>
        </span>
      ) : null}
    </td>
  );
}

function TotalRow({ comparison, group }: { readonly comparison: Comparison; readonly group: readonly number[] }) {
  const { quotes, options, estimateMinor, rows } = comparison;
  const { currency } = options;
  const isAlone = quotes.filter(({ standing }) => standing !== null).length < 2;
  return (
    <tr data-total>
      <td />
      <th scope="row" colSpan={2}>
        <Say as="inline">{({ report: words }) => words.column.total}</Say>
      </th>
      {estimateMinor === null ? null : <td className={classes.figure}>{formatMoney(estimateMinor, currency)}</td>}
      {group.map((index) => {
        const compared = quotes[index];
        if (compared === undefined) return null;
        const { rank, totalRange, state, pricedCount } = compared;
        const isLowest = rank === 1 && !isAlone;
        return (
          <td key={index} className={classes.figure} data-lowest={isLowest || undefined}>
            {isLowest ? <span aria-hidden="true">◆ </span> : null}
            {totalRange === null ? '—' : formatMoneyRange(totalRange, currency)}
            {state === 'incomplete' ? (
              <span className={classes.note}>
                <Say as="stacked">
                  {({ report: words }) => fill(words.value.pricedPartly, { priced: pricedCount, count: rows.length })}
                </Say>
              </span>
            ) : null}
          </td>
        );
      })}
    </tr>
  );
}
