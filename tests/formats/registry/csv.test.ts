import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLabels } from '../../../shared/core/label.ts';
import { trimmed } from '../../../shared/formats/registry/cell.ts';
import { readRegistry, writeRegistry } from '../../../shared/formats/registry/csv.ts';
import { registryColumns } from '../../../shared/formats/registry/row.ts';
import { type EntityRecord, uses } from '../../../shared/names/entity/entity.ts';
import { nameKey } from '../../../shared/names/entity/name.ts';
import { registryOf } from '../../../shared/names/registry/registry.ts';

const header = registryColumns.join(',');
const file = (...lines: readonly string[]) => [header, ...lines].join('\n');
const read = (text: string) => readRegistry(text, defaultLabels);
const entities = (text: string) => {
  const result = read(text);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result.value.entities;
};
const warnings = (text: string) => {
  const result = read(text);
  return result.ok ? result.value.warnings : null;
};
const problems = (text: string) => {
  const result = read(text);
  return result.ok ? [] : result.problems;
};

const oic: EntityRecord = {
  label: 'ORG',
  fa: 'سازمان همکاری اسلامی',
  en: 'Organisation of Islamic Cooperation',
  faOther: [{ name: 'سازمان کنفرانس اسلامی', use: 'historical' }],
  enOther: [
    { name: 'OIC', use: 'short form' },
    { name: 'Organization of Islamic Cooperation', use: 'forbidden' },
  ],
  wikidata: 'Q47543',
  note: 'seat in Jeddah, since 1969',
};

