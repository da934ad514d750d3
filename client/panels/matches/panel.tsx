import { UnstyledButton } from '@mantine/core';
import { IconArrowBarToLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Segment } from '../../../shared/doc/model/read.ts';
import type { Editor } from '../../editor/editor.ts';
import { KeyCap } from '../../keys/key-cap.tsx';
import { usePreferences } from '../../platform/preferences.ts';
import { formatDay } from '../../ui/format.ts';
import { TakenFrom } from '../taken-from.tsx';
import { useActiveSegment } from '../use-active.ts';
import { Differing } from './differing.tsx';
import { Fragments } from './fragments.tsx';
import { byMemory, takeMatch } from './insert.ts';
import { takeCommands } from './keys.tsx';
import styles from './panel.module.css';
import { type Match, type MatchPlace, matchesOf } from './query.ts';
import { Suggested } from './suggested.tsx';
import { placeOfSuggestion, useMachine } from './suggestion.ts';

interface MatchesPanelProps {
  readonly editor: Editor;
  readonly place: MatchPlace;
}

/** What the memories of the project have for the active segment, best first. */
export function MatchesPanel({ editor, place }: MatchesPanelProps) {
  const { t } = useTranslation();
  const segment = useActiveSegment(editor);
  return (
    <>
      {segment && segment.from < segment.to ? (
        <Matches editor={editor} place={place} segment={segment} />
      ) : (
        <p className={styles.none}>{t('matches.noSegment')}</p>
      )}
      <p className={styles.end}>
        <Link to="/projects/$project/memories" params={{ project: place.project }}>
          {t('matches.all')}
        </Link>
      </p>
    </>
  );
}

function Matches({ editor, place, segment }: MatchesPanelProps & { readonly segment: Segment }) {
  const { t } = useTranslation();
  const { project, document, source } = place;
  const { id, index } = segment;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed in the segment changes nothing of what is asked
  const options = useMemo(
    () => matchesOf({ project, document, source }, editor.view.state.doc, segment),
    [editor, project, document, source, id, index],
  );
  const { data, isError } = useQuery(options);
  const query = source.slice(segment.from, segment.to);
  const machine = useMachine(project);
  const all = data?.matches[0] ?? [];
  const matches = machine ? all.slice(0, placeOfSuggestion(all.length)) : all;
  return (
    <>
      <h2 className={styles.heading}>{t('matches.here', { number: index + 1 })}</h2>
      {segment.taken && (
        <p className={styles.none}>
          <TakenFrom segment={segment} />
        </p>
      )}
      {isError && <p className={styles.none}>{t('matches.away')}</p>}
      {data?.isBehind && <p className={styles.none}>{t('matches.behind')}</p>}
      {data && !data.isBehind && matches.length === 0 && <p className={styles.none}>{t('matches.none')}</p>}
      <ol className={styles.matches}>
        {matches.map((match, at) => (
          <Shown
            key={`${match.origin.memory} ${match.origin.number}`}
            match={match}
            at={at}
            query={query}
            onTake={() => takeMatch(editor, id, match, byMemory(match))}
          />
        ))}
      </ol>
      {machine && data && (
        <Suggested editor={editor} place={place} segment={segment} machine={machine} at={matches.length} />
      )}
      {data && !data.isBehind && matches.length === 0 && <Fragments editor={editor} project={project} text={query} />}
    </>
  );
}

interface ShownProps {
  readonly match: Match;
  readonly at: number;
  readonly query: string;
  readonly onTake: () => void;
}

function Shown({ match, at, query, onTake }: ShownProps) {
  const { t } = useTranslation();
  const command = takeCommands[at];
  const { score, kind, penalties, source, target, replaced, isAmbiguous } = match;
  return (
    <li className={styles.match} data-match={at}>
      <div className={styles.line}>
        {command && <KeyCap command={command} />}
        <strong className={styles.score} data-band={score >= 100 ? 'same' : score >= 95 ? 'near' : 'like'}>
          {t('matches.score', { score })}
        </strong>
        <span className={styles.kind}>{t(`matches.kind.${kind}`)}</span>
        <UnstyledButton
          className={styles.take ?? ''}
          aria-label={t('matches.take', { number: at + 1 })}
          title={t('matches.take', { number: at + 1 })}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onTake}
        >
          <IconArrowBarToLeft size={16} stroke={1.75} />
        </UnstyledButton>
      </div>
      <p lang="fa" dir="rtl" className={styles.persian}>
        <Differing known={source} query={query} />
      </p>
      <p lang="en" dir="ltr" className={styles.english} data-english>
        <Replaced text={target} places={replaced} />
      </p>
      <p className={styles.origin}>
        <Origin match={match} />
        {penalties.map(({ reason, points }) => (
          <span key={reason} className={styles.penalty}>
            {t(`matches.penalty.${reason}`, { points })}
          </span>
        ))}
        {isAmbiguous && <span className={styles.penalty}>{t('matches.ambiguous')}</span>}
      </p>
    </li>
  );
}

/** The English with the numbers marked that were put in. */
function Replaced({ text, places }: { readonly text: string; readonly places: Match['replaced'] }) {
  const ends = [0, ...places.map(({ to }) => to)];
  return (
    <>
      {places.map(({ from, to }, index) => (
        <span key={from}>
          {text.slice(ends[index], from)}
          <mark className={styles.replaced}>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}

function Origin({ match: { origin } }: { readonly match: Match }) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const { document, title, segment, name, at, isReviewed } = origin;
  const place = name || title || t('matches.own');
  return (
    <>
      {document !== null && segment !== null && title !== null ? (
        <Link to="/documents/$document" params={{ document }} search={{ segment }}>
          <bdi>{title}</bdi>
        </Link>
      ) : (
        <bdi>{place}</bdi>
      )}
      <span>{formatDay(at, language)}</span>
      {isReviewed && <span>{t('matches.reviewed')}</span>}
    </>
  );
}
