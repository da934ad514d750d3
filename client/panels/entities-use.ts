import { TextSelection } from 'prosemirror-state';
import { useMemo } from 'react';
import { v7 } from 'uuid';
import { gazetteerOf } from '../../shared/core/gazetteer.ts';
import { emptyRegistry, registryOf } from '../../shared/core/registry.ts';
import { suggester } from '../../shared/core/suggestion.ts';
import { segmentMentions } from '../../shared/doc/marked.ts';
import type { Segment } from '../../shared/doc/read.ts';
import type { Editor } from '../editor/editor.ts';
import type { Handlers } from '../keys/desk.ts';
import { insertName } from './entities-insert.ts';
import { namesOfSegment, type SegmentName, type SegmentNames } from './entities-names.ts';
import { useEntities } from './entities-query.ts';

/** The commands that take the first nine names, by their keys. */
export const insertCommands = [
  'entity.insert1',
  'entity.insert2',
  'entity.insert3',
  'entity.insert4',
  'entity.insert5',
  'entity.insert6',
  'entity.insert7',
  'entity.insert8',
  'entity.insert9',
] as const;

/** The names of the active segment, and what can be done with them. */
export interface ActiveNames extends SegmentNames {
  /** Goes to the English of a name, or writes it at the caret where it is still missing; false where there is none. */
  readonly take: (name: SegmentName) => boolean;
  readonly handlers: Handlers;
}

const nothing = gazetteerOf([]);

/** Follows the names of the active segment of a document. */
export function useActiveNames(
  document: { readonly project: { readonly id: string }; readonly source: string },
  active: Segment | null,
  editor: Editor | null,
): ActiveNames {
  const { source } = document;
  const { data: entities } = useEntities(document.project.id);
  const knowledge = useMemo(() => {
    const registry = entities ? registryOf(entities) : emptyRegistry;
    return { registry, suggester: suggester({ registry, gazetteer: nothing, earlier: [] }) };
  }, [entities]);
  const doc = editor?.view.state.doc;
  const parts = doc && active ? segmentMentions(doc, active.node, source) : noParts;
  const { from, to } = active ?? nowhere;
  const { marked, known } = useMemo(
    () => namesOfSegment({ from, to }, parts, source, knowledge.registry, knowledge.suggester),
    [from, to, parts, source, knowledge],
  );

  const take = (name: SegmentName) => {
    if (!editor || !active) return false;
    const { view } = editor;
    const { tr } = view.state;
    if (name.rendering) {
      const start = active.pos + 1;
      const selection = TextSelection.create(tr.doc, start + name.rendering.from, start + name.rendering.to);
      tr.setSelection(selection).scrollIntoView();
    } else if (!insertName(tr, name, source, v7)) return false;
    view.dispatch(tr);
    view.focus();
    return true;
  };
  const names = [...marked, ...known];
  const handlers: Handlers = Object.fromEntries(
    insertCommands.map((id, at) => {
      const name = names[at];
      return [id, name && (() => take(name))];
    }),
  );
  return { marked, known, take, handlers };
}

const noParts: readonly never[] = [];
const nowhere = { from: 0, to: 0 };
