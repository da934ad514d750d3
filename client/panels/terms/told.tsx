import { useTranslation } from 'react-i18next';
import type { Term } from '../../../shared/terms/term.ts';
import styles from './terms.module.css';

/** What the glossary says of a term: its English, what each is for, its domain and the note. */
export function TermTold({ term: { en, domain, note, partOfSpeech } }: { readonly term: Term }) {
  const { t } = useTranslation();
  const facts = [domain, partOfSpeech === null ? '' : t(`terms.speech.${partOfSpeech}`)].filter((fact) => fact !== '');
  return (
    <>
      <span className={styles.english} dir="ltr">
        {en.map(({ text, use }) => (
          <span key={text} lang="en" data-use={use} title={t(`terms.use.${use}`)}>
            {text}
          </span>
        ))}
      </span>
      {facts.length > 0 && (
        <span className={styles.facts}>
          <bdi>{facts.join(' · ')}</bdi>
        </span>
      )}
      {note !== '' && (
        <span className={styles.note} dir="auto">
          {note}
        </span>
      )}
    </>
  );
}
