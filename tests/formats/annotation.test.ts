import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf, tagSchemes, tagsOf } from '../../shared/formats/conll/tags.ts';
import type { CorpusMention, CorpusRow, Format, Side } from '../../shared/formats/corpus/row.ts';
import { tokenSpans } from '../../shared/formats/webanno/write.ts';
import { readBack, soundRow } from './reading.ts';
import { asUtf8, exported, options, readable, row } from './rows.ts';

const mention = (
  id: string,
  from: number,
  to: number,
  text: string,
  parts: Partial<CorpusMention> = {},
): CorpusMention => ({
  id,
  label: 'PER',
  entity: null,
  entityName: null,
  fa: { from, to, text: text.slice(from, to) },
  en: null,
  ...parts,
});

const text = '😀 آنا کارنینا به روسیه رفت.';
const sample = row({
  fa: text,
  mentions: [
    mention('a', 3, 14, text),
    mention('b', 3, 6, text, { label: 'GIVEN' }),
    mention('c', 18, 23, text, { label: 'GPE', entity: 'e1', entityName: { fa: 'روسیه', en: 'Russia' } }),
  ],
});

const filesOf = async (format: Format, rows: readonly CorpusRow[], side: Side = 'fa') =>
  exported(rows, options({ format, side }));

describe('CoNLL-2003', () => {
  it('has a word and its tag a line, the outermost of mentions that meet, and tells of the others', async () => {
    const { texts, report } = await filesOf('conll', [sample]);
    expect(texts.conll).toBe(
      [
        '-DOCSTART- fa id=d1|title=Statements O\n',
        '😀 -X- _ O',
        'آنا -X- _ B-PER',
        'کارنینا -X- _ I-PER',
        'به -X- _ O',
        'روسیه -X- _ B-GPE',
        'رفت -X- _ O',
        '. -X- _ O\n\n',
      ].join('\n'),
    );
    expect(report.lost).toMatchObject([
      { rule: 'english', count: 1 },
      { rule: 'status', count: 1 },
      { rule: 'crossing-mention', count: 1 },
      { rule: 'segment-id', count: 1 },
      { rule: 'entity', count: 1 },
      { rule: 'spacing', count: 1 },
    ]);
  });

  it('gives back the mentions by words, in any scheme', async () => {
    const anyChunks = fc
      .array(
        fc.record({
          label: fc.constantFrom('PER', 'ORG'),
          gap: fc.nat({ max: 2 }),
          size: fc.integer({ min: 1, max: 3 }),
        }),
      )
      .map((parts) => {
        let at = 0;
        return parts.map(({ label, gap, size }) => {
          const from = at + gap;
          at = from + size;
          return { label, from, to: at };
        });
      });
    fc.assert(
      fc.property(anyChunks, fc.constantFrom(...tagSchemes), (chunks, scheme) => {
        expect(chunksOf(tagsOf(chunks, (chunks.at(-1)?.to ?? 0) + 1, scheme))).toEqual(chunks);
      }),
    );
    const { texts } = await filesOf('conll-iobes', [sample]);
    const { rows } = await readBack('conll', [texts.conll ?? '']);
    expect(rows[0]?.mentions.map(({ label, fa }) => [label, fa?.text])).toEqual([
      ['PER', 'آنا کارنینا'],
      ['GPE', 'روسیه'],
    ]);
  });

  it('reads a word that is the sign of a comment, and passes over comments', async () => {
    const { texts } = await filesOf('conll', [row({ fa: '# آنا #' })]);
    expect((await readBack('conll', [texts.conll ?? ''])).rows[0]?.fa).toBe('# آنا #');
    const { rows, problems } = await readBack('conll', ['# id 7 domain=fa\nآنا O\n']);
    expect([problems, rows.map(({ fa }) => fa)]).toEqual([[], ['آنا']]);
  });

  it('names the line that is none', async () => {
    const { problems } = await readBack('conll', ['آنا -X- _ B-PER\nword\n']);
    expect(problems).toMatchObject([{ rule: 'conll.line', line: 2 }]);
  });
});

describe('brat', () => {
  it('counts code points, and names the entity', async () => {
    const { texts } = await filesOf('brat', [row({ fa: 'یک' }), sample]);
    expect(texts.ann).toBe(
      'T1\tPER 5 16\tآنا کارنینا\nT2\tGIVEN 5 8\tآنا\nT3\tGPE 20 25\tروسیه\nN3\tReference T3 Radif:e1\tروسیه\n',
    );
    const points = [...(texts.txt ?? '')];
    expect(points.slice(5, 16).join('')).toBe('آنا کارنینا');
  });

  it('gives back each mention where it stood, on either side', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(soundRow, { maxLength: 4 }), fc.constantFrom('fa', 'en'), async (rows, side) => {
        const { texts } = await filesOf('brat', rows, side);
        const read = await readBack('brat', [texts.txt ?? '', texts.ann ?? '']);
        expect(read.problems).toEqual([]);
        const points = [...(texts.txt ?? '')];
        for (const [, from, to, marked] of (texts.ann ?? '').matchAll(/^T\d+\t\S+ (\d+) (\d+)\t(.*)$/gmu)) {
          expect(points.slice(Number(from), Number(to)).join('')).toBe(marked);
        }
        const found = read.rows.flatMap(({ mentions }) => mentions);
        const written = rows
          .filter((each) => readable(each[side]))
          .flatMap(({ mentions }) => mentions.filter((each) => each[side] && each[side].from < each[side].to));
        expect(found.length).toBe(written.length);
      }),
    );
  });

  it('refuses offsets that read another text, with their line', async () => {
    const { problems } = await readBack('brat', ['آنا رفت\n', 'T1\tPER 0 3\tآنا\nT2\tPER 1 4\tرفت\n']);
    expect(problems).toMatchObject([{ rule: 'brat.text', line: 2, values: { id: 'T2', found: 'نا ' } }]);
  });
});

