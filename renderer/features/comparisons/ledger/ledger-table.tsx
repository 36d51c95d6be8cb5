import { UnstyledButton } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ComparedQuote, Comparison, ComparisonBasis } from '../../../../shared/domain/comparison/types.ts';
import type { CostPart } from '../../../../shared/domain/quotes/terms.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useName } from '../../../ui/bilingual-name.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { standingOf } from '../standing.ts';
import { EntryPopover } from './entry-popover.tsx';
import classes from './ledger.module.css';
import { ledgerCell, shownParts } from './ledger-model.ts';

interface Opened {
  readonly compared: ComparedQuote;
  readonly part: CostPart;
  readonly target: HTMLElement;
}

/** Suppliers by cost parts; every cell opens for editing. */
export function LedgerTable({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useText();
  const nameOf = useName();
  const parts = shownParts(comparison);
  const [opened, setOpened] = useState<Opened | null>(null);
  const lastTarget = useRef<HTMLElement | null>(null);
  const close = () => {
    setOpened(null);
    lastTarget.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <table className={classes.ledger}>
        <caption className={classes.caption}>{t('comparisons:ledger.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quote:field.supplier')}</th>
            {parts.map((part) => (
              <th key={part} scope="col">
                {t(`quote:costPart.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparison.quotes.map((compared) => {
            const { quote } = compared;
            const badge = standingOf(compared, comparison, t);
            const supplier = nameOf({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh });
            return (
              <tr key={quote.id}>
                <th scope="row">
                  <span className={classes.supplier} title={supplier}>
                    {supplier}
                  </span>
                  <StatusBadge tone={badge.tone} label={badge.label} />
                </th>
                {parts.map((part) => (
                  <EntryCell
                    key={part}
                    compared={compared}
                    part={part}
                    basis={comparison.options.basis}
                    supplier={supplier}
                    isOpen={opened?.compared.quote.id === quote.id && opened.part === part}
                    open={(target) => {
                      lastTarget.current = target;
                      setOpened({ compared, part, target });
                    }}
                  />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {opened === null ? null : (
        <EntryPopover key={`${opened.compared.quote.id} ${opened.part}`} {...opened} close={close} />
      )}
    </>
  );
}

function EntryCell(props: {
  readonly compared: ComparedQuote;
  readonly part: CostPart;
  readonly basis: ComparisonBasis;
  readonly supplier: string;
  readonly isOpen: boolean;
  readonly open: (target: HTMLElement) => void;
}) {
  const { compared, part, basis, supplier, isOpen, open } = props;
  const { t } = useText();
  const entry = compared.ledger.find((one) => one.part === part);
  if (entry === undefined) return <td />;
  const { main, source, state, isBlocking, isCounted } = ledgerCell(entry, compared, basis, t);
  const label = `${supplier}, ${t(`quote:costPart.${part}`)}: ${main} ${source}`.trim();
  return (
    <td>
      <UnstyledButton
        className={classes.entry}
        data-state={state}
        data-blocking={isBlocking || undefined}
        data-apart={!isCounted || undefined}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={label}
        onClick={(event) => open(event.currentTarget)}
      >
        <span className={classes.main}>{main}</span>
        {source === '' ? null : <span className={classes.source}>{source}</span>}
      </UnstyledButton>
    </td>
  );
}
