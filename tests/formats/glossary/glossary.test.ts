import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glossaryProblems } from '../../../shared/formats/glossary/problems.ts';
import { readGlossary } from '../../../shared/formats/glossary/read.ts';
import { writeGlossary } from '../../../shared/formats/glossary/table.ts';
import { writeTbxGlossary } from '../../../shared/formats/glossary/tbx.ts';
import { partsOfSpeech, type TermRecord, termKey, termUses } from '../../../shared/terms/term.ts';

const sanctions: TermRecord = {
  fa: 'تحریم',
  en: [
    { text: 'sanctions', use: 'preferred' },
    { text: 'embargo', use: 'admitted' },
    { text: 'boycott', use: 'forbidden' },
  ],
  note: 'not of goods',
  domain: 'economy',
  partOfSpeech: 'noun',
};
const termsOf = (text: string) => {
  const read = readGlossary(text);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.value.terms;
};
const problems = (text: string) => {
  const read = readGlossary(text);
  return (read.ok ? read.value.warnings : read.problems).map(({ rule, line, column }) => [rule, line, column]);
};

const word = fc
  .tuple(
    fc.constantFrom('a', 'تحریم', '=cmd', '|', '\\', '"q"', '<b>', 'x,y'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  )
  .map(([a, b]) =>
    `${a}${b}`
      .replace(/[^\P{C}\u200c]/gu, '')
      .replace(/\p{Z}+/gu, ' ')
      .trim(),
  )
  .map((text) => (/[\p{L}\p{N}]/u.test(text) ? text : `${text}w`));
const anyTerm: fc.Arbitrary<TermRecord> = fc.record({
  fa: word,
  en: fc
    .uniqueArray(fc.record({ text: word, use: fc.constantFrom(...termUses) }), {
      ...{ minLength: 1, maxLength: 4 },
      selector: ({ text }) => text.toLowerCase(),
    })
    .map((en) => termUses.flatMap((use) => en.filter((each) => each.use === use))),
  note: fc.oneof(fc.constant(''), word),
  domain: fc.oneof(fc.constant(''), word),
  partOfSpeech: fc.option(fc.constantFrom(...partsOfSpeech)),
});
const anyTerms = fc.uniqueArray(anyTerm, { minLength: 1, maxLength: 6, selector: termKey });

describe('a file of terms', () => {
  it.each([
    ['CSV', writeGlossary],
    ['TBX', writeTbxGlossary],
  ])('comes back from %s as it was', (_, write) => {
    expect(termsOf(write([sanctions]))).toEqual([sanctions]);
    fc.assert(
      fc.property(anyTerms, (terms) => {
        expect(termsOf(write(terms))).toEqual(terms);
      }),
      { seed: 14 },
    );
  });

  it('may be a plain list of two columns, with a term in several lines', () => {
    const text = 'source;target\nتحریم;sanctions\nتحریم;embargo\nنرخ ارز;exchange rate\n';
    expect(termsOf(text).map(({ fa, en }) => [fa, en.map(({ text }) => text)])).toEqual([
      ['تحریم', ['sanctions', 'embargo']],
      ['نرخ ارز', ['exchange rate']],
    ]);
    expect(problems(text)).toEqual([['glossary.joined', 3, undefined]]);
  });

  it('is refused with the place of what is wrong', () => {
    expect(problems('')).toEqual([['glossary.empty', undefined, undefined]]);
    expect(problems('a,b\n1,2')).toEqual([['glossary.columns', 1, undefined]]);
    expect(problems('fa,en,fa\n')).toEqual([['glossary.column-twice', 1, 7]]);
    expect(problems('fa,en\nتحریم,sanctions\n,x\nنرخ,')).toEqual([
      ['glossary.persian', 3, 1],
      ['glossary.english', 4, 5],
    ]);
    expect(problems('fa,en\n"تحریم,x')).toEqual([['csv.quote-open', 2, 1]]);
    expect(problems('<tmx/>')).toEqual([['registry.tbx', 1, 1]]);
  });

  it('reads terms of TBX version 2, leaving a concept of one language out', () => {
    const concept = (fa: string, en: string) =>
      `<termEntry><langSet xml:lang="fa-IR"><tig><term>${fa}</term></tig></langSet><langSet xml:lang="en-US">${en}</langSet></termEntry>`;
    const text = `<martif type="TBX"><text><body>${concept('تحریم', '<tig><term>sanctions</term></tig><tig><term>boycott</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>')}
${concept('نرخ', '')}</body></text></martif>`;
    expect(termsOf(text)[0]?.en).toEqual([
      { text: 'sanctions', use: 'preferred' },
      { text: 'boycott', use: 'forbidden' },
    ]);
    expect(problems(text)).toEqual([['glossary.one-sided', 2, undefined]]);
  });

  it.each(Object.entries(glossaryProblems))('tells in a sentence what is wrong: %s', (_, sentence) => {
    expect(sentence).toMatch(/^[A-Z].*[.}]$/);
  });
});
