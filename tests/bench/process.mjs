import { fork } from 'node:child_process';
import { provideChromium } from '../chromium.mjs';

/** @typedef {import('./figure.ts').Figure} Figure */

/**
 * The figures that `name` of `bundle` gives for `argument`, measured in a process of its own.
 * @param {string} bundle
 * @param {string} name
 * @param {string} argument
 * @returns {Promise<Figure[]>}
 */
export function measuredApart(bundle, name, argument) {
  return new Promise((done, failed) => {
    const env = { ...process.env, CHROME_PATH: provideChromium() };
    const child = fork('tests/bench/child.mjs', [bundle, name, argument], { execArgv: ['--expose-gc'], env });
    child.on('message', (figures) => done(/** @type {Figure[]} */ (figures)));
    child.on('exit', (code) => failed(new Error(`${bundle} ${name} ${argument} ended with ${code} and no figures`)));
  });
}
