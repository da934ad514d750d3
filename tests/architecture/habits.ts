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

/** The fields of a component in which a text of any length could be written. */
export function endlessFields(path: string, text: string): readonly string[] {
  return [...text.matchAll(/<(input|TextInput|Textarea|PasswordInput)\b/g)].flatMap(({ index }) => {
    const element = text.slice(index, index + endOfTag(text.slice(index)));
    const isBounded = /maxLength|type="(?:checkbox|radio|file|number|range)"/.test(element);
    return isBounded ? [] : [`${path}:${text.slice(0, index).split('\n').length}`];
  });
}

/** Where the first tag of `text` ends; `>` inside its braces ends nothing. */
function endOfTag(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    else if (text[at] === '>' && depth === 0) return at;
  }
  return text.length;
}

/** The addresses that a lock file binds its packages to; there shall be none. */
export function lockedAddresses(lockFile: string): readonly string[] {
  return [...lockFile.matchAll(/"resolved": "(\w+:\/\/[^"]*)"/g)].map((match) => match[1] ?? '');
}

/** Rules of style sheets that say what another one says, in so many declarations that it is no chance. */
export function repeatedRules(sheets: readonly (readonly [path: string, text: string])[]): readonly string[] {
  const known = new Map<string, string>();
  return sheets.flatMap(([path, text]) =>
    [...text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{([^{}]*)\}/g)].flatMap(
      ([, selector = '', body = '']) => {
        const declarations = body
          .split(';')
          .map((one) => one.trim())
          .filter(Boolean)
          .sort();
        if (declarations.length < MANY) return [];
        const rule = `${path} ${selector.trim()}`;
        const other = known.get(declarations.join(';'));
        known.set(declarations.join(';'), rule);
        return other === undefined ? [] : [`${rule} is ${other}`];
      },
    ),
  );
}

const MANY = 5;
