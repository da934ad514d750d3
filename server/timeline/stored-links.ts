import type { Node } from 'prosemirror-model';
import type { Span } from '../../shared/core/span.ts';
import { segmentLinks } from '../../shared/doc/model/links.ts';
import { segmentAttrs } from '../../shared/doc/model/schema.ts';

/** A link as a sentence has it: both ranges count from the beginning of their text. */
export interface SentenceLink {
  readonly fa: Span;
  readonly en: Span;
  readonly sure: boolean;
}

/** The links of a segment that fit its texts, and how many do not any more. */
export interface SentenceLinks {
  readonly links: readonly SentenceLink[];
  readonly stale: number;
}

/** The links of a segment node that fit its texts. */
export function sentenceLinks(node: Node): readonly SentenceLink[] {
  const { from } = segmentAttrs(node);
  return segmentLinks(node).current.map(({ source, rendering, sure }) => {
    return { fa: { from: source.from - from, to: source.to - from }, en: rendering, sure };
  });
}

/** What the row of a segment keeps of its links: `[[fa from, fa to, en from, en to, 1 where sure]…]` and a count. */
export function storedLinks(node: Node): string | null {
  if (!segmentAttrs(node).links) return null;
  const links = sentenceLinks(node).map(({ fa, en, sure }) => [fa.from, fa.to, en.from, en.to, sure ? 1 : 0]);
  return JSON.stringify({ links, stale: segmentLinks(node).stale.length });
}

/** The same, read again; nothing for `null`. */
export function readStoredLinks(stored: string | null): SentenceLinks {
  if (stored === null) return { links: [], stale: 0 };
  const { links, stale } = JSON.parse(stored) as { links: [number, number, number, number, number][]; stale: number };
  return {
    links: links.map(([faFrom, faTo, enFrom, enTo, sure]) => ({
      fa: { from: faFrom, to: faTo },
      en: { from: enFrom, to: enTo },
      sure: sure === 1,
    })),
    stale,
  };
}
