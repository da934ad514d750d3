import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_NAME, prefer, usePreferences } from '../../platform/preferences.ts';
import styles from './settings.module.css';

/** What others in a document call the person at this browser. */
export function NameChoice() {
  const { t } = useTranslation();
  const { name } = usePreferences();
  const [title, note] = [useId(), useId()];
  return (
    <div className={styles.choice}>
      <div>
        <h2 id={title} className={styles.name}>
          {t('settings.person')}
        </h2>
        <p id={note} className={styles.note}>
          {t('settings.personNote')}
        </p>
      </div>
      <TextInput
        aria-labelledby={title}
        aria-describedby={note}
        dir="auto"
        autoComplete="name"
        maxLength={LONGEST_NAME}
        value={name}
        onChange={(event) => prefer({ name: event.currentTarget.value })}
      />
    </div>
  );
}
