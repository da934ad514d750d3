import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CorpusRow, Format, Side } from '../../shared/formats/corpus/row.ts';
import { recognise } from '../../shared/formats/recognise.ts';
import { readBack, soundRow } from './reading.ts';
import { asUtf8, exported, options, readable, row } from './rows.ts';

const textOf = async (format: Format, rows: readonly CorpusRow[], side: Side = 'fa') =>
  Object.values((await exported(rows, options({ format, side }))).texts)[0] ?? '';

const stands = (range: CorpusRow['mentions'][number]['fa']) => range !== null && range.from < range.to;
const utf8 = <T>(value: T): T => JSON.parse(asUtf8(JSON.stringify(value).replace(/\\ud[89a-f]../g, '\ufffd'))) as T;

/** What is said of a mention, without what JSON or UTF-8 cannot tell apart. */
const marks = (rows: readonly CorpusRow[]) =>
  rows.map(({ mentions }) =>
    mentions
      .filter(({ fa, en }) => stands(fa) || stands(en))
      .map(({ fa, en, entity, label }) =>
        JSON.stringify(
          utf8([label, entity, ...[fa, en].map((range) => (stands(range) ? [range?.from, range?.to] : null))]),
        ),
      )
      .sort(),
  );

const facts = (rows: readonly CorpusRow[]) =>
  utf8(
    rows.map(
      ({
        fa,
        en,
        document,
        segment,
        title,
        version,
        paragraph,
        statement,
        kind,
        status,
        origin,
        from,
        to,
        leftOut,
      }) => [
        ...[fa, en, document, segment, title, version, paragraph, statement, kind, status, origin, from, to, leftOut],
      ],
    ),
  );

/** Rows of which no two have the same name. */
const anyRows = fc.uniqueArray(soundRow, { maxLength: 4, selector: ({ segment }) => segment });

describe.each(['w3c', 'cas-json'] as const)('%s', (format) => {
  it('gives back every row with both sides, its facts and its mentions', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const read = await readBack(format, [await textOf(format, rows)], 4096);
        expect(read.problems).toEqual([]);
        expect(read.warnings).toEqual([]);
        expect(facts(read.rows)).toEqual(facts(rows));
        expect(marks(read.rows)).toEqual(marks(rows));
      }),
    );
  });

  it('is known by what stands in it', async () => {
    expect(recognise(await textOf(format, [row()]), 'x')).toBe(format);
  });

  it('tells where it is no JSON', async () => {
    const { problems } = await readBack(format, ['{"a":1,\n x}']);
    expect(problems).toMatchObject([{ rule: 'json.document', line: 2 }]);
  });
});

describe('W3C Web Annotation', () => {
  it('slices by code points what it quotes', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const { items } = JSON.parse(await textOf('w3c', rows));
        const texts = new Map<string, string>();
        for (const { motivation, target, body } of items) {
          if (motivation === 'linking') for (const text of [target, body]) texts.set(text.id, text.value);
        }
        for (const { motivation, target } of items) {
          if (motivation === 'linking') continue;
          for (const { source, selector } of target) {
            const [position, quote] = selector;
            const points = [...(texts.get(source) ?? '')];
            expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
          }
        }
      }),
    );
  });

  it('finds a quotation that has no position, and refuses a position that reads another text', async () => {
    const file = (selector: object) =>
      JSON.stringify({
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        items: [
          { target: { id: 't', value: 'آنا رفت', language: 'fa' } },
          { body: { value: 'PER', purpose: 'tagging' }, target: { source: 't', selector } },
        ],
      });
    const { rows } = await readBack('w3c', [file({ type: 'TextQuoteSelector', exact: 'رفت', prefix: ' ' })]);
    expect(rows[0]?.mentions).toMatchObject([{ label: 'PER', fa: { from: 4, to: 7, text: 'رفت' } }]);
    const wrong = [
      { type: 'TextPositionSelector', start: 0, end: 3 },
      { type: 'TextQuoteSelector', exact: 'رفت' },
    ];
    const { problems } = await readBack('w3c', [file(wrong as object)]);
    expect(problems).toMatchObject([{ rule: 'json.range' }]);
  });
});

