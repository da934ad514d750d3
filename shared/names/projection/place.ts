import type { Span } from '../../core/span.ts';

/** Why a mention may stand at a place of the rendering: its entity has that name in the registry; number, date or acronym
 *  are the same; the gazetteer knows the name; both sound alike; the words are linked; or the lexicon knows its words. */
export type ProjectionReason = 'registry' | 'number' | 'date' | 'acronym' | 'gazetteer' | 'sound' | 'links' | 'words';

/** A place of the rendering where a mention may stand; `score`, 0…1, says how sure that is. */
export interface Place extends Span {
  readonly score: number;
  readonly reason: ProjectionReason;
}
