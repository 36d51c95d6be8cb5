import type { MatchedName } from '../../../../shared/domain/suppliers/company-name.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Unknown } from '../../../ui/figures.tsx';
import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx';
import { useOpenSupplier } from './open-supplier.ts';
import { Panel } from './panel.tsx';
import classes from './room.module.css';

const NAME_TONES: Readonly<Record<MatchedName['state'], Tone>> = {
  matches: 'good',
  differs: 'bad',
  personal: 'bad',
  unknown: 'unknown',
};

/** Licence, payee, contract and invoice name the same company, or which does not. */
export function NamesPanel() {
  const { names } = useOpenSupplier().profile.assessment;
  const { t } = useText();
  const tone = NAME_TONES[names.state];
  return (
    <Panel
      title={t('suppliers:section.names')}
      state={<StatusBadge tone={tone} label={t(`supplier:nameMatch.${names.state}`)} />}
    >
      <table className={classes.rows} aria-label={t('suppliers:section.names')}>
        <tbody>
          <tr>
            <th scope="row">{t('supplier:nameRole.licence')}</th>
            <td>{names.licence === '' ? <Unknown /> : names.licence}</td>
            <td />
          </tr>
          {names.names.map(({ role, name, state }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several accounts may have one holder; their order is their identity
            <tr key={index}>
              <th scope="row">{t(`supplier:nameRole.${role}`)}</th>
              <td>{name === '' ? <Unknown /> : name}</td>
              <td className={classes.figure}>
                {name === '' ? null : <StatusBadge tone={NAME_TONES[state]} label={t(`supplier:nameState.${state}`)} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
