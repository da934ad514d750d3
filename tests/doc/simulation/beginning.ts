import type { Node } from 'prosemirror-model';
import { schema } from '../../../shared/doc/model/schema.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import { doc, mention, page, sourceOf } from '../document.ts';

/** A document to begin a simulation with. */
export interface Beginning {
  readonly source: SourceText;
  readonly doc: Node;
}

const text =
  'یک دو سه: چهار پنج. شش هفت؟ / هشت 😀😀 نه.\nده یازده. دوازده سیزده\n***\nچهارده پانزده. ... شانزده! هفده هجده. نوزده';

/** A few segments in short pages, so that many a border is also one between pages; some with a rendering and a mention. */
export function fewSegments(): Beginning {
  return beginning(text, 3);
}

/** A page that is full: the next split makes two of it. */
export function fullPage(): Beginning {
  return beginning(Array.from({ length: 12 }, () => text).join('\n'), 60);
}

function beginning(written: string, pageSize: number): Beginning {
  const source = sourceOf(written);
  const segments = [...written.matchAll(/[^:.؟!*\n/ ][^:.؟!*\n]*[.؟!]?/g)].map(({ 0: covered, index }, number) => {
    const attrs = { id: `s${number}`, from: index, to: index + covered.trimEnd().length };
    return schema.node('segment', attrs, number % 2 === 0 ? rendering(number) : []);
  });
  const pages = Array.from({ length: Math.ceil(segments.length / pageSize) }, (_, index) =>
    page(...segments.slice(index * pageSize, (index + 1) * pageSize)),
  );
  const mentions = segments.flatMap((segment, number) =>
    number % 2 === 0 ? [mention(`m${number}`, { from: segment.attrs.from, to: segment.attrs.to })] : [],
  );
  return { source, doc: doc(...pages, ...mentions) };
}

function rendering(number: number): readonly Node[] {
  const anchor = schema.marks.anchor.create({ id: `m${number}` });
  return [schema.text('The '), schema.text(`minister ${number}`, [anchor]), schema.text(' met them.')];
}
