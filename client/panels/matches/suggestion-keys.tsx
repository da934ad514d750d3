import { useDebouncedValue } from '@mantine/hooks';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Editor } from '../../editor/editor.ts';
import { useActiveId } from '../use-active.ts';
import { AHEAD, type MatchPlace } from './query.ts';
import { segmentsToSuggest } from './segments-to-suggest.ts';
import { suggestionOf } from './suggestion.ts';

/** A row that the caret only passes is not asked for: so long it stays, in milliseconds. */
const STAYS = 250;

/** Asks the machine for the active segment and the next empty ones, one question a segment, as long as it is rendered; shows nothing. What the
 *  person has moved on from is asked for no more, and the server gives it up. */
export function SuggestionsAhead({ editor, place }: { readonly editor: Editor; readonly place: MatchPlace }) {
  const [active] = useDebouncedValue(useActiveId(editor), STAYS);
  const { project, document, source } = place;
  const wanted = useMemo(() => {
    const segment = active === null ? null : editor.activeSegment();
    if (segment === null) return [];
    const { doc } = editor.view.state;
    const asked = segmentsToSuggest(doc, segment, AHEAD);
    return asked.map((one) => suggestionOf({ project, document, source }, doc, one));
  }, [editor, active, project, document, source]);
  useQueries({ queries: wanted });
  return null;
}
