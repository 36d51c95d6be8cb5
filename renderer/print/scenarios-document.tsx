import type { ReportLanguage } from '../../shared/contract/reports.ts';
import {
  itemName,
  leftOutOfAwardTexts,
  limitText,
  proofText,
  requestTexts,
  resultText,
  supplierName,
} from '../../shared/documents/award-text.ts';
import { type BilingualName, tonguesOf, WORDS } from '../../shared/documents/say.ts';
import type { FrozenScenario } from '../../shared/domain/awards/award.ts';
import { lowestAlike } from '../../shared/domain/awards/side-by-side.ts';
import type { ScenarioResult } from '../../shared/domain/awards/types.ts';
import type { ReportCompany } from '../../shared/domain/reports/types.ts';
import {
  formatDifference,
  formatMoney,
  formatPercent,
  formatPercentDifference,
  formatQuantity,
} from '../../shared/kernel/format.ts';
import { fill } from '../../shared/texts/fill.ts';
import { DocumentLanguageProvider, Name, Say } from './document-language.tsx';
import { contentWidth, type Paper } from './page-style.ts';
import classes from './report-document.module.css';
import { Head, Key, Section } from './section.tsx';
import { Letterhead } from './title-block.tsx';

/** Saved scenarios side by side, then who takes what in each. */
export function ScenariosDocument(props: {
  readonly company: ReportCompany;
  readonly project: BilingualName;
  readonly scenarios: readonly FrozenScenario[];
  readonly language: ReportLanguage;
  readonly paper: Paper;
}) {
  const { company, project, scenarios, language, paper } = props;
  const lowest = lowestAlike(scenarios);
  return (
    <DocumentLanguageProvider language={language}>
      <article
        className={classes.document}
        lang={language === 'zh' ? 'zh-CN' : 'en'}
        style={{
          '--portrait-width': `${contentWidth(paper, 'portrait')}mm`,
          '--landscape-width': `${contentWidth(paper, 'landscape')}mm`,
        }}
      >
        <header className={classes.title}>
          <Letterhead company={company} />
          <h1>
            <Say>{({ award }) => award.scenarios.title}</Say>
          </h1>
          <p className={classes.project}>
            <Name name={project} as="inline" />
          </p>
        </header>
        <SideBySide scenarios={scenarios} lowest={lowest} language={language} />
        {scenarios.map((scenario) => (
          <OneScenario key={scenario.number} scenario={scenario} language={language} />
        ))}
      </article>
    </DocumentLanguageProvider>
  );
}