describe('UIMA CAS JSON', () => {
  it('has each text before what is in it, and offsets in UTF-16 units', async () => {
    const fa = '😀 آنا رفت';
    const text = await textOf('cas-json', [
      row({ fa: 'یک' }),
      row({
        fa,
        mentions: [
          { id: 'a', label: 'PER', entity: null, entityName: null, fa: { from: 3, to: 6, text: 'آنا' }, en: null },
        ],
      }),
    ]);
    const cas = JSON.parse(text);
    const [sofa] = cas['%FEATURE_STRUCTURES'];
    const name = cas['%FEATURE_STRUCTURES'].find((each: { value?: string }) => each.value === 'PER');
    expect(sofa.sofaString.slice(name.begin, name.end)).toBe('آنا');
    expect(cas['%VIEWS'].fa['%MEMBERS']).toContain(name['%ID']);
    expect(cas['%TYPES'][name['%TYPE']]).toBeDefined();
  });
});

describe('Label Studio', () => {
  it('slices by code points what its regions say, and joins both sides of a name', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        for (const { data, annotations } of JSON.parse(await textOf('label-studio', rows))) {
          const { result } = annotations[0];
          const known = new Set(result.map(({ id }: { id: string }) => id));
          for (const { type, value, to_name, from_id, to_id } of result) {
            if (type === 'relation') expect([known.has(from_id), known.has(to_id)]).toEqual([true, true]);
            else expect([...data[to_name]].slice(value.start, value.end).join('')).toBe(value.text);
          }
        }
      }),
    );
  });
});

describe.each(['conllu', 'conllu-plus'] as const)('%s', (format) => {
  it('says the text twice, by its words and as it is, and gives it back with its names by words', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, fc.constantFrom('fa', 'en'), async (rows, side) => {
        const text = await textOf(format, rows, side);
        for (const line of text.split('\n')) {
          if (line !== '' && !line.startsWith('#')) expect(line.split('\t')).toHaveLength(format === 'conllu' ? 10 : 4);
        }
        const read = await readBack('conllu', [text]);
        expect(read.problems).toEqual([]);
        const again = read.rows.map(({ fa, en }) => fa || en);
        const line = (each: string) => asUtf8(each.replace(/(?!\t)[\p{Cc}\p{Zl}\p{Zp}]/gu, ' '));
        expect(again).toEqual(rows.filter((each) => readable(each[side])).map((each) => line(each[side])));
      }),
    );
  });

  it('is known by what stands in it', async () => {
    expect(recognise(await textOf(format, [row()]), 'x')).toBe('conllu');
  });
});

describe('CoNLL-U', () => {
  it('has its names in MISC, and no space where none is', async () => {
    const fa = 'آنا کارنینا رفت.';
    const mention = {
      id: 'a',
      label: 'PER',
      entity: null,
      entityName: null,
      fa: { from: 0, to: 11, text: 'آنا کارنینا' },
      en: null,
    };
    const text = await textOf('conllu', [row({ fa, mentions: [mention] })]);
    expect(text).toBe(
      [
        '# newdoc id = d1',
        '# title = Statements',
        '# lang = fa',
        '# sent_id = d1:s1',
        `# text = ${fa}`,
        '1\tآنا\t_\t_\t_\t_\t_\t_\t_\tNER=B-PER',
        '2\tکارنینا\t_\t_\t_\t_\t_\t_\t_\tNER=I-PER',
        '3\tرفت\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No',
        '4\t.\t_\t_\t_\t_\t_\t_\t_\t_',
        '\n',
      ].join('\n'),
    );
    const { rows } = await readBack('conllu', [text]);
    expect(rows).toMatchObject([
      {
        document: 'd1',
        title: 'Statements',
        segment: 's1',
        fa,
        mentions: [{ label: 'PER', fa: { text: 'آنا کارنینا' } }],
      },
    ]);
  });

  it('takes a token of several words as one, and names the line of a word that is not in its text', async () => {
    const words = ['# text = vámonos ya', '1-2\tvámonos', '1\tvamos', '2\tnos', '3\tya'];
    const lines = words.map((each) => (each.startsWith('#') ? each : `${each}${'\t_'.repeat(8)}`));
    expect((await readBack('conllu', [`${lines.join('\n')}\n\n`])).rows).toMatchObject([{ en: 'vámonos ya' }]);
    const { problems } = await readBack('conllu', [`${lines.join('\n').replace('\tya', '\tno')}\n\n`]);
    expect(problems).toMatchObject([{ rule: 'conllu.text', line: 5 }]);
  });
});
