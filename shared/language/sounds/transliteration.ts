import { englishDouble, englishGaps, GAP, partners, persianDouble, persianGaps, STRANGERS } from './costs.ts';
import type { Sounds } from './sounds.ts';

/** ASCII characters. */
const SOUNDS = 128;

const costs = new Float64Array(SOUNDS * SOUNDS).fill(STRANGERS);
for (let sound = 0; sound < SOUNDS; sound++) costs[sound * SOUNDS + sound] = 0;
for (const [sound, groups] of Object.entries(partners)) {
  for (const [others, cost] of Object.entries(groups)) {
    for (const other of others) costs[sound.charCodeAt(0) * SOUNDS + other.charCodeAt(0)] = cost;
  }
}

const gapsOf = (of: Readonly<Record<string, number>>) =>
  Float64Array.from({ length: SOUNDS }, (_, code) => of[String.fromCharCode(code)] ?? GAP);
const gaps = { fa: gapsOf(persianGaps), en: gapsOf(englishGaps) };
const doubles = { fa: persianDouble, en: englishDouble };

/** The rows of the distance, kept from one pair of names to the next: aligning a long text compares very many. */
let scratch = rowsFor(64);

function rowsFor(length: number) {
  return {
    added: new Float64Array(length),
    above: new Float64Array(length + 1),
    row: new Float64Array(length + 1),
  };
}

/** 0…1: how well an English name renders the sounds of a Persian one. It is the weighted edit distance of the two, by the
 *  costs of `transliteration-costs.ts`, against the weight of the heavier one.
 *  R. A. Wagner, M. J. Fischer, "The String-to-String Correction Problem", Journal of the ACM 21 (1974). */
export function likeness(persian: Sounds, english: Sounds): number {
  if (persian === '' || english === '') return 0;
  if (english.length >= scratch.added.length) scratch = rowsFor(english.length * 2);
  let { above, row } = scratch;
  const { added } = scratch;
  above[0] = 0;
  for (let e = 0; e < english.length; e++) {
    added[e] = gap(english, e, 'en');
    above[e + 1] = at(above, e) + at(added, e);
  }
  const englishWeight = at(above, english.length);
  for (let p = 0; p < persian.length; p++) {
    const lost = gap(persian, p, 'fa');
    const met = persian.charCodeAt(p) * SOUNDS;
    row[0] = at(above, 0) + lost;
    for (let e = 0; e < english.length; e++) {
      row[e + 1] = Math.min(
        at(above, e + 1) + lost,
        at(row, e) + at(added, e),
        at(above, e) + at(costs, met + english.charCodeAt(e)),
      );
    }
    [above, row] = [row, above];
  }
  return Math.max(0, 1 - at(above, english.length) / Math.max(soundWeight(persian, 'fa'), englishWeight));
}

/** What a name weighs: about the number of its consonants. */
export function soundWeight(sounds: Sounds, side: 'fa' | 'en'): number {
  let weight = 0;
  for (let index = 0; index < sounds.length; index++) weight += gap(sounds, index, side);
  return weight;
}

/** What it costs that the sound at `index` has no partner. */
function gap(sounds: Sounds, index: number, side: 'fa' | 'en'): number {
  const sound = sounds.charCodeAt(index);
  const cost = at(gaps[side], sound);
  return cost === GAP && sound === sounds.charCodeAt(index - 1) ? doubles[side] : cost;
}

function at(of: Float64Array, index: number): number {
  return of[index] as number;
}
