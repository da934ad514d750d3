import { englishSounds, persianSounds, type Sounds } from '../../language/sounds/sounds.ts';
import { likeness, soundWeight } from '../../language/sounds/transliteration.ts';
import type { NamedText } from '../entity/name-index.ts';
import type { Place } from './place.ts';
import { nameRuns } from './runs.ts';

/** A stretch of a rendering that may be a name, as it sounds. */
export interface SoundingPlace {
  readonly from: number;
  readonly to: number;
  /** With its Arabic article and without, where it has one. */
  readonly sounds: readonly Sounds[];
}

/** How sure the same sound is: less than a name that is known. */
const SURE = 0.95;

/** Below this, two names of a sentence are more often strangers; with names of two consonants sooner. */
const LIKE = 0.75;
const LIKE_SHORT = 0.85;
const SHORT = 3;
const LIGHTEST = 1.7;

/** The stretches of `target` that may be names. */
export function soundingPlaces(target: NamedText): readonly SoundingPlace[] {
  return nameRuns(target).map(({ from, to }) => {
    const raw = target.text.slice(from, to);
    const bare = raw.replace(/(?<![\p{L}])(?:al|el)[-\s]/giu, '');
    return { from, to, sounds: [raw, ...(bare === raw ? [] : [bare])].map(englishSounds) };
  });
}

/** Those that sound like `surface`. */
export function soundPlaces(surface: string, places: readonly SoundingPlace[]): readonly Place[] {
  const sounds = persianSounds(surface);
  const weight = soundWeight(sounds, 'fa');
  if (weight < LIGHTEST) return [];
  const least = weight < SHORT ? LIKE_SHORT : LIKE;
  return places
    .map(({ from, to, sounds: all }) => ({ from, to, like: Math.max(...all.map((each) => likeness(sounds, each))) }))
    .filter(({ like }) => like >= least)
    .map(({ from, to, like }) => ({ from, to, score: SURE * like, reason: 'sound' }));
}
