import type { Node } from 'prosemirror-model';
import { canStandTogether, type LabelledSpan } from '../../names/suggestion/nesting.ts';
import { standoffOf } from '../model/standoff.ts';

/** Where in the source of a document further mentions may stand. */
export interface FreePlaces {
  /** True when a mention may stand at a range of the source beside those that are there. */
  isFree(place: LabelledSpan): boolean;
  /** Counts a mention that has been added since. */
  take(place: LabelledSpan): void;
}

/** Characters of the source in a block: what may lie in a range's way lies in its blocks. */
const BLOCK = 256;

/** The free places of `doc`. Each look costs what lies in its way, however many mentions there are and were added. */
export function freePlaces(doc: Node): FreePlaces {
  const standoff = standoffOf(doc);
  const taken = new Map<number, LabelledSpan[]>();
  return {
    isFree(place) {
      const stored = standoff.over(place).every(({ from, to, label }) => {
        return from === null || to === null || canStandTogether(place, { from, to, label });
      });
      return (
        stored &&
        blocksOf(place).every((block) => (taken.get(block) ?? []).every((other) => canStandTogether(place, other)))
      );
    },
    take(place) {
      for (const block of blocksOf(place)) {
        const held = taken.get(block);
        if (held) held.push(place);
        else taken.set(block, [place]);
      }
    },
  };
}

function blocksOf({ from, to }: LabelledSpan): readonly number[] {
  const first = Math.floor(from / BLOCK);
  return Array.from({ length: Math.floor(to / BLOCK) - first + 1 }, (_, at) => first + at);
}
