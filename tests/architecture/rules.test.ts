import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { againstDirection, cycles, lostImports, waysToReact } from './direction.ts';
import {
  emptyNamed,
  endlessFields,
  escapes,
  lockedAddresses,
  longFiles,
  machinePaths,
  repeatedRules,
  strangeTopEntries,
} from './habits.ts';
import { readSource } from './source.ts';

const file = (path: string, ...lines: readonly string[]) => readSource(path, `${lines.join('\n')}\n`);

describe('the one direction', () => {
  it.each([
    ['shared/language/characters/fold.ts', "import { segments } from '../doc/read.ts'"],
    ['shared/language/characters/fold.ts', "import { readFileSync } from 'node:fs'"],
    ['shared/language/characters/fold.ts', "type Doc = import('../doc/schema.ts').Doc"],
    ['shared/doc/model/read.ts', "import { tmx } from '../formats/tmx.ts'"],
    ['shared/doc/model/read.ts', "import { EditorView } from 'prosemirror-view'"],
    ['shared/formats/tmx/write.ts', "import type { Kysely } from 'kysely'"],
    ['shared/formats/tmx/write.ts', "export { open } from '../../server/db/store.ts'"],
    ['server/router.ts', "import { theme } from '../client/app/theme.ts'"],
    ['server/router.ts', "import { useState } from 'react'"],
    ['client/app/api.ts', "import { AppRouter } from '../../server/router.ts'"],
    ['client/app/api.ts', "import type { AppRouter, Context } from '../../server/router.ts'"],
    ['client/app/api.ts', "import type { Context } from '../../server/trpc.ts'"],
    ['client/app/api.ts', "const late = await import('../../server/router.ts')"],
    ['client/app/api.ts', "import 'node:path'"],
  ])('refuses in %s: %s', (path, line) => {
    expect(againstDirection([file(path, line)])).toHaveLength(1);
  });

  it.each([
    ['shared/language/characters/fold.ts', "import { slice } from './span.ts'"],
    ['shared/doc/model/read.ts', "import { Node } from 'prosemirror-model'"],
    ['shared/formats/tmx/write.ts', "import type { Status } from '../core/status.ts'"],
    ['server/db/segment.ts', "import { segments } from '../../shared/doc/model/read.ts'"],
    ['client/app/api.ts', "import type { AppRouter } from '../../server/router.ts'"],
    ['client/app/api.ts', "import { useState } from 'react'"],
  ])('allows in %s: %s', (path, line) => {
    expect(againstDirection([file(path, line)])).toEqual([]);
  });

  it('reads no imports out of strings and comments', () => {
    const source = file(
      'shared/language/characters/fold.ts',
      '// import { a } from "react"',
      'const text = "import b from \'node:fs\'"',
    );
    expect(source.imports).toEqual([]);
  });

  it('finds React behind another file', () => {
    const way = [
      file('client/editor/view.ts', "import { row } from '../app/row.ts'"),
      file('client/app/row.ts', "import { createElement } from 'react'"),
    ];
    expect(waysToReact(way)).toEqual(['client/editor/view.ts → client/app/row.ts → react']);
    expect(waysToReact([file('client/timeline/status.tsx', 'const a = <p />')])).toHaveLength(1);
    expect(waysToReact([file('client/editor/view.ts', "import type { ReactNode } from 'react'")])).toEqual([]);
  });

  it('finds rings of files', () => {
    const ring = [
      file('shared/core/a.ts', "import { b } from './b.ts'"),
      file('shared/core/b.ts', "import type { C } from './c.ts'"),
      file('shared/core/c.ts', "import { a } from './a.ts'"),
      file('shared/core/d.ts', "import { a } from './a.ts'"),
    ];
    expect(cycles(ring)).toEqual(['shared/core/a.ts → shared/core/b.ts → shared/core/c.ts → shared/core/a.ts']);
    expect(cycles(ring.slice(1))).toEqual([]);
  });

  it('finds imports that do not say the whole name of the file', () => {
    const short = file('shared/core/a.ts', "import { b } from './b'");
    expect(lostImports([short], ['shared/core/a.ts', 'shared/core/b.ts'])).toHaveLength(1);
  });
});

