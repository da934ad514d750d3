import { type Hue, hues } from '../../shared/core/label.ts';

/** A colour for each of `clients`, by its id: the same for as long as it is there, and no two alike while colours last. */
export function companionHues(clients: readonly string[]): ReadonlyMap<string, Hue> {
  const given = new Map<string, Hue>();
  for (const client of clients) {
    const first = [...client].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % hues.length;
    const turned = [...hues.slice(first), ...hues.slice(0, first)];
    const taken = new Set(given.values());
    const hue = turned.find((each) => !taken.has(each)) ?? turned[0];
    if (hue) given.set(client, hue);
  }
  return given;
}
