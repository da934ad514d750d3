import type { Knowledge } from '../../shared/alignment/evidence/partners.ts';
import { type LearnedTable, learnedLexicon } from '../../shared/alignment/learning/learned.ts';
import type { Entity } from '../../shared/names/entity/entity.ts';
import { builtInGazetteer } from '../../shared/names/gazetteer/gazetteer.ts';
import { nameLexicon } from '../../shared/names/lexicon/name-lexicon.ts';
import { registryOf } from '../../shared/names/registry/registry.ts';

/** What a project knows of names and words, as it travels to who works apart. */
export interface Known {
  readonly entities: readonly Entity[];
  /** Learned from what a person confirmed. */
  readonly learned: LearnedTable;
}

/** The same, made ready to align texts and to link words. */
export function knowledgeOf({ entities, learned }: Known): Knowledge {
  return { names: nameLexicon(registryOf(entities), builtInGazetteer()), learned: learnedLexicon(learned) };
}
