import type { Transform } from 'prosemirror-transform';
import type { Span } from '../../core/span.ts';
import { describeMention, removeMention, setMentionRendering, setMentionSource } from '../edit/mention.ts';
import { type RenamePlace, writeNames } from '../edit/rename.ts';
import { setRendering } from '../edit/rendering.ts';
import { mergeSegments } from '../edit/structure.ts';
import { segmentById } from '../model/read.ts';
import type { RenderingPlace } from '../model/rendering-place.ts';
import type { SourceText } from '../model/source.ts';

/**
 * What can be done about a finding with one key.
 * - `mark-rendering`, `mark-source`: gives a mention the side that it lacks
 * - `join`: makes one mention of two halves: `mention` takes the English of `other`, which goes
 * - `write`: writes other names over mentions
 * - `describe`: gives mentions another label or entity
 * - `merge`: merges segments that follow each other, so that a mention lies in one again
 * - `unlink`: takes the English from a mention, which waits for it again
 * - `remove`: removes a mention
 * - `replace`: writes `after` over `before`, which stands at `from` of the English of a segment
 */
export type Remedy =
  | { readonly kind: 'mark-rendering'; readonly mention: string; readonly place: RenderingPlace }
  | { readonly kind: 'mark-source'; readonly mention: string; readonly range: Span }
  | { readonly kind: 'join'; readonly mention: string; readonly other: string; readonly place: RenderingPlace }
  | { readonly kind: 'write'; readonly places: readonly Pick<RenamePlace, 'mention' | 'before' | 'after'>[] }
  | {
      readonly kind: 'describe';
      readonly mentions: readonly string[];
      readonly as: { readonly label: string } | { readonly entity: string };
    }
  | { readonly kind: 'merge'; readonly segments: readonly string[] }
  | { readonly kind: 'unlink'; readonly mention: string }
  | { readonly kind: 'remove'; readonly mention: string }
  | {
      readonly kind: 'replace';
      readonly segment: string;
      readonly from: number;
      readonly before: string;
      readonly after: string;
    };

/** Does what `remedy` says; `false` when the document has changed so that it cannot be done any more. */
export function applyRemedy(tr: Transform, remedy: Remedy, source: SourceText): boolean {
  switch (remedy.kind) {
    case 'mark-rendering':
      return setMentionRendering(tr, remedy.mention, remedy.place);
    case 'mark-source':
      return setMentionSource(tr, remedy.mention, remedy.range, source.text);
    case 'join':
      return removeMention(tr, remedy.other) && setMentionRendering(tr, remedy.mention, remedy.place);
    case 'write':
      return writeNames(tr, remedy.places).length < remedy.places.length;
    case 'describe':
      return remedy.mentions.map((mention) => describeMention(tr, mention, remedy.as)).includes(true);
    case 'merge':
      return remedy.segments
        .slice(1)
        .map(() => mergeSegments(tr, remedy.segments[0] ?? '', source))
        .includes(true);
    case 'unlink':
      return setMentionRendering(tr, remedy.mention, null);
    case 'remove':
      return removeMention(tr, remedy.mention);
    case 'replace':
      return replaceIn(tr, remedy);
  }
}

/** Writes over a stretch of English, as long as it reads as it did. */
function replaceIn(
  tr: Transform,
  { segment: id, from, before, after }: Remedy & { readonly kind: 'replace' },
): boolean {
  const text = segmentById(tr.doc, id)?.text;
  if (text === undefined || !text.startsWith(before, from)) return false;
  return setRendering(tr, id, text.slice(0, from) + after + text.slice(from + before.length));
}
