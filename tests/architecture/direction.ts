import { type Import, type Source, target } from './source.ts';

/** A folder, what it may import, and why nothing more. */
interface Layer {
  readonly folder: string;
  readonly folders: readonly string[];
  /** Packages allowed, `null` for all but those in `never`. */
  readonly packages: readonly string[] | null;
  readonly never: RegExp | null;
}

const reactOf = /^(react|react-dom|react-i18next|@mantine\/.+|@tabler\/.+|@tanstack\/react-.+)(\/|$)/;

/** The one direction: core ← doc ← formats ← {server, client}. */
const layers: readonly Layer[] = [
  { folder: 'shared/core/', folders: [], packages: [], never: null },
  {
    folder: 'shared/doc/',
    folders: ['shared/core/'],
    packages: ['prosemirror-model', 'prosemirror-transform', 'prosemirror-state'],
    never: null,
  },
  {
    folder: 'shared/formats/',
    folders: ['shared/core/', 'shared/doc/'],
    packages: ['fflate', 'saxes'],
    never: null,
  },
  {
    folder: 'server/',
    // The program tells its version.
    folders: ['shared/', 'package.json'],
    packages: null,
    never: /^(react|react-dom|@mantine\/.+|prosemirror-(view|history|keymap))(\/|$)/,
  },
  { folder: 'client/', folders: ['shared/'], packages: null, never: /^(node:.+|fastify|kysely|libsql|pg|pino)(\/|$)/ },
];

/** Folders that own their DOM and text: nothing that they reach may bring React. */
const withoutReact = ['client/editor/', 'client/timeline/'];

/** The one link of the client to the server. */
const link = { from: 'client/', to: 'server/router.ts', name: 'AppRouter' };

/** Every import that goes against the direction, as a sentence. */
export function againstDirection(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) => {
    const layer = layers.find(({ folder }) => source.path.startsWith(folder));
    if (layer === undefined) return [];
    return source.imports
      .filter((each) => !allowed(layer, source.path, each))
      .map((each) => `${source.path} imports ${each.specifier}, which ${layer.folder} may not know`);
  });
}

function allowed(layer: Layer, path: string, { specifier, types, names }: Import): boolean {
  const file = target(path, specifier);
  if (file === null) return layer.packages?.includes(specifier) ?? !layer.never?.test(specifier);
  if (file.startsWith(layer.folder) || layer.folders.some((folder) => file.startsWith(folder))) return true;
  return layer.folder === link.from && file === link.to && types && names.every((name) => name === link.name);
}

/** Every way by which a folder without React comes to React, as a path of files. */
export function waysToReact(sources: readonly Source[]): readonly string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const ways: string[] = [];
  const seen = new Set<string>();
  const follow = (path: string, way: readonly string[]) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { specifier, types } of byPath.get(path)?.imports ?? []) {
      if (types) continue;
      const file = target(path, specifier);
      if (file !== null) follow(file, [...way, file]);
      else if (reactOf.test(specifier)) ways.push([...way, specifier].join(' → '));
    }
  };
  for (const { path } of sources) {
    if (!withoutReact.some((folder) => path.startsWith(folder))) continue;
    if (path.endsWith('.tsx')) ways.push(`${path} is written for React`);
    follow(path, [path]);
  }
  return ways;
}

/** Each ring of files that import each other, once. */
export function cycles(sources: readonly Source[]): readonly string[] {
  const edges = new Map(
    sources.map(({ path, imports }) => [path, imports.flatMap((each) => target(path, each.specifier) ?? [])]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]) => {
    const start = way.indexOf(path);
    if (start >= 0) found.push([...way.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return found;
}

/** Every import of a file that is not there or does not say its ending. */
export function lostImports(sources: readonly Source[], paths: readonly string[]): readonly string[] {
  const known = new Set(paths);
  return sources.flatMap(({ path, imports }) =>
    imports.flatMap(({ specifier }) => {
      const file = target(path, specifier);
      return file === null || known.has(file) || file.startsWith('dist/')
        ? []
        : [`${path} imports ${specifier}, which is no file`];
    }),
  );
}
