import type { BelowMarket } from '../domain/market/below-market.ts';
import type { Finding } from '../domain/reports/findings.ts';
import { assertNever } from '../kernel/assert-never.ts';
import {
  formatCount,
  formatMoneyRange,
  formatMoneyWithCode,
  formatPercent,
  formatPercentDifference,
  formatScore,
} from '../kernel/format.ts';
import type { CurrencyCode } from '../kernel/money.ts';
import { fill, fillCounted } from '../texts/fill.ts';
import { questionText } from './ledger-text.ts';
import { listed, nameIn, supplierOf, type Tongue, WORDS } from './say.ts';

/** Quotes below the market that the summary names; the rest stand in their own table. */
const BELOW_MARKET_NAMED = 3;

/** The summary as one paragraph. */
export function summaryText(findings: readonly Finding[], currency: CurrencyCode, tongue: Tongue): string {
  return findings.map((finding) => findingText(finding, currency, tongue)).join(tongue === 'zh' ? '' : ' ');
}

/** One statement of a report as a sentence; amounts are in `currency`. */
export function findingText(finding: Finding, currency: CurrencyCode, tongue: Tongue): string {
  const words = WORDS[tongue].report.finding;
  const amount = (minor: number) => formatMoneyWithCode(Math.abs(minor), currency);
  const share = (bp: number | null) => (bp === null ? '' : formatPercentDifference(Math.abs(bp)).replace('+', ''));
  const name = (quote: Parameters<typeof supplierOf>[0]) => nameIn(tongue, supplierOf(quote));
  switch (finding.code) {
    case 'noItems':
    case 'noQuotes':
    case 'noCriteria':
    case 'priceOnly':
    case 'noScores':
      return words[finding.code];
    case 'counts':
      return fillCounted(words, 'counts', finding.count, { ...finding });
    case 'nothingRanked':
      return fillCounted(words, 'nothingRanked', finding.count, { reasons: whyNothingRanked(finding, tongue) });
    case 'onlyOne':
      return fill(words.onlyOne, { name: name(finding.quote), total: amount(finding.totalMinor) });
    case 'lowest': {
      const { quotes, totalMinor, count } = finding;
      const values = { total: amount(totalMinor), count: formatCount(count), names: listed(tongue, quotes.map(name)) };
      return fill(quotes.length === 1 ? words.lowest : words.lowestTied, values);
    }
    case 'lowestRange': {
      const { quote, range, count } = finding;
      const total = `${formatMoneyRange(range, currency)}\u00a0${currency}`;
      return fill(words.lowestRange, { names: name(quote), total, count: formatCount(count) });
    }
    case 'lowestOpen': {
      const { range, count } = finding;
      return fill(words.lowestOpen, {
        count: formatCount(count),
        low: amount(range.lowMinor),
        high: amount(range.highMinor),
      });
    }
    case 'openRanks':
      return questionText(finding.question, finding.comparison, tongue);
    case 'next': {
      const { quote, totalMinor, higher } = finding;
      const values = { difference: amount(higher.minor), percent: share(higher.bp) };
      return fill(words.next, { name: name(quote), total: amount(totalMinor), ...values });
    }
    case 'toAverage':
      return fill(words.belowAverage, {
        percent: share(finding.difference.bp),
        average: amount(finding.averageMinor),
      });
    case 'toEstimate': {
      const { difference, estimateMinor } = finding;
      if (difference.minor === 0) return words.atEstimate;
      return fill(difference.minor < 0 ? words.belowEstimate : words.aboveEstimate, {
        difference: amount(difference.minor),
        percent: share(difference.bp),
        estimate: amount(estimateMinor),
      });
    }
    case 'estimatePartial':
      return fill(words.estimatePartial, { count: formatCount(finding.count), of: formatCount(finding.of) });
    case 'toBudget': {
      const { difference, budgetMinor } = finding;
      const values = { difference: amount(difference.minor), budget: amount(budgetMinor) };
      return fill(difference.minor > 0 ? words.overBudget : words.withinBudget, values);
    }
    case 'weightsDoNotSum':
      return fill(words.weightsDoNotSum, { sum: formatPercent(finding.sumBp) });
    case 'first': {
      const { quotes, scoreHundredths, method } = finding;
      const values = { names: listed(tongue, quotes.map(name)), score: formatScore(scoreHundredths) };
      if (method === 'topsis') return fill(quotes.length === 1 ? words.firstTopsis : words.firstTopsisTied, values);
      return fill(quotes.length === 1 ? words.first : words.firstTied, values);
    }
    case 'firstOpen':
      return fill(words.firstOpen, { names: listed(tongue, finding.quotes.map(name)) });
    case 'second':
      return fill(words.second, { name: name(finding.quote), score: formatScore(finding.scoreHundredths) });
    case 'firstCostsMore':
      return fill(words.firstCostsMore, {
        difference: amount(finding.higher.minor),
        percent: share(finding.higher.bp),
      });
    case 'knockedOut':
      return fillCounted(words, 'knockedOut', finding.quotes.length, {
        names: listed(tongue, finding.quotes.map(name)),
      });
    case 'belowMarket': {
      const shown = finding.lying.slice(0, BELOW_MARKET_NAMED).map(({ quote, finding: { belowBp, severity } }) =>
        fill(words.lyingBelow, {
          name: name(quote),
          percent: share(belowBp),
          severity: severityText(severity, tongue),
        }),
      );
      const further = finding.lying.length - shown.length;
      const all = further === 0 ? shown : [...shown, fillCounted(words, 'furtherBelow', further)];
      return fillCounted(words, 'belowMarket', finding.lying.length, { names: listed(tongue, all) });
    }
    default:
      return assertNever(finding);
  }
}

export function severityText(
  severity: Extract<BelowMarket, { state: 'computed' }>['severity'],
  tongue: Tongue,
): string {
  return WORDS[tongue].report.severity[severity];
}

function whyNothingRanked(
  { incomplete, excluded }: { readonly incomplete: number; readonly excluded: number },
  tongue: Tongue,
): string {
  const words = WORDS[tongue].report.finding;
  const reasons = [
    ...(incomplete > 0 ? [fillCounted(words, 'someIncomplete', incomplete)] : []),
    ...(excluded > 0 ? [fillCounted(words, 'someExcluded', excluded)] : []),
  ];
  return listed(tongue, reasons);
}
