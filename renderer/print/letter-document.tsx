import { useState } from 'react';
import type { Letter } from '../../shared/contract/awards.ts';
import { nameIn, WORDS, type Words } from '../../shared/documents/say.ts';
import type { GatePoint } from '../../shared/domain/awards/award.ts';
import { formatMoney, formatQuantity, formatUnitPrice } from '../../shared/kernel/format.ts';
import { fill, fillCounted } from '../../shared/texts/fill.ts';
import classes from './letter.module.css';

/** A letter in English and Chinese on one page: first the English, then the Chinese, the figures once between them. */
export function LetterDocument({ letter }: { readonly letter: Letter }) {
  const { kind, award, supplier, signedBy } = letter;
  return (
    <article className={classes.letter}>
      <LetterHead letter={letter} />
      <dl className={classes.reference}>
        <dt>
          <Both>{(words) => words.award.letter.number}</Both>
        </dt>
        <dd>{letter.number}</dd>
        <dt>
          <Both>{(words) => words.award.letter.date}</Both>
        </dt>
        <dd>{letter.date}</dd>
        <dt>
          <Both>{(words) => words.award.letter.to}</Both>
        </dt>
        <dd>
          {[...new Set([supplier.nameEn, supplier.nameZh])].filter((part) => part !== '').join(' · ')}
          {supplier.region === '' ? null : <span className={classes.second}>{supplier.region}</span>}
        </dd>
        {supplier.contactName === '' ? null : (
          <>
            <dt>
              <Both>{(words) => words.award.letter.attention}</Both>
            </dt>
            <dd>{supplier.contactName}</dd>
          </>
        )}
      </dl>
      <h1 className={classes.title}>
        <Both>{(words) => words.award.letter[kind].title}</Both>
      </h1>
      <Part tongue="en" letter={letter} />
      <Part tongue="zh" letter={letter} />
      {award === null ? null : <AwardPart award={award} />}
      <div className={classes.sign}>
        {award === null ? null : (
          <div className={classes.part}>
            <p lang="en">{WORDS.en.award.letter.award.closing}</p>
            <p lang="zh-CN">{WORDS.zh.award.letter.award.closing}</p>
          </div>
        )}
        <p>
          <Both>{(words) => words.award.letter.regards}</Both>
        </p>
        <div className={classes.line} />
        <p>
          {signedBy.name}
          {signedBy.role === '' ? null : `, ${signedBy.role}`}
          <span className={classes.second}>
            {[...new Set([letter.company.nameEn, letter.company.nameZh])].filter((part) => part !== '').join(' · ')}
          </span>
        </p>
      </div>
    </article>
  );
}

function Both({ children }: { readonly children: (words: Words) => string }) {
  const [en, zh] = [children(WORDS.en), children(WORDS.zh)];
  return (
    <>
      {en} <span lang="zh-CN">{zh}</span>
    </>
  );
}

/** What the letter says in one language. */
function Part({ tongue, letter }: { readonly tongue: 'en' | 'zh'; readonly letter: Letter }) {
  const words = WORDS[tongue].award.letter;
  const { kind, supplier, project } = letter;
  // Between Chinese and Latin letters a gap is customary.
  const gap = tongue === 'zh' && /^[\x20-\x7e]/.test(supplier.contactName) ? ' ' : '';
  const greeting =
    supplier.contactName === ''
      ? words.greetingNobody
      : fill(words.greeting, { name: `${gap}${supplier.contactName}` });
  const opening = fill(words[kind].opening, { project: nameIn(tongue, project) });
  return (
    <div className={classes.part} lang={tongue === 'zh' ? 'zh-CN' : 'en'}>
      <p>{greeting}</p>
      <p>{opening}</p>
      {kind === 'regret' ? (
        <>
          <p>{words.regret.body}</p>
          <p>{words.regret.closing}</p>
        </>
      ) : null}
    </div>
  );
}

