import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './change-bar.module.css';
import type { DoneIn, LinkChanging } from './use-link-change.ts';

/** What was changed, document by document, each to be taken back alone, or all of them. */
export function ChangeResult({ change }: { readonly change: LinkChanging }) {
  const { t } = useTranslation();
  const done = change.done ?? [];
  const written = done.reduce((sum, one) => sum + one.written, 0);
  const open = done.filter((one) => one.change !== null && !one.reverted);
  return (
    <section className={styles.bar} aria-label={t('links.page.result')}>
      <p role="status" className={styles.count}>
        {t('links.page.done', {
          places: t('links.page.places', { count: written }),
          documents: t('library.documents', { count: done.filter((one) => one.written > 0).length }),
        })}
      </p>
      <ul className={styles.documents}>
        {done.map((one) => (
          <li key={one.document}>
            <Link to="/documents/$document" params={{ document: one.document }}>
              <bdi>{one.title}</bdi>
            </Link>
            <span>
              <Said {...one} />
            </span>
            {open.includes(one) && (
              <Button
                variant="subtle"
                size="compact-sm"
                disabled={change.isBusy}
                aria-label={t('links.page.undoIn', { title: one.title })}
                onClick={() => void change.undo([one])}
              >
                {t('app.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.tools}>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={change.close}>
          {t('app.close')}
        </Button>
        {open.length > 1 && (
          <Button variant="default" size="compact-sm" loading={change.isBusy} onClick={() => void change.undo(open)}>
            {t('links.page.undoAll')}
          </Button>
        )}
      </div>
    </section>
  );
}

function Said({ written, left, reverted }: DoneIn) {
  const { t } = useTranslation();
  if (reverted) return t(`links.page.back.${reverted.outcome}`);
  const places = t('links.page.places', { count: written });
  return left === 0 ? places : `${places}${t('registry.comma')}${t('links.page.left', { count: left })}`;
}
