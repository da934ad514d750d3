import type { Place } from '../engines.ts';
import { type Program, startProgram } from './program.ts';

export interface Typing {
  readonly place: Place;
  readonly document: string;
  readonly client: string;
  /** The segment that it types into. */
  readonly segment: number;
  /** How many words it types before it ends by itself. */
  readonly words: number;
}

/** Starts a process that types into a document, one push after the other; it says the words that are acknowledged. */
export function startTyping(typing: Typing): Promise<Program> {
  return startProgram('tests/server/process/typing.ts', typing);
}
