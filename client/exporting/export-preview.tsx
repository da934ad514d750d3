import { Tabs } from '@mantine/core';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslation } from 'react-i18next';
import type { AppRouter } from '../../server/router.ts';
import styles from './export-dialog.module.css';

type Preview = inferRouterOutputs<AppRouter>['exports']['preview'];

interface ExportPreviewProps {
  readonly preview: Preview | undefined;
  /** True where the choices leave nothing to export. */
  readonly nothing: boolean;
}

/** How each file of the export begins, and what is written, left out and changed. Room is kept while it loads. */
export function ExportPreview({ preview, nothing }: ExportPreviewProps) {
  const { t } = useTranslation();
  const report = preview?.report;
  const first = preview?.files[0];
  return (
    <>
      {nothing || report?.written === 0 ? (
        <p className={styles.nothing}>{t('exporting.nothing')}</p>
      ) : (
        <Tabs key={first?.ending} defaultValue={first?.ending ?? ''} className={styles.preview ?? ''}>
          {(preview?.files.length ?? 0) > 1 && (
            <Tabs.List>
              {preview?.files.map(({ ending }) => (
                <Tabs.Tab key={ending} value={ending}>
                  {ending}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          )}
          {preview?.files.map(({ ending, text }) => (
            <Tabs.Panel key={ending} value={ending} className={styles.file ?? ''}>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
              <section tabIndex={0} aria-label={t('exporting.previewFile', { name: ending })}>
                <pre dir="ltr">{text}</pre>
              </section>
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
      <ul className={styles.report} aria-live="polite" aria-label={t('exporting.report')}>
        {report && <li>{t('exporting.written', { count: report.written })}</li>}
        {report?.leftOut.map(({ rule, count }) => (
          <li key={rule}>{t(`exporting.leftOut.${rule}`, { count })}</li>
        ))}
        {report?.changed.map(({ rule, count }) => (
          <li key={rule}>{t(`exporting.changed.${rule}`, { count })}</li>
        ))}
        {report?.lost.map(({ rule, count }) => (
          <li key={rule}>{t(`exporting.lost.${rule}`, { count })}</li>
        ))}
      </ul>
    </>
  );
}
