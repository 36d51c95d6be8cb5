import { Button, Group, NumberInput, SegmentedControl, Select, Slider, Tooltip } from '@mantine/core';
import { IconCalculator, IconListSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useRef, useState } from 'react';
import { COMPARISON_BASES } from '../../../shared/domain/comparison/types.ts';
import { useText } from '../../i18n/use-text.ts';
import { useOpenProject } from '../projects/open-project.ts';
import classes from './compare.module.css';
import { CELL_FIGURES, type CompareSearch } from './compare-search.ts';

export interface CompareControlsProps {
  readonly search: CompareSearch;
  /** The project's own currency, which the address does not name. */
  readonly projectCurrency: string;
  readonly onChange: (changes: Partial<CompareSearch>) => void;
  readonly findingsOpen: boolean;
}

/** Basis, currency, quantity and what the cells show. All of it stands in the address. */
export const CompareControls = memo(function CompareControls(props: CompareControlsProps) {
  const { search, projectCurrency, onChange } = props;
  const { t } = useText();
  return (
    <div className={classes.controls} role="toolbar" aria-label={t('comparisons:controls.label')}>
      <Tooltip label={t(`comparison:basisHint.${search.basis}`)}>
        <SegmentedControl
          aria-label={t('comparisons:controls.basis')}
          value={search.basis}
          onChange={(value) => onChange({ basis: COMPARISON_BASES.find((basis) => basis === value) ?? search.basis })}
          data={BASES.map((value) => ({ value, label: t(`comparison:basis.${value}`) }))}
        />
      </Tooltip>
      <Select
        w={92}
        searchable
        limit={80}
        aria-label={t('comparisons:controls.currency')}
        data={CURRENCIES}
        value={search.currency ?? projectCurrency}
        onChange={(currency) =>
          currency === null ? undefined : onChange({ currency: currency === projectCurrency ? undefined : currency })
        }
      />
      {search.view === 'quantity' && search.item !== undefined ? null : (
        <QuantityPercent percent={search.quantity} onChange={(quantity) => onChange({ quantity })} />
      )}
      <CostingLink />
      {search.view === 'matrix' ? <MatrixControls {...props} /> : null}
    </div>
  );
});

/** To what the project takes for granted between a supplier's price and its own door. */
function CostingLink() {
  const { t } = useText();
  const { id } = useOpenProject();
  return (
    <Tooltip label={t('costings:hint')}>
      <Button
        component={Link}
        to={`/projects/${id}/costing`}
        variant="default"
        leftSection={<IconCalculator size={15} aria-hidden />}
      >
        {t('costings:title')}
      </Button>
    </Tooltip>
  );
}

/** What only the matrix has: what its cells lead with, and its findings beside it. */
function MatrixControls({ search, onChange, findingsOpen }: CompareControlsProps) {
  const { t } = useText();
  const figures = { unit: 'showUnit', total: 'showTotal', difference: 'showDifference' } as const;
  return (
    <>
      <SegmentedControl
        aria-label={t('comparisons:controls.show')}
        value={search.show}
        onChange={(value) => onChange({ show: CELL_FIGURES.find((figure) => figure === value) ?? search.show })}
        data={CELL_FIGURES.map((value) => ({ value, label: t(`comparisons:controls.${figures[value]}`) }))}
      />
      <Button
        ml="auto"
        variant={findingsOpen ? 'light' : 'default'}
        leftSection={<IconListSearch size={15} aria-hidden />}
        aria-expanded={findingsOpen}
        onClick={() => onChange({ findings: !findingsOpen })}
      >
        {t('comparisons:controls.findings')}
      </Button>
    </>
  );
}

/** The usual one first, then as the goods travel; as quoted stands apart at the end. */
const BASES = [...COMPARISON_BASES.filter((basis) => basis !== 'quoted'), 'quoted'] as const;

/** By code alone: the place is short, and who compares knows them. The usual ones stand first. */
const CURRENCIES = [...new Set(['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', ...Intl.supportedValuesOf('currency')])];

const SETTLE_MS = 120;
const SLIDER = { min: 10, max: 300, step: 5 };

/** The slider follows the hand at once; the comparison follows when the hand rests. */
function QuantityPercent({ percent, onChange }: { percent: number; onChange: (percent: number) => void }) {
  const { t } = useText();
  const [shown, setShown] = useState(percent);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setShown(percent), [percent]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const settle = (value: number) => {
    setShown(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(value), SETTLE_MS);
  };
  return (
    <Tooltip label={t('comparisons:controls.quantityHint')}>
      <Group gap={8} wrap="nowrap">
        <span className="hj-quiet">{t('comparisons:controls.quantity')}</span>
        <Slider
          w={110}
          size="sm"
          label={null}
          thumbLabel={t('comparisons:controls.quantityField')}
          {...SLIDER}
          value={Math.min(Math.max(shown, SLIDER.min), SLIDER.max)}
          onChange={settle}
        />
        <NumberInput
          w={76}
          aria-label={t('comparisons:controls.quantityField')}
          value={shown}
          min={1}
          max={100_000}
          allowDecimal={false}
          allowNegative={false}
          suffix=" %"
          onChange={(value) => (typeof value === 'number' && value >= 1 ? settle(value) : undefined)}
          onBlur={() => setShown(percent)}
        />
      </Group>
    </Tooltip>
  );
}
