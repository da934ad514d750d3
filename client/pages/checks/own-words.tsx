import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useKeepingWord } from '../../panels/checks/spelling.ts';
import { queries } from '../../platform/server.ts';
import styles from './policy.module.css';

/** The words that a project has added to those of the dictionaries, each with a way out. */
export function OwnWords({ project }: { readonly project: string }) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(queries.spelling.words.queryOptions({ project }));
  const keep = useKeepingWord(project);
  return (
    <details className={styles.group}>
      <summary>{t('textChecks.words.list', { count: data.length })}</summary>
      {data.length === 0 && <p className={styles.explain}>{t('textChecks.words.none')}</p>}
      <ul className={styles.words}>
        {data.map((word) => (
          <li key={word} className={styles.rule}>
            <bdi lang="en">{word}</bdi>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('textChecks.words.removeThis', { word })}
              onClick={() => keep(word, false)}
            >
              {t('textChecks.words.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
