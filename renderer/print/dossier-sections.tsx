import { proofText, requestTexts } from '../../shared/documents/award-text.ts';
import { leadingTongue, tonguesOf, WORDS } from '../../shared/documents/say.ts';
import { awardTotal, completenessBp } from '../../shared/domain/awards/award.ts';
import { shareBpOf } from '../../shared/domain/awards/price-award.ts';
import { type DossierPart, exceptionsOf } from '../../shared/domain/reports/dossier.ts';
import { formatDocumentInstant, formatMoney, formatPercent, formatQuantity } from '../../shared/kernel/format.ts';
import { fill } from '../../shared/texts/fill.ts';
import { Name, Say, useDocumentLanguage } from './document-language.tsx';
import classes from './report-document.module.css';
import { Head, Key, Section } from './section.tsx';

interface Props {
  readonly dossier: DossierPart;
}

/** What turns the evaluation report into the dossier of a decision: award, scenario, alternates, approvals. */
export function DossierOpening({ dossier }: Props) {
  return (
    <>
      <AwardSection dossier={dossier} />
      <ScenarioSection dossier={dossier} />
      <AlternatesSection dossier={dossier} />
      <ApprovalsSection dossier={dossier} />
    </>
  );
}

/** How every point was settled, where the usual way was left, what was opened again, and the rules in force. */
export function DossierClosing({ dossier }: Props) {
  return (
    <>
      <GateSection dossier={dossier} />
      <ExceptionsSection dossier={dossier} />
      <ReopeningsSection dossier={dossier} />
      <VersionsSection dossier={dossier} />
    </>
  );
}

function AwardSection({ dossier }: Props) {
  const { award, decisionNumber, confirmedAt, confirmedBy } = dossier;
  const total = awardTotal(award);
  const amount = (minor: number | null) =>
    minor === null ? (
      <Say>{({ award: words }) => words.dossier.amountUnknown}</Say>
    ) : (
      formatMoney(minor, award.currency)
    );
  return (
    <Section title={({ award: words }) => words.dossier.award}>
      <p>
        <Say>{({ award: words }) => words.dossier.decision}</Say> {decisionNumber} ·{' '}
        <Say>{({ award: words }) => words.dossier.confirmed}</Say> {formatDocumentInstant(confirmedAt)} · {confirmedBy}{' '}
        · <Say>{({ award: words }) => words.source[award.source]}</Say>
      </p>
      <table className={classes.table}>
        <thead>
          <tr>
            <Head>{({ award: words }) => words.dossier.supplier}</Head>
            <Head>{({ award: words }) => words.dossier.item}</Head>
            <Head figure>{({ award: words }) => words.dossier.quantity}</Head>
            <Head figure addition={award.currency}>
              {({ award: words }) => words.dossier.amount}
            </Head>
            <Head figure>{({ award: words }) => words.dossier.share}</Head>
          </tr>
        </thead>
        <tbody>
          {award.suppliers.flatMap((supplier) => [
            <tr key={supplier.supplierId}>
              <th scope="row" colSpan={3}>
                <Name name={supplier} as="inline" />
                {supplier.note === '' ? null : <span className={classes.sub}>{supplier.note}</span>}
              </th>
              <td className={classes.figure}>
                <strong>{amount(supplier.amountMinor)}</strong>
              </td>
              <td className={classes.figure}>
                {supplier.amountMinor === null || total === null
                  ? '—'
                  : formatPercent(shareBpOf(supplier.amountMinor, total))}
              </td>
            </tr>,
            ...supplier.lines.map((line) => (
              <tr key={`${supplier.supplierId}${line.itemId}`}>
                <td />
                <td>
                  {line.lineNo === '' ? null : `${line.lineNo} `}
                  <Name name={line} as="inline" />
                </td>
                <td className={classes.figure}>
                  {formatQuantity(line.quantity)} {line.unit}
                </td>
                <td className={classes.figure}>{amount(line.amountMinor)}</td>
                <td />
              </tr>
            )),
          ])}
          <tr>
            <th scope="row" colSpan={3}>
              <Say>{({ award: words }) => words.dossier.total}</Say>
            </th>
            <td className={classes.figure}>
              <strong>{amount(total)}</strong>
            </td>
            <td />
          </tr>
        </tbody>
      </table>
      <h3 className={classes.after}>
        <Say>{({ award: words }) => words.dossier.reasons}</Say>
      </h3>
      <p className={classes.notes}>{award.reasons}</p>
    </Section>
  );
}

function ScenarioSection({ dossier }: Props) {
  const language = useDocumentLanguage();
  const { scenario } = dossier.award;
  return (
    <Section title={({ award: words }) => words.dossier.scenario} together>
      {scenario === null ? (
        <Say as="paragraphs">{({ award: words }) => words.dossier.noScenario}</Say>
      ) : (
        <>
          <p>
            <strong>
              {scenario.number} {scenario.name}
            </strong>{' '}
            · {scenario.asOf}
            {scenario.result.state === 'solved'
              ? ` · ${formatMoney(scenario.result.award.totalMinor, scenario.input.currency)} ${scenario.input.currency}`
              : null}
          </p>
          {tonguesOf(language).map((tongue) => (
            <ul key={tongue} className={classes.reasons} lang={tongue === 'zh' ? 'zh-CN' : 'en'}>
              {requestTexts(scenario.request, scenario.input, tongue).map((text) => (
                <li key={text}>{text}</li>
              ))}
              {scenario.result.state === 'solved' ? <li>{proofText(scenario.result.proof, tongue)}</li> : null}
            </ul>
          ))}
        </>
      )}
    </Section>
  );
}

