import { ActionIcon, Select } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { historyLines } from '../../panels/history/history.ts';
import { saidOf, titleOf } from '../../panels/history/said.ts';
import { useVersions } from '../../panels/history/use-versions.ts';
import { usePreferences } from '../../platform/preferences.ts';
import { queries } from '../../platform/server.ts';
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
  const entries = historyLines(versions.entries, versions.named).map(({ version, at, names, entry }) => ({
    value: String(version),
    label: labelOf(
      names.length > 0 ? names.join(t('registry.comma')) : formatMoment(at, language),
      entry && saidOf(t, entry),
    ),
  }));
  const titles = useTitles(document, [before, after]);
  const known = new Set(entries.map(({ value }) => value));
  const asked = [...new Set([before, after])].flatMap((version) =>
    version === undefined || known.has(String(version))
      ? []
      : [{ value: String(version), label: titles[version] ?? '' }],
  );
  const choices = [...asked, ...entries];
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

function labelOf(main: string, more: string | undefined): string {
  return more === undefined ? main : `${main} (${more})`;
}

/** What versions are called that are further back than the list goes so far. */
function useTitles(document: string, versions: readonly (number | undefined)[]): Readonly<Record<number, string>> {
  const { t } = useTranslation();
  const asked = versions.filter((version) => version !== undefined);
  const places = useQueries({
    queries: asked.map((version) => queries.version.place.queryOptions({ document, version })),
  });
  return Object.fromEntries(
    places.flatMap(({ data }, index) =>
      data ? [[asked[index] ?? 0, titleOf(t, { version: asked[index], name: data.names[0] })]] : [],
    ),
  );
}
