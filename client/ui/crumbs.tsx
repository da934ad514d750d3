import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './crumbs.module.css';

interface CrumbsProps {
  /** From the outermost to where we are; names that people gave may be of either script. The library stands for a name that is not
   *  known, or not yet. */
  readonly names: readonly (string | undefined)[];
  /** The document that the last but one name leads to. */
  readonly document?: string;
}

/** Where am I: a page of the library; or a project, which leads there, its document, and a page of that. The last name
 *  is here; below a project it is the heading of the page. */
export function Crumbs({ names, document }: CrumbsProps) {
  const { t } = useTranslation();
  const isInProject = names.length > 1;
  const crumb = (depth: number): ReactNode => {
    const name = <bdi>{names[depth] ?? t('app.library')}</bdi>;
    const isHere = depth === names.length - 1;
    if (isHere && isInProject) return <h1 className={styles.here}>{name}</h1>;
    if (isHere) return <span className={styles.here}>{name}</span>;
    if (document === undefined || depth < names.length - 2) return <Link to="/">{name}</Link>;
    return (
      <Link to="/documents/$document" params={{ document }}>
        {name}
      </Link>
    );
  };
  return (
    <nav aria-label={t('app.breadcrumb')}>
      <ol className={styles.crumbs}>
        {!isInProject && (
          <li>
            <Link to="/">{t('app.library')}</Link>
          </li>
        )}
        {names.map((_, depth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a crumb is known by its depth; its name comes later
          <li key={depth}>{crumb(depth)}</li>
        ))}
      </ol>
    </nav>
  );
}
