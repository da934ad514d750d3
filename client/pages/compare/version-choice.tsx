import { ActionIcon, Select } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { historyEntries } from '../../panels/history/history.ts';
import { useVersions } from '../../panels/history/use-versions.ts';
import { usePreferences } from '../../platform/preferences.ts';
import { formatMoment } from '../../ui/format.ts';
import styles from './compare.module.css';

const NOW = 'now';

interface VersionChoiceProps {
  readonly document: string;
  readonly before: number;
  /** Left out for the document as it stands. */
  readonly after: number | undefined;
  /** The version that `after` is, once it is known. */
  readonly is: number | undefined;
  readonly onChoose: (versions: { readonly before: number; readonly after?: number | undefined }) => void;
}

/** Chooses the two versions that are compared. */
export function VersionChoice({ document, before, after, is, onChoose }: VersionChoiceProps) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const versions = useVersions(document);
  const entries = historyEntries(versions.checkpoints, versions.named).map(({ version, at, names }) => ({
    value: String(version),
    label: `${names.length > 0 ? names.join(', ') : formatMoment(at, language)} (${t('history.version', { version })})`,
  }));
  const known = new Set(entries.map(({ value }) => value));
  const asked = [before, after].flatMap((version) =>
    version === undefined || version === 0 || known.has(String(version))
      ? []
      : [{ value: String(version), label: t('history.version', { version }) }],
  );
  const choices = [...asked, ...entries, { value: '0', label: t('history.imported') }];
  const afterValue = after === undefined ? NOW : String(after);
  return (
    <div className={styles.choice}>
      <Select
        className={styles.version ?? ''}
        label={t('history.before')}
        data={choices}
        value={String(before)}
        allowDeselect={false}
        onChange={(value) => onChoose({ before: Number(value), after })}
        searchable
      />
      <ActionIcon
        aria-label={t('history.swap')}
        disabled={is === undefined}
        onClick={() => is !== undefined && onChoose({ before: is, after: before })}
      >
        <IconArrowsLeftRight size={18} stroke={1.75} />
      </ActionIcon>
      <Select
        className={styles.version ?? ''}
        label={t('history.after')}
        data={[{ value: NOW, label: t('history.now') }, ...choices]}
        value={afterValue}
        allowDeselect={false}
        onChange={(value) => onChoose({ before, after: value === NOW ? undefined : Number(value) })}
        searchable
      />
    </div>
  );
}
