import type { EditorState } from 'prosemirror-state';
import { useEffect, useRef, useState } from 'react';
import type { Editor } from '../editor/editor.ts';
import type { CommandId } from '../keys/commands.ts';
import type { Handlers } from '../keys/desk.ts';

/** What keys asked for before there was an answer, and where the person was. */
interface Asked {
  readonly commands: readonly CommandId[];
  readonly state: EditorState;
}

/** The handlers, each of which waits until `isRead`: what is asked for before that is done then, one by one, unless the person has
 *  gone on meanwhile. `onWait` is called for each that waits. */
export function useAskedUntil(
  isRead: boolean,
  editor: Editor | null,
  handlers: Handlers,
  onWait: () => void,
): Handlers {
  const [asked, setAsked] = useState<Asked | null>(null);
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const [first, ...rest] = asked?.commands ?? [];
    if (!isRead || !asked || !first || !editor) return;
    const isThere = isWhere(asked.state, editor.view.state);
    if (isThere) latest.current[first]?.();
    // The rest is asked of the handlers as they are after the first, from where that has led.
    setAsked(isThere && rest.length > 0 ? { commands: rest, state: editor.view.state } : null);
  }, [asked, isRead, editor]);
  if (isRead) return handlers;

  const wait = (command: CommandId) => () => {
    if (!editor) return false;
    const { state } = editor.view;
    const before = asked && isWhere(asked.state, state) ? asked.commands : [];
    setAsked({ commands: [...before, command], state });
    onWait();
    return true;
  };
  return Object.fromEntries((Object.keys(handlers) as CommandId[]).map((command) => [command, wait(command)]));
}

/** True where a person has neither written nor moved since. */
function isWhere(before: EditorState, now: EditorState): boolean {
  return before.doc === now.doc && before.selection.eq(now.selection);
}