describe('a file of entities', () => {
  it('has a line for each, with what each other name is for in brackets', () => {
    expect(writeRegistry([oic])).toBe(
      'label,fa,en,fa_other,en_other,wikidata,note\r\n' +
        'ORG,سازمان همکاری اسلامی,Organisation of Islamic Cooperation,سازمان کنفرانس اسلامی (historical),' +
        'OIC (short form)|Organization of Islamic Cooperation (forbidden),Q47543,"seat in Jeddah, since 1969"\r\n',
    );
    expect(entities(writeRegistry([oic]))).toEqual([oic]);
  });

  it.each(['sep=;\r\n', 'sep=;\n', '"sep=;"\r\n', 'SEP=;\r', '\ufeffsep=;\r\n', 'sep=;\r\n\ufeff', 'sep=;\r\n\u200f'])(
    'may begin with what Excel writes to say its separator: %j',
    (line) => {
      const text = `${line}${registryColumns.join(';')}\r\nGPE;روسیه;Russia, the;;;Q159;`;
      expect(entities(text)).toMatchObject([{ fa: 'روسیه', en: 'Russia, the' }]);
      expect(problems(text.replace('GPE', 'XYZ'))).toMatchObject([{ rule: 'registry.label', line: 3 }]);
    },
  );

  it.each(['\u200f', '\u202b', '\u2067', '\ufeff\u200e'])('may begin with a mark of direction: %j', (mark) => {
    expect(entities(`${mark}${file('GPE,روسیه,Russia,,,,')}`)).toMatchObject([{ en: 'Russia' }]);
  });

  it('says that a cell is too long, however long and of whatever it is', () => {
    for (const part of ['ا', ' ', '""', '|', '\\', '(', '\u200f', '\n']) {
      const cell = part.repeat(10_000_000 / part.length);
      const rules = problems(file(`GPE,"${cell}",Russia,,,,`)).map(({ rule }) => rule);
      expect(rules).toEqual(['registry.long']);
    }
    expect(problems(file(`GPE,روسیه,Russia,,,,"${'""'.repeat(5_000_000)}`))).toMatchObject([
      { rule: 'csv.quote-open' },
    ]);
  });

  it('keeps brackets that are part of a name, and every | and backslash', () => {
    const names = ['Congo (Kinshasa)', 'Song (short form)', 'a|b', 'a\\', 'a\\|b', '\\(historical)'];
    const entity = {
      ...oic,
      enOther: names.flatMap((name) => [
        { name, use: null },
        { name: `${name} 2`, use: uses[1] },
      ]),
    };
    expect(entities(writeRegistry([entity]))).toEqual([entity]);
  });

  it('may have its columns in any order and any case, and cells left out at the end', () => {
    const text = 'EN,Label,fa,note,wikidata,fa_other,en_other\nRussia,GPE,روسیه';
    expect(entities(text)).toMatchObject([{ label: 'GPE', fa: 'روسیه', en: 'Russia', wikidata: null, note: '' }]);
  });

  it.each([';', '\t'])('may be parted by %j, as spreadsheets of other countries do', (separator) => {
    const text = file('GPE,روسیه,Russia,,,Q159,').replaceAll(',', separator);
    expect(entities(text)).toMatchObject([{ fa: 'روسیه', en: 'Russia', wikidata: 'Q159' }]);
  });

  it('may begin with a byte order mark and have any line ends', () => {
    const lines = [header, 'GPE,روسیه,Russia,,,,"one\r\ntwo"', '', 'GPE,ایران,Iran,,,,'];
    for (const end of ['\n', '\r\n', '\r']) {
      const found = entities(`\ufeff${lines.join(end)}${end}`);
      expect(found.map(({ en }) => en)).toEqual(['Russia', 'Iran']);
      expect(found[0]?.note).toBe('one\r\ntwo');
    }
  });

  it('may have only one of the two names', () => {
    expect(entities(file('PER,لاوروف,,,,,'))).toMatchObject([{ fa: 'لاوروف', en: '' }]);
    expect(entities(file('PER,,Lavrov,,,,'))).toMatchObject([{ fa: '', en: 'Lavrov' }]);
  });

  it('keeps names in Arabic letters as they are, and has them found in Persian ones', () => {
    const [entity] = entities(file('ORG,سازمان همكاري‌هاي اسلامي,OIC,,,,'));
    expect(entity?.fa).toBe('سازمان همكاري‌هاي اسلامي');
    const registry = registryOf([{ ...(entity as EntityRecord), id: 'e1' }]);
    expect(registry.fa.named('سازمان همکاریهای اسلامی')).toHaveLength(1);
  });

  it('takes a Wikidata item by its id or its address', () => {
    const line = (item: string) => entities(file(`GPE,روسیه,Russia,,,${item},`))[0]?.wikidata;
    expect(['Q159', 'q159', 'wd:Q159', 'https://www.wikidata.org/wiki/Q159'].map(line)).toEqual(Array(4).fill('Q159'));
  });

  it('drops spaces and marks of direction around names, but no ZWNJ inside', () => {
    const text = file('GPE, \u200fروسیه\u200f ,\u2067 Russia \u2069, هنگ‌کنگ | روس\u200cیه ,,,');
    expect(entities(text)).toMatchObject([
      { fa: 'روسیه', en: 'Russia', faOther: [{ name: 'هنگ‌کنگ' }, { name: 'روس\u200cیه' }] },
    ]);
  });

  it('never gives a spreadsheet a formula, and comes back from one', () => {
    const names = ['=1+1', '+98', '-273', '@home', "'=1", '\t=1 x'].map(trimmed);
    const text = writeRegistry(names.map((en) => ({ ...oic, en, fa: '', faOther: [], enOther: [], note: `=${en}` })));
    const cells = text
      .split('\r\n')
      .slice(1, -1)
      .flatMap((line) => line.split(','));
    expect(cells.filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
    expect(entities(text).map(({ en, note }) => [en, note])).toEqual(names.map((en) => [en, `=${en}`]));
  });
});

describe('a file of entities is told', () => {
  it('which columns are missing', () => {
    expect(problems('label,fa,en,wikidata,note\nGPE,روسیه,Russia,,')).toMatchObject([
      { rule: 'registry.columns', line: 1, values: { missing: '"fa_other", "en_other"' } },
    ]);
    expect(problems('')).toMatchObject([{ rule: 'registry.empty' }]);
    expect(problems(`${header},fa`)).toMatchObject([{ rule: 'registry.column-twice', line: 1, column: 45 }]);
  });

  it('where a quote is broken', () => {
    expect(problems(file('GPE,روسیه,Russia,,,,', 'GPE,ایران,"Iran,,,,', 'GPE,عراق,Iraq,,,,'))).toMatchObject([
      { rule: 'csv.quote-open', line: 3, column: 11, message: expect.stringContaining('Line 3, column 11') },
    ]);
    expect(problems(file('GPE,"روسیه"ها,Russia,,,,'))).toMatchObject([
      { rule: 'csv.quote-after', line: 2, column: 12 },
    ]);
    expect(problems(file('GPE,رو"سیه,Russia,,,,'))).toMatchObject([{ rule: 'csv.quote-inside', line: 2, column: 7 }]);
  });

  it.each([
    ['COUNTRY,روسیه,Russia,,,,', 'registry.label', 1],
    ['GPE,روسیه,Russia,,,Q0,', 'registry.wikidata', 20],
    ['GPE,روسیه,Russia,,,159,', 'registry.wikidata', 20],
    ['GPE,«»,Russia,,,,', 'registry.name', 5],
    ['GPE,روسیه,Russia,؟|روس,,,', 'registry.name', 18],
    ['GPE,"روس\nیه",Russia,,,,', 'registry.control', 5],
    ['GPE,روسیه,Rus\u0007sia,,,,', 'registry.control', 11],
  ])('which cell is wrong: %j', (line, rule, column) => {
    expect(problems(file('GPE,ایران,Iran,,,,', line))).toMatchObject([{ rule, line: 3, column }]);
  });

  it('which line names nothing, and which has too many cells', () => {
    expect(problems(file('GPE,,,روسیه,,,', 'GPE,روسیه,Russia, the,,,,'))).toMatchObject([
      { rule: 'registry.nameless', line: 2 },
      { rule: 'registry.cells', line: 3, values: { count: 8, limit: 7 } },
    ]);
  });

  it('which names stand twice, and is read all the same', () => {
    const text = file(
      'GPE,روسیه,Russia,روسیه|روسیه شوروی,,,',
      'GPE,روسیه,Russia,روسیه|روسیه شوروی,,,',
      'PER,علي رضايي,Ali Rezaei,,,Q1,',
      'PER,علی رضایی,Ali Rezaee,,,Q2,',
    );
    expect(entities(text).map(({ fa }) => fa)).toEqual(['روسیه', 'علي رضايي', 'علی رضایی']);
    expect(warnings(text)).toMatchObject([
      { rule: 'registry.repeated-name', line: 2 },
      { rule: 'registry.repeated-name', line: 3 },
      { rule: 'registry.repeated-row', line: 3, values: { other: 2 } },
      { rule: 'registry.shared-name', line: 5, values: { other: 4, name: 'علی رضایی' } },
    ]);
  });

  it('which column is not known', () => {
    expect(warnings(`${header},age\nGPE,روسیه,Russia,,,,,7`)).toMatchObject([
      { rule: 'registry.column-unknown', line: 1, element: 'age' },
    ]);
  });
});

const awkward = [
  '"',
  '""',
  ',',
  ';',
  '|',
  '\\',
  '\\|',
  '(',
  ')',
  ' (short form)',
  "'",
  '=',
  '+',
  '-',
  '@',
  '\u200c',
  ' ',
  '.',
  'ي',
  '۱',
];
const name = fc
  .array(fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 6 })
  .map((parts) => trimmed(`${parts.join('')}`))
  .filter((text) => nameKey(text) !== '' && !/\p{Cc}|[\u2028\u2029]/u.test(text));
const otherName = fc.record({ name, use: fc.constantFrom(null, ...uses) });
const others = fc.uniqueArray(otherName, { selector: (other) => other.name, maxLength: 4 });
const record: fc.Arbitrary<EntityRecord> = fc
  .record({
    label: fc.constantFrom(...defaultLabels.map(({ id }) => id)),
    fa: fc.oneof(fc.constant(''), name),
    en: name,
    faOther: others,
    enOther: others,
    wikidata: fc.oneof(
      fc.constant(null),
      fc.integer({ min: 1, max: 999_999_999 }).map((id) => `Q${id}`),
    ),
    note: fc.string({ unit: 'binary' }),
  })
  .map((entity) => ({
    ...entity,
    faOther: entity.faOther.filter(({ name }) => name !== entity.fa),
    enOther: entity.enOther.filter(({ name }) => name !== entity.en),
  }));

it('gives every registry back that it was written from', () => {
  const distinct = fc.uniqueArray(record, { selector: (entity) => JSON.stringify(entity), maxLength: 5 });
  fc.assert(
    fc.property(distinct, (all) => {
      expect(entities(writeRegistry(all))).toEqual(all);
    }),
    { numRuns: 500 },
  );
});
