import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import type { Problem } from '../../../shared/core/problem.ts';
import { registryColumns } from '../../../shared/formats/registry/row.ts';
import { type ListedEntity, refreshEntities } from '../../panels/entities/query.ts';
import { queries } from '../../platform/server.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { notice } from '../../ui/notices.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { type Preview, previewOf, type ReadFile, readFile } from './registry-file.ts';
import styles from './sheet.module.css';

interface ImportDialogProps {
  readonly project: string;
  readonly entities: readonly ListedEntity[];
  readonly labels: readonly Label[];
  readonly onClose: () => void;
}

/** Reads a file of entities, says what is wrong with it or what it brings, and imports it when asked to. */
export function ImportDialog({ project, entities, labels, onClose }: ImportDialogProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<ReadFile | null>(null);
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const csv = file?.csv ?? null;
  const preview = useMemo(() => (csv === null ? null : previewOf(csv, entities, labels)), [csv, entities, labels]);
  const send = useMutation(queries.entity.import.mutationOptions());

  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    setRefused([]);
    setFile(await readFile(chosen));
  };
  const submit = async (text: string) => {
    const imported = await send.mutateAsync({ project, csv: text });
    if (!imported.ok) return setRefused(imported.problems);
    await refreshEntities();
    onClose();
    const { added, grown } = imported.value;
    notice(t('registry.file.done', { count: added + grown }));
  };

  const problems = preview && !preview.ok ? preview.problems : refused;
  const brings = preview?.ok && refused.length === 0 ? preview.value : null;
  const isNews = brings !== null && brings.additions.added.length + brings.additions.grown.length > 0;
  return (
    <Dialog title={t('registry.file.import')} width={640} onClose={onClose}>
      <div className={styles.sheet}>
        <p>{t('registry.file.columns', { columns: registryColumns.join(',') })}</p>
        <div aria-live="polite" className={styles.sheet}>
          {file && csv === null && <p className={styles.wrong}>{t('registry.file.encoding')}</p>}
          {file && problems.length > 0 && (
            <>
              <p>{t('registry.file.refused', { name: file.name })}</p>
              <div className={styles.problems}>
                <ProblemList problems={problems} />
              </div>
            </>
          )}
          {file && brings && <Brought name={file.name} {...brings} />}
        </div>
        <input
          ref={input}
          hidden
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          aria-label={t('registry.file.choose')}
          onChange={({ target }) => {
            void choose(target.files?.[0]);
            target.value = '';
          }}
        />
        <div className={styles.end}>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button data-autofocus variant={isNews ? 'default' : 'filled'} onClick={() => input.current?.click()}>
            {t(file ? 'registry.file.another' : 'registry.file.choose')}
          </Button>
          {csv !== null && isNews && (
            <Button loading={send.isPending} onClick={() => void submit(csv)}>
              {t('registry.file.submit')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function Brought({ name, additions, warnings }: Preview & { readonly name: string }) {
  const { t } = useTranslation();
  const { added, grown, known } = additions;
  return (
    <>
      <p>{t('registry.file.brings', { name })}</p>
      <ul className={styles.titles}>
        <li>{t('registry.file.added', { count: added.length })}</li>
        {grown.length > 0 && <li>{t('registry.file.grown', { count: grown.length })}</li>}
        {known > 0 && <li>{t('registry.file.known', { count: known })}</li>}
      </ul>
      {warnings.length > 0 && (
        <>
          <p>{t('registry.file.warnings')}</p>
          <div className={styles.warnings}>
            <ProblemList problems={warnings} />
          </div>
        </>
      )}
    </>
  );
}
