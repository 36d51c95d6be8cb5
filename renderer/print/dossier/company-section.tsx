import { tonguesOf } from '../../../shared/documents/say.ts';
import { provinceIn } from '../../../shared/documents/supplier-text.ts';
import { certificateState } from '../../../shared/domain/suppliers/certificates.ts';
import { formatMoneyWithCode, formatScore } from '../../../shared/kernel/format.ts';
import report from '../report-document.module.css';
import { type DossierPartProps, Facts, Part, Rows } from './facts.tsx';
import { ProductPapers } from './product-papers.tsx';

/** Who the supplier is: company, platform, licence, names, accounts, contacts. */
export function CompanySection({ dossier, words, language }: DossierPartProps) {
  const { supplier, profile } = dossier;
  const { say } = words;
  const { uscc, names } = profile.assessment;
  const unknown = say((t) => t('supplier:dossier.unknown'));
  const or = (text: string) => (text === '' ? unknown : text);
  const province = tonguesOf(language).map((tongue) => provinceIn(tongue, supplier.province));
  const { businessKind, tier, creditGrade, depositMinor, sampleScoreHundredths } = supplier;
  const code = say((t) => t(`supplier:uscc.${uscc.state}`, { ...uscc }));
  return (
    <>
      <Part title={say((t) => t('suppliers:section.company'))}>
        <Facts
          facts={[
            [say((t) => t('refusal:field.licenceName')), or(supplier.licenceName)],
            [say((t) => t('refusal:field.uscc')), supplier.uscc === '' ? unknown : `${supplier.uscc} (${code})`],
            [say((t) => t('refusal:field.legalPerson')), or(supplier.legalPerson)],
            [say((t) => t('refusal:field.establishedOn')), supplier.establishedOn ?? unknown],
            [
              say((t) => t('refusal:field.licenceUntil')),
              supplier.licenceLongTerm
                ? say((t) => t('suppliers:licenceLongTerm'))
                : (supplier.licenceUntil ?? unknown),
            ],
            [say((t) => t('refusal:field.licenceAddress')), or(supplier.licenceAddress)],
            [say((t) => t('suppliers:column.province')), or(province.join(' / '))],
            [say((t) => t('suppliers:field.region')), or(supplier.region)],
            [
              say((t) => t('refusal:field.businessKind')),
              businessKind === null ? unknown : say((t) => t(`supplier:businessKind.${businessKind}`)),
            ],
            [
              say((t) => t('refusal:field.languages')),
              or(supplier.languages.map((one) => say((t) => t(`supplier:language.${one}`))).join(', ')),
            ],
            [say((t) => t('refusal:field.tier')), tier === null ? unknown : say((t) => t(`supplier:tier.${tier}`))],
            [say((t) => t('refusal:field.memberSince')), supplier.memberSince ?? unknown],
            [
              say((t) => t('refusal:field.creditGrade')),
              creditGrade === null ? unknown : say((t) => t(`supplier:credit.${creditGrade}`)),
            ],
            [
              say((t) => t('refusal:field.depositMinor')),
              depositMinor === null ? unknown : formatMoneyWithCode(depositMinor, 'CNY'),
            ],
            [
              say((t) => t('refusal:field.badges')),
              supplier.badges.map((one) => say((t) => t(`supplier:badge.${one}`))).join(', ') ||
                say((t) => t('supplier:dossier.none')),
            ],
            [
              say((t) => t('refusal:field.sampleScoreHundredths')),
              sampleScoreHundredths === null ? unknown : `${formatScore(sampleScoreHundredths)} / 100`,
            ],
            [say((t) => t('suppliers:field.shopUrl')), or(supplier.shopUrl)],
          ]}
        />
        <p className={report.key}>
          {say((t) => t('refusal:field.businessScope'))}: {or(supplier.businessScope)}
        </p>
      </Part>
      <Part
        together
        title={`${say((t) => t('suppliers:section.names'))}: ${say((t) => t(`supplier:nameMatch.${names.state}`))}`}
      >
        <Rows
          head={[
            { text: '' },
            { text: say((t) => t('supplier:dossier.name')) },
            { text: say((t) => t('suppliers:state')) },
          ]}
        >
          <tr>
            <td>{say((t) => t('supplier:nameRole.licence'))}</td>
            <td>{or(names.licence)}</td>
            <td />
          </tr>
          {names.names.map(({ role, name, state }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several accounts may have one holder; their order is their identity
            <tr key={index}>
              <td>{say((t) => t(`supplier:nameRole.${role}`))}</td>
              <td>{or(name)}</td>
              <td>{name === '' ? '' : say((t) => t(`supplier:nameState.${state}`))}</td>
            </tr>
          ))}
        </Rows>
      </Part>
    </>
  );
}

