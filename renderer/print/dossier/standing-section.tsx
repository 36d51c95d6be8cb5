import { tonguesOf } from '../../../shared/documents/say.ts';
import { contradictionIn } from '../../../shared/documents/supplier-text.ts';
import { missingText } from '../../features/suppliers/room/missing-panel.tsx';
import report from '../report-document.module.css';
import { type DossierPartProps, Part } from './facts.tsx';

/** What stands against the supplier, what contradicts itself, and what is still missing. */
export function StandingSection({ dossier, words, language }: DossierPartProps) {
  const { say } = words;
  const { disqualifications, contradictions, missing } = dossier.profile.assessment;
  return (
    <Part title={say((t) => t('supplier:dossier.standing'))}>
      <h3>{say((t) => t('suppliers:section.disqualifiers'))}</h3>
      {disqualifications.length === 0 ? <p>{say((t) => t('suppliers:noDisqualifiers'))}</p> : null}
      {disqualifications.map(({ disqualifier, notedOn, evidence, override }) => (
        <p key={disqualifier}>
          <strong>{say((t) => t(`supplier:disqualifier.${disqualifier}`))}</strong>{' '}
          {notedOn ?? say((t) => t('suppliers:fromProfile'))}
          {evidence === '' ? null : <span className={report.note}>{evidence}</span>}
          {override === null ? null : (
            <span className={report.note}>
              {say((t) =>
                t('suppliers:overrideBy', {
                  author: override.author,
                  date: override.decidedOn,
                  reason: override.reason,
                }),
              )}
            </span>
          )}
        </p>
      ))}
      <h3>{say((t) => t('suppliers:section.contradictions'))}</h3>
      {contradictions.length === 0 ? <p>{say((t) => t('suppliers:noContradictions'))}</p> : null}
      {contradictions.map((one) => (
        <p key={`${one.rule} ${JSON.stringify(one.evidence)}`}>
          {tonguesOf(language)
            .map((tongue) => contradictionIn(tongue, one))
            .join(' / ')}
        </p>
      ))}
      <h3>{say((t) => t('suppliers:section.missing'))}</h3>
      <p>
        {missing.length === 0
          ? say((t) => t('suppliers:nothingMissing'))
          : missing.map((one) => say((t) => missingText(one, t))).join('; ')}
      </p>
    </Part>
  );
}
