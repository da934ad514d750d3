import { Button, Checkbox, Group, Radio, Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Status } from '../../shared/core/status.ts';
import {
  type EnglishTag,
  englishTags,
  type Format,
  formats,
  oneSidedFormats,
  type PersianTag,
  persianTags,
  type Side,
} from '../../shared/formats/corpus/row.ts';
import { namedChoices } from '../panels/history/named-choices.ts';
import { useVersions } from '../panels/history/use-versions.ts';
import { queries } from '../platform/server.ts';
import { Dialog } from '../ui/dialog.tsx';
import { StatusChips } from '../ui/status-chips.tsx';
import { Trouble } from '../ui/trouble.tsx';
import styles from './export-dialog.module.css';
import { ExportPreview } from './export-preview.tsx';
import { formatKey } from './format-key.ts';

/** What the dialog can export: one document with its project around it. */
export interface Exportable {
  readonly document: string;
  readonly project: { readonly id: string; readonly name: string };
}

interface ExportDialogProps extends Exportable {
  readonly onClose: () => void;
}

/** Chooses what to take away and in which format, shows how it begins and what is left out, and downloads it. */
export function ExportDialog({ onClose, ...exportable }: ExportDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('exporting.title')} width={920} onClose={onClose}>
      <ExportForm {...exportable} />
    </Dialog>
  );
}

function ExportForm({ document, project }: Exportable) {
  const { t } = useTranslation();
  const tagsLabel = useId();
  const [whole, setWhole] = useState(false);
  const [version, setVersion] = useState<string | null>(null);
  const [format, setFormat] = useState<Format>('tmx');
  const [states, setStates] = useState<readonly Status[]>(['translated', 'reviewed', 'final']);
  const [fa, setFa] = useState<PersianTag>('fa');
  const [en, setEn] = useState<EnglishTag>('en');
  const [side, setSide] = useState<Side>('fa');
  const [bom, setBom] = useState(false);
  const versions = useVersions(document);
  const hasMark = format === 'tsv' || format === 'csv';

  const request = {
    ...(whole ? { project: project.id } : { document }),
    ...(!whole && version !== null && { version: Number(version) }),
    format,
    states: [...states],
    fa,
    en,
    side,
    bom: hasMark && bom,
  };
  const [asked] = useDebouncedValue(request, 150);
  const preview = useQuery({
    ...queries.exports.preview.queryOptions(asked),
    enabled: asked.states.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const named = namedChoices(t, versions.named);
  const written = states.length > 0 && (preview.data?.report.written ?? 0) > 0;

  return (
    <div className={styles.form}>
      <Stack gap="md">
        <Radio.Group
          label={t('exporting.what')}
          value={whole ? 'project' : 'document'}
          onChange={(value) => setWhole(value === 'project')}
        >
          <Stack gap={6} mt={6}>
            <Radio value="document" label={t('exporting.document')} />
            <Radio value="project" label={t('exporting.project', { project: project.name })} />
          </Stack>
        </Radio.Group>
        {!whole && named.length > 0 && (
          <Select
            label={t('exporting.version')}
            placeholder={t('exporting.head')}
            data={named}
            value={version}
            onChange={setVersion}
            clearable
          />
        )}
        <Select
          label={t('exporting.format')}
          data={formats.map((known) => ({ value: known, label: t(`exporting.formats.${formatKey(known)}`) }))}
          value={format}
          searchable
          allowDeselect={false}
          onChange={(value) => setFormat(formats.find((known) => known === value) ?? format)}
        />
        <Link to="/formats" search={{ format }} target="_blank" className={styles.about}>
          {t('formats.about')}
        </Link>
        {oneSidedFormats.has(format) && (
          <Radio.Group
            label={t('exporting.side')}
            value={side}
            onChange={(value) => setSide(value === 'en' ? 'en' : 'fa')}
          >
            <Group gap="md" mt={6}>
              <Radio value="fa" label={t('exporting.persianTag')} />
              <Radio value="en" label={t('exporting.englishTag')} />
            </Group>
          </Radio.Group>
        )}
        {hasMark && (
          <Checkbox
            label={t('exporting.bom')}
            checked={bom}
            onChange={(event) => setBom(event.currentTarget.checked)}
          />
        )}
        <fieldset className={styles.states}>
          <legend>{t('exporting.states')}</legend>
          <StatusChips chosen={states} onChoose={setStates} />
        </fieldset>
        <fieldset className={styles.states} aria-labelledby={tagsLabel}>
          <legend id={tagsLabel}>{t('exporting.tags')}</legend>
          <Group gap="sm" grow>
            <Select
              aria-label={t('exporting.persianTag')}
              data={[...persianTags]}
              value={fa}
              allowDeselect={false}
              onChange={(value) => setFa(persianTags.find((tag) => tag === value) ?? fa)}
            />
            <Select
              aria-label={t('exporting.englishTag')}
              data={[...englishTags]}
              value={en}
              allowDeselect={false}
              onChange={(value) => setEn(englishTags.find((tag) => tag === value) ?? en)}
            />
          </Group>
        </fieldset>
      </Stack>
      <div className={styles.outcome}>
        {preview.error ? (
          <Trouble error={preview.error} retry={() => void preview.refetch()} />
        ) : (
          <ExportPreview preview={states.length > 0 ? preview.data : undefined} nothing={states.length === 0} />
        )}
        <Button
          renderRoot={(props) => <a {...props} href={written ? downloadAddress(request) : undefined} download />}
          disabled={!written}
          aria-disabled={!written}
          className={styles.download ?? ''}
        >
          {t('exporting.download')}
        </Button>
      </div>
    </div>
  );
}

type Request = Parameters<typeof queries.exports.preview.queryOptions>[0];

/** Where the server streams the export from. */
function downloadAddress(request: Request): string {
  const address = new URLSearchParams();
  if (typeof request === 'object') {
    for (const [key, value] of Object.entries(request)) {
      if (value !== undefined) address.set(key, String(value));
    }
  }
  return `/export?${address}`;
}
