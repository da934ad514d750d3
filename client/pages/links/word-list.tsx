import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkedWord } from './query.ts';
import styles from './word-list.module.css';

interface WordListProps {
  readonly id: string;
  readonly words: readonly LinkedWord[];
  /** Key of the word that is shown. */
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

/** So many words are drawn at once; more come as somebody goes on. */
const PAGE = 200;

/** Persian words with their most frequent partners. The arrow keys go from word to word. */
export function WordList({ id, words, chosen, onChoose }: WordListProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [most, setMost] = useState(PAGE);
  const index = words.findIndex(({ key }) => key === chosen);
  const drawn = Math.max(most, index + 1);
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    if (index >= 0) box.current?.setAttribute('aria-activedescendant', `${id}-${index}`);
  }, [index, id]);

  const keys = (event: KeyboardEvent) => {
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: words.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const word = words[Math.max(0, Math.min(words.length - 1, next))];
    if (word) onChoose(word.key);
  };
  return (
    <div
      ref={box}
      id={id}
      role="listbox"
      aria-label={t('links.page.words')}
      tabIndex={0}
      className={styles.list}
      onKeyDown={keys}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        if (scrollTop + 2 * clientHeight > scrollHeight && drawn < words.length) setMost(drawn + PAGE);
      }}
    >
      {words.slice(0, drawn).map((word, place) => (
        <Word key={word.key} id={`${id}-${place}`} word={word} isChosen={word.key === chosen} onChoose={onChoose} />
      ))}
    </div>
  );
}

interface WordProps {
  readonly id: string;
  readonly word: LinkedWord;
  readonly isChosen: boolean;
  readonly onChoose: (key: string) => void;
}

const Word = memo(function Word({ id, word, isChosen, onChoose }: WordProps) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and tells which option is meant
    <div id={id} role="option" aria-selected={isChosen} className={styles.word} onClick={() => onChoose(word.key)}>
      <bdi lang="fa" className={styles.fa}>
        {word.fa}
      </bdi>
      <bdi lang="en" className={styles.en}>
        {word.partners
          .slice(0, 4)
          .map(({ en }) => en)
          .join(', ')}
      </bdi>
      <small>{t('workbench.panel.count', { count: word.count })}</small>
    </div>
  );
});
