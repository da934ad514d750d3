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
const LIKE_KNOWN = 0.86;
const SHORT = 3;
const LIGHTEST = 1.7;

/** One weight may be so many times the other. */
const UNEVEN = 1.6;

/** Consonants that stand for each other between the two scripts; what is in none is a vowel, or may be silent. */
const kin = ['bpfvw', 'tdTD', 'sSzZcCjJGX', 'kgqx', 'mn', 'lr'];
const classOf = new Map(kin.flatMap((group, at) => Array.from(group, (sound) => [sound, at] as const)));

/** A word to be compared by its sound. */
export interface NameLike {
  readonly text: string;
  /** True for a word that a list knows: it is a name only when it sounds very much like one. */
  readonly isKnown: boolean;
}

/** All pairs that sound alike. Words are compared that have the same first two strong consonants by their kin, known ones the
 *  same first three: that finds all but a few, and keeps the cost far from every word with every other. */
export function soundingPairs(persian: readonly NameLike[], english: readonly NameLike[]): readonly SoundingPair[] {
  const blocks = new Map<string, Sounding[]>();
  english.forEach((word, at) => {
    const sounding = soundingOf(at, word, englishSounds(word.text), 'en');
    if (sounding === null) return;
    const block = blocks.get(sounding.block);
    if (block) block.push(sounding);
    else blocks.set(sounding.block, [sounding]);
  });
  return persian.flatMap((word, at) => {
    const own = soundingOf(at, word, persianSounds(word.text), 'fa');
    if (own === null) return [];
    return (blocks.get(own.block) ?? []).flatMap((other) => {
      const isKnown = word.isKnown || other.isKnown;
      if (isKnown && own.longBlock !== other.longBlock) return [];
      if (other.weight > own.weight * UNEVEN || own.weight > other.weight * UNEVEN) return [];
      const like = likeness(own.sounds, other.sounds);
      const least = isKnown ? LIKE_KNOWN : own.weight < SHORT ? LIKE_SHORT : LIKE;
      return like >= least ? [{ persian: at, english: other.at, likeness: like }] : [];
    });
  });
}

interface Sounding {
  readonly at: number;
  readonly sounds: Sounds;
  readonly weight: number;
  readonly block: string;
  readonly longBlock: string;
  readonly isKnown: boolean;
}

/** `null` for what is too light to be told from others. */
function soundingOf(at: number, { isKnown }: NameLike, sounds: Sounds, side: 'fa' | 'en'): Sounding | null {
  const weight = soundWeight(sounds, side);
  const longBlock = blockOf(sounds);
  return weight < LIGHTEST ? null : { at, isKnown, sounds, weight, block: longBlock.slice(0, 2), longBlock };
}

/** The first three strong consonants, by their kin. */
function blockOf(sounds: Sounds): string {
  let block = '';
  for (const sound of sounds) {
    const own = classOf.get(sound);
    if (own === undefined || block.endsWith(String(own))) continue;
    block += own;
    if (block.length === 3) break;
  }
  return block;
}
