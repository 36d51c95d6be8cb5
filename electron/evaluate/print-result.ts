import { rankText } from '../../shared/documents/ledger-text.ts';
import { summaryText } from '../../shared/documents/report-findings.ts';
import { leftOutTexts } from '../../shared/documents/report-text.ts';
import { nameIn, supplierOf, type Tongue, WORDS } from '../../shared/documents/say.ts';
import { findingsOf } from '../../shared/domain/reports/findings.ts';
import { leftOutOf } from '../../shared/domain/reports/left-out.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { formatMoneyRange } from '../../shared/kernel/format.ts';
import type { Terminal } from './terminal.ts';

/** The answer and every total, for people at a terminal. */
export function printResult({ out }: Terminal, report: EvaluationReport, tongue: Tongue): void {
  const { quotes, options } = report.comparison;
  out(`${summaryText(findingsOf(report), options.currency, tongue)}\n`);
  if (quotes.length === 0) return;
  const why = new Map(
    leftOutOf(report).map((one) => [
      one.compared.quote.id,
      ` (${[WORDS[tongue].report.state[one.state], ...leftOutTexts(one, report, tongue)].join('; ')})`,
    ]),
  );
  const lines = quotes.map(({ quote, rank, standing, totalRange }) => ({
    rank: standing === null ? '–' : rankText({ rank, standing }, tongue),
    total: totalRange === null ? '–' : formatMoneyRange(totalRange, options.currency),
    name: `${nameIn(tongue, supplierOf(quote))}${why.get(quote.id) ?? ''}`,
  }));
  const rankWidth = Math.max(...lines.map(({ rank }) => rank.length));
  const totalWidth = Math.max(...lines.map(({ total }) => total.length));
  out('\n');
  for (const { rank, total, name } of lines) {
    out(`${rank.padStart(rankWidth)}  ${total.padStart(totalWidth)} ${options.currency}  ${name}\n`);
  }
}
