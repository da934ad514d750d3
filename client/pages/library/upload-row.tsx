import { Button, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemList } from '../../ui/problem-list.tsx';
import { ImportNotes } from './import-notes.tsx';
import { LineChoice, lineQuestion } from './line-choice.tsx';
import styles from './upload-row.module.css';
import type { Reading, Upload } from './use-uploads.ts';

interface UploadRowProps {
  readonly upload: Upload;
  /** Sends it again, to be read in another way. */
  readonly onAgain: (reading: Reading) => void;
}

/** A file on its way, which can be left; or a refused one: what is wrong where, and what to do about it. */
export function UploadRow({ upload, onAgain }: UploadRowProps) {
  const { t } = useTranslation();
  const { name } = upload.file;
  if (upload.notes.length > 0) {
    return <ImportNotes name={name} notes={upload.notes} onDismiss={upload.dismiss} />;
  }
  if (upload.problems.length === 0) {
    return (
      <div className={styles.row} role="status">
        <Loader size={14} />
        <span className={styles.text}>{t('library.import.sending', { name })}</span>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={upload.dismiss}>
          {t('app.cancel')}
        </Button>
      </div>
    );
  }
  const question = lineQuestion(upload.problems);
  if (question) {
    return (
      <div className={styles.row}>
        <div className={styles.text}>
          <p className={styles.refused}>
            <bdi>{name}</bdi>
          </p>
          <LineChoice question={question} onChoose={(lines) => onAgain({ lines })} />
        </div>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={upload.dismiss}>
          {t('app.cancel')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.row} role="alert">
      <div className={styles.text}>
        <p className={styles.refused}>{t('library.import.refused', { name })}</p>
        <ProblemList problems={upload.problems} />
      </div>
      {encodingsOf(upload).map((encoding) => (
        <Button key={encoding} variant="default" size="compact-sm" onClick={() => onAgain({ encoding })}>
          {t('library.import.readAs', { encoding: encodingNames[encoding] ?? encoding })}
        </Button>
      ))}
      <Button variant="subtle" color="gray" size="compact-sm" onClick={upload.dismiss}>
        {t('library.import.dismiss')}
      </Button>
    </div>
  );
}

const encodingNames: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'windows-1256': 'Windows-1256',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};

/** The encodings in which the file can be read: what it looks like. What looks like no text is offered in none. */
function encodingsOf({ problems }: Upload): readonly string[] {
  return problems.flatMap(({ values }) => (typeof values?.encoding === 'string' ? [values.encoding] : []));
}
