import { questionIn } from '../../../shared/documents/ask-sheet-text.ts';
import { tonguesOf } from '../../../shared/documents/say.ts';
import report from '../report-document.module.css';
import { type DossierPartProps, Part, Rows } from './facts.tsx';

/** How talking went, which items it can supply beside whom, and room to sign. */
export function TalkSection({ dossier, words, language }: DossierPartProps) {
  const { supplier, profile, communications, items } = dossier;
  const { say } = words;
  const { communication } = profile.assessment;
  const ask = profile.asks[0];
  return (
    <>
      <Part
        title={`${say((t) => t('suppliers:tab.communication'))}: ${say((t) => t(`supplier:communicationLevel.${communication.level}`))}`}
      >
        {communication.fromAnswers.map((flag) => (
          <p key={flag}>
            <strong>{say((t) => t(`supplier:flag.${flag}`))}</strong> {say((t) => t('suppliers:fromAnswers'))}
          </p>
        ))}
        {profile.flags.map((one) => (
          <p key={one.id}>
            <strong>{say((t) => t(`supplier:flag.${one.flag}`))}</strong> {one.notedOn}, {one.notedBy}
            <span className={report.note}>{one.evidence}</span>
          </p>
        ))}
        {ask === undefined ? null : (
          <div className={report.spaced}>
            <h3>{say((t) => t('supplier:dossier.answers', { date: ask.sentOn }))}</h3>
            <Rows
              head={[
                { text: say((t) => t('supplier:dossier.question')) },
                { text: say((t) => t('suppliers:state')) },
                { text: say((t) => t('supplier:dossier.answer')) },
              ]}
            >
              {ask.answers.map(({ question, state, answer }) => (
                <tr key={question}>
                  <td>
                    {tonguesOf(language).map((tongue) => (
                      <span key={tongue} className={report.stacked} lang={tongue === 'zh' ? 'zh-CN' : 'en'}>
                        {questionIn(tongue, question, ask)}
                      </span>
                    ))}
                  </td>
                  <td>{say((t) => t(`supplier:answerState.${state}`))}</td>
                  <td className={report.long}>{answer}</td>
                </tr>
              ))}
            </Rows>
          </div>
        )}
        {communications.newest.length === 0 ? null : (
          <div className={report.spaced}>
            <h3>{say((t) => t('suppliers:section.log'))}</h3>
            <Rows
              head={[
                { text: say((t) => t('supplier:dossier.date')) },
                { text: say((t) => t('suppliers:channelLabel')) },
                { text: say((t) => t('suppliers:summary')) },
              ]}
            >
              {communications.newest.map((one) => (
                <tr key={one.id}>
                  <td className={report.nowrap}>{one.happenedOn}</td>
                  <td>
                    {say((t) => t(`supplier:channel.${one.channel}`))}
                    <span className={report.sub}>{say((t) => t(`supplier:direction.${one.direction}`))}</span>
                  </td>
                  <td className={report.long}>{one.summary}</td>
                </tr>
              ))}
            </Rows>
            {communications.total > communications.newest.length ? (
              <p className={report.key}>
                {say((t) =>
                  t('supplier:dossier.newestTalk', {
                    count: communications.newest.length,
                    total: communications.total,
                  }),
                )}
              </p>
            ) : null}
          </div>
        )}
      </Part>
      {items.length === 0 ? null : (
        <Part title={say((t) => t('suppliers:section.sources'))}>
          <Rows
            head={[
              { text: say((t) => t('suppliers:chooseItem')) },
              { text: say((t) => t('suppliers:projectLabel')) },
              { text: say((t) => t('supplier:dossier.otherSources')) },
              { text: say((t) => t('supplier:dossier.qualified')), figure: true },
            ]}
          >
            {items.map((item) => {
              const others = item.sources.filter(({ supplierId }) => supplierId !== supplier.id);
              return (
                <tr key={item.itemId}>
                  <td>{words.name(item)}</td>
                  <td>{words.name({ nameEn: item.projectNameEn, nameZh: item.projectNameZh })}</td>
                  <td>
                    {others.length === 0
                      ? say((t) => t('suppliers:noOthers'))
                      : others.map((other) => words.name(other)).join('; ')}
                  </td>
                  <td className={report.figure}>{item.qualifiedCount}</td>
                </tr>
              );
            })}
          </Rows>
        </Part>
      )}
      <Part together title={say((t) => t('supplier:dossier.signatures'))}>
        <table className={`${report.table} ${report.signatures}`}>
          <thead>
            <tr>
              <th scope="col">{say((t) => t('supplier:dossier.role'))}</th>
              <th scope="col">{say((t) => t('supplier:dossier.name'))}</th>
              <th scope="col">{say((t) => t('supplier:dossier.signature'))}</th>
              <th scope="col">{say((t) => t('supplier:dossier.date'))}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>{say((t) => t('supplier:dossier.preparedBy'))}</td>
              <td>{dossier.createdBy}</td>
              <td />
              <td />
            </tr>
            <tr>
              <td />
              <td />
              <td />
              <td />
            </tr>
          </tbody>
        </table>
      </Part>
    </>
  );
}
