import { ledgerTexts } from '../../shared/documents/ledger-text.ts';
import { taxText } from '../../shared/documents/report-text.ts';
import { supplierOf, tonguesOf } from '../../shared/documents/say.ts';
import type { ComparedQuote } from '../../shared/domain/comparison/types.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { formatMoneyWithCode } from '../../shared/kernel/format.ts';
import { fill, fillCounted } from '../../shared/texts/fill.ts';
import { Name, Say, useDocumentLanguage } from './document-language.tsx';
import classes from './report-document.module.css';
import { Head, Section } from './section.tsx';

/** What each supplier asks beside its prices. Columns that no quote fills are left out. */
export function TermsSection({ report }: { readonly report: EvaluationReport }) {
  const { quotes } = report.comparison;
  if (quotes.length === 0) return null;
  const shown = {
    tradeTerm: quotes.some(({ quote }) => quote.incoterm !== null),
    leadTime: quotes.some(({ quote }) => quote.leadTimeDays !== null),
    validUntil: quotes.some(({ quote }) => quote.validUntil !== null),
    payment: quotes.some(({ quote }) => quote.paymentTerms !== ''),
    minimumValue: quotes.some(({ quote }) => quote.minimumValueMinor !== null),
    extras: quotes.some(({ quote }) => quote.costs.length > 0),
  };
  return (
    <Section title={({ report: words }) => words.section.terms} together={quotes.length <= 8}>
      <table className={`${classes.table} ${classes.shortHeads}`}>
        <thead>
          <tr>
            <Head>{({ report: words }) => words.column.supplier}</Head>
            <Head>{({ report: words }) => words.field.currency}</Head>
            <Head>{({ report: words }) => words.column.taxBasis}</Head>
            {shown.tradeTerm ? <Head>{({ report: words }) => words.column.tradeTerm}</Head> : null}
            {shown.leadTime ? <Head>{({ report: words }) => words.column.leadTime}</Head> : null}
            {shown.validUntil ? <Head>{({ report: words }) => words.column.validUntil}</Head> : null}
            {shown.payment ? <Head>{({ report: words }) => words.column.payment}</Head> : null}
            {shown.minimumValue ? <Head>{({ report: words }) => words.column.minimumValue}</Head> : null}
            {shown.extras ? <Head>{({ report: words }) => words.column.extras}</Head> : null}
          </tr>
        </thead>
        <tbody>
          {quotes.map((compared) => (
            <TermsRow key={compared.quote.id} compared={compared} shown={shown} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

type Shown = Readonly<Record<'tradeTerm' | 'leadTime' | 'validUntil' | 'payment' | 'minimumValue' | 'extras', boolean>>;

function TermsRow({ compared, shown }: { readonly compared: ComparedQuote; readonly shown: Shown }) {
  const { quote } = compared;
  const language = useDocumentLanguage();
  const { incoterm, leadTimeDays, leadTimeFrom, minimumValueMinor } = quote;
  return (
    <tr>
      <th scope="row">
        <Name name={supplierOf(quote)} />
        {quote.round > 1 ? (
          <span className={classes.sub}>
            <Say>{(words) => words.quote.round.replace('{{round}}', String(quote.round))}</Say>
          </span>
        ) : null}
      </th>
      <td>{quote.currency}</td>
      <td>
        <Say as="stacked">{(_, tongue) => taxText(quote.taxBasis, quote.vatRateBp, tongue)}</Say>
      </td>
      {shown.tradeTerm ? (
        <td>
          {incoterm === null ? '—' : <Say as="stacked">{(words) => words.quote.tradeTerm[incoterm]}</Say>}
          {quote.namedPlace === '' ? null : <span className={classes.sub}>{quote.namedPlace}</span>}
        </td>
      ) : null}
      {shown.leadTime ? (
        <td>
          {leadTimeDays === null ? (
            '—'
          ) : (
            <Say as="stacked">
              {(words) => {
                const days = fillCounted(words.report.value, 'days', leadTimeDays);
                return leadTimeFrom === null
                  ? days
                  : fill(words.report.value.leadTimeFrom, { days, from: words.quote.leadTimeStart[leadTimeFrom] });
              }}
            </Say>
          )}
        </td>
      ) : null}
      {shown.validUntil ? <td className={classes.nowrap}>{quote.validUntil ?? '—'}</td> : null}
      {shown.payment ? <td>{quote.paymentTerms === '' ? '—' : quote.paymentTerms}</td> : null}
      {shown.minimumValue ? (
        <td className={classes.nowrap}>
          {minimumValueMinor === null ? '—' : formatMoneyWithCode(minimumValueMinor, quote.currency)}
        </td>
      ) : null}
      {shown.extras ? (
        <td>
          {ledgerTexts(compared, 'en').length === 0
            ? '—'
            : tonguesOf(language).map((tongue) => (
                <span key={tongue} className={classes.sub} lang={tongue === 'zh' ? 'zh-CN' : 'en'}>
                  {ledgerTexts(compared, tongue).map((text) => (
                    <span key={text} className={classes.stacked}>
                      {text}
                    </span>
                  ))}
                </span>
              ))}
        </td>
      ) : null}
    </tr>
  );
}
