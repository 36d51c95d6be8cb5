import { NativeSelect, Text } from '@mantine/core';
import type { QuoteCost } from '../../../shared/contract/quotes.ts';
import { byTermOf } from '../../../shared/domain/comparison/by-term.ts';
import { type StatedCost, statedCost } from '../../../shared/domain/quotes/costs.ts';
import {
  COST_BASES,
  COST_MEASURES,
  type CostMeasure,
  type CostPart,
  type TradeTerm,
} from '../../../shared/domain/quotes/terms.ts';
import type { CurrencyCode } from '../../../shared/kernel/money.ts';
import { quantityToString } from '../../../shared/kernel/quantity.ts';
import { type Translate, useText } from '../../i18n/use-text.ts';
import {
  type Parsed,
  parseMoneyCell,
  parsePercentCell,
  parseQuantityCell,
  parseUnitPriceCell,
} from '../../ui/grid/parse.ts';
import { SavedField } from '../../ui/saved-field.tsx';
import classes from './cost-fields.module.css';
import { figureText } from './cost-text.ts';

export interface CostPartFieldsProps {
  readonly part: CostPart;
  /** Null: the quote is silent. */
  readonly cost: QuoteCost | null;
  readonly currency: CurrencyCode;
  readonly incoterm: TradeTerm | null;
  readonly label: string;
  readonly readOnly: boolean;
  /** Rejects when nothing was saved; the error is told elsewhere. */
  readonly onChange: (cost: QuoteCost | null) => Promise<unknown>;
}

/** One line of the ledger: whether the price contains it, how much it costs or between what bounds, and who says so. */
export function CostPartFields(props: CostPartFieldsProps) {
  const { part, cost, incoterm, label, readOnly, onChange } = props;
  const { t } = useText();
  const choose = (value: string) => {
    const basis = COST_BASES.find((one) => one === value);
    // A choice that could not be saved is told in a toast and shown as it is stored.
    void onChange(basis === undefined ? null : statedCost(part, basis)).catch(() => undefined);
  };
  return (
    <fieldset className={classes.part}>
      <legend className={classes.legend}>{label}</legend>
      <div className={classes.name}>
        <Text size="sm" aria-hidden>
          {label}
        </Text>
        <Text size="xs" className="hj-quiet">
          {sourceText(part, cost, incoterm, t)}
        </Text>
      </div>
      <NativeSelect
        size="xs"
        aria-label={t('quotes:cost.basisOf', { part: label })}
        disabled={readOnly}
        value={cost?.basis ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: t('quotes:cost.silent') },
          ...COST_BASES.map((basis) => ({ value: basis, label: t(`quote:costBasis.${basis}`) })),
        ]}
      />
      {cost === null || cost.basis === 'included' ? null : <CostFigures {...props} cost={cost} />}
    </fieldset>
  );
}

