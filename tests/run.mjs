import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { provideChromium } from './chromium.mjs';

/**
 * What a stage executed.
 * @typedef {{ passed: number, failed: number, told?: readonly string[] | undefined }} Count `told` names the tests that failed, and
 *   those that passed only when tried again, with what they said: the end of a long output is what one reads of it.
 */
/** @typedef {{ name: string, run: (filters: string[]) => Promise<Count> }} Stage */

const reports = 'test-results';

const typescript = 'node_modules/typescript/bin/tsc';
const vite = 'node_modules/vite/bin/vite.js';

/** @type {Stage} */
const types = {
  name: 'types',
  run: async () =>
    one((await node([typescript, '--noEmit'])) && (await node([typescript, '--noEmit', '-p', 'shared']))),
};

/** @type {Stage} */
const lint = {
  name: 'lint and format',
  run: async () => one(await node(['node_modules/@biomejs/biome/bin/biome', 'check', '.'])),
};

/** @type {Stage} */
const unused = {
  name: 'nothing unused',
  run: async () =>
    one(await node(['node_modules/knip/bin/knip.js', '--no-progress', '-c', 'tests/architecture/knip.config.ts'])),
};

/** @type {Stage} */
const unit = {
  name: 'unit, property and storage tests',
  run: async (filters) => vitest(['unit', 'server'], filters, {}),
};

/** @type {Stage} */
const browser = {
  name: 'tests in a browser',
  run: async (filters) => vitest(['browser'], filters, { CHROME_PATH: provideChromium() }),
};

/** @type {Stage} */
const build = {
  name: 'build',
  run: async () => one((await node([vite, 'build'])) && (await node([vite, 'build', '--ssr']))),
};

/** @type {Stage} */
const e2e = {
  name: 'end-to-end tests',
  run: async (filters) => {
    const report = `${reports}/e2e.json`;
    const config = ['-c', 'tests/e2e/playwright.config.ts', '--reporter=list,json'];
    return counted(['node_modules/@playwright/test/cli.js', 'test', ...config, ...filters], report, {
      CHROME_PATH: provideChromium(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    });
  },
};

/** @type {Record<string, Stage[]>} */
const parts = {
  all: [types, lint, unused, unit, browser, build, e2e],
  check: [types, lint, unused],
  unit: [unit],
  browser: [browser],
  e2e: [build, e2e],
};

/**
 * Runs a program of Node, its output passing through; true when it ends well.
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<boolean>}
 */
function node(command, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

/**
 * @param {boolean} passed
 * @returns {Count}
 */
function one(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

/**
 * Runs the tests of some projects of `vitest.config.ts`.
 * @param {string[]} projects
 * @param {string[]} filters
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Count>}
 */
function vitest(projects, filters, env) {
  const report = `${reports}/${projects[0]}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return counted(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      ...reporters,
      ...filters,
    ],
    report,
    env,
  );
}

/**
 * Runs a test runner and counts its tests by the report that it leaves. What it cannot count (a file that does not
 * load, an error between tests, no test at all) is one failure.
 * @param {string[]} command
 * @param {string} report
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Count>}
 */
async function counted(command, report, env) {
  rmSync(report, { force: true });
  const well = await node(command, env);
  const { passed, failed, told } = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : one(false);
  return { passed, failed: failed === 0 && (!well || passed === 0) ? 1 : failed, told };
}

/** @typedef {{ fullName: string, status: string, failureMessages: string[] }} UnitTest */
/** @typedef {{ numPassedTests: number, numFailedTests: number, stats?: undefined,
 *   testResults: { name: string, message: string, status: string, assertionResults: UnitTest[] }[] }} UnitReport */
/** @typedef {{ title: string, specs: { title: string, file: string, tests: { status: string,
 *   results: { error?: { message?: string } }[] }[] }[], suites?: Suite[] }} Suite */
/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, suites: Suite[] }} BrowserReport */

/**
 * The counts in a report of Vitest or Playwright. A test that passed only when tried again counts as passed, and is
 * told.
 * @param {UnitReport | BrowserReport} report
 * @returns {Count}
 */
function count(report) {
  return report.stats
    ? {
        passed: report.stats.expected + report.stats.flaky,
        failed: report.stats.unexpected,
        told: report.suites.flatMap(toldBySuite),
      }
    : {
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        told: report.testResults.flatMap(({ name, message, status, assertionResults }) => [
          ...(status === 'failed' && message !== '' ? [said('failed', name, message)] : []),
          ...assertionResults
            .filter(({ failureMessages }) => failureMessages.length > 0)
            .map((test) =>
              said(
                test.status === 'passed' ? 'passed when tried again' : 'failed',
                `${name}: ${test.fullName}`,
                test.failureMessages[0],
              ),
            ),
        ]),
      };
}

/**
 * @param {Suite} suite
 * @returns {string[]}
 */
function toldBySuite({ specs, suites = [] }) {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'flaky' || status === 'unexpected')
      .map(({ status, results }) =>
        said(
          status === 'flaky' ? 'passed when tried again' : 'failed',
          `${file}: ${title}`,
          results.find(({ error }) => error)?.error?.message,
        ),
      ),
  );
  return [...own, ...suites.flatMap(toldBySuite)];
}

/**
 * @param {string} how
 * @param {string} test
 * @param {string} [message]
 * @returns {string}
 */
function said(how, test, message = '') {
  const lines = message.split('\n').slice(0, 12).join('\n    ');
  return `${how}: ${test.replace(`${process.cwd()}/`, '')}\n    ${lines}`;
}

const [part = 'all', ...filters] = process.argv.slice(2);
const stages = parts[part];
if (stages === undefined) {
  console.error(`Expected one of ${Object.keys(parts).join(', ')} (and a filter of test files), found "${part}".`);
  process.exit(2);
}

mkdirSync(reports, { recursive: true });
/** @type {string[]} */
const summary = [];
/** @type {string[]} */
const named = [];
const total = { passed: 0, failed: 0 };
for (const stage of stages) {
  console.log(`\n${stage.name}`);
  const started = performance.now();
  const {
    passed,
    failed,
    told = [],
  } = await stage.run(filters).catch((error) => {
    console.error(error.message);
    return one(false);
  });
  total.passed += passed;
  total.failed += failed;
  named.push(...told);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  summary.push(`${stage.name}: ${passed} passed, ${failed} failed (${seconds} s)`);
}
if (named.length > 0) console.log(`\n${named.join('\n\n')}`);
console.log(`\n${summary.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
