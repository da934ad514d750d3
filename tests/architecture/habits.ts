import type { Source } from './source.ts';

/** What may stand at the top: the folders of the product and what tools demand. */
const top = new Set([
  '.ci',
  '.gitignore',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'biome.json',
  'client',
  'package-lock.json',
  'package.json',
  'server',
  'shared',
  'tests',
  'tsconfig.json',
  'vite.config.ts',
  'vitest.config.ts',
]);

/** Words of the trade that say nothing of what a folder or file is about. */
const emptyNames = /(^|\/)(utils?|helpers?|common|misc|services?|lib|managers?)(\/|\.[^/]+$)/;

/** Files that a tool wants a default export from. */
const wantsDefault = /(^|\/)[^/]+\.config\.ts$/;

/** Somebody's own folder on some machine; `me` is nobody. */
const machine = /(?<![\w.-])(?:\/(?:home|Users|root)\/(?!me\b)[\w.-]+|[A-Z]:\\Users\\)/;

export function strangeTopEntries(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.map((path) => path.split('/')[0] ?? ''))].filter((entry) => !top.has(entry));
}

export function emptyNamed(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => emptyNames.test(path));
}

/** Files above the ceiling: 400 lines, 600 for tests. */
export function longFiles(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ path, lines }) => lines > (path.startsWith('tests/') ? 600 : 400))
    .map(({ path, lines }) => `${path} has ${lines} lines`);
}

export function escapes(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ path, escapes }) =>
    escapes
      .filter(({ what }) => what !== 'default export' || !wantsDefault.test(path))
      .map(({ what, line }) => `${path}:${line} ${what}`),
  );
}

/** The lines of `text` that name a path of one machine. */
export function machinePaths(path: string, text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => (machine.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : []));
}

/** The addresses that a lock file binds its packages to; there shall be none. */
export function lockedAddresses(lockFile: string): readonly string[] {
  return [...lockFile.matchAll(/"resolved": "(\w+:\/\/[^"]*)"/g)].map((match) => match[1] ?? '');
}
