import { Button, UnstyledButton } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import type { LinkDisagreement } from '../../../shared/doc/checks/link-disagreement.ts';
import type { Proposal } from '../../../shared/doc/proposals/proposal.ts';
import { Cap, KeyCap } from '../../keys/key-cap.tsx';
import { usePreferences } from '../../platform/preferences.ts';
import { LabelTag } from '../../ui/label-tag.tsx';
import type { SegmentName } from './names.ts';
import styles from './panel.module.css';
import { type ActiveNames, insertCommands, useNames } from './use.ts';

interface EntitiesPanelProps {
  readonly project: string;
  /** `null` until the document stands. */
  readonly names: ActiveNames | null;
  readonly labels: readonly Label[];
  /** Has what was rejected proposed again, by its keys. */
  readonly onProposeAgain: (keys: readonly string[]) => void;
}

/** The names of the active segment with their agreed English, those that are marked and those that are proposed. A press
 *  writes the English at the caret, already linked, or goes to it where it stands. */
export function EntitiesPanel({ project, names, labels, onProposeAgain }: EntitiesPanelProps) {
  const { t } = useTranslation();
  const number = useNames(names, (each) => each.number());
  const listed = useNames(names, (each) => each.names()) ?? [];
  const current = useNames(names, (each) => each.current());
  const { proposals } = usePreferences();
  const isComplete = useNames(names, (each) => !proposals || each.isComplete()) ?? false;
  const rejected = useNames(names, (each) => each.rejected()) ?? [];
  const against = useNames(names, (each) => each.against());
  return (
    <>
      {number ? <h2 className={styles.heading}>{t('entities.here', { number })}</h2> : null}
      {listed.length === 0 && <p className={styles.none}>{t(isComplete ? 'entities.none' : 'entities.waiting')}</p>}
      <ul className={styles.names}>
        {names &&
          listed.map((name, at) => (
            <Name
              key={name.key}
              name={name}
              at={at}
              project={project}
              names={names}
              isCurrent={name.proposal !== null && name.proposal.key === current?.key}
              against={against?.get(name.mention ?? '')}
              labels={labels}
            />
          ))}
      </ul>
      {rejected.length > 0 && (
        <p className={styles.end}>
          <Button variant="light" size="compact-sm" onClick={() => onProposeAgain(rejected)}>
            {t('proposal.again', { count: rejected.length })}
          </Button>
        </p>
      )}
      <p className={styles.end}>
        <Link to="/projects/$project/entities" params={{ project }}>
          {t('entities.all')}
        </Link>
      </p>
    </>
  );
}

interface NameProps extends Omit<EntitiesPanelProps, 'onProposeAgain' | 'names'> {
  readonly names: ActiveNames;
  readonly name: SegmentName;
  readonly at: number;
  /** True when Tab and Escape are about it. */
  readonly isCurrent: boolean;
  /** What links say against it. */
  readonly against: LinkDisagreement | undefined;
}

const Name = memo(function Name({ name, at, project, names, isCurrent, against, labels }: NameProps) {
  const { t } = useTranslation();
  const command = insertCommands[at];
  const { proposal } = name;
  const english = name.rendering?.text ?? proposal?.rendering?.text ?? name.english;
  const isStanding = name.rendering !== null;
  const title = isStanding ? 'goTo' : proposal?.rendering ? 'accept' : 'insert';
  return (
    <li className={styles.name} data-current={isCurrent || undefined}>
      <span>{command && <KeyCap command={command} />}</span>
      <UnstyledButton
        className={styles.texts ?? ''}
        disabled={english === ''}
        title={t(`entities.${title}`)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => names.take(name)}
      >
        {name.persian !== '' && (
          <span lang="fa" dir="rtl" data-proposed={name.mention === null || undefined}>
            {name.persian}
          </span>
        )}
        <span lang="en" dir="ltr" className={styles.english} data-waiting={!isStanding || undefined}>
          {english || t('entities.noEnglish')}
        </span>
      </UnstyledButton>
      {name.entity ? (
        <Link
          to="/projects/$project/entities"
          params={{ project }}
          search={{ entity: name.entity.id }}
          className={styles.record}
          aria-label={t('entities.record', { name: name.entity.en || name.entity.fa })}
        >
          <LabelTag label={name.label} labels={labels} />
        </Link>
      ) : (
        <span className={styles.label}>
          <LabelTag label={name.label} labels={labels} />
        </span>
      )}
      {against && (
        <p className={styles.against}>
          {t(against.side === 'source' ? 'links.panel.disagreeSource' : 'links.panel.disagreeRendering', {
            word: against.word,
            partner: against.partner,
          })}
        </p>
      )}
      {proposal && <Decision proposal={proposal} names={names} isCurrent={isCurrent} />}
    </li>
  );
});

/** Why something is proposed, and the two answers to it. */
function Decision({
  proposal,
  names,
  isCurrent,
}: Pick<NameProps, 'names' | 'isCurrent'> & { readonly proposal: Proposal }) {
  const { t } = useTranslation();
  const name = proposal.source?.text ?? proposal.rendering?.text ?? '';
  return (
    <div className={styles.decision}>
      <span className={styles.reason}>
        {t('proposal.because', { reason: t(`proposal.reason.${proposal.reason}`), score: proposal.score })}
      </span>
      <UnstyledButton
        className={styles.answer ?? ''}
        aria-label={t('proposal.acceptName', { name })}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => names.accept(proposal)}
      >
        {isCurrent ? <Cap name="Tab" /> : <IconCheck size={15} stroke={1.75} />}
      </UnstyledButton>
      <UnstyledButton
        className={styles.answer ?? ''}
        aria-label={t('proposal.rejectName', { name })}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => names.reject(proposal)}
      >
        {isCurrent ? <Cap name="Del" /> : <IconX size={15} stroke={1.75} />}
      </UnstyledButton>
    </div>
  );
}