describe('the habits', () => {
  it.each([
    'export const a: any = 1',
    'export const a = (b as any).c',
    'export const a = b!.c',
    'export enum A { B }',
    "export * from './b.ts'",
    'export default 1',
    'class A { constructor(private readonly b: string) {} }',
    '// @ts-expect-error: no types',
    '// biome-ignore lint/suspicious/noExplicitAny: in a hurry',
    '// biome-ignore-all lint/style/useConst: in a hurry',
    '// TODO: later',
  ])('find a way around in: %s', (line) => {
    expect(escapes([file('server/main.ts', line)])).toEqual([expect.stringContaining('server/main.ts:1 ')]);
  });

  it('let a tool have its default export', () => {
    expect(escapes([file('vite.config.ts', 'export default {}')])).toEqual([]);
  });

  it('find long files', () => {
    const lines = Array.from({ length: 401 }, (_, index) => `export const a${index} = ${index};`);
    expect(longFiles([file('server/long.ts', ...lines)])).toEqual(['server/long.ts has 401 lines']);
    expect(longFiles([file('server/long.ts', ...lines.slice(1))])).toEqual([]);
  });

  it('find folders and files named after nothing', () => {
    const named = ['shared/core/utils/a.ts', 'client/helpers.ts', 'server/common/b.ts', 'server/services/c.ts'];
    expect(emptyNamed([...named, 'shared/core/span.ts'])).toEqual(named);
  });

  it('find what does not belong at the top', () => {
    expect(strangeTopEntries(['docs/a.md', 'docs/b.md', 'client/main.tsx', '.prettierrc'])).toEqual([
      'docs',
      '.prettierrc',
    ]);
  });

  it('find a field without a longest text', () => {
    const field = (more: string) => `<p>\n<TextInput onChange={(x) => x > 1} ${more}/>`;
    expect(endlessFields('client/a.tsx', field(''))).toEqual(['client/a.tsx:2']);
    expect(endlessFields('client/a.tsx', field('maxLength={20} '))).toEqual([]);
    expect(endlessFields('client/a.tsx', '<input type="checkbox" />')).toEqual([]);
  });

  it('find a rule of style that stands twice, in any order', () => {
    const declarations = ['display: grid', 'gap: 4px', 'margin: 0', 'padding: 0', 'border: 0', 'color: var(--ink)'];
    const rule = (name: string, lines: readonly string[]) => `.${name} {\n  ${lines.join(';\n  ')};\n}\n`;
    const [first, again] = [rule('a', declarations), rule('b', declarations.toReversed())];
    expect(
      repeatedRules([
        ['client/a.css', first],
        ['client/b.css', again],
      ]),
    ).toEqual(['client/b.css .b is client/a.css .a']);
    expect(
      repeatedRules([
        ['client/a.css', first],
        ['client/b.css', rule('b', declarations.slice(1))],
      ]),
    ).toEqual([]);
  });

  it('find paths of one machine', () => {
    const path = ['', 'home', 'someone', 'radif'].join('/');
    expect(machinePaths('README.md', `First line\ncd ${path}`)).toEqual([`README.md:2 cd ${path}`]);
    expect(machinePaths('README.md', 'see https://example.org/home/page')).toEqual([]);
  });

  it('find a lock file that names a registry', () => {
    expect(lockedAddresses('"resolved": "https://example.org/a.tgz",')).toEqual(['https://example.org/a.tgz']);
  });
});

describe('the compiler for shared', () => {
  it('refuses the DOM and Node', () => {
    const folder = mkdtempSync(join(tmpdir(), 'radif-'));
    try {
      const config = { extends: resolve('shared/tsconfig.json'), include: ['bad.ts'] };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
      writeFileSync(join(folder, 'bad.ts'), 'export const found = [document.title, process.argv, window];\n');
      const compiler = 'node_modules/typescript/bin/tsc';
      const { stdout } = spawnSync(process.execPath, [compiler, '--noEmit', '-p', folder], { encoding: 'utf8' });
      for (const name of ['document', 'process', 'window']) expect(stdout).toContain(`Cannot find name '${name}'`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
