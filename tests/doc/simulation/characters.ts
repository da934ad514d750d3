import type { Node } from 'prosemirror-model';

const FIRST_IN_PLANE_0 = 0x4e00;
const FIRST_IN_PLANE_2 = 0x20000;
const SPAN = 0x5000;

/** Gives characters that are each typed once in a simulation, so that none can hide behind another: Chinese ones, every
 *  third of them a surrogate pair. */
export function characterSupply(): () => string {
  let next = 0;
  return () => {
    next = (next + 1) % SPAN;
    return String.fromCodePoint((next % 3 === 0 ? FIRST_IN_PLANE_2 : FIRST_IN_PLANE_0) + next);
  };
}

/** How often each of them stands in the renderings of a document, or in these texts. */
export function countTyped(...texts: readonly (Node | string)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const found = (typeof text === 'string' ? text : text.textContent).match(/\p{Script=Han}/gu) ?? [];
    for (const character of found) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}
