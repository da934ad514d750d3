import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../shared/core/label.ts';
import { LabelTag } from '../app/label-tag.tsx';
import { KeyCap } from '../keys/key-cap.tsx';
import type { SegmentName } from './entities-names.ts';
import styles from './entities-panel.module.css';
import { type ActiveNames, insertCommands } from './entities-use.ts';

interface EntitiesPanelProps {
  readonly project: string;
  readonly names: ActiveNames;
  readonly labels: readonly Label[];
}

/** The names of the active segment with their agreed English: those that are marked, and those that the registry knows. A
 *  press writes the English at the caret, already linked, or goes to it where it stands. */
export function EntitiesPanel({ project, names, labels }: EntitiesPanelProps) {
  const { t } = useTranslation();
  const { marked, known } = names;
  return (
    <>
      <h2 className={styles.heading}>{t('entities.here')}</h2>
      {marked.length === 0 && <p className={styles.none}>{t('entities.none')}</p>}
      <Names names={marked} first={0} labels={labels} project={project} onTake={names.take} />
      {known.length > 0 && (
        <>
          <h2 className={styles.heading}>{t('entities.known')}</h2>
          <Names names={known} first={marked.length} labels={labels} project={project} onTake={names.take} />
        </>
      )}
      <p className={styles.end}>
        <Link to="/projects/$project/entities" params={{ project }}>
          {t('entities.all')}
        </Link>
      </p>
    </>
  );
}

interface NamesProps extends Pick<EntitiesPanelProps, 'project' | 'labels'> {
  readonly names: readonly SegmentName[];
  /** How many names stand before these; the keys count them all. */
  readonly first: number;
  readonly onTake: (name: SegmentName) => boolean;
}

function Names({ names, first, labels, project, onTake }: NamesProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles.names}>
      {names.map((name, at) => {
        const command = insertCommands[first + at];
        const isStanding = name.rendering !== null;
        return (
          <li key={name.key} className={styles.name}>
            <span className={styles.key}>{command && <KeyCap command={command} />}</span>
            <UnstyledButton
              className={styles.texts ?? ''}
              disabled={!isStanding && name.english === ''}
              title={t(isStanding ? 'entities.goTo' : 'entities.insert')}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onTake(name)}
            >
              <span lang="fa" dir="rtl">
                {name.persian}
              </span>
              <span lang="en" dir="ltr" className={styles.english} data-waiting={!isStanding || undefined}>
                {name.rendering?.text ?? (name.english || t('entities.noEnglish'))}
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
              <LabelTag label={name.label} labels={labels} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
