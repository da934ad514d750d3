import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentCache } from '../../../server/timeline/cache.ts';
import type { HeldDocument } from '../../../server/timeline/rebuild.ts';
import { buildDocument } from '../../../shared/doc/edit/build.ts';
import { SCHEMA_VERSION } from '../../../shared/doc/model/migrations.ts';
import { persianRules } from '../../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../../shared/language/sentences/segmentation.ts';
import { withEngines } from '../engines.ts';
import { newDocument, openWriter, persian, renderings } from '../writer.ts';

function held(id: string, sentences: number): HeldDocument {
  const text = persian(sentences);
  const outline = segmentSource(text, persianRules);
  let ids = 0;
  const doc = buildDocument(outline.units, () => `s${ids++}`);
  const source = { text, outline };
  return { id, version: 0, mark: id, schema: SCHEMA_VERSION, doc, source, original: source, snapshot: 0 };
}

describe('the document cache', () => {
  it('lets go of the document that was used longest ago', () => {
    const [a, b, c] = [held('a', 10), held('b', 10), held('c', 10)];
    const cache = documentCache(2.5 * weightOf(a));
    cache.keep(a);
    cache.keep(b);
    cache.keep(a);
    cache.keep(c);
    expect(['a', 'b', 'c'].map((id) => cache.get(id)?.id)).toEqual(['a', undefined, 'c']);
  });

  it('holds the last one, however large it is', () => {
    const cache = documentCache(1);
    const large = held('large', 100);
    cache.keep(held('small', 1));
    cache.keep(large);
    expect(cache.get('small')).toBeUndefined();
    expect(cache.get('large')).toBe(large);
  });

  it('never holds more than it may, and forgets nothing that there is room for', () => {
    const sizes = [5, 10, 20, 40].map((sentences) => held(`d${sentences}`, sentences));
    const capacity = 2 * weightOf(sizes[2] ?? held('', 1));
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 30 }), (uses) => {
        const cache = documentCache(capacity);
        for (const use of uses) cache.keep(sizes[use] ?? held('', 1));
        const recent = [...new Set(uses.toReversed())].map((use) => sizes[use] ?? held('', 1));
        let room = capacity;
        for (const [nth, document] of recent.entries()) {
          room -= weightOf(document);
          if (room < 0 && nth > 0) break;
          expect(cache.get(document.id)).toBe(document);
        }
        const kept = sizes.filter(({ id }) => cache.get(id));
        expect(kept.length <= 1 || kept.reduce((sum, document) => sum + weightOf(document), 0) <= capacity).toBe(true);
      }),
    );
  });
});

/** As the cache weighs it: a capacity that holds the document, and none that is one less with another beside it. */
function weightOf({ doc, source }: HeldDocument): number {
  return doc.content.size + source.text.length + 100 * source.outline.units.length;
}

withEngines((engine) => {
  it('is never taken for the head when another process has moved that', async () => {
    const place = await engine.place();
    const [here, there] = [await engine.context(place), await engine.context(place)];
    const document = await newDocument(here);
    const [mine, theirs] = [await openWriter(here, document, 'c-1'), await openWriter(there, document, 'c-2')];
    await mine.type(0, 'a');
    await theirs.catchUp();
    for (let round = 0; round < 5; round++) {
      expect(await theirs.type(1, String(round))).toMatchObject({ ok: true });
      expect(await mine.type(0, 'late')).toMatchObject({ ok: false, reason: 'stale', steps: [{ client: 'c-2' }] });
      await mine.catchUp();
      expect(await renderings(here, document)).toEqual(await renderings(there, document));
      expect(await mine.type(0, 'b')).toMatchObject({ ok: true });
      await theirs.catchUp();
    }
    expect(await renderings(here, document)).toEqual(['abbbbb', '01234', '']);
  });

  it('catches up over a long way of another process', async () => {
    const place = await engine.place();
    const [here, there] = [await engine.context(place), await engine.context(place)];
    const document = await newDocument(here);
    expect(await renderings(here, document)).toEqual(['', '', '']);
    const theirs = await openWriter(there, document);
    await theirs.push((tr) => {
      for (let n = 0; n < 1_200; n++) tr.insert(2, theirs.doc.type.schema.text('x'));
    });
    expect(await renderings(here, document)).toEqual(['x'.repeat(1_200), '', '']);
    const mine = await openWriter(here, document);
    expect(await mine.type(1, 'y')).toMatchObject({ ok: true, version: 1_201 });
  });
});