describe('lines of JSON for annotators', () => {
  it('count as their programs do: code points for spaCy, UTF-16 units for doccano', async () => {
    const spacy = JSON.parse((await filesOf('spacy', [sample])).texts.jsonl ?? '');
    const points = [...spacy.text];
    expect(spacy.ents.map((ent: { start: number; end: number }) => points.slice(ent.start, ent.end).join(''))).toEqual([
      'آنا کارنینا',
      'روسیه',
    ]);
    expect(spacy.spans).toHaveLength(3);
    expect(
      spacy.tokens.map(({ text: word, ws }: { text: string; ws: boolean }) => word + (ws ? ' ' : '')).join(''),
    ).toBe(text);

    const doccano = (await filesOf('doccano', [sample])).texts.jsonl ?? '';
    const { label, text: written } = JSON.parse(doccano);
    expect(label.map(([from, to]: [number, number]) => written.slice(from, to))).toEqual([
      'آنا کارنینا',
      'آنا',
      'روسیه',
    ]);
    const { rows, problems } = await readBack('doccano', [doccano]);
    expect(problems).toEqual([]);
    expect(rows[0]?.mentions.map(({ fa }) => fa?.text)).toEqual(['آنا کارنینا', 'آنا', 'روسیه']);
  });

  it('stand under both languages for Hugging Face, and come back', async () => {
    const { texts } = await filesOf('hugging-face', [sample]);
    expect(JSON.parse(texts.jsonl ?? '').translation).toEqual({ fa: sample.fa, en: sample.en });
    const { rows } = await readBack('hugging-face', [texts.jsonl ?? '']);
    expect(rows[0]).toMatchObject({ fa: sample.fa, en: sample.en, segment: 's1', mentions: sample.mentions });
  });
});

describe('WebAnno TSV', () => {
  it('holds every mention of a side, nested, crossing and inside words, and gives it back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(soundRow, { maxLength: 4 }), fc.constantFrom('fa', 'en'), async (drawn, side) => {
        const labels = ['PER', 'a|b', 'x[1]', '*', '_', 'a->b', 'c\\', 't;\t\n'];
        const rows = drawn.map((each) => ({
          ...each,
          mentions: each.mentions.map((one, index) => ({ ...one, label: labels[(index + each.version) % 8] ?? '' })),
        }));
        const { texts } = await filesOf('webanno', rows, side);
        const read = await readBack('webanno', [texts.tsv ?? '']);
        expect(read.problems).toEqual([]);
        const written = rows.filter((each) => readable(each[side]));
        expect(read.rows.map(({ fa, en }) => fa || en)).toEqual(written.map((each) => asUtf8(each[side])));
        // Of a mention that ends between tokens the format has what stands in tokens.
        const clipped = (own: string, range: CorpusMention['fa']) => {
          const tokens = tokenSpans(asUtf8(own)).filter(
            (token) => range && token.from < range.to && range.from < token.to,
          );
          const [from, to] = [
            Math.max(range?.from ?? 0, tokens[0]?.from ?? 0),
            Math.min(range?.to ?? 0, tokens.at(-1)?.to ?? 0),
          ];
          return from < to ? { from, to, text: '' } : null;
        };
        const marked = (
          some: readonly CorpusRow[],
          of: (mention: CorpusMention, row: CorpusRow) => CorpusMention['fa'],
        ) =>
          some.map((own) =>
            own.mentions
              .flatMap((each) => {
                const range = of(each, own);
                return range && range.from < range.to
                  ? [`${range.from}-${range.to} ${asUtf8(each.label)} ${each.entity}`]
                  : [];
              })
              .sort(),
          );
        expect(marked(read.rows, ({ fa, en }) => fa ?? en)).toEqual(
          marked(written, (each, own) => clipped(own[side], each[side])),
        );
      }),
    );
  });

  it('numbers annotations once in a file: a number in two sentences is one annotation over both', async () => {
    const both = (segment: string) =>
      row({ segment, fa: 'آنا رفت', mentions: [mention('a', 0, 7, 'آنا رفت'), mention('b', 0, 3, 'آنا رفت')] });
    const { texts } = await filesOf('webanno', [both('s1'), both('s2')]);
    const found = (texts.tsv ?? '').split(/\n\n/).map((part) => new Set(part.match(/\[\d+\]/g)));
    expect(found.filter(({ size }) => size > 0).map((numbers) => [...numbers])).toEqual([
      ['[1]', '[2]'],
      ['[3]', '[4]'],
    ]);
  });

  it('is written as INCEpTION does: one number for an annotation over several tokens, and parts of tokens', async () => {
    const { texts } = await filesOf('webanno', [
      row({ fa: 'یک' }),
      row({ fa: 'آنا رفت', mentions: [mention('a', 0, 3, 'آنا رفت'), mention('b', 4, 6, 'آنا رفت')] }),
    ]);
    expect(texts.tsv).toBe(
      [
        '#FORMAT=WebAnno TSV 3.3',
        '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value',
        '',
        '',
        '#Document.id=d1',
        '#Document.title=Statements',
        '#Sentence.id=fa:d1:s1',
        '#Text=یک',
        '1-1\t0-2\tیک\t_\t_\t',
        '',
        '#Sentence.id=fa:d1:s1',
        '#Text=آنا رفت',
        '2-1\t3-6\tآنا\t*\tPER\t',
        '2-2\t7-10\tرفت\t_\t_\t',
        '2-2.1\t7-9\tرف\t*\tPER\t',
        '',
      ].join('\n'),
    );
  });
});