/** The amount of an extra or the bounds of an unknown, and what they are stated for. */
function CostFigures({ cost, part, currency, label, readOnly, onChange }: CostPartFieldsProps & { cost: QuoteCost }) {
  const { t } = useText();
  const { basis, measure } = cost;
  const text = (figure: number) => figureText(figure, measure, currency);
  const unit = measure === 'rate' ? '%' : currency;
  const chooseMeasure = (value: string) => {
    const next = COST_MEASURES.find((one) => one === value);
    if (next === undefined || next === measure) return;
    // A figure means something else in another measure, so none is carried over.
    void onChange(statedCost(part, basis, { measure: next, overQuantity: cost.overQuantity })).catch(() => undefined);
  };
  const shared = { hideLabel: true, align: 'right', unit, readOnly } as const;
  return (
    <div className={classes.figures}>
      <NativeSelect
        size="xs"
        aria-label={t('quotes:cost.measureOf', { part: label })}
        disabled={readOnly}
        value={measure}
        onChange={(event) => chooseMeasure(event.currentTarget.value)}
        data={COST_MEASURES.map((one) => ({ value: one, label: t(`quote:costMeasure.${one}`) }))}
      />
      {basis === 'extra' ? (
        <SavedField
          {...shared}
          label={t('quotes:cost.amountOf', { part: label })}
          placeholder={t('unknown')}
          value={amountOf(cost)}
          text={(value) => (value === null ? '' : text(value))}
          parse={(typed) => parseFigure(typed, measure, currency)}
          onSave={(figure) => onChange({ ...cost, ...amountFields(measure, figure) })}
        />
      ) : (
        <SavedField
          {...shared}
          label={t('quotes:cost.boundsOf', { part: label })}
          placeholder={t('quotes:cost.noBounds')}
          value={boundsOf(cost)}
          text={(value) => (value === null ? '' : `${text(value.low)} – ${text(value.high)}`)}
          parse={(typed) => parseBounds(typed, measure, currency, t)}
          onSave={(bounds) => onChange({ ...cost, low: bounds?.low ?? null, high: bounds?.high ?? null })}
        />
      )}
      {part === 'tooling' ? (
        <>
          <Text size="xs" className="hj-quiet">
            {t('quotes:cost.spreadOver')}
          </Text>
          <SavedField
            hideLabel
            align="right"
            readOnly={readOnly}
            label={t('quotes:cost.spreadOverOf', { part: label })}
            placeholder={t('quotes:cost.thisOrder')}
            value={cost.overQuantity}
            text={(value) => (value === null ? '' : quantityToString(value))}
            parse={parseQuantityCell}
            onSave={(overQuantity) => onChange({ ...cost, overQuantity })}
          />
        </>
      ) : null}
    </div>
  );
}

/** Who says what the part is: the quote, against or beside its trade term, or the term alone. */
function sourceText(part: CostPart, cost: QuoteCost | null, incoterm: TradeTerm | null, t: Translate): string {
  const byTerm = byTermOf(incoterm, part);
  if (byTerm === null || incoterm === null) return cost === null ? t('quotes:cost.source.open') : '';
  const term = incoterm === 'domestic' ? t('quote:tradeTerm.domestic') : incoterm;
  if (cost === null) return t(`quotes:cost.source.${byTerm}`, { term });
  const agrees = (cost.basis === 'included') === (byTerm === 'included');
  return agrees ? '' : t(`quotes:cost.source.against.${byTerm}`, { term });
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

function boundsOf({ low, high }: QuoteCost): Bounds | null {
  return low === null || high === null ? null : { low, high };
}

function amountOf({ measure, amountMinor, unitAmount, rateBp }: QuoteCost): number | null {
  return measure === 'order' ? amountMinor : measure === 'unit' ? unitAmount : rateBp;
}

function amountFields(measure: CostMeasure, figure: number | null): Partial<StatedCost> {
  return {
    amountMinor: measure === 'order' ? figure : null,
    unitAmount: measure === 'unit' ? figure : null,
    rateBp: measure === 'rate' ? figure : null,
  };
}

function parseFigure(typed: string, measure: CostMeasure, currency: CurrencyCode): Parsed<number | null> {
  if (measure === 'rate') return parsePercentCell(typed);
  return measure === 'unit' ? parseUnitPriceCell(typed, currency) : parseMoneyCell(typed, currency);
}

/** "500 – 900", "500 to 900", "500至900": both ends, the lower first. Empty: no bounds. */
export function parseBounds(
  typed: string,
  measure: CostMeasure,
  currency: CurrencyCode,
  t: Translate,
): Parsed<Bounds | null> {
  if (typed.trim() === '') return { ok: true, value: null };
  const ends = typed.split(/\s*(?:–|—|~|～|至|到|\bto\b|(?<=[\d%])\s*-)\s*/).filter((end) => end !== '');
  const [least, most] = ends.map((end) => parseFigure(end, measure, currency));
  if (least?.ok === false) return least;
  if (most?.ok === false) return most;
  const low = least?.value ?? null;
  const high = most?.value ?? null;
  if (ends.length !== 2 || low === null || high === null) return own(t('quotes:cost.boundsProblem'));
  return low <= high ? { ok: true, value: { low, high } } : own(t('quotes:cost.boundsCrossed'));
}

function own(sentence: string): { ok: false; problem: { code: 'own'; sentence: string } } {
  return { ok: false, problem: { code: 'own', sentence } };
}
