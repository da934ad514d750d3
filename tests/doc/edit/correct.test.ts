import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { correctSource, joinParagraphs, partParagraph } from '../../../shared/doc/edit/correct.ts';
import { withSource } from '../../../shared/doc/model/correction-step.ts';
import { brokenLaws } from '../../../shared/doc/model/law.ts';
import { linksFor, readLinks } from '../../../shared/doc/model/links.ts';
import { mentions, segmentById } from '../../../shared/doc/model/read.ts';
import { sourceOf } from '../../../shared/doc/model/source.ts';
import { doc, mention, page, place, segment, shown, source } from '../document.ts';

const at = (word: string) => source.text.indexOf(word);
const over = (word: string) => ({ from: at(word), to: at(word) + word.length });

/** A document of the whole source, in which two names and a word link stand behind one another. */
const start = withSource(
  doc(
    page(segment('s1', 'وزیر', 'Minister'), segment('s2', 'یک دو سه.', 'One two three.', linked('دو', 'two'))),
    page(segment('s3', 'چهار پنج.', 'Four.', { status: 'translated' }), segment('s4', 'شش هفت؟ هشت.')),
    page(segment('s5', 'نه ده.')),
    mention('m1', over('سه')),
    mention('m2', over('ده')),
  ),
  source.text,
);

function linked(fa: string, en: string) {
  const rendering = 'One two three.';
  const from = rendering.indexOf(en);
  return { links: linksFor(rendering, [{ source: over(fa), rendering: { from, to: from + en.length }, sure: true }]) };
}

function changed(change: (tr: Transform) => boolean) {
  const tr = new Transform(start);
  const done = change(tr);
  const now = sourceOf(tr.doc, source);
  expect(brokenLaws(tr.doc, source)).toEqual([]);
  const names = mentions(tr.doc).map(({ from, to }) => (from === null ? null : now.text.slice(from, to ?? 0)));
  return { done, tr, text: now.text, rows: shown(tr.doc, now), names, back: undone(tr) };
}

/** The document after every step of `tr` has been taken back. */
function undone(tr: Transform) {
  const back = new Transform(tr.doc);
  for (const [index, step] of [...tr.steps.entries()].toReversed()) back.step(step.invert(tr.docs[index] ?? start));
  return back.doc;
}

describe('correcting the Persian of a row', () => {
  it('changes the letters that differ, and takes the names and links behind along', () => {
    const { text, rows, names, tr, back } = changed((tr) => correctSource(tr, 's2', 'یکم دو سه.', source));
    expect(text).toBe(source.text.replace('یک', 'یکم'));
    expect(rows[1]).toBe('s2 [یکم دو سه.] draft: One two three.');
    expect(names).toEqual(['سه', 'ده']);
    const row = segmentById(tr.doc, 's2');
    expect(row && readLinks(row).current.map(({ source: { from, to } }) => text.slice(from, to))).toEqual(['دو']);
    expect(back.eq(start)).toBe(true);
  });

  it('has a confirmed row looked at again where its words change, not where their spelling does', () => {
    expect(changed((tr) => correctSource(tr, 's3', 'چهار پنجم.', source)).rows[3]).toBe('s3 [چهار پنجم.] draft: Four.');
    expect(changed((tr) => correctSource(tr, 's3', 'چهار  پنج.', source)).rows[3]).toContain('translated');
  });

  it('gives what is written at the edge of a row to that row, and to no name that stands there', () => {
    const first = changed((tr) => correctSource(tr, 's5', 'و نه ده.', source));
    expect(first.rows.at(-1)).toBe('s5 [و نه ده.] initial:');
    const named = changed((tr) => correctSource(tr, 's5', 'نه دهم ده.', source));
    expect(named.names).toEqual(['سه', 'ده']);
    const last = changed((tr) => correctSource(tr, 's1', 'وزیران', source));
    expect(last.rows[0]).toBe('s1 [وزیران] draft: Minister');
    expect(last.back.eq(start)).toBe(true);
  });

  it('leaves a name without its Persian that is taken away, and gives it back', () => {
    const { names, back, rows } = changed((tr) => correctSource(tr, 's2', 'یک دو.', source));
    expect(names).toEqual([null, 'ده']);
    expect(rows[1]).toBe('s2 [یک دو.] draft: One two three.');
    expect(back.eq(start)).toBe(true);
  });

  it('shows a link as stale whose Persian is gone', () => {
    const { tr } = changed((tr) => correctSource(tr, 's2', 'یک سه.', source));
    const row = segmentById(tr.doc, 's2');
    expect(row && readLinks(row)).toMatchObject({ current: [], stale: [{ was: 'two' }] });
  });

  it('makes a row that is emptied one without Persian, and takes its paragraph along', () => {
    const { text, rows, back } = changed((tr) => correctSource(tr, 's5', '', source));
    expect(text).toBe(source.text.slice(0, source.text.indexOf('\n')));
    expect(rows.at(-1)).toBe('s5 [] initial:');
    expect(back.eq(start)).toBe(true);
  });

  it('keeps what others have corrected in the row since', () => {
    const tr = new Transform(start);
    correctSource(tr, 's2', 'یک دوم سه.', source);
    expect(correctSource(tr, 's2', 'یکم دو سه.', source, 'یک دو سه.')).toBe(true);
    expect(shown(tr.doc, sourceOf(tr.doc, source))[1]).toContain('[یکم دوم سه.]');
    expect(correctSource(tr, 's2', 'یکم دوم سه.', source, 'یک دو سه.')).toBe(false);
  });

  it('writes line breaks as spaces and refuses what no source may hold', () => {
    expect(changed((tr) => correctSource(tr, 's2', ' یک\nدوم سه. ', source)).rows[1]).toContain('[یک دوم سه.]');
    for (const text of ['یک\u0000', 'یک\ud800', 'یک دو سه.'])
      expect(changed((tr) => correctSource(tr, 's2', text, source)).done).toBe(false);
    expect(changed((tr) => correctSource(tr, 'gone', 'یک', source)).done).toBe(false);
    expect(correctSource(new Transform(withoutIts()), 's2', 'یک', source)).toBe(false);
  });

  it('is refused for a row without Persian', () => {
    const placed = withSource(doc(...start.children.slice(0, 3), page(place('p', source.text.length))), source.text);
    expect(correctSource(new Transform(placed), 'p', 'یک', source)).toBe(false);
  });
});

