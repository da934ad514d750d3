import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../platform/server.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { useOneAtATime } from '../../ui/use-one-at-a-time.ts';
import styles from './import-form.module.css';
import { ImportNotes } from './import-notes.tsx';
import { LineChoice, type Lines, lineQuestion } from './line-choice.tsx';
import { refreshLibrary } from './refresh.ts';
import type { Project } from './shelf.ts';
import type { Imported } from './upload.ts';

interface ImportFormProps {
  readonly project: Project;
  /** What was pasted outside the form. */
  readonly text: string;
  readonly onFiles: (files: FileList) => void;
  /** Puts what is typed beside its English. */
  readonly onPair: (text: string) => void;
  readonly onImported: (document: Imported) => void;
  readonly onClose: () => void;
}

/** Brings a text into a project, by file or by paste. What is wrong with a pasted text is said under it. */
export function ImportForm({ project, text, onFiles, onPair, onImported, onClose }: ImportFormProps) {
  const { t } = useTranslation();
  const [title, setTitle] = useState('');
  const [pasted, setPasted] = useState(text);
  const send = useMutation(queries.document.import.mutationOptions());

  const question = send.data && !send.data.ok ? lineQuestion(send.data.problems) : undefined;

  const bring = useOneAtATime(async (lines: Lines | 'ask') => {
    const result = await send.mutateAsync({ project: project.id, title: title.trim(), text: pasted, lines });
    if (!result.ok) return;
    await refreshLibrary();
    onImported(result.value);
    if (result.value.notes.length === 0) onClose();
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void bring('ask');
  };

  if (send.data?.ok && send.data.value.notes.length > 0) {
    return <ImportNotes name={send.data.value.title} notes={send.data.value.notes} onDismiss={onClose} />;
  }
  return (
    <form
      className={styles.form}
      aria-label={t('library.import.into', { name: project.name })}
      onSubmit={submit}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <p className={styles.drop}>
        {t('library.import.drop')} <FileChooser onFiles={onFiles} /> {t('library.import.or')}{' '}
        <Link to="/formats" target="_blank" className={styles.formats}>
          {t('formats.all')}
        </Link>
      </p>
      <textarea
        className={styles.text}
        lang="fa"
        dir="rtl"
        rows={6}
        aria-label={t('library.import.text')}
        placeholder={t('library.import.textHint')}
        value={pasted}
        // biome-ignore lint/a11y/noAutofocus: the form opens because somebody asked for it
        autoFocus
        onChange={({ target }) => {
          setPasted(target.value);
          if (question) send.reset();
        }}
      />
      {question && <LineChoice question={question} takesFocus onChoose={(lines) => void bring(lines)} />}
      {send.data && !send.data.ok && !question && <ProblemList problems={send.data.problems} />}
      <div className={styles.end}>
        <input
          className={styles.title}
          dir={title === '' ? undefined : 'auto'}
          maxLength={200}
          aria-label={t('library.import.documentTitle')}
          placeholder={t('library.import.titleHint')}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
        <Button variant="subtle" color="gray" onClick={() => onPair(pasted)}>
          {t('pairing.withEnglish')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" loading={send.isPending} disabled={pasted.trim() === ''}>
          {t('library.import.submit')}
        </Button>
      </div>
    </form>
  );
}

function FileChooser({ onFiles }: Pick<ImportFormProps, 'onFiles'>) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => input.current?.click()}>
        {t('library.import.choose')}
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        multiple
        accept=".txt,.docx,.csv,.tsv,.tab,.xlsx,.tmx,.xlf,.xliff,.json,.jsonl,.ndjson,.conll,.iob,.ann,.fa,.en,.align,.wa,.xml,.zip"
        aria-label={t('library.import.choose')}
        onChange={({ target }) => {
          if (target.files && target.files.length > 0) onFiles(target.files);
          target.value = '';
        }}
      />
    </>
  );
}
