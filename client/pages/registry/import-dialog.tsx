import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import type { Problem } from '../../../shared/core/problem.ts';
import { registryColumns } from '../../../shared/formats/registry/row.ts';
import { type ListedEntity, refreshEntities } from '../../panels/entities/query.ts';
import { server } from '../../platform/server.ts';
import { BroughtList, FileDialog } from '../../ui/file-dialog.tsx';
import { notice, noticeTrouble } from '../../ui/notices.tsx';
import styles from '../../ui/sheet.module.css';
import { type Preview, previewOf, type ReadFile, readFile } from './registry-file.ts';

interface ImportDialogProps {
  readonly project: string;
  readonly entities: readonly ListedEntity[];
  readonly labels: readonly Label[];
  readonly onClose: () => void;
}

/** Reads a file of entities, says what is wrong with it or what it brings, and imports it when asked to. */
export function ImportDialog({ project, entities, labels, onClose }: ImportDialogProps) {
  const { t } = useTranslation();
  const [file, setFile] = useState<ReadFile | null>(null);
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const csv = file?.csv ?? null;
  const preview = useMemo(() => (csv === null ? null : previewOf(csv, entities, labels)), [csv, entities, labels]);
  const [sending, setSending] = useState<AbortController | null>(null);

  const choose = async (chosen: File) => {
    setRefused([]);
    setFile(await readFile(chosen));
  };
  const submit = async (text: string) => {
    const ending = new AbortController();
    setSending(ending);
    try {
      const imported = await server.entity.import.mutate({ project, csv: text }, { signal: ending.signal });
      if (!imported.ok) return setRefused(imported.problems);
      await refreshEntities();
      onClose();
      const { added, grown } = imported.value;
      notice(t('registry.file.done', { count: added + grown }));
    } catch (error) {
      if (!ending.signal.aborted) return noticeTrouble(error);
      // What is told of the file then is what it would still bring.
      await refreshEntities();
      notice(t('registry.file.stopped'));
    } finally {
      setSending(null);
    }
  };

  const problems = preview && !preview.ok ? preview.problems : refused;
  const brings = preview?.ok && refused.length === 0 ? preview.value : null;
  const isNews = brings !== null && brings.additions.added.length + brings.additions.grown.length > 0;
  return (
    <FileDialog
      title={t('registry.file.import')}
      wanted={t('registry.file.columns', { columns: registryColumns.join(',') })}
      accept=".csv,.tsv,.txt,.tbx,.xml,text/csv"
      name={file?.name ?? null}
      problems={problems}
      brings={
        file &&
        (csv === null ? (
          <p className={styles.wrong}>{t('registry.file.encoding')}</p>
        ) : (
          brings && <Brought name={file.name} {...brings} />
        ))
      }
      onChoose={(chosen) => void choose(chosen)}
      onSubmit={csv !== null && isNews ? () => void submit(csv) : null}
      isSending={sending !== null}
      onStop={() => sending?.abort()}
      onClose={onClose}
    />
  );
}

function Brought({ name, additions, warnings }: Preview & { readonly name: string }) {
  const { t } = useTranslation();
  const { added, grown, known } = additions;
  const lines = [
    t('registry.file.added', { count: added.length }),
    ...(grown.length > 0 ? [t('registry.file.grown', { count: grown.length })] : []),
    ...(known > 0 ? [t('registry.file.known', { count: known })] : []),
  ];
  return <BroughtList name={name} lines={lines} warnings={warnings} />;
}
