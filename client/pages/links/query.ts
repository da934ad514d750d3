import type { Answers } from '../../platform/server.ts';
import { queries, queryClient } from '../../platform/server.ts';

export type LinkedWord = Answers['link']['list']['words'][number];
export type LinkPlace = Answers['link']['places']['places'][number];
export type ChangedLinks = Answers['link']['change']['documents'][number];

/** Where links are looked at. */
export interface Scope {
  readonly project: string;
  readonly document?: string;
  /** True for what is suggested instead of what is made. */
  readonly suggested: boolean;
}

/** Has the links be asked for again, since some were changed. */
export function refreshLinks(): Promise<void> {
  return queryClient.invalidateQueries(queries.link.pathFilter());
}

export function placeKey({ document, segment, fa, en }: LinkPlace): string {
  return `${document} ${segment} ${fa.from} ${en.from}`;
}

/** What a place reads on its two sides. */
export function wordsOf({ source, rendering, fa, en }: LinkPlace): [fa: string, en: string] {
  return [source.slice(fa.from, fa.to), rendering.slice(en.from, en.to)];
}

/** `places` by what `key` tells of each, in their order. */
export function grouped(places: readonly LinkPlace[], key: (place: LinkPlace) => string) {
  const groups = new Map<string, LinkPlace[]>();
  for (const place of places) {
    const known = groups.get(key(place));
    if (known) known.push(place);
    else groups.set(key(place), [place]);
  }
  return groups;
}
