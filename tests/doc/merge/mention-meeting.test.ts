import fc from 'fast-check';
import type { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import {
  addMention,
  describeMention,
  removeMention,
  setMentionRendering,
  setMentionSource,
} from '../../../shared/doc/edit/mention.ts';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { mergeSegments, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { markedMentions } from '../../../shared/doc/model/marked.ts';
import { mentions, segmentByIndex, segmentCount } from '../../../shared/doc/model/read.ts';
import { expectLawful } from '../change.ts';
import { covered, doc, mention, page, segment, shown, source } from '../document.ts';
import { type Change, meet } from '../meeting.ts';

const { text } = source;
const persian = (words: string) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length });
const start = doc(
  page(segment('s1', 'یک دو سه.', 'The <m1>foreign minister</m1> met.'), segment('s2', 'چهار پنج.', 'In Iran.')),
  mention('m1', persian('یک دو')),
  mention('m2', persian('چهار')),
);
const here = covered(start);

const mark =
  (id: string, from: number, to: number, words: string | null = null) =>
  (tr: Transform) =>
    addMention(
      tr,
      {
        ...{ id, label: 'PER', entity: null, state: 'accepted' },
        source: words === null ? null : persian(words),
        rendering: { segment: 's1', from, to },
      },
      text,
    );
const remove = (id: string) => (tr: Transform) => removeMention(tr, id);
const label = (id: string, name: string) => (tr: Transform) => describeMention(tr, id, { label: name });
const place = (id: string, words: string | null) => (tr: Transform) =>
  setMentionSource(tr, id, words === null ? null : persian(words), text);
const render =
  (id: string, from: number, to: number, within = 's1') =>
  (tr: Transform) =>
    setMentionRendering(tr, id, from === to ? null : { segment: within, from, to });
const write = (words: string) => (tr: Transform) => setRendering(tr, 's1', words);

/** What both have in the end, lawful whoever comes first: the rendering of s1, and what the mentions read. */
function together(first: Change, second: Change) {
  expectLawful(meet(start, second, first, here).doc, here);
  const { doc: after, lost } = meet(start, first, second, here);
  expectLawful(after, here);
  expect(lost).toEqual([]);
  const read = markedMentions(after, text).map(
    ({ id, surface, rendering }) => `${id} ${surface}=${rendering?.text ?? ''}`,
  );
  return { line: shown(after, here)[0]?.replace(/^.*?: /, ''), read, after };
}

describe('two people who mark at once', () => {
  it('mark the same name: both marks stand, one in the other', () => {
    const { line, read } = together(mark('a', 21, 24, 'سه'), mark('b', 21, 24, 'سه'));
    expect(line).toBe('The <m1>foreign minister</m1> <b><a>met</a></b>.');
    expect(read).toEqual(['m1 یک دو=foreign minister', 'a سه=met', 'b سه=met', 'm2 چهار=']);
  });

  it('mark across each other', () => {
    const { line } = together(mark('a', 0, 11), mark('b', 12, 24));
    expect(line).toBe('<a>The </a><a><m1>foreign</m1></a><m1> </m1><b><m1>minister</m1></b><b> met</b>.');
  });

  it('mark a name and type in it: it holds what was typed', () => {
    const typed = write('The foreign vice minister met.');
    expect(together(render('m1', 4, 24), typed).read).toContain('m1 یک دو=foreign vice minister met');
    expect(together(typed, render('m1', 4, 24)).read).toContain('m1 یک دو=foreign vice minister met');
  });

  it('mark a name and write it over: the mark is gone, the record is not', () => {
    const { read } = together(write('The foreign minister.'), mark('a', 21, 24, 'سه'));
    expect(read).toEqual(['m1 یک دو=foreign minister', 'a سه=', 'm2 چهار=']);
  });

  it('mark a name and split it, or merge its segment', () => {
    const split = (tr: Transform) =>
      splitSegment(tr, 's1', { source: text.indexOf('دو'), rendering: 11 }, 'new', source);
    expect(together(split, mark('a', 4, 24, 'یک دو سه')).after).toSatisfy((after: typeof start) =>
      markedMentions(after, text).some(({ id, crossesBorder }) => id === 'a' && crossesBorder),
    );
    const merge = (tr: Transform) => mergeSegments(tr, 's1', here);
    expect(together(merge, render('m2', 3, 7, 's2')).read).toContain('m2 چهار=Iran');
  });
});

