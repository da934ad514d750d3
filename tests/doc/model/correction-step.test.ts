import fc from 'fast-check';
import { AttrStep, Step, Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { correctSource } from '../../../shared/doc/edit/correct.ts';
import { joinWords, removeLinks } from '../../../shared/doc/edit/link.ts';
import { addMention, removeMention } from '../../../shared/doc/edit/mention.ts';
import { splitSegment } from '../../../shared/doc/edit/structure.ts';
import { CorrectionStep, withSource } from '../../../shared/doc/model/correction-step.ts';
import { LinkStep } from '../../../shared/doc/model/link-step.ts';
import { segmentLinks } from '../../../shared/doc/model/links.ts';
import { mentions, segmentById } from '../../../shared/doc/model/read.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import { sourceOf, withoutSource } from '../../../shared/doc/model/source.ts';
import { doc, mention, page, segment, shown, source } from '../document.ts';
import { type Change, meet } from '../meeting.ts';

const at = (word: string) => source.text.indexOf(word);
type Range = { readonly from: number; readonly to: number };
const over = (word: string) => ({ from: at(word), to: at(word) + word.length });
const start = withSource(
  doc(
    page(segment('s1', 'وزیر'), segment('s2', 'یک دو سه.', 'One two three.'), segment('s3', 'چهار پنج.')),
    page(segment('s4', 'شش هفت؟ هشت.'), segment('s5', 'نه ده.')),
    mention('m1', over('پنج')),
  ),
  source.text,
);

/** One person lengthens a word at the start while the other does `second`; the other hears of it later. */
function met(second: Change) {
  const { doc } = meet(start, (tr) => correctSource(tr, 's1', 'وزیران', source), second);
  return { doc, text: sourceOf(doc, source).text, rows: shown(doc, sourceOf(doc, source)) };
}

describe('a step that corrects the source', () => {
  it('travels as JSON, with all that it says', () => {
    const step = new CorrectionStep(at('پنج'), at('پنج') + 3, 'شش').invert(start);
    const read = Step.fromJSON(schema, JSON.parse(JSON.stringify(step)));
    expect(read).toEqual(step);
    expect(step.places).toContainEqual({ of: 'mention', id: 'm1', was: expect.anything(), is: over('پنج') });
  });

  it.each([
    ['a range past the end', { from: 0, to: 10_000, text: 'یک' }],
    ['half a character', { from: 0, to: 1, text: '\ud83d' }],
    ['a control character', { from: 0, to: 1, text: '\u0007' }],
    ['all words at once', { from: 0, to: source.text.length, text: ' ' }],
  ])('does not apply with %s', (_, { from, to, text }) => {
    expect(new CorrectionStep(from, to, text).apply(start).failed).not.toBeNull();
  });

  it('does not apply to a document that does not hold its source', () => {
    expect(new CorrectionStep(0, 1, 'ی').apply(withoutSource(start, source.text)).failed).toContain('source');
  });

  it.each([
    {},
    { from: -1, to: 0, text: '' },
    { from: 0, to: 1 },
    { from: 0, to: 1, text: '', places: [{ of: 'page', id: 'p', was: null, is: null }] },
    { from: 0, to: 1, text: '', places: [{ of: 'segment', id: 's1', was: null, is: null }] },
  ])('is not read from malformed JSON: %j', (json) => {
    expect(() => Step.fromJSON(schema, { stepType: 'correction', ...json })).toThrow(RangeError);
  });
});

describe('the inverse of a step', () => {
  const offset = fc.nat({ max: source.text.length });
  const span = fc.record({ from: offset, to: offset });
  const ordered = span.map(({ from, to }) => ({ from: Math.min(from, to), to: Math.max(from, to) }));
  const link = fc.record({ source: ordered, rendering: fc.constant({ from: 0, to: 3 }), sure: fc.boolean() });
  const links = fc.array(link, { minLength: 1, maxLength: 6 }).map((pairs) => [{ rendering: 'One two three.', pairs }]);

  /** `start` with ranges as people leave them who have not mended yet what they did to each other. */
  function crossed(ranges: readonly Range[], mark: Range, pairs: unknown) {
    const tr = new Transform(start);
    const set = (pos: number, { from, to }: Range) =>
      tr.step(new AttrStep(pos, 'from', from)).step(new AttrStep(pos, 'to', to));
    for (const [index, range] of ranges.entries()) set(segmentById(start, `s${index + 1}`)?.pos ?? 0, range);
    set(start.content.size - 2, mark);
    return tr.step(new AttrStep(segmentById(start, 's2')?.pos ?? 0, 'links', pairs)).doc;
  }

  it('gives back to the letter what was there, whatever ranges cross each other', () => {
    fc.assert(
      fc.property(
        fc.array(span, { minLength: 5, maxLength: 5 }),
        span,
        links,
        ordered,
        (ranges, mark, pairs, place) => {
          const before = crossed(ranges, mark, pairs);
          const tr = new Transform(before);
          if (tr.maybeStep(new CorrectionStep(place.from, place.to, 'شش')).failed !== null) return;
          const back = new Transform(tr.doc);
          back.step((tr.steps[0] as Step).invert(before));
          expect(back.doc.toJSON()).toEqual(before.toJSON());
          back.step((back.steps[0] as Step).invert(tr.doc));
          expect(back.doc.toJSON()).toEqual(tr.doc.toJSON());
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('gives back the links that a correction left in another order or alike, when some are taken apart', () => {
    fc.assert(
      fc.property(links, fc.nat({ max: 5 }), (pairs, gone) => {
        const before = crossed([], over('پنج'), pairs);
        const removed = pairs.map((layer) => ({ ...layer, pairs: layer.pairs.filter((_, index) => index === gone) }));
        const step = new LinkStep(segmentById(before, 's2')?.pos ?? 0, removed, []);
        const after = step.apply(before).doc;
        expect(after && step.invert(before).apply(after).doc?.toJSON()).toEqual(before.toJSON());
      }),
    );
  });
});

describe('what others do while the source is corrected', () => {
  it('marks the name that they meant', () => {
    const { doc, text } = met((tr) =>
      addMention(
        tr,
        { id: 'n', label: 'PER', entity: null, state: 'accepted', source: over('هفت'), rendering: null },
        source.text,
      ),
    );
    expect(mentions(doc).map(({ from, to }) => text.slice(from ?? 0, to ?? 0))).toEqual(['پنج', 'هفت']);
  });

  it('splits the row where they meant', () => {
    const place = { source: at('هشت'), rendering: 0 };
    const { rows } = met((tr) => splitSegment(tr, 's4', place, 'n', source));
    expect(rows.slice(4, 6)).toEqual(['s4 [شش هفت؟] initial:', 'n [هشت.] initial:']);
  });

  it('links the words that they meant', () => {
    const picked = { source: [over('دو')], rendering: [{ from: 4, to: 7 }] };
    const { doc, text } = met((tr) => joinWords(tr, 's2', picked, true));
    const row = segmentById(doc, 's2');
    expect(row && segmentLinks(row.node).current.map(({ source: { from, to } }) => text.slice(from, to))).toEqual([
      'دو',
    ]);
  });

  it('takes apart the words that they meant', () => {
    const pair = (word: string, from: number) => ({
      source: over(word),
      rendering: { from, to: from + 3 },
      sure: true,
    });
    const tr = new Transform(start);
    joinWords(tr, 's2', { source: [over('یک')], rendering: [{ from: 0, to: 3 }] }, true);
    joinWords(tr, 's2', { source: [over('دو')], rendering: [{ from: 4, to: 7 }] }, true);
    const { doc: linked } = meet(
      tr.doc,
      (other) => correctSource(other, 's1', 'وزیران', source),
      (other) => removeLinks(other, 's2', [pair('دو', 4)]),
    );
    const { text } = sourceOf(linked, source);
    const row = segmentById(linked, 's2');
    const { current, stale } = segmentLinks(row?.node ?? linked);
    expect(current.map(({ source: { from, to } }) => text.slice(from, to))).toEqual(['یک']);
    expect(stale).toEqual([]);
  });

  it('corrects another word of the same row, and both stay', () => {
    const { rows } = met((tr) => correctSource(tr, 's3', 'چهار پنجم.', source));
    expect(rows[0]).toContain('[وزیران]');
    expect(rows[2]).toContain('[چهار پنجم.]');
  });

  it('takes a name back that was removed, where it stands by now', () => {
    const tr = new Transform(start);
    removeMention(tr, 'm1');
    const { doc, text } = met((other) => {
      removeMention(other, 'm1');
      for (const [index, step] of [...tr.steps.entries()].toReversed())
        other.step(step.invert(tr.docs[index] ?? start));
    });
    expect(mentions(doc).map(({ from, to }) => text.slice(from ?? 0, to ?? 0))).toEqual(['پنج']);
  });
});
