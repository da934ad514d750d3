import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hue } from '../../../shared/core/label.ts';
import { segmentAt, segmentById } from '../../../shared/doc/model/read.ts';
import type { Editor } from '../../editor/editor.ts';
import { usePreferences } from '../../platform/preferences.ts';
import { companionHues } from '../../ui/companion-hues.ts';
import type { Work } from './use-timeline.ts';

/** Somebody else in the document, as the interface shows them. */
export interface ShownCompanion {
  readonly client: string;
  readonly name: string;
  readonly hue: Hue;
  /** Goes to where they write; `null` where that is not known. */
  readonly go: (() => void) | null;
}

/** Who else is in the document. Tells the others where the caret is here, and the editor where theirs are. */
export function useCompanions({ companions, timeline }: Work, editor: Editor | null): readonly ShownCompanion[] {
  const { t } = useTranslation();
  const { name } = usePreferences();
  const people = useSyncExternalStore(companions.subscribe, companions.people);
  useEffect(() => companions.isCalled(name), [companions, name]);
  useEffect(() => {
    if (!editor) return;
    const tell = () => {
      const { doc, selection } = editor.view.state;
      const segment = segmentAt(doc, selection.head);
      companions.isAt(segment && { segment: segment.id, offset: selection.head - segment.pos - 1 });
    };
    tell();
    return editor.subscribe(tell);
  }, [companions, editor]);

  const shown = useMemo(() => {
    const hues = companionHues(people.map(({ client }) => client));
    return people.map(({ client, name: called, caret }) => ({
      client,
      name: called || t('workbench.company.somebody'),
      hue: hues.get(client) ?? ('stone' as const),
      caret,
    }));
  }, [people, t]);
  useEffect(() => {
    editor?.companions.show(shown.flatMap(({ name, hue, caret }) => (caret ? [{ name, hue, ...caret }] : [])));
  }, [editor, shown]);

  return shown.map(({ caret, ...companion }) => ({
    ...companion,
    go:
      editor && caret
        ? () => {
            const segment = segmentById(timeline.state.doc, caret.segment);
            if (segment) editor.goTo(segment.index);
          }
        : null,
  }));
}
