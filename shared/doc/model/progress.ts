import type { Node } from 'prosemirror-model';
import { count, noProgress, type Progress, sum } from '../../core/progress.ts';
import { countWords } from '../../language/words/token.ts';
import { segmentAttrs } from './schema.ts';

/** Counts the progress of one document again and again, page by page: a page that did not change is not read again. */
export function progressCounter(source: string): (doc: Node) => Progress {
  const counted = new WeakMap<Node, Progress>();
  const words = new Map<string, number>();
  const wordsOf = (from: number, to: number) => {
    const key = `${from}-${to}`;
    const known = words.get(key) ?? countWords(source.slice(from, to));
    words.set(key, known);
    return known;
  };
  const pageProgress = (page: Node) => {
    const known = counted.get(page);
    if (known) return known;
    const progress = page.children.reduce((total, segment) => {
      const { from, to, status } = segmentAttrs(segment);
      return count(total, { status, words: wordsOf(from, to) });
    }, noProgress);
    counted.set(page, progress);
    return progress;
  };
  return (doc) =>
    doc.children.reduce(
      (total, page) => (page.type.name === 'page' ? sum(total, pageProgress(page)) : total),
      noProgress,
    );
}