function SideBySide(props: {
  readonly scenarios: readonly FrozenScenario[];
  readonly lowest: ReadonlySet<number>;
  readonly language: ReportLanguage;
}) {
  const { scenarios, lowest, language } = props;
  const hasIncumbent = scenarios.some(({ result }) => result.state === 'solved' && result.savings.toIncumbent !== null);
  return (
    <Section title={({ award }) => award.scenarios.sideBySide}>
      {scenarios.length === 0 ? (
        <Say as="paragraphs">{({ award }) => award.scenarios.none}</Say>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <Head>{({ award }) => award.scenarios.name}</Head>
              <Head figure>{({ award }) => award.scenarios.total}</Head>
              <Head figure>{({ award }) => award.scenarios.suppliers}</Head>
              <Head figure>{({ award }) => award.saving.toSingle}</Head>
              <Head figure>{({ award }) => award.saving.toEstimate}</Head>
              <Head figure>{({ award }) => award.saving.toBudget}</Head>
              {hasIncumbent ? <Head figure>{({ award }) => award.saving.toIncumbent}</Head> : null}
              <Head>{({ award }) => award.scenarios.proof}</Head>
            </tr>
          </thead>
          <tbody>
            {scenarios.map((scenario) => {
              const { result, input } = scenario;
              if (result.state !== 'solved') {
                return (
                  <tr key={scenario.number}>
                    <th scope="row">
                      {scenario.number} {scenario.name}
                    </th>
                    <td colSpan={hasIncumbent ? 7 : 6}>
                      <Say>{(_, tongue) => resultText(result, tongue) ?? ''}</Say>
                    </td>
                  </tr>
                );
              }
              const saving = (one: { minor: number; bp: number | null } | null) =>
                one === null
                  ? '—'
                  : `${formatDifference(one.minor, input.currency)}${one.bp === null ? '' : ` (${formatPercentDifference(one.bp)})`}`;
              return (
                <tr key={scenario.number}>
                  <th scope="row">
                    {scenario.number} {scenario.name}
                    <span className={classes.sub}>{scenario.asOf}</span>
                  </th>
                  <td className={classes.figure}>
                    {lowest.has(scenario.number) ? '◆ ' : ''}
                    {formatMoney(result.award.totalMinor, input.currency)} {input.currency}
                  </td>
                  <td className={classes.figure}>{result.award.orders.length}</td>
                  <td className={classes.figure}>{saving(result.savings.toSingle)}</td>
                  <td className={classes.figure}>{saving(result.savings.toEstimate)}</td>
                  <td className={classes.figure}>{saving(result.savings.toBudget)}</td>
                  {hasIncumbent ? <td className={classes.figure}>{saving(result.savings.toIncumbent)}</td> : null}
                  <td>
                    {tonguesOf(language).map((tongue) => (
                      <span key={tongue} className={classes.stacked}>
                        {proofText(result.proof, tongue)}
                      </span>
                    ))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {scenarios.length < 2 ? null : (
        <Key>
          <Say>{({ award }) => (lowest.size > 0 ? award.scenarios.lowestKey : award.scenarios.notAlike)}</Say>
        </Key>
      )}
    </Section>
  );
}

/** So many lines still stand on one page with what is said of them. */
const LINES_TOGETHER = 25;

function linesOf(result: ScenarioResult): number {
  return result.state === 'solved' ? result.award.orders.reduce((sum, { lines }) => sum + lines.length + 1, 0) : 0;
}

function OneScenario({ scenario, language }: { readonly scenario: FrozenScenario; readonly language: ReportLanguage }) {
  const { input, request, result } = scenario;
  return (
    <Section title={() => `${scenario.number} ${scenario.name}`} together={linesOf(result) <= LINES_TOGETHER}>
      {tonguesOf(language).map((tongue) => (
        <ul key={tongue} className={classes.reasons} lang={tongue === 'zh' ? 'zh-CN' : 'en'}>
          {requestTexts(request, input, tongue).map((text) => (
            <li key={text}>{text}</li>
          ))}
          <li>
            {fill(WORDS[tongue].award.assumption.exact, {
              basis: WORDS[tongue].comparison.basis[input.basis],
              currency: input.currency,
              date: scenario.asOf,
            })}
          </li>
          {result.state === 'infeasible'
            ? [
                <li key="conflict">{resultText(result, tongue)}</li>,
                ...result.conflict.map((limit) => (
                  <li key={JSON.stringify(limit)}>{limitText(limit, input, tongue)}</li>
                )),
              ]
            : null}
        </ul>
      ))}
      {result.state !== 'solved' ? null : (
        <table className={classes.table}>
          <thead>
            <tr>
              <Head>{({ award }) => award.dossier.supplier}</Head>
              <Head>{({ award }) => award.dossier.item}</Head>
              <Head figure>{({ award }) => award.dossier.quantity}</Head>
              <Head figure addition={input.currency}>
                {({ award }) => award.dossier.amount}
              </Head>
              <Head figure>{({ award }) => award.dossier.share}</Head>
            </tr>
          </thead>
          <tbody>
            {result.award.orders.flatMap((order) => [
              <tr key={order.supplierId}>
                <th scope="row" colSpan={3}>
                  <Say>{(_, tongue) => supplierName(input, order.supplierId, tongue)}</Say>
                </th>
                <td className={classes.figure}>
                  <strong>{formatMoney(order.totalMinor, input.currency)}</strong>
                </td>
                <td className={classes.figure}>{formatPercent(order.shareBp)}</td>
              </tr>,
              ...order.lines.map((line) => (
                <tr key={`${order.supplierId}${line.itemId}`}>
                  <td />
                  <td>
                    <Say as="stacked">{(_, tongue) => itemName(input, line.itemId, tongue)}</Say>
                  </td>
                  <td className={classes.figure}>
                    {formatQuantity(line.quantity)} {input.items.find(({ itemId }) => itemId === line.itemId)?.unit}
                  </td>
                  <td className={classes.figure}>{formatMoney(line.costMinor, input.currency)}</td>
                  <td />
                </tr>
              )),
            ])}
          </tbody>
        </table>
      )}
      {input.leftOut.length === 0 ? null : (
        <>
          <h3 className={classes.after}>
            <Say>{({ award }) => award.scenarios.leftOut}</Say>
          </h3>
          {tonguesOf(language).map((tongue) => (
            <ul key={tongue} className={classes.assumptions} lang={tongue === 'zh' ? 'zh-CN' : 'en'}>
              {leftOutOfAwardTexts(input, tongue).map(({ name, text }) => (
                <li key={`${name}${text}`}>
                  {name === '' ? null : `${name}: `}
                  {text}
                </li>
              ))}
            </ul>
          ))}
        </>
      )}
    </Section>
  );
}