function AwardPart({ award }: { readonly award: NonNullable<Letter['award']> }) {
  const { terms, quoteCurrency } = award;
  const { incoterm } = terms;
  // The terms of the ICC are written as their letters; only delivery within China has words.
  const named =
    incoterm === 'domestic'
      ? `${WORDS.en.quote.tradeTerm[incoterm]} ${WORDS.zh.quote.tradeTerm[incoterm]} ·`
      : incoterm;
  const term = [named ?? '', terms.namedPlace].filter((part) => part !== '').join(' ');
  // What was said of the trade term and the payment stands beside what the quote states of them.
  const said = (point: GatePoint) => award.points.find((one) => one.point === point)?.text ?? '';
  const others = award.points.filter(({ point }) => point !== 'tradeTerm' && point !== 'payment');
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <Both>{(words) => words.award.dossier.item}</Both>
            </th>
            <th scope="col" className={classes.figure}>
              <Both>{(words) => words.award.dossier.quantity}</Both>
            </th>
            <th scope="col" className={classes.figure}>
              <Both>{(words) => words.report.column.unitPrice}</Both> {quoteCurrency}
            </th>
          </tr>
        </thead>
        <tbody>
          {award.lines.map((line) => (
            <tr key={`${line.lineNo}${line.nameEn}${line.nameZh}`}>
              <td>{[line.lineNo, ...new Set([line.nameEn, line.nameZh])].filter((part) => part !== '').join(' · ')}</td>
              <td className={classes.figure}>
                {formatQuantity(line.quantity)} {line.unit}
              </td>
              <td className={classes.figure}>{line.unitPrice === null ? '—' : formatUnitPrice(line.unitPrice)}</td>
            </tr>
          ))}
          {award.goodsMinor === null ? null : (
            <tr>
              <th scope="row" colSpan={2}>
                <Both>{(words) => words.award.letter.award.total}</Both>
              </th>
              <td className={classes.figure}>
                {formatMoney(award.goodsMinor, quoteCurrency)} {quoteCurrency}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <table className={classes.table}>
        <tbody>
          <Fact label={(words) => words.report.column.tradeTerm} texts={[term, said('tradeTerm')]} />
          <Fact label={(words) => words.report.column.payment} texts={[terms.paymentTerms, said('payment')]} />
          {terms.leadTimeDays === null ? null : (
            <Fact
              label={(words) => words.report.column.leadTime}
              texts={[
                `${fillCounted(WORDS.en.report.value, 'days', terms.leadTimeDays)} · ${fillCounted(WORDS.zh.report.value, 'days', terms.leadTimeDays)}`,
              ]}
            />
          )}
          {others.map(({ point, text }) => (
            <Fact key={point} label={(words) => words.award.point[point]} texts={[text]} />
          ))}
          <Fact label={(words) => words.award.dossier.note} texts={[award.notes]} />
        </tbody>
      </table>
    </>
  );
}

/** A row of the terms; none when nothing is known of it. */
function Fact({ label, texts }: { readonly label: (words: Words) => string; readonly texts: readonly string[] }) {
  const known = texts.filter((text) => text.trim() !== '');
  if (known.length === 0) return null;
  return (
    <tr>
      <th scope="row">
        <Both>{label}</Both>
      </th>
      <td>
        {known.map((text) => (
          <span key={text} className={classes.second}>
            {text}
          </span>
        ))}
      </td>
    </tr>
  );
}

function LetterHead({ letter }: { readonly letter: Letter }) {
  const [logoFails, setLogoFails] = useState(false);
  const { company } = letter;
  return (
    <div className={classes.letterhead}>
      {company.logoSha256 === null || logoFails ? null : (
        <img
          src={`/attachments/${company.logoSha256}/logo.png`}
          alt={nameIn('en', company)}
          onError={() => setLogoFails(true)}
        />
      )}
      <div>
        <strong>{company.nameEn || company.nameZh}</strong>
        {company.nameEn === '' || company.nameZh === '' ? null : <span lang="zh-CN">{company.nameZh}</span>}
        {company.address === '' ? null : <span className={classes.second}>{company.address}</span>}
      </div>
    </div>
  );
}
