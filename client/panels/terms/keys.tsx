import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../../editor/editor.ts';
import { digits } from '../../keys/commands.ts';
import type { Handlers } from '../../keys/desk.ts';
import { useCommands } from '../../keys/use-commands.ts';
import { notice } from '../../ui/notices.tsx';
import { type PointedTerm, termUnder, underline } from './at-pointer.ts';
import { insertTerm, type TermsHere, termsOnceKnown, useTermsHere } from './here.ts';
import styles from './terms.module.css';
import { TermTold } from './told.tsx';

/** The commands that take the first nine terms. */
export const termCommands = digits.map((digit) => `term.insert${digit}` as const);

interface TermKeysProps {
  readonly editor: Editor;
  readonly project: string;
  readonly source: string;
}

/** Underlines the terms of the active segment, tells of the one under the pointer, and inserts one by its key or a double click. */
export function TermKeys({ editor, project, source }: TermKeysProps) {
  const { t } = useTranslation();
  const here = useTermsHere(editor, project, source);
  const [pointed, setPointed] = useState<PointedTerm | null>(null);
  useEffect(() => underline(editor, here), [editor, here]);
  useEffect(() => {
    if (here.hits.length === 0) return;
    const { dom } = editor.view;
    const ending = new AbortController();
    const { signal } = ending;
    const point = (event: PointerEvent) => {
      const now = termUnder(editor, here, event);
      setPointed((before) => (before?.term === now?.term ? before : now));
    };
    const leave = () => setPointed(null);
    const take = (event: MouseEvent) => {
      const found = termUnder(editor, here, event);
      if (!found) return;
      editor.naming.leave();
      leave();
      insertTerm(editor, found.term);
    };
    dom.addEventListener('pointermove', point, { signal });
    dom.addEventListener('pointerleave', leave, { signal });
    dom.addEventListener('dblclick', take, { signal });
    document.addEventListener('scroll', leave, { signal, capture: true });
    document.addEventListener('keydown', leave, { signal, capture: true });
    return () => {
      ending.abort();
      leave();
    };
  }, [editor, here]);

  const take = ({ terms }: TermsHere, at: number) => {
    const term = terms[at];
    if (term === undefined || !insertTerm(editor, term)) notice(t('terms.noSuch', { number: at + 1 }), 'terms');
  };
  const press = (at: number) => {
    if (here.isKnown) return take(here, at);
    const pressed = here.segment;
    void termsOnceKnown(editor, project, source).then(
      (known) => known.segment === pressed && take(known, at),
      () => notice(t('terms.noSuch', { number: at + 1 }), 'terms'),
    );
  };
  useCommands(Object.fromEntries(termCommands.map((command, at) => [command, () => press(at)])) as Handlers);

  if (!pointed) return null;
  const { term, box } = pointed;
  return (
    <div className={styles.told} role="tooltip" style={{ top: box.bottom + 8, left: box.left }}>
      <TermTold term={term} />
    </div>
  );
}
