import { Anchor, Popover, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLayoutEffect, useState } from 'react';
import type { ComparedQuote } from '../../../../shared/domain/comparison/types.ts';
import type { CostPart } from '../../../../shared/domain/quotes/terms.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useName } from '../../../ui/bilingual-name.tsx';
import { ErrorState, LoadingForm } from '../../../ui/states.tsx';
import { withCost } from '../../quotes/cost-fields.tsx';
import { CostPartFields } from '../../quotes/cost-part-fields.tsx';
import { useSaveTerms } from '../../quotes/mutations.ts';
import { quoteWithLines } from '../../quotes/queries.ts';
import { useReadOnly } from '../../workspaces/queries.ts';
import classes from './ledger.module.css';

/** One cost part of one quote, to be stated where it is seen. */
export function EntryPopover(props: {
  readonly compared: ComparedQuote;
  readonly part: CostPart;
  readonly target: HTMLElement;
  readonly close: () => void;
}) {
  const { compared, part, target, close } = props;
  const { t } = useText();
  const nameOf = useName();
  const readOnly = useReadOnly();
  const { quote: named } = compared;
  const { data, isError, error } = useQuery(quoteWithLines(named.id));
  const { save } = useSaveTerms(named.id);
  const rect = useRect(target);
  return (
    <Popover opened onClose={close} position="bottom-start" width={320} trapFocus returnFocus withinPortal shadow="md">
      <Popover.Target>
        <span className={classes.anchor} style={{ left: rect.left, top: rect.bottom }} />
      </Popover.Target>
      <Popover.Dropdown
        aria-label={t('comparisons:ledger.edit', { part: t(`quote:costPart.${part}`) })}
        onKeyDown={(event) => (event.key === 'Escape' ? close() : undefined)}
      >
        <Text fw={500} truncate>
          {nameOf({ nameEn: named.supplierNameEn, nameZh: named.supplierNameZh })}
        </Text>
        {isError ? (
          <ErrorState error={error} />
        ) : data === undefined ? (
          <LoadingForm fields={1} />
        ) : (
          <CostPartFields
            part={part}
            cost={data.quote.costs.find((one) => one.part === part) ?? null}
            currency={data.quote.currency}
            incoterm={data.quote.incoterm}
            label={t(`quote:costPart.${part}`)}
            readOnly={readOnly}
            onChange={(cost) => save({ costs: withCost(data.quote.costs, part, cost) })}
          />
        )}
        <Anchor
          size="xs"
          renderRoot={(root) => (
            <Link
              {...root}
              to="/projects/$projectId/quotes/$quoteId"
              params={{ projectId: data?.quote.projectId ?? '', quoteId: named.id }}
            />
          )}
        >
          {t('comparisons:ledger.toQuote')}
        </Anchor>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Where the cell stands on the screen when it is opened. */
function useRect(target: HTMLElement): { left: number; bottom: number } {
  const [rect, setRect] = useState({ left: 0, bottom: 0 });
  useLayoutEffect(() => {
    const { left, bottom } = target.getBoundingClientRect();
    setRect({ left, bottom });
  }, [target]);
  return rect;
}
