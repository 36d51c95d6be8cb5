import { appliedRateText, assumptionTexts, leftOutTexts } from '../../shared/documents/report-text.ts';
import { supplierOf, tonguesOf } from '../../shared/documents/say.ts';
import type { Approval } from '../../shared/domain/awards/award.ts';
import type { ComparedQuote } from '../../shared/domain/comparison/types.ts';
import { leftOutOf } from '../../shared/domain/reports/left-out.ts';
import { ratesUsed } from '../../shared/domain/reports/rates-used.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { formatRate } from '../../shared/kernel/format.ts';
import { fill } from '../../shared/texts/fill.ts';
import { Name, Say, useDocumentLanguage } from './document-language.tsx';
import classes from './report-document.module.css';
import { Head, Key, Section } from './section.tsx';

interface Props {
  readonly report: EvaluationReport;
}

/** Who has no place, and why. */
export function ExcludedSection({ report }: Props) {
  const language = useDocumentLanguage();
  const leftOut = leftOutOf(report);
  if (report.comparison.quotes.length === 0) return null;
  return (
    <Section title={({ report: words }) => words.section.excluded} together={leftOut.length <= 6}>
      {leftOut.length === 0 ? (
        <Say as="paragraphs">{({ report: words }) => words.excluded.none}</Say>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <Head>{({ report: words }) => words.column.supplier}</Head>
              <Head>{({ report: words }) => words.column.state}</Head>
              <Head>{({ report: words }) => words.column.reason}</Head>
            </tr>
          </thead>
          <tbody>
            {leftOut.map((one) => (
              <tr key={one.compared.quote.id}>
                <th scope="row">
                  <Name name={supplierOf(one.compared.quote)} />
                </th>
                <td>
                  <Say as="stacked">{({ report: words }) => words.state[one.state]}</Say>
                </td>
                <td>
                  {tonguesOf(language).map((tongue) => (
                    <ul key={tongue} className={classes.reasons} lang={tongue === 'zh' ? 'zh-CN' : 'en'}>
                      {leftOutTexts(one, report, tongue).map((text) => (
                        <li key={text}>{text}</li>
                      ))}
                    </ul>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {leftOut.some(({ state }) => state === 'incomplete') ? (
        <Key>
          <Say>{({ report: words }) => words.excluded.incompleteKey}</Say>
        </Key>
      ) : null}
    </Section>
  );
}

/** The exchange rates the comparison rests on, with day and source. */
export function RatesSection({ report }: Props) {
  const { comparison } = report;
  const { currency } = comparison.options;
  const used = ratesUsed(comparison);
  return (
    <Section title={({ report: words }) => words.section.rates} together={used.length <= 8}>
      {used.length === 0 ? (
        <Say as="paragraphs">{({ report: words }) => fill(words.rates.none, { currency })}</Say>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <Head>{({ report: words }) => words.column.rate}</Head>
              <Head>{({ report: words }) => words.column.effectiveDate}</Head>
              <Head>{({ report: words }) => words.column.source}</Head>
              <Head>{({ report: words }) => words.column.usedFor}</Head>
            </tr>
          </thead>
          <tbody>
            {used.map(({ rate, quotes }) => (
              <tr key={`${rate.base}${rate.quote}${rate.effectiveDate}${rate.rate}${rate.source}`}>
                <td className={classes.nowrap}>{`1 ${rate.base} = ${formatRate(rate.rate)} ${rate.quote}`}</td>
                <td className={classes.nowrap}>{rate.effectiveDate}</td>
                <td className={classes.long}>{rate.source}</td>
                <td>
                  <UsedFor quotes={quotes} currency={currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

/** Suppliers a rate was used for, gathered by what became of it: as given, inverted, through another. */
function UsedFor(props: {
  readonly quotes: ReturnType<typeof ratesUsed>[number]['quotes'];
  readonly currency: string;
}) {
  const { quotes, currency } = props;
  const ways = [...Map.groupBy(quotes, (compared) => appliedRateText(compared, currency, 'en') ?? '')];
  return ways.map(([way, group]) => {
    const [first] = group;
    return (
      <div key={way}>
        {group.map(({ quote }, index) => (
          <span key={quote.id}>
            {index > 0 ? ', ' : null}
            <Name name={supplierOf(quote)} as="inline" />
          </span>
        ))}
        {first === undefined || isPlain(first) ? null : (
          <span className={classes.sub}>
            <Say>{(_, tongue) => appliedRateText(first, currency, tongue) ?? ''}</Say>
          </span>
        )}
      </div>
    );
  });
}

/** The stored rate as it stands needs no further word. */
function isPlain({ rate }: ComparedQuote): boolean {
  return rate !== null && rate.path === 'direct' && !rate.stale;
}

/** What the figures take for granted. */
export function AssumptionsSection({ report }: Props) {
  const language = useDocumentLanguage();
  return (
    <Section title={({ report: words }) => words.section.assumptions} together>
      {tonguesOf(language).map((tongue) => (
        <ul key={tongue} className={classes.assumptions} lang={tongue === 'zh' ? 'zh-CN' : 'en'}>
          {assumptionTexts(report, tongue).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ))}
    </Section>
  );
}

const ROLES = ['prepared', 'checked', 'approved'] as const;

/** Three lines to sign on. */
export function SignaturesSection({ approvals }: { readonly approvals: readonly Approval[] }) {
  return (
    <Section title={({ report: words }) => words.section.signatures} together>
      <table className={`${classes.table} ${classes.signatures}`}>
        <thead>
          <tr>
            <Head>{({ report: words }) => words.column.role}</Head>
            <Head>{({ report: words }) => words.column.name}</Head>
            <Head>{({ report: words }) => words.column.signature}</Head>
            <Head>{({ report: words }) => words.column.date}</Head>
          </tr>
        </thead>
        <tbody>
          {ROLES.filter((role) => role !== 'approved' || approvals.length === 0).map((role) => (
            <tr key={role}>
              <th scope="row">
                <Say as="stacked">{({ report: words }) => words.signature[role]}</Say>
              </th>
              <td />
              <td />
              <td />
            </tr>
          ))}
          {approvals.map(({ name, role }) => (
            <tr key={`${name}${role}`}>
              <th scope="row">{role}</th>
              <td>{name}</td>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
