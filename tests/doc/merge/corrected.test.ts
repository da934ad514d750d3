import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { correctSource, joinParagraphs, partParagraph } from '../../../shared/doc/edit/correct.ts';
import { joinWords } from '../../../shared/doc/edit/link.ts';
import { addMention } from '../../../shared/doc/edit/mention.ts';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { madeChange } from '../../../shared/doc/merge/change-part.ts';
import { compareVersions } from '../../../shared/doc/merge/compare.ts';
import { restoreDocument, restoreSegment } from '../../../shared/doc/merge/restore.ts';
import { takeBack } from '../../../shared/doc/merge/take-back.ts';
import { withSource } from '../../../shared/doc/model/correction-step.ts';
import { brokenLaws } from '../../../shared/doc/model/law.ts';
import { mentions, segmentById } from '../../../shared/doc/model/read.ts';
import { type SourceText, sourceOf } from '../../../shared/doc/model/source.ts';
import { content, doc, mention, page, segment, shown, source, sourceOf as sourceOfLine } from '../document.ts';
import { type Change, changed } from '../meeting.ts';

const over = (word: string) => ({ from: source.text.indexOf(word), to: source.text.indexOf(word) + word.length });
const start = withSource(
  doc(
    page(segment('s1', 'وزیر', 'Minister'), segment('s2', 'یک دو سه.', 'One two three.', { status: 'final' })),
    page(segment('s3', 'چهار پنج.', 'Four five.'), segment('s4', 'شش هفت؟ هشت.'), segment('s5', 'نه ده.', 'Nine.')),
    mention('m1', over('پنج')),
  ),
  source.text,
);
const correct: Change = (tr) => {
  correctSource(tr, 's2', 'یکم دو سه.', source);
  joinParagraphs(tr, 's4', source);
  partParagraph(tr, 's3', { source: 0, rendering: 0 }, 'n', source);
  setRendering(tr, 's5', 'Ten.');
};
const later = changed(start, correct).doc;
const laterText = sourceOf(later, source).text;
let ids = 0;
const newId = () => `new-${++ids}`;

describe('versions between which the Persian was corrected', () => {
  it('are compared row by row, each with the ranges of its own source', () => {
    const changes = compareVersions(start, later, source);
    expect(
      changes.map(({ kind, before, after }) => [kind, before.map(({ id }) => id), after.map(({ id }) => id)]),
    ).toEqual([
      ['same', ['s1'], ['s1']],
      ['changed', ['s2'], ['s2']],
      ['same', ['s3'], ['s3']],
      ['same', ['s4'], ['s4']],
      ['changed', ['s5'], ['s5']],
    ]);
    const [, { before: [was] = [], after: [is] = [] } = {}] = changes;
    expect(source.text.slice(was?.from, was?.to)).toBe('یک دو سه.');
    expect(laterText.slice(is?.from, is?.to)).toBe('یکم دو سه.');
  });

  it('are restored whole, the source with them, and back again', () => {
    const restored = changed(later, (tr) => restoreDocument(tr, start, source)).doc;
    expect(restored.attrs.source).toBe(source.text);
    expect(content(restored)).toEqual(content(start));
    const again = changed(start, (tr) => restoreDocument(tr, later, source)).doc;
    expect(again.attrs.source).toBe(laterText);
    expect(content(again)).toEqual(content(later));
  });

  it('are restored whole where no word would be left on the way', () => {
    const [line, other] = [sourceOfLine('. یک'), sourceOfLine('دو .')];
    const row = ({ text }: SourceText, rendering: string) =>
      withSource(doc(page(segment('s1', 'یک', rendering, { from: 0, to: text.length }))), text);
    const restored = changed(row(line, 'One.'), (tr) => restoreDocument(tr, row(other, 'Two.'), line)).doc;
    expect(restored.attrs.source).toBe('دو .');
    expect(segmentById(restored, 's1')).toMatchObject({ text: 'Two.', from: 0, to: 4 });
    expect(brokenLaws(restored, line)).toEqual([]);
  });

  it('are not restored where the document does not hold its source', () => {
    const plain = doc(
      page(segment('s1', 'وزیر: یک دو سه. چهار پنج. / شش هفت؟ هشت.'), segment('s5', 'نه ده.', 'Nine.')),
    );
    const tr = new Transform(plain);
    expect(restoreDocument(tr, later, source)).toBe(false);
    expect(tr.steps).toEqual([]);
  });

  it('give one row back, with its Persian, and leave what is corrected elsewhere', () => {
    const tr = new Transform(later);
    expect(restoreSegment(tr, start, 's2', source)).toBe(true);
    expect(brokenLaws(tr.doc, source)).toEqual([]);
    const now = sourceOf(tr.doc, source);
    expect(now.text).toBe(laterText.replace('یکم', 'یک'));
    expect(shown(tr.doc, now)).toContain('s2 [یک دو سه.] final: One two three.');
  });
});

describe('a change that is taken back after the Persian was corrected', () => {
  it('takes back names and links where they stand by now', () => {
    const change = changed(start, (tr) => {
      addMention(
        tr,
        { id: 'n', label: 'PER', entity: null, state: 'accepted', source: over('هفت'), rendering: null },
        source.text,
      );
      joinWords(tr, 's3', { source: [over('چهار')], rendering: [{ from: 0, to: 4 }] }, true);
    });
    const since = changed(change.doc, (tr) => correctSource(tr, 's1', 'وزیران', source));
    const tr = new Transform(since.doc);
    const counted = takeBack(tr, madeChange(start, change.steps), since.steps, source, newId);
    expect(counted).toEqual({ taken: 2, left: 0 });
    expect(mentions(tr.doc).map(({ id }) => id)).toEqual(['m1']);
    expect(segmentById(tr.doc, 's3')?.links).toBeNull();
    expect(brokenLaws(tr.doc, source)).toEqual([]);
  });

  it('takes back the correction itself, and leaves what others wrote', () => {
    const change = changed(start, (tr) => correctSource(tr, 's2', 'یکم دو سه.', source));
    const since = changed(change.doc, (tr) => setRendering(tr, 's5', 'Ten.'));
    const tr = new Transform(since.doc);
    takeBack(tr, madeChange(start, change.steps), since.steps, source, newId);
    expect(tr.doc.attrs.source).toBe(source.text);
    expect(segmentById(tr.doc, 's2')).toMatchObject({ status: 'final' });
    expect(segmentById(tr.doc, 's5')?.text).toBe('Ten.');
  });
});
