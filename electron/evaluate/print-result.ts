import { summaryText } from '../../shared/documents/report-findings.ts';
import { nameIn, supplierOf, type Tongue, WORDS } from '../../shared/documents/say.ts';
import { findingsOf } from '../../shared/domain/reports/findings.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { formatMoney } from '../../shared/kernel/format.ts';
import { fill } from '../../shared/texts/fill.ts';
import type { Terminal } from './terminal.ts';

/** The answer and every total, for people at a terminal. */
export function printResult({ out }: Terminal, report: EvaluationReport, tongue: Tongue): void {
  const { quotes, rows, options } = report.comparison;
  const { report: words } = WORDS[tongue];
  out(`${summaryText(findingsOf(report), options.currency, tongue)}\n`);
  if (quotes.length === 0) return;
  const lines = quotes.map(({ quote, rank, totalMinor, state, pricedCount }) => ({
    rank: rank === null ? '–' : String(rank),
    total: totalMinor === null ? '–' : formatMoney(totalMinor, options.currency),
    name: nameIn(tongue, supplierOf(quote)),
    state:
      state === 'ranked'
        ? ''
        : ` (${words.state[state]}${state === 'incomplete' ? `, ${fill(words.value.pricedPartly, { priced: pricedCount, count: rows.length })}` : ''})`,
  }));
  const rankWidth = Math.max(...lines.map(({ rank }) => rank.length));
  const totalWidth = Math.max(...lines.map(({ total }) => total.length));
  out('\n');
  for (const { rank, total, name, state } of lines) {
    out(`${rank.padStart(rankWidth)}  ${total.padStart(totalWidth)} ${options.currency}  ${name}${state}\n`);
  }
}
