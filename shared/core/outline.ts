import type { Span } from './span.ts';

/** What a translation unit is: the speaker part of a statement, or what was said. */
export const kinds = ['lead', 'sentence'] as const;
export type Kind = (typeof kinds)[number];

/** A stretch of a paragraph said by one speaker. */
export interface Statement extends Span {
  /** Index of the paragraph in `Outline.paragraphs`. */
  readonly paragraph: number;
  /** How the speaker is told: by a lead, inside the sentence («… گفت که»), or not at all. */
  readonly attribution: 'lead' | 'reported' | 'none';
}

/** A translation unit as segmentation finds it. */
export interface Unit extends Span {
  readonly kind: Kind;
  readonly paragraph: number;
  /** Index of the statement in `Outline.statements` (counted through the whole source). */
  readonly statement: number;
  /** 0…1 for a lead: how sure it is that this is a speaker part; `null` for a sentence. */
  readonly confidence: number | null;
}

/** The structure of a source. Offsets count from the start of the whole source. It never changes with editing. */
export interface Outline {
  readonly paragraphs: readonly Span[];
  readonly statements: readonly Statement[];
  readonly units: readonly Unit[];
}
