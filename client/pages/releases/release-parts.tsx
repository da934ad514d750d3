import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { exclusions } from '../../../shared/release/selection.ts';
import { Figures } from './figures.tsx';
import type { OpenedRelease } from './query.ts';
import styles from './releases.module.css';

/** So many rows of a list are shown; the manifest has them all. */
const SHOWN = 500;

/** Who contributed, what is left out, and, to be opened, the documents and files of a release. */
export function ReleaseParts({ release: { manifest } }: { readonly release: OpenedRelease }) {
  const { t } = useTranslation();
  const { recipe, excluded, files } = manifest;
  const left = exclusions.filter((reason) => excluded[reason]);
  return (
    <section className={styles.section}>
      <div className={styles.charts}>
        {recipe.contributors.length === 0 ? (
          <p className={styles.none}>{t('releases.noContributors')}</p>
        ) : (
          <Figures
            caption={t('releases.contributors')}
            columns={[t('releases.contributor'), t('releases.changes')]}
            rows={recipe.contributors.map(({ name, changes }) => ({
              key: name,
              name: <bdi>{name}</bdi>,
              values: [changes],
              bars: [{ value: changes, hue: 'var(--saffron)' }],
            }))}
          />
        )}
        {left.length === 0 ? (
          <p className={styles.none}>{t('releases.leftNone')}</p>
        ) : (
          <Figures
            caption={t('releases.left')}
            columns={['', t('releases.figure.segments')]}
            rows={left.map((reason) => ({
              key: reason,
              name: t(`releases.excluded.${reason}`),
              values: [excluded[reason] ?? 0],
              bars: [{ value: excluded[reason] ?? 0, hue: 'var(--soft)' }],
            }))}
          />
        )}
      </div>
      <Folded title={t('releases.documents')} count={recipe.documents.length}>
        <Figures
          isTitled
          caption={t('releases.documents')}
          columns={[t('releases.document'), t('releases.version'), ...(recipe.splits ? [t('releases.in')] : [])]}
          rows={recipe.documents.slice(0, SHOWN).map(({ id, title, version, split }) => ({
            key: id,
            name: <bdi>{title}</bdi>,
            values: [version, ...(recipe.splits ? [split && t(`releases.split.${split}`)] : [])],
          }))}
        />
      </Folded>
      <Folded title={t('releases.files')} count={files.length}>
        <Figures
          isTitled
          caption={t('releases.files')}
          columns={[t('releases.file'), t('releases.bytes'), t('releases.hashOf')]}
          rows={files.slice(0, SHOWN).map(({ path, bytes, sha256 }) => ({
            key: path,
            name: <code dir="ltr">{path}</code>,
            values: [bytes, `\u2066${sha256.slice(0, 16)}…\u2069`],
          }))}
        />
      </Folded>
    </section>
  );
}

interface FoldedProps {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}

function Folded({ title, count, children }: FoldedProps) {
  const { t } = useTranslation();
  return (
    <details className={styles.folded}>
      <summary>
        {title} <small>{t('releases.inAll', { count })}</small>
      </summary>
      {children}
    </details>
  );
}
