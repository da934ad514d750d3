import { englishSounds, persianSounds, type Sounds } from '../../language/sounds/sounds.ts';
import { likeness, soundWeight } from '../../language/sounds/transliteration.ts';
import { type Entity, namesOf, type Side } from '../entity/entity.ts';

/** An entity whose name sounds like some other one. */
export interface SoundingLike {
  readonly entity: Entity;
  /** 0…1, see `likeness`. */
  readonly score: number;
}

/** Finds entities by the sound of a name, across the two scripts. */
export interface RegistrySounds {
  /** Entities with a name on the other side that may transliterate `name`, the likest first. */
  like(name: string, side: Side): readonly SoundingLike[];
}

/** Below this, names of a registry are more often strangers. */
const LIKE = 0.8;

/** Names of about one consonant are like too many others. */
const LIGHTEST = 1.7;

interface Sounding {
  readonly entity: Entity;
  readonly sounds: Sounds;
  readonly weight: number;
}

/** The sounds of all names of `entities`, worked out once. */
export function registrySounds(entities: readonly Entity[]): RegistrySounds {
  const all: Readonly<Record<Side, readonly Sounding[]>> = {
    fa: soundings(entities, 'fa'),
    en: soundings(entities, 'en'),
  };
  return {
    like(name, side) {
      const sounds = soundsOf(name, side);
      const weight = soundWeight(sounds, side);
      if (weight < LIGHTEST) return [];
      const best = new Map<Entity, number>();
      for (const other of side === 'fa' ? all.en : all.fa) {
        if (other.weight < weight / 2 || other.weight > weight * 2) continue;
        const score = side === 'fa' ? likeness(sounds, other.sounds) : likeness(other.sounds, sounds);
        if (score >= LIKE) best.set(other.entity, Math.max(score, best.get(other.entity) ?? 0));
      }
      return [...best].map(([entity, score]) => ({ entity, score })).sort((a, b) => b.score - a.score);
    },
  };
}

function soundings(entities: readonly Entity[], side: Side): readonly Sounding[] {
  return entities.flatMap((entity) =>
    namesOf(entity, side).map(({ name }) => {
      const sounds = soundsOf(name, side);
      return { entity, sounds, weight: soundWeight(sounds, side) };
    }),
  );
}

function soundsOf(name: string, side: Side): Sounds {
  return side === 'fa' ? persianSounds(name) : englishSounds(name);
}
