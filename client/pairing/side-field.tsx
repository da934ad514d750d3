import { Button } from '@mantine/core';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/core/problem.ts';
import type { Side } from './order.ts';
import styles from './side-field.module.css';

interface SideFieldProps {
  /** Which side of the document it is taken for. */
  readonly role: 'source' | 'target';
  /** What it reads as: `fa`, `en`, `other` or `none`; `null` before that is known. */
  readonly language: string | null;
  readonly side: Side | null;
  /** What is wrong with the pair; of it, what an encoding would mend. */
  readonly problems: readonly Problem[];
  readonly onSide: (side: Side | null) => void;
  /** Several files may come at once. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** One text of a pair, chosen, dropped or pasted, with the language that it reads as. */
export function SideField({ role, language, side, problems, onSide, onFiles }: SideFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const isPersian = role === 'source';
  const file = side?.kind === 'file' ? side.file : null;
  const choose = (files: FileList | null) => {
    if (files && files.length > 0) onFiles([...files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped here; the button does the same by keyboard
    <div
      className={styles.side}
      data-role={role}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        choose(event.dataTransfer.files);
      }}
    >
      <div className={styles.head}>
        <label htmlFor={id} className={styles.role}>
          {t(`pairing.role.${role}`)}
        </label>
        <span className={styles.language} data-odd={isOdd(role, language) || undefined}>
          {language !== null && t(`pairing.language.${isKnown(language) ? language : 'other'}`)}
        </span>
        <Button variant="default" size="compact-sm" onClick={() => input.current?.click()}>
          {t(file ? 'pairing.another' : 'pairing.choose')}
        </Button>
      </div>
      <input
        ref={input}
        hidden
        type="file"
        multiple
        accept=".txt,.docx,.csv,.tsv,.tab,.xlsx,.fa,.en"
        aria-label={t('pairing.fileOf', { role: t(`pairing.role.${role}`) })}
        onChange={({ target }) => {
          choose(target.files);
          target.value = '';
        }}
      />
      {side?.kind === 'file' ? (
        <div className={styles.file} id={id}>
          <bdi className={styles.name}>{side.file.name}</bdi>
          {encodingsFor(side.file, problems).map((encoding) => (
            <Button
              key={encoding}
              variant="default"
              size="compact-sm"
              onClick={() => onSide({ kind: 'file', file: side.file, encoding })}
            >
              {t('library.import.readAs', { encoding: encodingNames[encoding] ?? encoding })}
            </Button>
          ))}
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onSide(null)}>
            {t('pairing.remove')}
          </Button>
        </div>
      ) : (
        <textarea
          ref={area}
          id={id}
          className={styles.text}
          lang={isPersian ? 'fa' : 'en'}
          dir={isPersian ? 'rtl' : 'ltr'}
          rows={5}
          placeholder={t('pairing.paste')}
          value={side?.text ?? ''}
          onChange={({ target }) => onSide(target.value === '' ? null : { kind: 'paste', text: target.value })}
        />
      )}
    </div>
  );
}

const encodingNames: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'windows-1256': 'Windows-1256',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};

/** The encodings in which a refused file can be read: what it looks like. */
function encodingsFor({ name }: File, problems: readonly Problem[]): readonly string[] {
  return problems.flatMap(({ element, values }) =>
    (element === undefined || element === name) && typeof values?.encoding === 'string' ? [values.encoding] : [],
  );
}

function isKnown(language: string): language is 'fa' | 'en' | 'other' | 'none' {
  return ['fa', 'en', 'other', 'none'].includes(language);
}

/** True for a text that is not in the language of its side. */
function isOdd(role: 'source' | 'target', language: string | null): boolean {
  return language !== null && language !== (role === 'source' ? 'fa' : 'en');
}
