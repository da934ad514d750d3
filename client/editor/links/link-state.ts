import type { Node } from 'prosemirror-model';
import { overlap } from '../../../shared/core/span.ts';
import { linksAmong, pairKey } from '../../../shared/doc/edit/link.ts';
import { type StaleLink, segmentLinks } from '../../../shared/doc/model/links.ts';
import { type Link, segmentAttrs } from '../../../shared/doc/model/schema.ts';
import type { LinkAction } from './link-bar.ts';
import { bySide, type Word } from './word.ts';

/** The links of the active segment, and what is being done with them. The same object until something of it changes. */
export interface LinkState {
  readonly segment: string;
  readonly node: Node;
  readonly current: readonly Link[];
  readonly stale: readonly StaleLink[];
  /** What is suggested for words that have no link. */
  readonly suggested: readonly Link[];
  /** True while the keys link words. */
  readonly isOn: boolean;
  readonly picked: readonly Word[];
  readonly cursor: Word | null;
}

/** Suggests links for a segment: ranges of the whole source and of its rendering, the surest first. */
export type LinkSuggester = (segment: Node) => readonly Link[];

/** The links of a segment, without anything being done with them. `of` suggests more, for words that a person has not linked. */
export function linkState(node: Node, suggest: LinkSuggester | null): LinkState {
  const { current, stale } = segmentLinks(node);
  const known = new Set(current.map(pairKey));
  const isFree = ({ source, rendering }: Link) =>
    !current.some((link) => overlap(link.source, source) || overlap(link.rendering, rendering));
  const suggested = suggest?.(node).filter((link) => !known.has(pairKey(link)) && isFree(link)) ?? [];
  const segment = segmentAttrs(node).id;
  return { segment, node, current, stale, suggested, isOn: false, picked: [], cursor: null };
}

/** What is suggested for any of these words. */
export function suggestedFor({ suggested }: LinkState, words: readonly Word[]): readonly Link[] {
  return suggested.filter((link) => words.some((word) => overlap(link[word.side], word)));
}

/** Which actions have something to do, where these words are meant. */
export function possibleActions(state: LinkState, words: readonly Word[]): Readonly<Record<LinkAction, boolean>> {
  const meant = bySide(words);
  const isPair = meant.source.length > 0 && meant.rendering.length > 0;
  const isLinked = linksAmong(state.current, meant).length > 0;
  const join = isPair || suggestedFor(state, words).length > 0;
  const said = isPair || isLinked;
  const always = { pick: true, open: true, side: true, leave: true } as const;
  return { ...always, join, sure: said, possible: said, apart: isLinked, accept: state.suggested.length > 0 };
}
