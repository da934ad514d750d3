import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep, type Transform } from 'prosemirror-transform';
import { changedSpan } from '../../language/words/word-diff.ts';
import { type Segment, segmentById } from '../model/read.ts';
import { asRendering, isRendering } from '../model/rendering-text.ts';
import { schema } from '../model/schema.ts';
import type { SourceText } from '../model/source.ts';
import { editedStanding, type Standing } from '../model/standing.ts';
import { setAttributes } from './seam.ts';
import { anchorsOver } from './typing.ts';

/**
 * Makes the rendering of the segment `id` read `text` by one small replacement, so that what others type elsewhere in it
 * stays. It becomes a draft, or untranslated when `text` is empty; `standing` says otherwise; with another
 * origin it is taken from nowhere, unless that is said too.
 * Refused when there is no such segment, `text` may not stand in a rendering, or nothing would change.
 */
export function setRendering(tr: Transform, id: string, text: string, standing: Partial<Standing> = {}): boolean {
  const segment = segmentById(tr.doc, id);
  if (!segment || !isRendering(text)) return false;
  const changed = replaceText(tr, segment, text);
  const taken = text === '' ? {} : { leftOut: false };
  const edited = changed ? { ...editedStanding(text, segment), ...taken } : {};
  const said = { ...edited, ...('origin' in standing && { taken: null }), ...standing };
  return setAttributes(tr, segment.pos, said) || changed;
}

/** Empties the rendering of the segment `id`: it is untranslated again. Its links stay, stale, until there are new ones. */
export function clearRendering(tr: Transform, id: string): boolean {
  return setRendering(tr, id, '', { status: 'initial', origin: null });
}

/** Puts the source of the segment `id` where its rendering was, to be written over. */
export function copySource(tr: Transform, id: string, source: SourceText): boolean {
  const segment = segmentById(tr.doc, id);
  if (!segment) return false;
  const text = asRendering(source.text.slice(segment.from, segment.to));
  return setRendering(tr, id, text, { status: 'draft', origin: 'typed' });
}

/** Replaces what differs of the segment's text, anchors around it kept; true when something did. */
export function replaceText(tr: Transform, segment: Segment, text: string): boolean {
  const change = changedSpan(segment.text, text);
  if (!change) return false;
  const from = segment.pos + 1 + change.from;
  const to = segment.pos + 1 + change.to;
  const insert = change.insert
    ? Fragment.from(schema.text(change.insert, anchorsOver(tr.doc, from, to)))
    : Fragment.empty;
  tr.step(new ReplaceStep(from, to, new Slice(insert, 0, 0)));
  return true;
}
