import { describe, expect, it } from 'vitest';
import { buildDocument, type UnitMention } from '../../../shared/doc/edit/build.ts';
import { brokenLaws } from '../../../shared/doc/model/law.ts';
import { mentions } from '../../../shared/doc/model/read.ts';
import { shown, sourceOf } from '../document.ts';

const source = sourceOf('وزیر خارجه روسیه رفت. او آمد.');
const units = [
  { from: 0, to: 21, kind: 'sentence' },
  { from: 22, to: 29, kind: 'sentence' },
] as const;
const english = 'The Russian foreign minister left.';
const renderings = [{ text: english, status: 'translated', origin: 'imported' }, null] as const;

function mention(label: string, fa: string | null, en: string | null, unit = 0): UnitMention {
  const place = (text: string, words: string) => ({
    from: text.indexOf(words),
    to: text.indexOf(words) + words.length,
  });
  return {
    label,
    entity: null,
    source: fa === null ? null : place(source.text, fa),
    rendering: en === null ? null : { unit, ...place(english, en) },
  };
}

function built(...marked: readonly UnitMention[]) {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return ids > marked.length ? `s${ids - marked.length}` : `m${ids}`;
  };
  return buildDocument(units, newId, { renderings, mentions: marked });
}

describe('a new document with mentions', () => {
  it('has them on either side, nested and overlapping', () => {
    const document = built(
      mention('TITLE', 'وزیر خارجه', 'Russian foreign minister'),
      mention('GPE', 'روسیه', 'Russian'),
      mention('NORP', 'او', null),
      mention('EVENT', null, 'minister left'),
    );
    expect(shown(document, source)).toEqual([
      's1 [وزیر خارجه روسیه رفت.] translated: The <m2><m1>Russian</m1></m2><m1> foreign </m1><m4><m1>minister</m1></m4><m4> left</m4>.',
      's2 [او آمد.] initial:',
    ]);
    expect(mentions(document)).toEqual([
      { id: 'm1', from: 0, to: 10, label: 'TITLE', entity: null, state: 'accepted' },
      { id: 'm2', from: 11, to: 16, label: 'GPE', entity: null, state: 'accepted' },
      { id: 'm3', from: 22, to: 24, label: 'NORP', entity: null, state: 'accepted' },
      { id: 'm4', from: null, to: null, label: 'EVENT', entity: null, state: 'accepted' },
    ]);
    expect(brokenLaws(document, source)).toEqual([]);
  });

  it('may have two on one range', () => {
    const document = built(mention('ORG', 'روسیه', 'Russian'), mention('GPE', 'روسیه', 'Russian'));
    expect(shown(document, source)[0]).toContain('The <m2><m1>Russian</m1></m2> foreign');
    expect(brokenLaws(document, source)).toEqual([]);
  });

  it('refuses one that stands nowhere, or whose English is none', () => {
    expect(() => built(mention('GPE', null, null))).toThrow('stands on neither side');
    expect(() => built(mention('GPE', 'روسیه', 'Russian', 1))).toThrow('No name stands at 4–11 of rendering 1');
    expect(() => built(mention('GPE', 'روسیه', ' '))).toThrow('No name stands');
    expect(() => built({ ...mention('GPE', null, null), rendering: { unit: 0, from: 9, to: 4 } })).toThrow('No name');
  });
});
