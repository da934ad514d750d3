import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOfMachine } from '../../../shared/core/machine.ts';
import type { TakenMatch, TakenStanding } from '../../../shared/doc/edit/match.ts';
import type { Segment } from '../../../shared/doc/model/read.ts';
import type { Editor } from '../../editor/editor.ts';
import { digits } from '../../keys/commands.ts';
import type { Handlers } from '../../keys/desk.ts';
import { useCommands } from '../../keys/use-commands.ts';
import { prefer, preferences, usePreferences } from '../../platform/preferences.ts';
import { queryClient } from '../../platform/server.ts';
import { notice } from '../../ui/notices.tsx';
import { useActiveId } from '../use-active.ts';
import { byMachine, byMemory, filledIn, insertPart, takeMatch } from './insert.ts';
import { fetchAhead, type Match, type MatchPlace, matchesOf, wholeMatches } from './query.ts';
import { selectedIn } from './selected.ts';
import { placeOfSuggestion, type Suggestion, suggestionOf, useMachine } from './suggestion.ts';
import { SuggestionsAhead } from './suggestion-keys.tsx';

/** The commands that take the first nine matches. */
export const takeCommands = digits.map((digit) => `match.take${digit}` as const);

/** The least score of what is put into an empty segment by itself. */
const FILLED_FROM = 75;

interface MatchKeysProps {
  readonly editor: Editor;
  readonly place: MatchPlace;
}

/** Has the matches of the active segment at hand, and those of the next ones, and does what their keys say; shows nothing. A key that
 *  comes before the matches waits for them, as long as the caret stays. */
export function MatchKeys({ editor, place }: MatchKeysProps) {
  const { t } = useTranslation();
  const active = useActiveId(editor);
  const { project, document, source } = place;
  const options = useMemo(() => {
    const segment = active === null ? null : editor.activeSegment();
    return segment && segment.from < segment.to
      ? matchesOf({ project, document, source }, editor.view.state.doc, segment)
      : null;
  }, [editor, active, project, document, source]);
  const { data } = useQuery({ ...(options ?? never), enabled: options !== null });
  useEffect(() => {
    const segment = editor.activeSegment();
    if (data && segment) fetchAhead({ project, document, source }, editor.view.state.doc, segment.index);
  }, [editor, data, project, document, source]);

  const machine = useMachine(project);
  const { fillsMatches } = usePreferences();
  const filled = useRef(new Set<string>());
  useEffect(() => {
    const segment = editor.activeSegment();
    const best = data?.matches[0]?.[0];
    if (!fillsMatches || !segment || !best || segment.id !== active || best.score < FILLED_FROM) return;
    const isEmpty = segment.text === '' && segment.status === 'initial' && !segment.leftOut;
    // Once: whoever takes it back does not want it.
    if (!isEmpty || filled.current.has(segment.id) || !editor.view.hasFocus()) return;
    filled.current.add(segment.id);
    takeMatch(editor, segment.id, best, filledIn(best));
  }, [editor, data, active, fillsMatches]);

  /** Does something with what stands at place `at` for the segment in which the key was pressed: a match, or what a machine suggests. */
  const withMatch = (at: number, take: (match: TakenMatch, segment: string, standing: TakenStanding) => boolean) => {
    const segment = editor.activeSegment();
    if (options === null || !segment) return false;
    const done = (matches: readonly Match[]) => {
      const asked = at === placeOfSuggestion(matches.length) ? machine : null;
      const suggestion = asked ? suggested({ project, document, source }, editor, segment) : undefined;
      if (suggestion?.state === 'coming') return notice(t('machine.coming'), 'matches');
      const match = asked ? undefined : matches[at];
      const isTaken =
        asked && suggestion?.state === 'done'
          ? take({ target: suggestion.english, names: suggestion.names }, segment.id, byMachine(nameOfMachine(asked)))
          : match !== undefined && take(match, segment.id, byMemory(match));
      if (!isTaken) notice(t('matches.noSuch', { number: at + 1 }), 'matches');
    };
    const known = queryClient.getQueryData(options.queryKey);
    // An older answer without it may be from before a memory was brought in.
    if (known && !known.isBehind && known.matches[0]?.[at]) done(known.matches[0]);
    else {
      const isThere = () => editor.activeSegment()?.id === segment.id;
      if (known?.isBehind) notice(t('matches.behind'), 'matches');
      void wholeMatches(options, isThere).then(
        (found) => {
          if (isThere()) done(found.matches[0] ?? []);
        },
        () => done([]),
      );
    }
    return true;
  };

  const handlers = Object.fromEntries(
    digits.flatMap((digit, at) => [
      [
        `match.take${digit}`,
        () => withMatch(at, (match, segment, standing) => takeMatch(editor, segment, match, standing)),
      ],
      [`match.part${digit}`, () => withMatch(at, (match) => insertPart(editor, selectedIn(at) || match.target))],
    ]),
  ) as Handlers;
  useCommands({
    ...handlers,
    'match.fill': () => {
      const { fillsMatches: isOn } = preferences();
      prefer({ fillsMatches: !isOn });
      notice(t(isOn ? 'matches.fillsNot' : 'matches.fills'), 'matches');
    },
  });
  return machine && <SuggestionsAhead editor={editor} place={place} />;
}

/** What is known by now of what the machine suggests. */
function suggested(place: MatchPlace, editor: Editor, segment: Segment): Suggestion | undefined {
  return queryClient.getQueryData<Suggestion>(suggestionOf(place, editor.view.state.doc, segment).queryKey);
}

/** What is never asked. */
const never = { queryKey: ['memory', 'none'], queryFn: () => null } as never as ReturnType<typeof matchesOf>;
