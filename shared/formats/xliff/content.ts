import type { CorpusMention } from '../corpus/row.ts';
import { attribute, type XmlElement } from '../xml/tree.ts';

/** The text of a side, and the annotations in it with their places. */
export interface Content {
  readonly text: string;
  readonly marks: readonly Mark[];
}

interface Mark {
  readonly element: XmlElement;
  readonly from: number;
  to: number;
}

/** What stands in a source or target of any XLIFF: its text without the code of other formats. `codes` names the elements that
 *  hold such. */
export function contentOf(side: XmlElement | null | undefined, codes: ReadonlySet<string>): Content {
  const marks: Mark[] = [];
  const open = new Map<string, Mark>();
  let text = '';
  const walk = (element: XmlElement) => {
    for (const child of element.children) {
      if (typeof child === 'string') text += child;
      else if (child.local === 'cp') text += String.fromCodePoint(Number.parseInt(attribute(child, 'hex') ?? '', 16));
      else if (!codes.has(child.local)) {
        const mark = { element: child, from: text.length, to: text.length };
        if (child.local === 'mrk' || child.local === 'sm') marks.push(mark);
        if (child.local === 'sm') open.set(attribute(child, 'id') ?? '', mark);
        walk(child);
        mark.to = text.length;
        const ended = child.local === 'em' ? open.get(attribute(child, 'startRef') ?? '') : undefined;
        if (ended !== undefined) ended.to = text.length;
      }
    }
  };
  if (side) walk(side);
  return { text, marks };
}

/** The mentions of a row: annotations that `meant` knows; those with one id on both sides are one. */
export function mentionsOf(
  sides: { readonly fa: Content; readonly en: Content },
  meant: (element: XmlElement) => Pick<CorpusMention, 'id' | 'label' | 'entity'> | null,
): readonly CorpusMention[] {
  const found = new Map<string, CorpusMention>();
  for (const side of ['fa', 'en'] as const) {
    const { text, marks } = sides[side];
    for (const { element, from, to } of marks) {
      const mention = from < to ? meant(element) : null;
      if (mention === null) continue;
      const before = found.get(mention.id) ?? { ...mention, entityName: null, fa: null, en: null };
      found.set(mention.id, { ...before, [side]: { from, to, text: text.slice(from, to) } });
    }
  }
  return [...found.values()];
}
