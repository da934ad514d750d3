import { Autocomplete, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { partsOfSpeech, type TermRecord } from '../../../shared/terms/term.ts';
import styles from '../../ui/record-form.module.css';
import { RecordForm, type RecordFormProps } from '../../ui/record-form.tsx';
import { EnglishTerms } from './english-terms.tsx';

interface TermFormProps extends RecordFormProps<TermRecord> {
  /** The domains that the glossary has. */
  readonly domains: readonly string[];
}

/** What a term says, to be changed: Persian on the left, English on the right. Enter keeps it, in the note with Ctrl. */
export function TermForm(props: TermFormProps) {
  const { name, draft, domains, onDraft, onSubmit, onLeave, isNew = false, first = null, children } = props;
  const { t } = useTranslation();
  const set = (part: Partial<TermRecord>) => onDraft({ ...draft, ...part });

  return (
    <RecordForm name={name} onSubmit={onSubmit} onLeave={onLeave}>
      <div className={styles.wings}>
        <div className={styles.wing}>
          <TextInput
            ref={first}
            data-autofocus={isNew || undefined}
            autoFocus={isNew}
            label={t('terms.form.fa')}
            lang="fa"
            dir="rtl"
            maxLength={300}
            value={draft.fa}
            onChange={({ target }) => set({ fa: target.value })}
          />
        </div>
        <div className={styles.wing}>
          <EnglishTerms terms={draft.en} onTerms={(en) => set({ en })} />
        </div>
      </div>
      <div className={styles.facts}>
        <Autocomplete
          label={t('terms.form.domain')}
          maxLength={300}
          value={draft.domain}
          data={[...domains]}
          limit={8}
          onChange={(domain) => set({ domain })}
        />
        <NativeSelect
          label={t('terms.form.partOfSpeech')}
          value={draft.partOfSpeech ?? ''}
          onChange={({ target }) =>
            set({ partOfSpeech: partsOfSpeech.find((known) => known === target.value) ?? null })
          }
          data={[
            { value: '', label: t('terms.speech.none') },
            ...partsOfSpeech.map((known) => ({ value: known, label: t(`terms.speech.${known}`) })),
          ]}
        />
      </div>
      <Textarea
        label={t('terms.form.note')}
        rows={2}
        dir="auto"
        maxLength={4000}
        value={draft.note}
        onChange={({ target }) => set({ note: target.value })}
      />
      {children}
    </RecordForm>
  );
}
