import { findIn, haystack, needle } from '../../shared/language/words/find.ts';
import type { CommandId } from './commands.ts';

/** Something to do or a place to go, as the palette lists it. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  /** What kind of thing it is, in a word. */
  readonly group: string;
  readonly command?: CommandId;
  readonly run: () => void;
}

/** The entries whose name or group has every word of `query`, in any spelling; those that begin a word with it first. */
export function matching(entries: readonly Entry[], query: string): readonly Entry[] {
  const words = query.split(/\s+/u).filter(Boolean);
  const rank = (entry: Entry) => {
    const name = haystack(`${entry.name} ${entry.group}`);
    const meets = (mode: 'prefix' | 'substring') => words.every((word) => findIn(name, needle(word, mode)).length > 0);
    if (meets('prefix')) return 0;
    return meets('substring') ? 1 : 2;
  };
  const ranked = entries.map((entry) => ({ entry, rank: rank(entry) }));
  return [0, 1].flatMap((wanted) => ranked.filter(({ rank }) => rank === wanted).map(({ entry }) => entry));
}
