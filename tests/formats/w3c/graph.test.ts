import fc from 'fast-check';
import jsonld from 'jsonld';
import { Parser, Store, type Term } from 'n3';
import { describe, expect, it } from 'vitest';
import type { CorpusMention, CorpusRow } from '../../../shared/formats/corpus/row.ts';
import { readBack, soundRow } from '../reading.ts';
import { asUtf8, exported, options, row } from '../rows.ts';
import { annotationContext } from './context.ts';

const oa = (name: string) => `http://www.w3.org/ns/oa#${name}`;
const rdf = (name: string) => `http://www.w3.org/1999/02/22-rdf-syntax-ns#${name}`;
const dc = (name: string) => `http://purl.org/dc/elements/1.1/${name}`;
const radif = (name: string) => `urn:x-radif:${name}`;

/** The graph that an export is to who knows JSON-LD and nothing of Radif; throws where a word of it would be dropped. */
async function graphOf(rows: readonly CorpusRow[]): Promise<Store> {
  const { texts } = await exported(rows, options({ format: 'w3c' }));
  const documentLoader = async (url: string) => {
    if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`${url} is not the context of the standard`);
    return { documentUrl: url, document: JSON.parse(JSON.stringify(annotationContext)) };
  };
  const quads = await jsonld.toRDF(JSON.parse(texts.jsonld ?? ''), {
    ...{ documentLoader, safe: true, format: 'application/n-quads' },
  });
  return new Store(new Parser({ format: 'N-Quads' }).parse(quads as unknown as string));
}

const subjects = (graph: Store, predicate: string, object: string) => graph.getSubjects(predicate, object, null);
const objects = (graph: Store, subject: Term, predicate: string) => graph.getObjects(subject, predicate, null);
const only = (graph: Store, subject: Term, predicate: string) => {
  const found = objects(graph, subject, predicate);
  expect(found, predicate).toHaveLength(1);
  return found[0] as Term;
};

const utf8 = (text: string) => asUtf8(text).replace(/\p{Cs}/gu, '\ufffd');
const stands = (range: CorpusMention['fa']) => range !== null && range.from < range.to;

/** The pairs of texts, each with its language and direction. */
function pairsIn(graph: Store): readonly string[] {
  const text = (term: Term) => [
    only(graph, term, rdf('value')).value,
    only(graph, term, dc('language')).value,
    only(graph, term, oa('textDirection')).value,
  ];
  return subjects(graph, oa('motivatedBy'), oa('linking')).map((pair) =>
    JSON.stringify([
      only(graph, pair, radif('document')).value,
      only(graph, pair, radif('segment')).value,
      ...text(only(graph, pair, oa('hasTarget'))),
      ...text(only(graph, pair, oa('hasBody'))),
    ]),
  );
}

/** The names, each with its label and what the text that it points at has between its offsets, which is what it quotes. */
function namesIn(graph: Store): readonly string[] {
  return subjects(graph, oa('motivatedBy'), oa('identifying')).map((name) => {
    const bodies = objects(graph, name, oa('hasBody'));
    const tags = bodies.filter((body) =>
      objects(graph, body, oa('hasPurpose')).some(({ value }) => value === oa('tagging')),
    );
    const label = tags.map((tag) => only(graph, tag, rdf('value')).value);
    const marked = objects(graph, name, oa('hasTarget')).map((target) => {
      const source = only(graph, target, oa('hasSource'));
      const points = [...only(graph, source, rdf('value')).value];
      const selectors = objects(graph, target, oa('hasSelector'));
      const said = (what: string) => selectors.flatMap((each) => objects(graph, each, oa(what)))[0]?.value ?? '';
      const slice = points.slice(Number(said('start')), Number(said('end'))).join('');
      expect(slice).toBe(said('exact'));
      return slice;
    });
    return JSON.stringify([...label, ...marked.sort()].map(utf8));
  });
}

describe('Web Annotations as a graph', () => {
  it('have every row and every name, which its offsets cut out of the text, for jsonld and n3', async () => {
    const rows = fc.uniqueArray(soundRow, { maxLength: 3, selector: ({ segment }) => segment });
    await fc.assert(
      fc.asyncProperty(rows, async (drawn) => {
        const graph = await graphOf(drawn);
        const pairs = drawn.map(({ document, segment, fa, en }) =>
          JSON.stringify([document, segment, fa, 'fa', oa('rtlDirection'), en, 'en', oa('ltrDirection')].map(utf8)),
        );
        expect([...pairsIn(graph)].sort()).toEqual(pairs.sort());
        const names = drawn.flatMap(({ mentions }) =>
          mentions
            .filter(({ fa, en }) => stands(fa) || stands(en))
            .map(({ label, fa, en }) => {
              const marked = [fa, en].flatMap((range) => (range && stands(range) ? [utf8(range.text)] : []));
              return JSON.stringify([utf8(label), ...marked.sort()]);
            }),
        );
        expect([...namesIn(graph)].sort()).toEqual(names.sort());
      }),
      { numRuns: 60 },
    );
  });

  it('name an entity by its own name, and say what it is called', async () => {
    const fa = '😀 آنا رفت';
    const mention = {
      ...{ id: 'm', label: 'PER', entity: 'e 1', entityName: { fa: 'آنا', en: 'Anna' } },
      ...{ fa: { from: 3, to: 6, text: 'آنا' }, en: null },
    };
    const graph = await graphOf([row({ fa, mentions: [mention] })]);
    expect(namesIn(graph)).toEqual(['["PER","آنا"]']);
    const [name] = subjects(graph, oa('motivatedBy'), oa('identifying'));
    const meant = objects(graph, name as Term, oa('hasBody')).flatMap((body) => objects(graph, body, oa('hasSource')));
    expect(meant.map(({ value }) => value)).toEqual(['urn:x-radif:entity:e%201']);
    const called = only(graph, name as Term, radif('names'));
    expect(['fa', 'en'].map((side) => only(graph, called, radif(side)).value)).toEqual(['آنا', 'Anna']);
    const { texts } = await exported([row({ fa, mentions: [mention] })], options({ format: 'w3c' }));
    const now = texts.jsonld ?? '';
    const before = now.replaceAll('"radif:fa":', '"fa":').replaceAll('"radif:en":', '"en":');
    expect(before).not.toBe(now);
    for (const text of [now, before]) {
      const { rows } = await readBack('w3c', [text]);
      expect(rows[0]?.mentions[0]?.entityName).toEqual({ fa: 'آنا', en: 'Anna' });
    }
  });
});
