import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CorpusRow, Format, Side } from '../../../shared/formats/corpus/row.ts';
import { soundRow } from '../reading.ts';
import { exported, options } from '../rows.ts';
import { byDtd } from '../validity.ts';
import { teiGrammar, xcesGrammar } from './grammars.ts';

/*
 * No package reads these formats: what is written is held against what their makers say of them, in the place named at each.
 */
const anyRows = fc.uniqueArray(soundRow, { maxLength: 4, selector: ({ segment }) => segment });
const filesOf = async (format: Format, rows: readonly CorpusRow[], side: Side = 'fa') =>
  Object.values((await exported(rows, options({ format, side }))).texts);
const each = (format: Format, check: (files: readonly string[], side: Side) => void) =>
  fc.assert(
    fc.asyncProperty(anyRows, fc.constantFrom('fa', 'en'), async (rows, side) =>
      check(await filesOf(format, rows, side), side),
    ),
  );
const lines = (text: string) => text.split('\n').filter((line) => line !== '');
const count = z.int().min(0);

describe('what Radif writes, by the grammar of its format', () => {
  it('is TEI P5 (its appendix C, by libxml2), and xml:id and pointers meet', async () => {
    const violations = byDtd(teiGrammar, 'teiCorpus');
    await each('tei', ([xml = '']) => {
      expect(violations(xml)).toEqual([]);
      // TEI P5, 16.2.4.7: string-range(pointer, offset, length).
      const ids = new Set([...xml.matchAll(/xml:id="([^"]+)"/g)].map(([, id]) => id));
      for (const [, target = ''] of xml.matchAll(/ target="([^"]+)"/g)) {
        for (const pointer of target.split(' ')) {
          const [, id] = /^#(?:string-range\()?([\w.]+)(?:,\d+,\d+\))?$/.exec(pointer) ?? [];
          expect(ids).toContain(id);
        }
      }
    });
    const [empty = ''] = await filesOf('tei', []);
    expect(violations(empty)).toEqual([]);
    expect(violations('<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><TEI/></teiCorpus>')).toHaveLength(1);
    expect(violations(empty.replace(/<TEI>[\s\S]*<\/TEI>/, ''))).toHaveLength(1);
    expect(violations(empty.replace(/<ab\/>/, ''))).toHaveLength(1);
  });

  it('is cesAlign of XCES as OPUS has it (by libxml2), with xtargets of ids that stand in both documents', async () => {
    const violations = byDtd(xcesGrammar, 'cesAlign');
    await each('xces', ([links = '', fa = '', en = '']) => {
      expect(violations(links)).toEqual([]);
      const targets = [...links.matchAll(/xtargets="([^";]*);([^"]*)"/g)];
      for (const [side, text] of [fa, en].entries()) {
        const told = targets.map((found) => found[side + 1]).filter((id) => id !== '');
        expect([...text.matchAll(/<s id="([^"]+)"/g)].map(([, id]) => id)).toEqual(told);
      }
    });
    expect(violations('<cesAlign><link/></cesAlign>')).toHaveLength(1);
  });

  it.each(['conll', 'conll-iob1', 'conll-iobes'] as const)(
    'is CoNLL-2003 (Tjong Kim Sang and De Meulder, section 2.3): four columns with a space between them: %s',
    async (format) => {
      await each(format, ([text = '']) => {
        for (const line of lines(text)) {
          // Python splits lines at controls, too.
          expect(line.split(/[\s\p{Cc}]+/u).filter((cell) => cell !== '')).toHaveLength(4);
          expect(line).toMatch(/ (?:O|[BIES]-\S+)$/u);
        }
      });
    },
  );

  it('is WebAnno TSV 3.3 (user guide of INCEpTION, appendix WebAnno TSV 3.3): head, sentences, numbered tokens', async () => {
    await each('webanno', ([text = '']) => {
      const [format, layer, ...body] = text.split('\n');
      expect(format).toBe('#FORMAT=WebAnno TSV 3.3');
      expect(layer).toMatch(/^#T_SP=[\w.]+(?:\|\w+)*$/);
      let sentence = 0;
      for (const line of body) {
        if (line.startsWith('#Sentence.id=')) sentence += 1;
        // The reader of INCEpTION passes over what it does not know at the head of a sentence.
        if (line === '' || /^#(?:Document\.(?:id|title)|Sentence\.id|Text)=/.test(line)) continue;
        const cell = String.raw`(?:\\->|\\.|[^\\\t])+`;
        expect(line).toMatch(
          new RegExp(`^${sentence}-\\d+(?:\\.\\d+)?\\t\\d+-\\d+\\t${cell}\\t${cell}\\t${cell}\\t$`, 'su'),
        );
      }
    });
  });

  it('is brat standoff (brat.nlplab.org/standoff.html): text-bound annotations and normalizations of them', async () => {
    await each('brat', ([text = '', annotations = '']) => {
      const ids = new Set<string>();
      for (const line of lines(annotations)) {
        const [, id, from, to, marked] = /^(T\d+)\t[\p{L}\p{N}_-]+ (\d+) (\d+)\t([^\n\r]*)$/u.exec(line) ?? [];
        if (id !== undefined) {
          expect(ids).not.toContain(id);
          ids.add(id);
          expect([...text].slice(Number(from), Number(to)).join('')).toBe(marked);
          continue;
        }
        const [, target = ''] = /^N\d+\tReference (T\d+) \w+:\S+\t[^\n\r]*$/u.exec(line) ?? [];
        expect(ids).toContain(target);
      }
    });
  });

  it('is JSON of spaCy (spacy.io/api/doc#from_json) and Prodigy: words that tile, ents that do not meet', async () => {
    const span = { start: count, end: count, label: z.string() };
    const shape = z.strictObject({
      text: z.string(),
      tokens: z.array(z.strictObject({ text: z.string(), start: count, end: count, id: count, ws: z.boolean() })),
      ents: z.array(z.strictObject({ ...span, token_start: count, token_end: count })),
      spans: z.array(z.strictObject({ ...span, kb_id: z.string().optional() })),
      meta: z.record(z.string(), z.string()),
    });
    await each('spacy', ([text = '']) => {
      for (const line of lines(text)) {
        const { text: whole, tokens, ents, spans } = shape.parse(JSON.parse(line));
        const points = [...whole];
        for (const [id, token] of tokens.entries()) {
          expect(points.slice(token.start, token.end).join('')).toBe(token.text);
          expect([token.id, token.start >= (tokens[id - 1]?.end ?? 0)]).toEqual([id, true]);
        }
        for (const [index, { start, end, token_start, token_end }] of ents.entries()) {
          expect([start, end]).toEqual([tokens[token_start]?.start, tokens[token_end]?.end]);
          expect(start).toBeGreaterThanOrEqual(ents[index - 1]?.end ?? 0);
        }
        for (const { start, end } of spans) expect(start < end && end <= points.length).toBe(true);
      }
    });
  });

  it('is JSON Lines of doccano (its tutorial, "Sequence labeling"): text and [start, end, label]', async () => {
    const shape = z.strictObject({
      id: z.string(),
      text: z.string(),
      label: z.array(z.tuple([count, count, z.string()])),
      ...{ document: z.string(), title: z.string(), segment: z.string() },
      lang: z.enum(['fa', 'en']),
    });
    await each('doccano', ([text = ''], side) => {
      for (const line of lines(text)) {
        const read = shape.parse(JSON.parse(line));
        expect(read.lang).toBe(side);
        for (const [start, end] of read.label) expect(start < end && end <= read.text.length).toBe(true);
      }
    });
  });

  it('is a list of tasks of Label Studio (labelstud.io/guide/task_format): data and one annotation each', async () => {
    const labelled = z.strictObject({
      ...{ id: z.string(), type: z.literal('labels'), from_name: z.string(), to_name: z.enum(['fa', 'en']) },
      value: z.strictObject({ start: count, end: count, text: z.string(), labels: z.array(z.string()).length(1) }),
      meta: z.strictObject({ text: z.array(z.string()) }).optional(),
    });
    const relation = z.strictObject({
      ...{ type: z.literal('relation'), from_id: z.string(), to_id: z.string() },
      ...{ direction: z.enum(['left', 'right', 'bi']), labels: z.array(z.string()) },
    });
    const shape = z.array(
      z.strictObject({
        id: z.int().min(1),
        data: z.record(z.string(), z.string()),
        annotations: z.array(z.strictObject({ result: z.array(z.union([labelled, relation])) })).length(1),
      }),
    );
    await each('label-studio', ([text = '']) => {
      const tasks = shape.parse(JSON.parse(text));
      expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
    });
  });

  it('is a CAS in JSON (apache/uima-uimaj-io-jsoncas, SPECIFICATION.md 0.4.0): types declared, references that lead somewhere', async () => {
    const shape = z.strictObject({
      '%TYPES': z.record(z.string(), z.looseObject({ '%NAME': z.string(), '%SUPER_TYPE': z.string() })),
      '%FEATURE_STRUCTURES': z.array(z.looseObject({ '%ID': z.int().min(1), '%TYPE': z.string() })),
      '%VIEWS': z.record(z.string(), z.strictObject({ '%SOFA': z.int(), '%MEMBERS': z.array(z.int()) })),
    });
    const builtIn = new Set(['begin', 'end', 'sofaNum', 'sofaID', 'mimeType', 'sofaString', 'language']);
    await each('cas-json', ([text = '']) => {
      const cas = shape.parse(JSON.parse(text));
      const structures = new Map(cas['%FEATURE_STRUCTURES'].map((found) => [found['%ID'], found]));
      expect(structures.size).toBe(cas['%FEATURE_STRUCTURES'].length);
      for (const structure of structures.values()) {
        const declared = cas['%TYPES'][structure['%TYPE']];
        if (declared === undefined) expect(structure['%TYPE']).toMatch(/^uima\./);
        for (const feature of Object.keys(structure)) {
          if (feature === '@sofa')
            expect(structures.get(structure[feature] as number)?.['%TYPE']).toBe('uima.cas.Sofa');
          else if (!feature.startsWith('%') && !builtIn.has(feature)) expect(declared).toHaveProperty([feature]);
        }
      }
      for (const { '%SOFA': sofa, '%MEMBERS': members } of Object.values(cas['%VIEWS'])) {
        expect(structures.get(sofa)?.['%TYPE']).toBe('uima.cas.Sofa');
        for (const member of members) expect(structures.get(member)?.['@sofa']).toBe(sofa);
      }
    });
  });
});
