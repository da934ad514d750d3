import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { comparedFigures } from '../../../shared/release/difference.ts';
import { usePreferences } from '../../platform/preferences.ts';
import { queries } from '../../platform/server.ts';
import { formatNumber } from '../../ui/format.ts';
import { Trouble } from '../../ui/trouble.tsx';
import { Figures } from './figures.tsx';
import type { Release } from './query.ts';
import styles from './releases.module.css';

interface DifferenceProps {
  readonly before: Release;
  readonly after: Release;
}

/** How a release differs from another: figures, names by label, and documents. */
export function Difference({ before, after }: DifferenceProps) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const { data, error, refetch } = useQuery(
    queries.release.compare.queryOptions(
      { before: before.id, after: after.id },
      { staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return null;
  const { figures, labels, added, removed, changed, moved } = data;
  const columns = [t('releases.before'), t('releases.after'), t('releases.change')];
  const values = (each: { readonly before: number; readonly after: number }) => [
    each.before,
    each.after,
    signed(each.after - each.before, language),
  ];
  const fromTo = (one: string, other: string) => t('releases.fromTo', { before: one, after: other });
  const splitName = (split: 'train' | 'dev' | 'test' | null) =>
    split === null ? t('releases.noSplit') : t(`releases.split.${split}`);
  const lists = [
    { title: t('releases.added'), items: added.map((each) => ({ ...each, what: '' })) },
    { title: t('releases.gone'), items: removed.map((each) => ({ ...each, what: '' })) },
    {
      title: t('releases.changed'),
      items: changed.map((each) => ({
        ...each.after,
        what: fromTo(formatNumber(each.before.version, language), formatNumber(each.after.version, language)),
      })),
    },
    {
      title: t('releases.moved'),
      items: moved.map((each) => ({
        ...each.after,
        what: fromTo(splitName(each.before.split), splitName(each.after.split)),
      })),
    },
  ].filter(({ items }) => items.length > 0);
  return (
    <div className={styles.difference}>
      <div className={styles.charts}>
        <Figures
          caption={t('releases.difference', { name: before.name })}
          columns={['', ...columns]}
          rows={comparedFigures.map((figure) => ({
            key: figure,
            name: t(`releases.figure.${figure}`),
            values: values(figures[figure]),
          }))}
        />
        {labels.length > 0 && (
          <Figures
            caption={t('releases.names')}
            columns={[t('releases.label'), ...columns]}
            rows={labels.map((each) => ({ key: each.label, name: each.label, values: values(each) }))}
          />
        )}
      </div>
      {lists.length === 0 && <p className={styles.none}>{t('releases.nothingChanged')}</p>}
      {lists.map(({ title, items }) => (
        <section key={title}>
          <h3 className={styles.listTitle}>{title}</h3>
          <ul className={styles.documents}>
            {items.map(({ id, title, what }) => (
              <li key={id}>
                <bdi>{title}</bdi> <small>{what}</small>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** A difference with its sign; three digits behind the point are enough for a ratio. */
function signed(value: number, language: 'en' | 'fa'): string {
  const rounded = Math.round(value * 1000) / 1000;
  return `\u2066${rounded > 0 ? '+' : rounded < 0 ? '−' : ''}${formatNumber(Math.abs(rounded), language)}\u2069`;
}
