import { type ReactNode, useState } from 'react';
import { reportTitle } from '../../shared/documents/report-title.ts';
import { nameIn, type Words } from '../../shared/documents/say.ts';
import type { EvaluationReport, ReportCompany } from '../../shared/domain/reports/types.ts';
import { formatCount, formatDocumentInstant, formatMoneyWithCode, formatPercent } from '../../shared/kernel/format.ts';
import { fill } from '../../shared/texts/fill.ts';
import { Name, Say } from './document-language.tsx';
import classes from './report-document.module.css';

/** Who reports what to whom: company, project, number, date, and on what the figures rest. */
export function TitleBlock({ report, number }: { readonly report: EvaluationReport; readonly number: number | null }) {
  const { company, project, comparison, createdAt, createdBy } = report;
  const { options, rows, quotes } = comparison;
  return (
    <header className={classes.title}>
      <Letterhead company={company} />
      <h1>
        <Say>{reportTitle(report)}</Say>
      </h1>
      <p className={classes.project}>
        <Name name={project} as="inline" />
      </p>
      <dl className={classes.facts}>
        <Fact label={({ report: words }) => words.field.number}>
          {number === null ? <Say>{({ report: words }) => words.draft}</Say> : number}
        </Fact>
        <Fact label={({ report: words }) => words.field.date}>{formatDocumentInstant(createdAt)}</Fact>
        <Fact label={({ report: words }) => words.field.preparedBy}>{createdBy}</Fact>
        <Fact label={({ report: words }) => words.field.items}>{formatCount(rows.length)}</Fact>
        <Fact label={({ report: words }) => words.field.quotes}>{formatCount(quotes.length)}</Fact>
        <Fact label={({ report: words }) => words.field.currency}>{options.currency}</Fact>
        <Fact label={({ report: words }) => words.field.comparedOn}>{options.asOf}</Fact>
        <Fact label={({ report: words }) => words.field.basis}>
          <Say>{(words) => words.comparison.basis[options.basis]}</Say>
        </Fact>
        {options.quantityPercent === 100 ? null : (
          <Fact label={({ report: words }) => words.field.quantity}>
            <Say>
              {({ report: words }) =>
                fill(words.value.percentOfPlan, { percent: formatPercent(options.quantityPercent * 100) })
              }
            </Say>
          </Fact>
        )}
        {project.destination === '' ? null : (
          <Fact label={({ report: words }) => words.field.destination}>{project.destination}</Fact>
        )}
        {project.needBy === null ? null : (
          <Fact label={({ report: words }) => words.field.needBy}>{project.needBy}</Fact>
        )}
        {project.budgetMinor === null ? null : (
          <Fact label={({ report: words }) => words.field.budget}>
            {formatMoneyWithCode(project.budgetMinor, project.currency)}
          </Fact>
        )}
      </dl>
      {project.notes === '' ? null : <p className={classes.notes}>{project.notes}</p>}
    </header>
  );
}

/** Our own name, address and logo at the head of a document. */
export function Letterhead({ company }: { readonly company: ReportCompany }) {
  const [logoFails, setLogoFails] = useState(false);
  const { logoSha256, address } = company;
  const hasLogo = logoSha256 !== null && !logoFails;
  if (!hasLogo && company.nameEn === '' && company.nameZh === '') return null;
  return (
    <div className={classes.letterhead}>
      {hasLogo ? (
        <img
          src={`/attachments/${logoSha256}/logo.png`}
          alt={nameIn('en', company)}
          onError={() => setLogoFails(true)}
        />
      ) : null}
      <div>
        <strong>
          <Name name={company} as="inline" />
        </strong>
        {address === '' ? null : <span className={classes.address}>{address}</span>}
      </div>
    </div>
  );
}

function Fact({ label, children }: { readonly label: (words: Words) => string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>
        <Say>{label}</Say>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
