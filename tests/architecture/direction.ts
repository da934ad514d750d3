import { posix } from 'node:path';
import { link, never, roomOf, rooms, withoutReact } from './rooms.ts';
import { type Import, type Source, target } from './source.ts';

const reactOf = /^(react|react-dom|react-i18next|@mantine\/.+|@tabler\/.+|@tanstack\/react-.+)(\/|$)/;

/** Every import that the map of rooms does not allow, as a sentence. */
export function againstDirection(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) => {
    const room = roomOf(source.path);
    if (room === null) return source.path.includes('/') ? [`${source.path} stands in no room of the map`] : [];
    return source.imports
      .filter((each) => !allowed(room, source.path, each))
      .map((each) => `${source.path} imports ${each.specifier}, which ${room} may not know`);
  });
}

function allowed(room: string, path: string, { specifier, types, names }: Import): boolean {
  const { may, packages } = rooms[room] ?? { may: [] };
  const file = target(path, specifier);
  if (file === null) {
    if (packages !== undefined || path.startsWith('shared/')) return packages?.includes(specifier) ?? false;
    return !Object.entries(never).some(([wing, wrong]) => path.startsWith(wing) && wrong.test(specifier));
  }
  // A room knows itself and its parts; a sheet of styles is no call.
  if (roomOf(file) === room || roomOf(file)?.startsWith(`${room}/`) || file.endsWith('.css')) return true;
  if (may.some((other) => file === other || file.startsWith(`${other}/`))) return true;
  return room.startsWith(link.from) && file === link.to && types && names.every((name) => name === link.name);
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
  return rings(
    new Map(sources.map(({ path, imports }) => [path, imports.flatMap((each) => target(path, each.specifier) ?? [])])),
  );
}

/** Each ring of folders whose files import each other, once. A file beside the folders of a wing stands for itself. */
export function folderCycles(sources: readonly Source[]): readonly string[] {
  const edges = new Map<string, Set<string>>();
  for (const { path, imports } of sources) {
    const folder = folderOf(path);
    const known = edges.get(folder) ?? new Set();
    edges.set(folder, known);
    for (const { specifier } of imports) {
      const file = target(path, specifier);
      if (file !== null && folderOf(file) !== folder) known.add(folderOf(file));
    }
  }
  return rings(new Map([...edges].map(([folder, known]) => [folder, [...known]])));
}

function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder.includes('/') ? folder : path;
}

function rings(edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
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
