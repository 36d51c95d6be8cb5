import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchAward } from './award.ts';
import { benchBackup } from './backups.ts';
import { benchColdStart } from './cold-start.ts';
import { benchCompare } from './compare.ts';
import { benchImports } from './imports.ts';
import { isMet, type Result } from './measure.ts';
import { benchPdf } from './pdf.ts';
import { benchQuoteLines } from './quote-lines.ts';
import { benchSuppliers } from './suppliers.ts';
import { describeRow, HEADINGS, layOut } from './table.ts';
import { benchWindow } from './window.ts';
import { benchWriting } from './writing.ts';

/**
 * Measures the bars of the product, each against its baseline in the same run on the same machine, and prints them as
 * ratios. `--only compare,pdf` measures some, `--strict` makes a missed bar the exit status 1.
 */
const BENCHES: Readonly<Record<string, () => Promise<Result[]>>> = {
  compare: benchCompare,
  writing: benchWriting,
  window: benchWindow,
  quoteLines: benchQuoteLines,
  suppliers: benchSuppliers,
  pdf: benchPdf,
  backup: benchBackup,
  cold: benchColdStart,
  imports: benchImports,
  award: benchAward,
};

const { values } = parseArgs({ options: { only: { type: 'string' }, strict: { type: 'boolean', default: false } } });
const names = values.only?.split(',') ?? Object.keys(BENCHES);
const unknown = names.filter((name) => BENCHES[name] === undefined);
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}

const results: Result[] = [];
const failed: string[] = [];
for (const name of names) {
  process.stderr.write(`${name} …\n`);
  try {
    results.push(...((await BENCHES[name]?.()) ?? []));
  } catch (error) {
    failed.push(name);
    console.error(`${name} could not be measured:`, error);
  }
}
const [{ model } = { model: 'unknown processor' }] = cpus();
console.log(`\nNode ${process.versions.node}, ${cpus().length} x ${model}; medians of several runs\n`);
console.log(layOut([HEADINGS, ...results.map(describeRow)]));
const missed = results.filter((result) => !isMet(result)).length;
console.log(`\n${results.length - missed} of ${results.length} bars met.`);
if (failed.length > 0) console.log(`Not measured: ${failed.join(', ')}.`);
process.exit(failed.length > 0 || (values.strict && missed > 0) ? 1 : 0);
