import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { factGroups } from '../../../shared/formats/facts/fact.ts';
import { formatFacts } from '../../../shared/formats/facts/facts.ts';
import { Frame } from '../../frame/frame.tsx';
import { Crumbs } from '../../ui/crumbs.tsx';
import { FormatEntry } from './format-entry.tsx';
import styles from './formats.module.css';

/** What is to be known of every format, group by group; the one that the address names is open. */
export function Formats() {
  const { t } = useTranslation();
  const { format } = useSearch({ from: '/formats' });
  return (
    <Frame title={t('formats.title')} breadcrumb={<Crumbs names={[t('formats.title')]} />}>
      <div className={styles.page}>
        <h1 className={styles.title}>{t('formats.title')}</h1>
        <p className={styles.note}>{t('formats.note')}</p>
        {factGroups.map((group) => (
          <section key={group} aria-labelledby={`formats-${group}`} className={styles.group}>
            <h2 id={`formats-${group}`}>{t(`formats.group.${group}`)}</h2>
            {formatFacts
              .filter((fact) => fact.group === group)
              .map((fact) => (
                <FormatEntry key={fact.names[0]} fact={fact} isAsked={fact.names.some((name) => name === format)} />
              ))}
          </section>
        ))}
      </div>
    </Frame>
  );
}
