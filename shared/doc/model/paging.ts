import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep, type Transform } from 'prosemirror-transform';
import { schema } from './schema.ts';

/** Segments a page may hold before it is split. */
export const PAGE_LIMIT = 60;

/** Splits each page that grew above the limit into even parts, by inserting page borders only: no text and no segment
 *  is written anew. True when there was one. Two people who split the same page split it once. */
export function keepPaged(tr: Transform): boolean {
  const borders: number[] = [];
  let pos = 0;
  for (const page of tr.doc.children) {
    if (page.type.name !== 'page') break;
    const parts = Math.ceil(page.childCount / PAGE_LIMIT);
    let inside = pos + 1;
    page.children.forEach((segment, index) => {
      if (index > 0 && startsPart(index, page.childCount, parts)) borders.push(inside);
      inside += segment.nodeSize;
    });
    pos += page.nodeSize;
  }
  const page = schema.nodes.page.create();
  for (const border of borders.reverse()) {
    tr.step(new ReplaceStep(border, border, new Slice(Fragment.from([page, page]), 1, 1), true));
  }
  return borders.length > 0;
}

/** True when the segment at `index` begins one of `parts` even parts of `count`. */
function startsPart(index: number, count: number, parts: number): boolean {
  return Math.floor((index * parts) / count) !== Math.floor(((index - 1) * parts) / count);
}
