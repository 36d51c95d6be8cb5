import type { QualityDocument } from '../../../shared/contract/quality-documents.ts';
import { documentState } from '../../../shared/domain/inspections/documents.ts';
import report from '../report-document.module.css';
import { type DossierPartProps, Part, Rows } from './facts.tsx';

/** Certificates of its products with the market they open, and reports of testing houses; with their state on the dossier's day. */
export function ProductPapers({ dossier, words }: Pick<DossierPartProps, 'dossier' | 'words'>) {
  const { productPapers = [], evidence, profile } = dossier;
  const { say, name } = words;
  const { asOf } = profile.assessment;
  if (productPapers.length === 0) return null;
  const stateOf = (paper: QualityDocument) => {
    const state = documentState(paper, asOf);
    return state === null ? '' : say((t) => t(`inspections:paper.state.${state}`));
  };
  return (
    <Part title={say((t) => t('inspections:room.papers'))}>
      <Rows
        head={[
          { text: say((t) => t('inspections:paper.standard')) },
          { text: say((t) => t('inspections:paper.item')) },
          { text: say((t) => t('inspections:paper.market')) },
          { text: say((t) => t('inspections:paper.issuer')) },
          { text: say((t) => t('inspections:paper.number')) },
          { text: say((t) => t('inspections:paper.result')) },
          { text: say((t) => t('inspections:paper.issuedOn')) },
          { text: say((t) => t('inspections:paper.expiresOn')) },
          { text: say((t) => t('suppliers:state')) },
          { text: say((t) => t('supplier:dossier.files')) },
        ]}
      >
        {productPapers.map((one) => (
          <tr key={one.id}>
            <td>{one.standard}</td>
            <td>{one.itemId === null ? one.scope : name({ nameEn: one.itemNameEn, nameZh: one.itemNameZh })}</td>
            <td>{one.market}</td>
            <td>{one.issuer}</td>
            <td className={report.long}>{one.number}</td>
            <td>{say((t) => t(`inspections:paper.results.${one.result}`))}</td>
            <td className={report.nowrap}>{one.issuedOn}</td>
            <td className={report.nowrap}>{one.expiresOn}</td>
            <td>{stateOf(one)}</td>
            <td className={report.long}>
              {evidence
                .filter(({ ownerId }) => ownerId === one.id)
                .map(({ fileName }) => fileName)
                .join(', ')}
            </td>
          </tr>
        ))}
      </Rows>
    </Part>
  );
}
