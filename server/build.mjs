import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = join(root, 'dist', '.building');
const settings = ['package.json', 'package-lock.json', 'vite.config.ts'];
const day = 24 * 60 * 60 * 1000;

/** @typedef {'server' | 'client'} Part */
/** @type {Record<Part, { sources: string[], entry: string, flags: string[] }>} */
const parts = {
  server: { sources: ['server', 'shared', ...settings], entry: 'main.js', flags: ['--ssr'] },
  client: { sources: ['client', 'shared', ...settings], entry: 'index.html', flags: [] },
};

/**
 * Builds those of `wanted` whose sources are newer than what was built; false when a build fails. Standard output stays
 * free for what the program says. Processes that start at once build once: the others wait.
 * @param {Part[]} wanted
 * @returns {Promise<boolean>}
 */
export async function buildWhatIsOld(wanted) {
  if (!wanted.some(isOld)) return true;
  mkdirSync(dirname(lock), { recursive: true });
  while (!locked()) await pause(200);
  try {
    const old = wanted.filter(isOld);
    if (old.length > 0) process.stderr.write('Building Radif, as its sources are newer …\n');
    return (await Promise.all(old.map(build))).every((built) => built);
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {Part} part */
function isOld(part) {
  const built = statSync(join(root, 'dist', part, parts[part].entry), { throwIfNoEntry: false });
  return built === undefined || lastChange(part) > built.mtimeMs;
}

/** @param {Part} part */
function lastChange(part) {
  return Math.max(...parts[part].sources.map((source) => newest(join(root, source))));
}

/**
 * When a file, or something in a folder, was last changed, added or removed.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  const inside = found.isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
  return Math.max(found.mtimeMs, ...inside);
}

/** True when this process may build; a lock of a process that has died is broken. */
function locked() {
  try {
    writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (!isHeld()) rmSync(lock, { force: true });
    return false;
  }
}

function isHeld() {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    return holder === 0 || process.kill(holder, 0);
  } catch {
    return false;
  }
}

/**
 * @param {Part} part
 * @returns {Promise<boolean>}
 */
async function build(part) {
  const { flags, entry } = parts[part];
  // A source may come from a clock that is ahead, and its time is finer than a whole millisecond.
  const begun = new Date(Math.max(Date.now(), Math.ceil(lastChange(part)) + 1));
  const made = join(root, 'dist', `.new-${part}`);
  const vite = builder();
  if (vite === null) {
    process.stderr.write('Vite, which builds Radif, is not installed. Run "npm install" in its folder first.\n');
    return false;
  }
  const args = ['build', ...flags, '--outDir', made, '--emptyOutDir', '--logLevel', 'error'];
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, [vite, ...args], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code === 0) replace(join(root, 'dist', part), made, entry, begun);
  rmSync(made, { recursive: true, force: true });
  return code === 0;
}

function builder() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  } catch {
    return null;
  }
}

/**
 * Puts what was made in place, the entry last. Files of former builds stay for a day: a server that runs, or a page that
 * is open, may still ask for them.
 * @param {string} folder
 * @param {string} made
 * @param {string} entry
 * @param {Date} begun
 */
function replace(folder, made, entry, begun) {
  const files = filesOf(made);
  const rest = files.filter((file) => file !== entry);
  for (const file of [...rest, entry]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    renameSync(join(made, file), join(folder, file));
  }
  utimesSync(join(folder, entry), begun, begun);
  for (const file of filesOf(folder)) {
    const path = join(folder, file);
    if (!files.includes(file) && statSync(path).mtimeMs < begun.getTime() - day) rmSync(path);
  }
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name).slice(folder.length + 1));
}
