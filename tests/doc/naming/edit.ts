import type { redo, undo } from 'prosemirror-history';
import type { EditorState, Transaction } from 'prosemirror-state';
import type { Span } from '../../../shared/core/span.ts';
import { cutRendering } from '../../../shared/doc/edit/cut.ts';
import {
  addMention,
  describeMention,
  removeMention,
  setMentionRendering,
  setMentionSource,
} from '../../../shared/doc/edit/mention.ts';
import { mergeSegments, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { anchorsOver } from '../../../shared/doc/edit/typing.ts';
import { anchors, mentions, type Segment, segmentByIndex, segmentCount } from '../../../shared/doc/model/read.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import { graphemes } from '../../../shared/language/characters/grapheme.ts';
import type { Chance } from '../simulation/chance.ts';
import { cut, joined, type Model, marked, unmarked, written } from './model.ts';

/** Something that a person does to a document, and what it makes of the model. */
export interface Edit {
  readonly tr: Transaction;
  readonly model: Model;
}

const weights = {
  type: 30,
  paste: 4,
  erase: 20,
  overwrite: 10,
  mark: 14,
  move: 5,
  unlink: 2,
  place: 2,
  label: 2,
  remove: 2,
  split: 6,
  merge: 6,
};

/** An edit, mostly in or near a name; `null` when what chance chose cannot be done here. */
export function randomEdit(
  state: EditorState,
  model: Model,
  source: SourceText,
  chance: Chance,
  newId: () => string,
): Edit | null {
  const { tr, doc } = state;
  const segment = segmentByIndex(doc, chance.below(segmentCount(doc)));
  if (!segment) return null;
  const { id, pos } = segment;
  const { from, to } = stretch(segment, chance);
  const name = chance.of(mentions(doc))?.id ?? '';
  const half = segment.from + chance.below(segment.to - segment.from);
  const done = (isDone: boolean, after: () => Model): Edit | null => (isDone ? { tr, model: after() } : null);
  switch (chance.weighted(weights)) {
    case 'type': {
      const text = chance.of(typed) ?? 'x';
      tr.insertText(text, pos + 1 + from);
      return { tr, model: written(model, id, from, from, text, false) };
    }
    case 'paste':
      tr.insert(pos + 1 + from, schema.text('pasted'));
      return { tr, model: written(model, id, from, from, 'pasted', true) };
    case 'erase':
      tr.delete(pos + 1 + from, pos + 1 + to);
      return done(tr.docChanged, () => written(model, id, from, to, '', false));
    case 'overwrite': {
      const text = chance.of(typed) ?? 'x';
      tr.replaceWith(pos + 1 + from, pos + 1 + to, schema.text(text, anchorsOver(doc, pos + 1 + from, pos + 1 + to)));
      return { tr, model: written(model, id, from, to, text, false) };
    }
    case 'mark': {
      const mention = newId();
      const place = { segment: id, from, to };
      const added = {
        id: mention,
        label: 'PER',
        entity: null,
        state: 'accepted' as const,
        source: null,
        rendering: place,
      };
      const named = { ...model, names: [...model.names, mention].sort() };
      return done(addMention(tr, added, source.text), () => marked(named, mention, id, from, to));
    }
    case 'move':
      return done(setMentionRendering(tr, name, { segment: id, from, to }), () => marked(model, name, id, from, to));
    case 'unlink':
      return done(setMentionRendering(tr, name, null), () => unmarked(model, name));
    case 'place':
      return done(setMentionSource(tr, name, { from: half, to: half + 1 + chance.below(6) }, source.text), () => model);
    case 'label':
      return done(describeMention(tr, name, { label: `L${chance.below(9)}` }), () => model);
    case 'remove':
      return done(removeMention(tr, name), () => {
        const without = unmarked(model, name);
        return { ...without, names: without.names.filter((each) => each !== name) };
      });
    case 'split': {
      const second = newId();
      const isDone = splitSegment(tr, id, { source: half, rendering: from }, second, source);
      return done(isDone, () => cut(model, id, cutRendering(segment.text, from), second));
    }
    case 'merge':
      return done(mergeSegments(tr, id, source), () => joined(model, id));
  }
}

/** What undoes or redoes; `null` when there is nothing to. */
export function fromHistory(state: EditorState, command: typeof undo | typeof redo): Transaction | null {
  let made: Transaction | null = null;
  command(state, (tr) => {
    made = tr;
  });
  return made;
}

const typed = ['a', 'é', ' ', 'of ', '😀', 'Iran', ' x'];

/** A stretch of a rendering, not empty if that can be: inside a name, across its edge, from edge to edge or beyond; now and
 *  then anywhere. */
function stretch({ text, node }: Segment, chance: Chance): Span {
  const { floor, ceil } = graphemes(text);
  const edges = [...anchors(node).values()]
    .flat()
    .flatMap(({ from, to }) => [from, to, from + 1, to - 1, (from + to) >> 1]);
  const place = () => (edges.length > 0 && !chance.once(4) ? (chance.of(edges) ?? 0) : chance.below(text.length + 1));
  const [a, b] = [place(), place()];
  const from = floor(Math.min(a, b));
  const to = ceil(Math.min(text.length, Math.max(a, b, from + 1)));
  return from < to ? { from, to } : { from: floor(Math.max(0, from - 1)), to };
}
