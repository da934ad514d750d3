import { UnstyledButton } from '@mantine/core';
import { IconArrowBarToLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { hostOf, nameOfMachine } from '../../../shared/core/machine.ts';
import type { Segment } from '../../../shared/doc/model/read.ts';
import type { Editor } from '../../editor/editor.ts';
import { KeyCap } from '../../keys/key-cap.tsx';
import type { Answers } from '../../platform/server.ts';
import { byMachine, takeMatch } from './insert.ts';
import { takeCommands } from './keys.tsx';
import styles from './panel.module.css';
import type { MatchPlace } from './query.ts';
import { suggestionOf } from './suggestion.ts';

interface SuggestedProps {
  readonly editor: Editor;
  readonly place: MatchPlace;
  readonly segment: Segment;
  readonly machine: Answers['machine']['ofProject'];
  /** Where it stands among the matches, from 0. */
  readonly at: number;
}

/** What the machine of the project suggests for a segment, or why it does not; the keys ask for it. */
export function Suggested({ editor, place, segment, machine, at }: SuggestedProps) {
  const { t } = useTranslation();
  const { id, index } = segment;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed in the segment changes nothing of what is asked
  const options = useMemo(
    () => suggestionOf(place, editor.view.state.doc, segment),
    [editor, place.project, place.document, place.source, id, index],
  );
  const { data } = useQuery({ ...options, enabled: false });
  if (data === undefined || data.state === 'off') return null;
  if (data.state === 'coming') return <p className={styles.none}>{t('machine.coming')}</p>;
  if (data.state === 'trouble') {
    const { rule, said } = data.trouble;
    return (
      <p className={styles.none} data-trouble={rule}>
        {t(`machine.trouble.${rule}`)} {said !== '' && <bdi>{said}</bdi>}
      </p>
    );
  }
  const command = takeCommands[at];
  const take = t('machine.take');
  return (
    <div className={styles.match} data-match={at}>
      <div className={styles.line}>
        {command && <KeyCap command={command} />}
        <span className={styles.kind}>{t('machine.suggested')}</span>
        <UnstyledButton
          className={styles.take ?? ''}
          aria-label={take}
          title={take}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() =>
            takeMatch(editor, id, { target: data.english, names: data.names }, byMachine(nameOfMachine(machine)))
          }
        >
          <IconArrowBarToLeft size={16} stroke={1.75} />
        </UnstyledButton>
      </div>
      <p lang="en" dir="ltr" className={styles.english} data-english>
        {data.english}
      </p>
      <p className={styles.origin}>
        <bdi>{t(`machine.kinds.${machine.kind}`)}</bdi>
        {machine.model !== '' && <bdi>{machine.model}</bdi>}
        <bdi>{hostOf(machine.address)}</bdi>
      </p>
    </div>
  );
}
