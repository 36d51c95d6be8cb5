import { Fragment } from 'react';
import { formatPercent, formatScore } from '../../../shared/kernel/format.ts';
import { partNameText, partValueText } from '../../features/suppliers/room/part-text.ts';
import report from '../report-document.module.css';
import { type DossierPartProps, Part, Rows } from './facts.tsx';

/** The qualification score with what each part of it rests on. */
export function ScoreSection({ dossier, words }: DossierPartProps) {
  const { qualification } = dossier.profile.assessment;
  const { say } = words;
  return (
    <Part title={say((t) => t('suppliers:qualification'))}>
      {qualification.state === 'scored' ? null : <p>{say((t) => t('suppliers:insufficient'))}</p>}
      <Rows
        head={[
          { text: say((t) => t('suppliers:dimension')) },
          { text: say((t) => t('suppliers:weight')), figure: true },
          { text: say((t) => t('suppliers:score')), figure: true },
          { text: say((t) => t('suppliers:contribution')), figure: true },
        ]}
      >
        {qualification.dimensions.map(({ dimension, weightBp, parts, scoreHundredths, contributionHundredths }) => (
          <Fragment key={dimension}>
            <tr data-lowest>
              <th scope="row">{say((t) => t(`supplier:dimension.${dimension}`))}</th>
              <td className={report.figure}>{formatPercent(weightBp)}</td>
              <td className={report.figure}>
                {scoreHundredths === null ? say((t) => t('supplier:dossier.unknown')) : formatScore(scoreHundredths)}
              </td>
              <td className={report.figure}>
                {contributionHundredths === null ? '' : formatScore(contributionHundredths)}
              </td>
            </tr>
            {parts.map((part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: several certificates count as parts of one name; their order is their identity
              <tr key={index}>
                <td colSpan={2}>
                  {say((t) => partNameText(part.part, t))}: {say((t) => partValueText(part.part, part.value, t))}
                  {part.weight === 1 ? null : ` (${say((t) => t('suppliers:counted'))})`}
                </td>
                <td className={report.figure}>{formatScore(part.scoreHundredths)}</td>
                <td />
              </tr>
            ))}
          </Fragment>
        ))}
      </Rows>
      <p className={report.key}>{say((t) => t('suppliers:rangeHint'))}</p>
      <p className={report.key}>{say((t) => t('suppliers:scales'))}</p>
    </Part>
  );
}
