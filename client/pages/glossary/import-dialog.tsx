import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/core/problem.ts';
import { glossaryColumns } from '../../../shared/formats/glossary/table.ts';
import { importProblem } from '../../../shared/formats/text/problems.ts';
import { type Answers, queries } from '../../platform/server.ts';
import { BroughtList, FileDialog } from '../../ui/file-dialog.tsx';
import styles from './glossary.module.css';
import { refreshTerms, useTermWriting } from './writing.ts';

/** In bytes. */
const MOST = 14_000_000;

type Brought = Extract<Answers['term']['import'], { readonly ok: true }>['value'];

/** A file that was chosen, with what the server says that it would bring. */
interface Chosen {
  readonly name: string;
  readonly content: string;
  readonly brings: Brought | null;
  readonly problems: readonly Problem[];
}

interface ImportDialogProps {
  readonly project: string;
  readonly onClose: () => void;
}

/** Reads a file of terms, says what is wrong with it or what it brings, and imports it when asked to. */
export function ImportDialog({ project, onClose }: ImportDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const writing = useTermWriting(project);
  const send = useMutation(queries.term.import.mutationOptions());

  const choose = async (file: File) => {
    const { name, size } = file;
    if (size > MOST) {
      const values = { size: Math.ceil(size / 1e6), limit: MOST / 1e6 };
      const problems = [importProblem('file.too-large', { values })];
      return setChosen({ name, content: '', brings: null, problems });
    }
    const content = await base64Of(file);
    const read = await send.mutateAsync({ project, file: content, isTrial: true });
    setChosen({ name, content, brings: read.ok ? read.value : null, problems: read.ok ? [] : read.problems });
  };
  const submit = async ({ content: file }: Chosen) => {
    const done = await send.mutateAsync({ project, file, isTrial: false });
    if (!done.ok) return setChosen((was) => was && { ...was, brings: null, problems: done.problems });
    await refreshTerms();
    onClose();
    const { added, grown, back } = done.value;
    writing.offerBack(t('terms.file.done', { count: added + grown }), back);
  };

  const brings = chosen?.brings ?? null;
  const isNews = brings !== null && brings.added + brings.grown > 0;
  return (
    <FileDialog
      title={t('terms.file.import')}
      wanted={t('terms.file.columns', { columns: glossaryColumns.join(', ') })}
      accept=".csv,.tsv,.txt,.tbx,.xml,.xlsx,text/csv"
      name={chosen?.name ?? null}
      problems={chosen?.problems ?? []}
      brings={chosen && brings && <Brings name={chosen.name} brings={brings} />}
      onChoose={(file) => void choose(file)}
      onSubmit={chosen && isNews ? () => void submit(chosen) : null}
      isSending={send.isPending}
      onClose={onClose}
    />
  );
}

function Brings({ name, brings }: { readonly name: string; readonly brings: Brought }) {
  const { t } = useTranslation();
  const { added, grown, known, first, warnings } = brings;
  const lines = [
    t('terms.file.added', { count: added }),
    ...(grown > 0 ? [t('terms.file.grown', { count: grown })] : []),
    ...(known > 0 ? [t('terms.file.known', { count: known })] : []),
  ];
  return (
    <BroughtList name={name} lines={lines} warnings={warnings}>
      <ul className={styles.file}>
        {first.map(({ fa, domain, en }) => (
          <li key={`${fa} ${domain}`}>
            <span lang="fa" dir="rtl">
              {fa}
            </span>
            <span lang="en" dir="ltr">
              {en.map(({ text }) => text).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </BroughtList>
  );
}

/** The bytes of a file, in base64. */
function base64Of(file: File): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
