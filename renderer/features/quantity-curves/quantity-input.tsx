import { Group, NumberInput, Slider, Tooltip } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { CurrencyCode } from '../../../shared/kernel/money.ts';
import {
  parseQuantity,
  parseUnitPrice,
  type Quantity,
  quantityToString,
  type UnitPrice,
  unitPriceToString,
} from '../../../shared/kernel/quantity.ts';
import { useText } from '../../i18n/use-text.ts';

const SETTLE_MS = 120;
const SLIDER_STEPS = 200;

export interface QuantityInputProps {
  readonly chosen: Quantity | null;
  /** Null while the curve is not there yet. */
  readonly stepSize: Quantity | null;
  readonly range: { readonly from: number; readonly to: number } | null;
  readonly unit: string;
  readonly onChange: (quantity: Quantity) => void;
}

/** The quantity in the item's own unit. The slider follows the hand at once, what is reckoned follows when the hand rests. */
export function QuantityInput({ chosen, stepSize, range, unit, onChange }: QuantityInputProps) {
  const { t } = useText();
  const [shown, setShown] = useState(chosen);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setShown(chosen), [chosen]);
  useEffect(() => () => clearTimeout(timer.current), []);
  // The slider keeps the range it began with: an end that runs away from the hand cannot be held.
  const [held, setHeld] = useState<{ from: number; to: number } | null>(null);
  useEffect(() => {
    if (held === null && range !== null && stepSize !== null) {
      setHeld({ from: range.from * stepSize, to: range.to * stepSize });
    }
  }, [held, range, stepSize]);
  const settle = (quantity: Quantity) => {
    setShown(quantity);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(quantity), SETTLE_MS);
  };
  const step = stepSize ?? 10_000;
  return (
    <Group gap={8} wrap="nowrap">
      <span className="hj-quiet">{t('quantityCurves:quantity')}</span>
      <Slider
        w={150}
        size="sm"
        label={null}
        thumbLabel={t('quantityCurves:quantityField')}
        disabled={held === null}
        min={held?.from ?? 0}
        max={held?.to ?? 1}
        step={held === null ? 1 : Math.max(step, Math.round((held.to - held.from) / SLIDER_STEPS / step) * step)}
        value={Math.min(Math.max(shown ?? 0, held?.from ?? 0), held?.to ?? 1)}
        onChange={(value) => settle(Math.max(step, Math.round(value / step) * step))}
      />
      <NumberInput
        w={126}
        aria-label={t('quantityCurves:quantityField')}
        value={shown === null ? '' : quantityToString(shown)}
        thousandSeparator=","
        decimalScale={4}
        allowNegative={false}
        suffix={unit === '' ? '' : ` ${unit}`}
        hideControls
        onChange={(value) => {
          const quantity = parseQuantity(String(value));
          if (quantity !== null && quantity > 0) settle(quantity);
        }}
        onBlur={() => setShown(chosen)}
      />
    </Group>
  );
}

/** What keeping one further unit costs; empty: nothing is added. */
export function HoldingCostInput(props: {
  readonly value: UnitPrice | null;
  readonly currency: CurrencyCode;
  readonly unit: string;
  readonly onChange: (value: UnitPrice | undefined) => void;
}) {
  const { value, currency, unit, onChange } = props;
  const { t } = useText();
  return (
    <Tooltip label={t('quantityCurves:holdingHint')}>
      <Group gap={8} wrap="nowrap">
        <span className="hj-quiet">{t('quantityCurves:holding')}</span>
        <NumberInput
          w={130}
          aria-label={t('quantityCurves:holdingField', { unit: unit === '' ? currency : `${currency} / ${unit}` })}
          placeholder="0"
          value={value === null ? '' : unitPriceToString(value)}
          decimalScale={6}
          allowNegative={false}
          hideControls
          rightSection={<span className="hj-unit">{currency}</span>}
          rightSectionWidth={42}
          onChange={(typed) => {
            const price = typed === '' ? null : parseUnitPrice(String(typed));
            onChange(price === null || price === 0 ? undefined : price);
          }}
        />
      </Group>
    </Tooltip>
  );
}
