import { renderingHash } from './rendering-hash.ts';

/** The match, or the suggestion of a machine, that a rendering was taken from. */
export interface Taken {
  /** That of the match; `null` for a machine, which tells none. */
  readonly score: number | null;
  /** The name of the memory, the title of the document, or the machine; `''` for the memory of the project itself. */
  readonly from: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Tells the rendering as it came from any other (`renderingHash`). */
  readonly print: string;
}

/** True while a rendering reads as it came. */
export function isAsTaken(rendering: string, { print }: Taken): boolean {
  return renderingHash(rendering) === print;
}
