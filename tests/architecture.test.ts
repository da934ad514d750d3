import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { againstDirection, cycles, folderCycles, lostImports, waysToReact } from './architecture/direction.ts';
import {
  emptyNamed,
  endlessFields,
  escapes,
  lockedAddresses,
  longFiles,
  machinePaths,
  repeatedRules,
  strangeTopEntries,
} from './architecture/habits.ts';
import { projectFiles, readSources } from './architecture/source.ts';

/** What the code keeps to stands here, each thing once: who may call whom in `rooms.ts`, how files are named and written in
 *  `habits.ts`, and in `knip.config.ts` what counts as used; the check before the tests refuses what nothing uses. */
const paths = projectFiles();
const sources = readSources(paths);
const product = sources.filter(({ path }) => !path.startsWith('tests/'));

describe('the rooms', () => {
  it('call only whom the map of rooms lets them call', () => {
    expect(product.length).toBeGreaterThan(10);
    expect(againstDirection(product)).toEqual([]);
  });

  it('keep React out of the editor and the timeline', () => {
    expect(waysToReact(product)).toEqual([]);
  });

  it('hold no files that import each other in a ring', () => {
    expect(cycles(sources)).toEqual([]);
  });

  it('hold no folders that import each other in a ring', () => {
    expect(folderCycles(product)).toEqual([]);
  });

  it('import only files that are there, by their full names', () => {
    expect(lostImports(sources, paths)).toEqual([]);
  });

  it('are named after things of this field', () => {
    expect(emptyNamed(paths)).toEqual([]);
    expect(strangeTopEntries(paths)).toEqual([]);
  });
});

describe('the files', () => {
  it('stay short', () => {
    expect(longFiles(sources)).toEqual([]);
  });

  it('leave no way around the type checker', () => {
    expect(escapes(product)).toEqual([]);
  });

  it('let nobody write an endless text where a line is asked for', () => {
    const ofTexts = ['client/pairing/side-field.tsx', 'client/pages/library/import-form.tsx'];
    const components = paths.filter((path) => /^client\/.*\.tsx$/.test(path) && !ofTexts.includes(path));
    expect(components.flatMap((path) => endlessFields(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it('say in no style sheet what stands in another', () => {
    const sheets = paths
      .filter((path) => path.endsWith('.css'))
      .map((path) => [path, readFileSync(path, 'utf8')] as const);
    expect(sheets.length).toBeGreaterThan(10);
    expect(repeatedRules(sheets)).toEqual([]);
  });

  it('name no path of one machine', () => {
    const texts = paths.filter((path) => !/\.(png|woff2?|docx|zip|ico)$/.test(path));
    expect(texts.flatMap((path) => machinePaths(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it('bind nobody to one package registry', () => {
    expect(lockedAddresses(readFileSync('package-lock.json', 'utf8'))).toEqual([]);
  });
});

describe('shared', () => {
  it('compiles where there is no DOM and no Node', () => {
    const compiler = 'node_modules/typescript/bin/tsc';
    expect(execFileSync(process.execPath, [compiler, '--noEmit', '-p', 'shared'], { encoding: 'utf8' })).toBe('');
  });
});
