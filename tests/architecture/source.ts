import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync, Visitor } from 'vite';

/** One import of a module: `types` when nothing of it is left at run time. */
export interface Import {
  readonly specifier: string;
  readonly types: boolean;
  /** The names taken from it; `*` for all of it, nothing for its effects alone. */
  readonly names: readonly string[];
}

/** A file of the project as the rules see it. */
export interface Source {
  /** From the top of the project, with `/`. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Ways around the type checker or the reader: what, and in which line. */
  readonly escapes: readonly { readonly what: string; readonly line: number }[];
}

/** Syntax that goes around the type checker or the reader, by its kind of node. */
const waysAround = {
  ExportAllDeclaration: 'export *',
  ExportDefaultDeclaration: 'default export',
  TSAnyKeyword: 'any',
  TSNonNullExpression: '!',
  TSEnumDeclaration: 'enum',
  TSParameterProperty: 'parameter property',
};

/** Comments that do the same; a lint rule may be set aside with a reason where it is wrong, but not one of these. */
const wayAround =
  /@ts-(?:ignore|expect-error|nocheck)|biome-ignore(?:-all|.*(?:noExplicitAny|noNonNullAssertion|noRestrictedImports))|\bTODO\b|\bFIXME\b/;

/** What Git knows of the project: tracked files and new ones that are not ignored. */
export function projectFiles(): readonly string[] {
  return execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '' && statSync(path, { throwIfNoEntry: false })?.isFile());
}

/** The source files among `paths`, parsed. */
export function readSources(paths: readonly string[]): readonly Source[] {
  return paths
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    .map((path) => readSource(path, readFileSync(path, 'utf8')));
}

/** Parses `text`; throws, naming the file, when it is no TypeScript. */
export function readSource(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message}`);
  const imports: Import[] = [];
  const escapes: { what: string; line: number }[] = [];
  const note = (what: string, at: { start: number }) =>
    escapes.push({ what, line: text.slice(0, at.start).split('\n').length });

  new Visitor({
    ImportDeclaration(node) {
      const types = node.specifiers.map((each) => each.type === 'ImportSpecifier' && each.importKind === 'type');
      imports.push({
        specifier: node.source.value,
        types: node.importKind === 'type' || (types.length > 0 && types.every(Boolean)),
        names: node.specifiers.map((each) =>
          each.type !== 'ImportSpecifier'
            ? '*'
            : each.imported.type === 'Identifier'
              ? each.imported.name
              : each.imported.value,
        ),
      });
    },
    ImportExpression(node) {
      if (node.source.type === 'Literal')
        imports.push({ specifier: String(node.source.value), types: false, names: ['*'] });
    },
    TSImportType(node) {
      imports.push({ specifier: node.source.value, types: true, names: ['*'] });
    },
    ExportNamedDeclaration(node) {
      if (node.source === null) return;
      imports.push({ specifier: node.source.value, types: node.exportKind === 'type', names: ['*'] });
    },
    ExportAllDeclaration(node) {
      imports.push({ specifier: node.source.value, types: node.exportKind === 'type', names: ['*'] });
    },
  }).visit(program);
  new Visitor(
    Object.fromEntries(
      Object.entries(waysAround).map(([type, what]) => [type, (node: { start: number }) => note(what, node)]),
    ),
  ).visit(program);
  for (const comment of comments) {
    const found = wayAround.exec(comment.value);
    if (found) note(found[0], comment);
  }
  return { path, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0), imports, escapes };
}

/** The file of the project that `specifier` means in `path`, or `null` for a package. */
export function target(path: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
}