/** Accounts (masked), contacts, certificates, and the papers of its products. */
export function PapersSection({ dossier, words }: DossierPartProps) {
  const { supplier, profile, evidence } = dossier;
  const { say } = words;
  const { asOf } = profile.assessment;
  const unknown = say((t) => t('supplier:dossier.unknown'));
  const main = [supplier.phone, supplier.wechat, supplier.email].filter((one) => one !== '').join(', ');
  return (
    <>
      {profile.payees.length === 0 ? null : (
        <Part together title={say((t) => t('suppliers:section.payees'))}>
          <Rows
            head={[
              { text: say((t) => t('suppliers:holder')) },
              { text: say((t) => t('suppliers:bank')) },
              { text: say((t) => t('supplier:dossier.account')) },
              { text: say((t) => t('suppliers:kind')) },
            ]}
          >
            {profile.payees.map((one) => (
              <tr key={one.id}>
                <td>{one.holder}</td>
                <td>{one.bank}</td>
                <td className={report.nowrap}>{one.maskedNumber}</td>
                <td>{say((t) => t(`supplier:payeeKind.${one.kind}`))}</td>
              </tr>
            ))}
          </Rows>
        </Part>
      )}
      {supplier.contactName === '' && main === '' && profile.contacts.length === 0 ? null : (
        <Part together title={say((t) => t('suppliers:section.contacts'))}>
          <Rows
            head={[
              { text: say((t) => t('suppliers:contactName')) },
              { text: say((t) => t('supplier:dossier.role')) },
              { text: say((t) => t('suppliers:contactAddress')) },
              { text: say((t) => t('suppliers:contactLanguage')) },
            ]}
          >
            <tr>
              <td>{supplier.contactName}</td>
              <td>{say((t) => t('suppliers:mainContact'))}</td>
              <td className={report.long}>{main}</td>
              <td />
            </tr>
            {profile.contacts.map((one) => (
              <tr key={one.id}>
                <td>{one.name}</td>
                <td>{one.role}</td>
                <td className={report.long}>
                  {say((t) => t(`supplier:channel.${one.channel}`))}: {one.address}
                </td>
                <td>{say((t) => t(`supplier:language.${one.language}`))}</td>
              </tr>
            ))}
          </Rows>
        </Part>
      )}
      {profile.certificates.length === 0 ? null : (
        <Part title={say((t) => t('suppliers:section.certificates'))}>
          <Rows
            head={[
              { text: say((t) => t('suppliers:certificate')) },
              { text: say((t) => t('suppliers:number')) },
              { text: say((t) => t('suppliers:holderOf')) },
              { text: say((t) => t('suppliers:issuer')) },
              { text: say((t) => t('suppliers:expiresOn')) },
              { text: say((t) => t('suppliers:state')) },
              { text: say((t) => t('supplier:dossier.files')) },
            ]}
          >
            {profile.certificates.map((one) => (
              <tr key={one.id}>
                <td>{say((t) => t(`supplier:certificateKind.${one.kind}`))}</td>
                <td className={report.long}>{one.number}</td>
                <td>{one.holder}</td>
                <td>{one.issuer}</td>
                <td className={report.nowrap}>{one.expiresOn ?? unknown}</td>
                <td>{say((t) => t(`supplier:certificateState.${certificateState(one.expiresOn, asOf)}`))}</td>
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
      )}
      <ProductPapers dossier={dossier} words={words} />
    </>
  );
}
