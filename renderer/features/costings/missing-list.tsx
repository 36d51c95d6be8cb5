import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CostingPreviewLine } from '../../../shared/contract/costings.ts';
import type { LandedMissing } from '../../../shared/domain/landed-cost/types.ts';
import { fieldName } from '../../app/errors.ts';
import { type Translate, useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import classes from './costing.module.css';
import { goToField } from './fields.tsx';

/** What keeps the landed cost from being computed; each entry leads to where it can be filled in. */
export function MissingList(props: {
  readonly missing: readonly LandedMissing[];
  readonly lines: readonly CostingPreviewLine[];
  readonly projectId: string;
}) {
  const { missing, lines, projectId } = props;
  const { t } = useText();
  const name = useName();
  if (missing.length === 0) return null;
  return (
    <div className={classes.missing} role="status">
      <p>{t('costings:missing.title')}</p>
      <ul>
        {missing.map((one) => (
          <li key={JSON.stringify(one)}>
            {one.code === 'assumption' ? (
              <Anchor component="button" type="button" size="sm" onClick={() => goToField(one.field)}>
                {fieldName(one.field, t)}
              </Anchor>
            ) : one.code === 'carton' || one.code === 'dutyRate' ? (
              <Anchor component={Link} size="sm" to={`/projects/${projectId}/items`}>
                {sentence(one, lines, name, t)}
              </Anchor>
            ) : (
              sentence(one, lines, name, t)
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function sentence(
  missing: Exclude<LandedMissing, { code: 'assumption' }>,
  lines: readonly CostingPreviewLine[],
  name: ReturnType<typeof useName>,
  t: Translate,
): string {
  switch (missing.code) {
    case 'carton':
    case 'dutyRate': {
      const first = lines[missing.lines[0] ?? -1];
      const item = first === undefined ? '' : name(first);
      return t(`costings:missing.${missing.code}`, { item, count: missing.lines.length });
    }
    case 'exchangeRate':
      return t('costings:missing.exchangeRate', { from: missing.from, to: missing.to });
    case 'partUnknown':
      return t('costings:missing.partUnknown', {
        part:
          missing.part === 'destinationTerminal' || missing.part === 'importClearance'
            ? t(`costings:component.${missing.part}`)
            : t(`quote:costPart.${missing.part}`),
      });
    case 'taxBasis':
    case 'tradeTerm':
    case 'beyondPoint':
    case 'paymentTerms':
    case 'leadTime':
    case 'nothingPriced':
    case 'outOfRange':
      return t(`costings:missing.${missing.code}`);
  }
}