/** The same document, which does not hold its source. */
function withoutIts() {
  return doc(...start.children.slice(0, 3), ...(start.lastChild?.children ?? []));
}

describe('joining and parting paragraphs', () => {
  it('joins two at a space; where a sentence has ended, its row stays', () => {
    const { text, rows, names, back } = changed((tr) => joinParagraphs(tr, 's4', source));
    expect(text).toBe(source.text.replace('\n', ' '));
    expect(rows.slice(-2)).toEqual(['—', 's5 [نه ده.] initial:']);
    expect(names).toEqual(['سه', 'ده']);
    expect(back.eq(start)).toBe(true);
  });

  it('makes one row of a sentence that the end of a line had cut', () => {
    const cut = new Transform(start);
    correctSource(cut, 's4', 'شش هفت؟ هشت', source);
    expect(joinParagraphs(cut, 's1', source)).toBe(true);
    expect(shown(cut.doc, sourceOf(cut.doc, source)).at(-1)).toBe('s4 [شش هفت؟ هشت نه ده.] initial:');
    expect(joinParagraphs(cut, 's4', source)).toBe(false);
  });

  it('parts a paragraph before a row, and inside one', () => {
    const before = changed((tr) => partParagraph(tr, 's3', { source: 0, rendering: 0 }, 'n', source));
    expect(before.text).toBe(source.text.replace('سه. چهار', 'سه.\nچهار'));
    expect(before.back.eq(start)).toBe(true);
    const inside = changed((tr) => partParagraph(tr, 's4', { source: at('هشت'), rendering: 0 }, 'n', source));
    expect(inside.text).toBe(source.text.replace('هفت؟ هشت', 'هفت؟\nهشت'));
    expect(inside.rows.filter((row) => /^(s4|n) /.test(row))).toEqual(['s4 [شش هفت؟] initial:', 'n [هشت.] initial:']);
    expect(inside.back.eq(start)).toBe(true);
  });

  it('is refused where a paragraph begins or ends already', () => {
    expect(changed((tr) => partParagraph(tr, 's1', { source: 0, rendering: 0 }, 'n', source)).done).toBe(false);
    const end = source.text.length;
    expect(changed((tr) => partParagraph(tr, 's5', { source: end, rendering: 0 }, 'n', source)).done).toBe(false);
  });
});