describe('two people who change the same mention at once', () => {
  it('both remove it', () => {
    const { line, read } = together(remove('m1'), remove('m1'));
    expect(line).toBe('The foreign minister met.');
    expect(read).toEqual(['m2 چهار=']);
  });

  it('one removes it whatever the other says of it: it is gone from both sides', () => {
    for (const other of [label('m1', 'ORG'), place('m1', 'سه'), render('m1', 0, 24), render('m1', 3, 7, 's2')]) {
      for (const { read, after } of [together(remove('m1'), other), together(other, remove('m1'))]) {
        expect(read).toEqual(['m2 چهار=']);
        expect(shown(after, here).join()).not.toContain('<m1>');
      }
    }
  });

  it('both label it: the one who comes last wins', () => {
    const { after } = together(label('m1', 'ORG'), label('m1', 'GPE'));
    expect(mentions(after)[0]?.label).toBe('GPE');
  });

  it('both widen its English: it has what either gave it', () => {
    expect(together(render('m1', 0, 20), render('m1', 4, 24)).line).toBe('<m1>The foreign minister met</m1>.');
  });

  it('both narrow its English to other words: it has none that both left it, and waits', () => {
    const { line, read } = together(render('m1', 12, 20), render('m1', 4, 11));
    expect(line).toBe('The foreign minister met.');
    expect(read).toEqual(['m1 یک دو=', 'm2 چهار=']);
  });

  it('move the ends of its Persian past each other: they are put in order', () => {
    const { after } = together(place('m1', 'یک'), place('m1', 'سه'));
    expect(mentions(after)[0]).toMatchObject(persian('سه'));
    const crossed = together(
      (tr) => setMentionSource(tr, 'm1', { from: persian('یک').from, to: persian('یک').from + 1 }, text),
      (tr) => setMentionSource(tr, 'm1', { from: persian('دو').from, to: persian('دو').to }, text),
    );
    const { from, to } = mentions(crossed.after)[0] ?? {};
    expect(from).toBeLessThan(to ?? 0);
  });

  it('one takes its Persian, the other its English: it stands nowhere, and is there to be told', () => {
    const { read, after } = together(place('m1', null), render('m1', 0, 0));
    expect(read).toEqual(['m2 چهار=', 'm1 =']);
    expect(markedMentions(after, text).at(-1)?.segments).toEqual([]);
  });
});

describe('any changes of two people to mentions', () => {
  const verbs = ['mark', 'remove', 'label', 'place', 'render', 'unlink', 'type', 'split', 'merge'] as const;
  const command = fc.record({ verb: fc.constantFrom(...verbs), a: fc.nat(40), b: fc.nat(40), mention: fc.nat(5) });
  type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

  const change =
    (name: string, commands: readonly Command[]): Change =>
    (tr) => {
      for (const [nth, { verb, a, b, mention: number }] of commands.entries()) {
        const segment = segmentByIndex(tr.doc, a % segmentCount(tr.doc));
        const id = mentions(tr.doc)[number % Math.max(1, mentions(tr.doc).length)]?.id ?? '';
        if (!segment) continue;
        const range = (length: number) => {
          const [from, to] = [a % (length + 1), b % (length + 1)];
          return { from: Math.min(from, to), to: Math.max(from, to) };
        };
        const within = range(segment.to - segment.from);
        const fa = { from: segment.from + within.from, to: segment.from + within.to };
        const en = { segment: segment.id, ...range(segment.text.length) };
        const make: Readonly<Record<typeof verb, () => unknown>> = {
          mark: () =>
            addMention(
              tr,
              {
                ...{ id: `${name}${nth}`, label: 'PER', entity: null, state: 'accepted' },
                source: number % 2 ? fa : null,
                rendering: number % 3 ? en : null,
              },
              text,
            ),
          remove: () => removeMention(tr, id),
          label: () => describeMention(tr, id, { label: `${name}${a}` }),
          place: () => setMentionSource(tr, id, number % 3 ? fa : null, text),
          render: () => setMentionRendering(tr, id, en),
          unlink: () => setMentionRendering(tr, id, null),
          type: () => setRendering(tr, segment.id, segment.text.slice(0, en.from) + name + segment.text.slice(en.to)),
          split: () => splitSegment(tr, segment.id, { source: fa.from, rendering: en.from }, `${name}-${nth}`, source),
          merge: () => mergeSegments(tr, segment.id, here),
        };
        make[verb]();
      }
    };

  it('come to one lawful document, and no mention is gone that neither has removed', () => {
    const writing = fc.array(command, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(writing, writing, (first, second) => {
        const { doc: after } = meet(start, change('λ', first), change('π', second), here);
        expectLawful(after, here);
        if ([...first, ...second].some(({ verb }) => verb === 'remove')) return;
        expect(mentions(after).map(({ id }) => id)).toEqual(expect.arrayContaining(['m1', 'm2']));
      }),
      { numRuns: 500 },
    );
  });
});
