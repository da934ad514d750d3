import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import { statuses } from '../../../shared/core/status.ts';
import { comparedFigures, releaseFigures } from '../../../shared/release/difference.ts';
import { splits as splitNames } from '../../../shared/release/splits.ts';
import { LabelTag } from '../../ui/label-tag.tsx';
import { Figures } from './figures.tsx';
import type { OpenedRelease, Release } from './query.ts';
import styles from './releases.module.css';

interface StatisticsTablesProps {
  readonly release: Release;
  /** Of its splits; `undefined` until they are known. */
  readonly splits: OpenedRelease['manifest']['splits'] | undefined;
  readonly labels: readonly Label[];
}

/** What a release holds, as tables with bars: all figures by split, names by label, states and links. */
export function StatisticsTables({ release, splits = {}, labels }: StatisticsTablesProps) {
  const { t } = useTranslation();
  const { statistics, isDivided } = release;
  const parts = isDivided ? splitNames.filter((split) => splits[split]) : [];
  const columns = [statistics, ...parts.flatMap((split) => splits[split] ?? [])].map(releaseFigures);
  return (
    <section className={styles.section}>
      <Figures
        caption={t('releases.statistics')}
        columns={['', t('releases.all'), ...parts.map((split) => t(`releases.split.${split}`))]}
        rows={comparedFigures.map((figure) => ({
          key: figure,
          name: t(`releases.figure.${figure}`),
          values: columns.map((column) => column[figure]),
        }))}
      />
      <div className={styles.charts}>
        {statistics.labels.length === 0 ? (
          <p className={styles.none}>{t('releases.noNames')}</p>
        ) : (
          <Figures
            caption={t('releases.names')}
            columns={[t('releases.label'), t('releases.onPersian'), t('releases.onEnglish'), t('releases.entities')]}
            rows={statistics.labels.map(({ label, fa, en, entities }) => ({
              key: label,
              name: <LabelTag label={label} labels={labels} />,
              values: [fa, en, entities],
              bars: [fa, en].map((value) => ({ value, hue: hueOf(label, labels) })),
            }))}
          />
        )}
        <div className={styles.stack}>
          <Figures
            caption={t('releases.states')}
            columns={[t('releases.state'), t('releases.figure.segments')]}
            rows={statuses
              .filter((status) => statistics.states[status])
              .map((status) => {
                const value = statistics.states[status] ?? 0;
                return {
                  key: status,
                  name: t(`workbench.status.${status}`),
                  values: [value],
                  bars: [{ value, hue: 'var(--lapis)' }],
                };
              })}
          />
          {statistics.links.sure + statistics.links.possible > 0 && (
            <Figures
              caption={t('releases.links')}
              columns={['', t('releases.figure.links')]}
              rows={(['sure', 'possible'] as const).map((kind) => ({
                key: kind,
                name: t(`releases.${kind}`),
                values: [statistics.links[kind]],
                bars: [{ value: statistics.links[kind], hue: 'var(--teal)' }],
              }))}
            />
          )}
        </div>
      </div>
    </section>
  );
}

function hueOf(label: string, labels: readonly Label[]): string {
  return `rgb(var(--label-${labels.find(({ id }) => id === label)?.hue ?? 'stone'}))`;
}
