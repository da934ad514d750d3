import { Checkbox, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldKey } from '../../../shared/language/characters/fold.ts';
import { namedChoices } from '../../panels/history/named-choices.ts';
import { useVersions } from '../../panels/history/use-versions.ts';
import { queries } from '../../platform/server.ts';
import styles from './release-dialog.module.css';

interface DocumentsChoiceProps {
  readonly project: string;
  /** By id, at a version or at the head; `null` for all as they are. */
  readonly chosen: ReadonlyMap<string, number | null> | null;
  readonly onChoose: (chosen: ReadonlyMap<string, number | null> | null) => void;
}

/** So many documents are shown at once; more are found by their titles. */
const SHOWN = 60;

/** All documents of a project as they are, or some of them, each at its head or at a named version. */
export function DocumentsChoice({ project, chosen, onChoose }: DocumentsChoiceProps) {
  const { t } = useTranslation();
  const [sought, setSought] = useState('');
  const { data: documents = [] } = useQuery(queries.document.list.queryOptions({ project }));
  const key = foldKey(sought, 'search');
  const found = documents.filter(({ title }) => foldKey(title, 'search').includes(key));
  const put = (id: string, version: number | null | undefined) => {
    const next = new Map(chosen ?? []);
    if (version === undefined) next.delete(id);
    else next.set(id, version);
    onChoose(next);
  };
  return (
    <fieldset className={styles.fields}>
      <legend>{t('releases.dialog.documents')}</legend>
      <Radio.Group
        aria-label={t('releases.dialog.documents')}
        value={chosen === null ? 'all' : 'some'}
        onChange={(value) => onChoose(value === 'all' ? null : new Map(documents.map(({ id }) => [id, null])))}
      >
        <Stack gap={6}>
          <Radio value="all" label={t('releases.dialog.allDocuments', { count: documents.length })} />
          <Radio value="some" label={t('releases.dialog.someDocuments')} />
        </Stack>
      </Radio.Group>
      {chosen !== null && (
        <>
          {documents.length > 8 && (
            <TextInput
              size="xs"
              dir="auto"
              aria-label={t('releases.dialog.find')}
              maxLength={200}
              placeholder={t('releases.dialog.find')}
              value={sought}
              onChange={(event) => setSought(event.currentTarget.value)}
            />
          )}
          <ul className={styles.documents}>
            {found.slice(0, SHOWN).map(({ id, title }) => (
              <li key={id}>
                <Checkbox
                  size="xs"
                  aria-label={t('releases.dialog.take', { title })}
                  label={<bdi>{title}</bdi>}
                  checked={chosen.has(id)}
                  onChange={(event) => put(id, event.currentTarget.checked ? null : undefined)}
                />
                <VersionSelect
                  document={id}
                  title={title}
                  version={chosen.get(id) ?? null}
                  disabled={!chosen.has(id)}
                  onChoose={(version) => put(id, version)}
                />
              </li>
            ))}
          </ul>
          {found.length > SHOWN && (
            <p className={styles.more}>{t('releases.dialog.more', { count: found.length - SHOWN })}</p>
          )}
        </>
      )}
    </fieldset>
  );
}

interface VersionSelectProps {
  readonly document: string;
  readonly title: string;
  readonly version: number | null;
  readonly disabled: boolean;
  readonly onChoose: (version: number | null) => void;
}

function VersionSelect({ document, title, version, disabled, onChoose }: VersionSelectProps) {
  const { t } = useTranslation();
  const { named } = useVersions(document);
  return (
    <Select
      size="xs"
      aria-label={t('releases.dialog.versionOf', { title })}
      disabled={disabled}
      data={[{ value: '', label: t('releases.dialog.head') }, ...namedChoices(t, named)]}
      value={version === null ? '' : String(version)}
      allowDeselect={false}
      onChange={(value) => onChoose(value ? Number(value) : null)}
    />
  );
}