function AlternatesSection({ dossier }: Props) {
  const { alternates } = dossier.award;
  return (
    <Section title={({ award: words }) => words.dossier.alternates} together>
      {alternates.length === 0 ? (
        <Say as="paragraphs">{({ award: words }) => words.dossier.noAlternates}</Say>
      ) : (
        <ol className={classes.numbered}>
          {alternates.map((one) => (
            <li key={one.supplierId}>
              <Name name={one} as="inline" />
              {one.note === '' ? null : ` · ${one.note}`}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function ApprovalsSection({ dossier }: Props) {
  const { approvals } = dossier.award;
  return (
    <Section title={({ award: words }) => words.dossier.approvals} together={approvals.length <= 12}>
      {approvals.length === 0 ? (
        <Say as="paragraphs">{({ award: words }) => words.dossier.noApprovals}</Say>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <Head>{({ award: words }) => words.dossier.name}</Head>
              <Head>{({ award: words }) => words.dossier.role}</Head>
              <Head>{({ award: words }) => words.dossier.approval}</Head>
              <Head>{({ award: words }) => words.dossier.date}</Head>
              <Head>{({ award: words }) => words.dossier.note}</Head>
            </tr>
          </thead>
          <tbody>
            {approvals.map((one) => (
              <tr key={`${one.name}${one.role}`}>
                <th scope="row">{one.name}</th>
                <td>{one.role}</td>
                <td>
                  <Say as="stacked">{({ award: words }) => words.decision[one.decision]}</Say>
                </td>
                <td className={classes.nowrap}>{one.decidedOn ?? '—'}</td>
                <td className={classes.long}>{one.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function GateSection({ dossier }: Props) {
  return (
    <Section title={({ award: words }) => words.dossier.gate}>
      {dossier.award.suppliers.map((supplier) => (
        <table key={supplier.supplierId} className={classes.table} data-together>
          <caption>
            <Name name={supplier} as="inline" /> ·{' '}
            <Say>
              {({ award: words }) =>
                fill(words.dossier.completeness, { percent: formatPercent(completenessBp(supplier.points)) })
              }
            </Say>
          </caption>
          <thead>
            <tr>
              <Head>{({ award: words }) => words.dossier.point}</Head>
              <Head>{({ award: words }) => words.dossier.state}</Head>
              <Head>{({ award: words }) => words.dossier.evidence}</Head>
              <Head>{({ award: words }) => words.dossier.settled}</Head>
            </tr>
          </thead>
          <tbody>
            {supplier.points.map((point) => (
              <tr key={point.point}>
                <th scope="row">
                  <Say as="stacked">{({ award: words }) => words.point[point.point]}</Say>
                </th>
                <td>
                  <Say as="stacked">{({ award: words }) => words.pointState[point.state]}</Say>
                </td>
                <td className={classes.long}>
                  {point.state === 'waived' ? point.reason : point.evidence}
                  {point.files.length === 0 ? null : (
                    <span className={classes.sub}>
                      <Say>
                        {({ award: words }) =>
                          fill(words.dossier.files, { files: point.files.map(({ fileName }) => fileName).join(', ') })
                        }
                      </Say>
                    </span>
                  )}
                </td>
                <td className={classes.nowrap}>
                  {point.settledBy}
                  <span className={classes.sub}>{point.settledOn}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </Section>
  );
}

function ExceptionsSection({ dossier }: Props) {
  const language = useDocumentLanguage();
  const exceptions = exceptionsOf(dossier.award);
  return (
    <Section title={({ award: words }) => words.dossier.overrides} together={exceptions.length <= 12}>
      {exceptions.length === 0 ? (
        <Say as="paragraphs">{({ award: words }) => words.dossier.noOverrides}</Say>
      ) : (
        <ul className={classes.assumptions}>
          {exceptions.map((one) => (
            <li key={`${one.supplier.supplierId}${one.code === 'waived' ? one.point : ''}`}>
              <Name name={one.supplier} as="inline" />:{' '}
              <Say>
                {({ award: words }) =>
                  one.code === 'waived'
                    ? fill(words.dossier.waived, { point: words.point[one.point] })
                    : words.dossier.notComparable
                }
              </Say>
              {fill(WORDS[leadingTongue(language)].award.dossier.because, { reason: one.reason })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function ReopeningsSection({ dossier }: Props) {
  if (dossier.reopenings.length === 0) return null;
  return (
    <Section title={({ award: words }) => words.dossier.reopenings} together={dossier.reopenings.length <= 12}>
      <ul className={classes.assumptions}>
        {dossier.reopenings.map((one) => (
          <li key={one.reopenedAt}>
            <Say>
              {({ award: words }) =>
                fill(words.dossier.reopened, {
                  number: one.decisionNumber,
                  date: formatDocumentInstant(one.reopenedAt),
                  name: one.reopenedBy,
                  reason: one.reason,
                })
              }
            </Say>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function VersionsSection({ dossier }: Props) {
  return (
    <Section title={({ award: words }) => words.dossier.versions} together>
      <Key>
        {dossier.ruleVersions.map(({ rule, version }, index) => (
          <span key={rule}>
            {index > 0 ? ' · ' : null}
            <Say>
              {({ award: words }) => {
                const names: Readonly<Record<string, string>> = words.rule;
                return `${names[rule] ?? rule} ${fill(words.dossier.version, { version })}`;
              }}
            </Say>
          </span>
        ))}
      </Key>
    </Section>
  );
}
