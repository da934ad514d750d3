import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Where macOS and Windows keep what is not on the path. */
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
];

/** How tests start Chromium: without a sandbox of its own, a graphics card or calls to anybody but Radif. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The program of this machine's Chromium or Chrome, or `null`. `CHROME_PATH` is believed before all else.
 * @returns {string | null}
 */
export function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin', '/snap/bin');
  const programs = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...programs, ...places].find((program) => existsSync(program)) ?? null;
}

/**
 * Chromium's program, installed first where it is missing and Debian's `apt-get` is there.
 * Throws a sentence that says what to do when neither leads to one.
 * @returns {string}
 */
export function provideChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.env.CHROME_PATH)
    throw new Error(`CHROME_PATH names ${process.env.CHROME_PATH}, where there is no program.`);
  if (spawnSync('apt-get', ['--version']).status === 0) {
    console.log('No Chromium here: installing it with apt-get.');
    asRoot('apt-get', 'update', '-q');
    asRoot('apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error('No Chromium found. Install Chromium or Google Chrome, or name its program in CHROME_PATH.');
}

/** @param {string[]} command */
function asRoot(...command) {
  const whole = process.getuid?.() === 0 ? command : ['sudo', '-n', ...command];
  const [program = '', ...parameters] = whole;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(program, parameters, { stdio: ['ignore', 'inherit', 'inherit'], env });
}
