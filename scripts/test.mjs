import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ROOT, stop } from './lib/project.mjs';
import { run } from './lib/run.mjs';
import { ensureToolchain, tool } from './lib/toolchain.mjs';

const VITEST_REPORT = join(ROOT, 'test-results', 'vitest.json');
const PLAYWRIGHT_REPORT = join(ROOT, 'test-results', 'playwright.json');

/** In the order they run; the first that fails ends the run. `count` reads what a stage has tested. */
const STAGES = {
  lint: { title: 'Lint and format', tool: 'biome', args: ['check', '.'] },
  types: { title: 'Types', tool: 'tsc', args: ['-b', '--noEmit'] },
  // Apart, since they reach into pages and so know the names of both sides.
  bench: { title: 'Types of the benches', tool: 'tsc', args: ['-p', 'tests/bench', '--noEmit'] },
  unit: {
    title: 'Domain, procedures, migrations, transports',
    tool: 'vitest',
    args: ['run'],
    needsProgram: true,
    count: countVitest,
  },
  e2e: { title: 'End to end', tool: 'playwright', args: ['test'], needsProgram: true, count: countPlaywright },
};

const stages = chosenStages(process.argv.slice(2));
await ensureToolchain();
const total = { passed: 0, failed: 0, skipped: 0 };
process.on('exit', (code) => {
  // What broke off before it could count, or counts nothing, failed as a whole.
  if (code !== 0 && total.failed === 0) total.failed = 1;
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
});
if (stages.some(({ needsProgram }) => needsProgram)) {
  await ensureBuilt();
  await ensureChromium();
}
for (const report of [VITEST_REPORT, PLAYWRIGHT_REPORT]) rmSync(report, { force: true });

for (const stage of stages) {
  const { isOk, counted } = await runStage(stage);
  for (const kind of Object.keys(total)) total[kind] += counted[kind];
  if (!isOk) process.exit(1);
}

async function runStage({ title, tool: name, args, count }) {
  console.log(`\n== ${title} ==`);
  const started = Date.now();
  const env = { ...process.env, CI: 'true' };
  const code = await run(process.execPath, [tool(name), ...args], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const counted = count?.() ?? { passed: 0, failed: 0, skipped: 0 };
  console.log(`== ${title}: ${code === 0 ? 'ok' : 'FAILED'}, ${((Date.now() - started) / 1000).toFixed(1)} s ==`);
  return { isOk: code === 0 && counted.failed === 0, counted };
}

function countVitest() {
  const report = readReport(VITEST_REPORT);
  if (report === null) return null;
  // A file that cannot be loaded fails without a single test.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function countPlaywright() {
  const report = readReport(PLAYWRIGHT_REPORT);
  if (report === null) return null;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function chosenStages(args) {
  const names = Object.keys(STAGES);
  const usage = `Usage: npm test -- [--only=${names.join(',')}]`;
  if (args.length > 1 || (args.length === 1 && !args[0].startsWith('--only='))) {
    if (args[0] !== '--help') stop(`Unknown option ${args.join(' ')}\n${usage}`);
    console.log(usage);
    process.exit(0);
  }
  const only = args[0]?.slice('--only='.length).split(',') ?? names;
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) stop(`Unknown stage ${unknown.join(', ')}\n${usage}`);
  return names.filter((name) => only.includes(name)).map((name) => STAGES[name]);
}
