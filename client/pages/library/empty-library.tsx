import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NewProject, type NewProjectProps } from './new-project.tsx';
import styles from './page.module.css';

/** What the library is for, and the one next step. */
export function EmptyLibrary({ onCreated }: Pick<NewProjectProps, 'onCreated'>) {
  const { t } = useTranslation();
  return (
    <div className={styles.empty}>
      <h1>{t('library.empty.title')}</h1>
      <p>{t('library.empty.text')}</p>
      <NewProject onCreated={onCreated} />
      <p>
        <Link to="/" search={{ archived: true }}>
          {t('library.archive')}
        </Link>
      </p>
    </div>
  );
}
