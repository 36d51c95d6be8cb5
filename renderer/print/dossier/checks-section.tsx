import { CHECK_STEPS, CHECKS_OF_STEP } from '../../../shared/domain/suppliers/checklist.ts';
import report from '../report-document.module.css';
import { type DossierPartProps, Part, Rows } from './facts.tsx';

/** The three steps of verification and the checks of the qualification, each with its evidence. */
export function ChecksSection({ dossier, words }: DossierPartProps) {
  const { profile, evidence } = dossier;
  const { say } = words;
  return (
    <Part title={say((t) => t('supplier:dossier.verification'))}>
      {CHECK_STEPS.map((step) => {
        const progress = profile.assessment.progress.find((one) => one.step === step);
        return (
          <div key={step} className={report.spaced}>
            <h3>
              {say((t) => t(`supplier:step.${step}`))} ·{' '}
              {say((t) => t('suppliers:progress', { done: progress?.done ?? 0, total: progress?.total ?? 0 }))}
            </h3>
            <Rows
              head={[
                { text: say((t) => t('suppliers:editCheck')), width: 38 },
                { text: say((t) => t('suppliers:state')), width: 14 },
                { text: say((t) => t('suppliers:evidence')), width: 32 },
                { text: say((t) => t('supplier:dossier.decided')), width: 16 },
              ]}
            >
              {CHECKS_OF_STEP[step].map((item) => {
                const check = profile.checks.find((one) => one.item === item);
                const files = evidence.filter(({ ownerId }) => ownerId === check?.id);
                return (
                  <tr key={item}>
                    <td>{say((t) => t(`supplier:check.${item}`))}</td>
                    <td className={report.nowrap}>{say((t) => t(`supplier:checkState.${check?.state ?? 'open'}`))}</td>
                    <td className={report.long}>
                      {check?.evidence}
                      {files.map(({ fileName, sha256 }) => (
                        <span key={sha256} className={report.sub}>
                          {fileName}
                        </span>
                      ))}
                    </td>
                    <td>
                      {check === undefined || check.decidedOn === null ? null : (
                        <>
                          {check.decidedBy}
                          <span className={`${report.stacked} ${report.nowrap}`}>{check.decidedOn}</span>
                        </>
                      )}
                    </td>
                  </tr>
                );
              })}
            </Rows>
          </div>
        );
      })}
    </Part>
  );
}
