import { englishSounds, persianSounds, type Sounds } from '../../language/sounds/sounds.ts';
import { likeness, soundWeight } from '../../language/sounds/transliteration.ts';

/** Two words that sound alike: their places in the lists, and 0…1. */
export interface SoundingPair {
  readonly persian: number;
  readonly english: number;
  readonly likeness: number;
}

/** Below this, two words are more often strangers; lighter words sooner. */
const LIKE = 0.7;
const LIKE_SHORT = 0.8;
const SHORT = 3;
const LIGHTEST = 1.7;

/** One weight may be so many times the other. */
const UNEVEN = 2;

/** Consonants that stand for each other between the two scripts; what is in none is a vowel, or may be silent. */
const kin = ['bpfvw', 'tdTD', 'sSzZcCjJGX', 'kgqx', 'mn', 'lr'];
const classOf = new Map(kin.flatMap((group, at) => Array.from(group, (sound) => [sound, at] as const)));

/** All pairs that sound alike. Names are compared that have the same first two strong consonants, by their kin: that is all
 *  but every pair, and keeps the cost far from every word with every other. */
export function soundingPairs(persian: readonly string[], english: readonly string[]): readonly SoundingPair[] {
  const blocks = new Map<string, Sounding[]>();
  english.forEach((text, at) => {
    const sounding = soundingOf(at, englishSounds(text), 'en');
    if (sounding === null) return;
    const block = blocks.get(sounding.block);
    if (block) block.push(sounding);
    else blocks.set(sounding.block, [sounding]);
  });
  return persian.flatMap((text, at) => {
    const own = soundingOf(at, persianSounds(text), 'fa');
    if (own === null) return [];
    return (blocks.get(own.block) ?? []).flatMap((other) => {
      if (other.weight > own.weight * UNEVEN || own.weight > other.weight * UNEVEN) return [];
      const like = likeness(own.sounds, other.sounds);
      const least = own.weight < SHORT ? LIKE_SHORT : LIKE;
      return like >= least ? [{ persian: at, english: other.at, likeness: like }] : [];
    });
  });
}

interface Sounding {
  readonly at: number;
  readonly sounds: Sounds;
  readonly weight: number;
  readonly block: string;
}

/** `null` for what is too light to be told from others. */
function soundingOf(at: number, sounds: Sounds, side: 'fa' | 'en'): Sounding | null {
  const weight = soundWeight(sounds, side);
  return weight < LIGHTEST ? null : { at, sounds, weight, block: blockOf(sounds) };
}

function blockOf(sounds: Sounds): string {
  let block = '';
  for (const sound of sounds) {
    const own = classOf.get(sound);
    if (own === undefined || block.endsWith(String(own))) continue;
    block += own;
    if (block.length === 2) break;
  }
  return block;
}
