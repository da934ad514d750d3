import type { Node } from 'prosemirror-model';
import { pairKey } from '../../../shared/doc/edit/link.ts';
import { type StaleLink, segmentLinks } from '../../../shared/doc/model/links.ts';
import { type Link, segmentAttrs } from '../../../shared/doc/model/schema.ts';
import type { Word } from './word.ts';
import { overlap } from './word.ts';

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
