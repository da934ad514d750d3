import type { Node } from 'prosemirror-model';
import { useEffect, useState } from 'react';
import type { Editor } from '../../editor/editor.ts';

/** So long typing rests before what is counted over all rows is counted again, in milliseconds. */
const REST = 120;

/** The document as it was when typing last rested. */
export function useRestedDoc(editor: Editor): Node {
  const [doc, setDoc] = useState(editor.view.state.doc);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      waiting = undefined;
      setDoc(editor.view.state.doc);
    };
    look();
    const stop = editor.subscribe(() => {
      waiting ??= setTimeout(look, REST);
    });
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }, [editor]);
  return doc;
}
