import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './crumbs.module.css';

interface CrumbsProps {
  /** From the outermost to where we are; names that people gave may be of either script. */
  readonly names: readonly string[];
  /** The document that the last but one name leads to. */
  readonly document?: string;
}

/** Where am I: the library, then `names`, the last of which is here. */
export function Crumbs({ names, document }: CrumbsProps) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('app.breadcrumb')} className={styles.crumbs}>
      <Link to="/">{t('app.library')}</Link>
      {names.map((name, index) => (
        <span key={name}>
          <span aria-hidden="true"> / </span>
          {document !== undefined && index === names.length - 2 ? (
            <Link to="/documents/$document" params={{ document }}>
              <bdi>{name}</bdi>
            </Link>
          ) : (
            <bdi {...(index === names.length - 1 && { 'aria-current': 'page', className: styles.here })}>{name}</bdi>
          )}
        </span>
      ))}
    </nav>
  );
}
