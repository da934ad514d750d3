import fc from 'fast-check';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultLabels } from '../../../shared/core/label.ts';
import type { Checked } from '../../../shared/core/problem.ts';
import { readGlossary } from '../../../shared/formats/glossary/read.ts';
import { writeGlossary } from '../../../shared/formats/glossary/table.ts';
import { writeTbxGlossary } from '../../../shared/formats/glossary/tbx.ts';
import { readRegistryFile } from '../../../shared/formats/registry/read.ts';
import { writeTbx } from '../../../shared/formats/registry/tbx-write.ts';
import { changed, changes } from '../../formats/mutation.ts';
import { packageReaders } from './packages.ts';

/** `npm run fuzz` goes on for so many minutes with each reader. */
const minutes = Number(process.env.FUZZ_MINUTES ?? 0);
const howLong =
  minutes > 0 ? { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: minutes * 60_000 } : { numRuns: 150 };
const timeout = 120_000 + minutes * 70_000;

/** An answer has a value, or says what is wrong in whole sentences. */
function expectAnswer(read: Checked<unknown>): void {
  if (read.ok) return;
  expect(read.problems.length).toBeGreaterThan(0);
  for (const { rule, message } of read.problems) {
    expect(rule).toMatch(/./);
    expect(message).toMatch(/[.…]$/);
    expect(message).not.toMatch(/\{\{\w+\}\}/);
  }
}

describe('a reader of damaged archives', () => {
  it.each(Object.entries(packageReaders))(
    'always answers (%s)',
    async (_, { files, read }) => {
      const names = Object.keys(files);
      await fc.assert(
        fc.asyncProperty(changes, fc.nat(), fc.boolean(), async (made, which, isInside) => {
          // Half of them are damaged in a file and packed again, half as bytes of the archive.
          if (isInside) {
            const name = names[which % names.length] ?? '';
            const text = strFromU8(files[name] ?? new Uint8Array());
            expectAnswer(await read(zipSync({ ...files, [name]: strToU8(changed(text, made)) }, { level: 0 })));
          } else {
            const bytes = zipSync({ ...files }, { level: which % 2 === 0 ? 0 : 6 });
            expectAnswer(await read(Buffer.from(changed(Buffer.from(bytes).toString('latin1'), made), 'latin1')));
          }
        }),
        howLong,
      );
    },
    timeout,
  );
});

const terms = [
  {
    ...{ fa: 'تحریم', note: 'not of goods', domain: 'economy', partOfSpeech: 'noun' as const },
    en: [
      { text: 'sanctions', use: 'preferred' as const },
      { text: 'boycott', use: 'forbidden' as const },
    ],
  },
];
const entity = {
  ...{ label: 'GPE', fa: 'تهران', en: 'Tehran', wikidata: 'Q3616', note: 'a, b' },
  ...{ faOther: [{ name: 'طهران', use: null }], enOther: [{ name: 'Teheran', use: 'first mention' as const }] },
};
const texts: Readonly<Record<string, readonly [text: string, read: (text: string) => Checked<unknown>]>> = {
  'terms in TBX': [writeTbxGlossary(terms), readGlossary],
  'terms in CSV': [writeGlossary(terms), readGlossary],
  'entities in TBX': [writeTbx([entity], 'dct'), (text) => readRegistryFile(text, defaultLabels)],
  'entities in CSV': [
    'label,fa,en,fa_other,en_other,wikidata,note\r\nGPE,تهران,Tehran,طهران,Teheran|Tehrān,Q3616,"a, b"\r\n',
    (text) => readRegistryFile(text, defaultLabels),
  ],
};

describe('a reader of damaged files of terms and entities', () => {
  it.each(Object.entries(texts))(
    'always answers (%s)',
    (_, [text, read]) => {
      expect(read(text).ok).toBe(true);
      fc.assert(
        fc.property(changes, (made) => expectAnswer(read(changed(text, made)))),
        howLong,
      );
    },
    timeout,
  );
});
