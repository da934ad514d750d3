import { ActionIcon, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../../editor/editor.ts';
import { useCommands } from '../../keys/use-commands.ts';
import styles from './find-bar.module.css';

interface FindBarProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** Finds in both texts, in any spelling, and goes from hit to hit. */
export function FindBar({ editor, onClose }: FindBarProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const hits = useSyncExternalStore(
    (listener) => editor.subscribe(listener),
    () => editor.hits(),
  );

  useEffect(() => void editor.setFind(query), [editor, query]);
  useEffect(() => () => void editor.setFind(''), [editor]);
  useEffect(() => input.current?.focus(), []);

  const next = () => void editor.findNext();
  const previous = () => void editor.findPrevious();
  const close = () => {
    onClose();
    editor.focus();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.code === 'Escape') close();
    else if (event.code === 'Enter' && event.shiftKey) previous();
    else if (event.code === 'Enter') next();
    else return;
    event.preventDefault();
  };
  useCommands({
    'find.open': () => input.current?.select(),
    'find.next': next,
    'find.previous': previous,
  });

  return (
    <search className={styles.bar}>
      <TextInput
        ref={input}
        className={styles.query ?? ''}
        aria-label={t('workbench.find.label')}
        maxLength={500}
        placeholder={t('workbench.find.placeholder')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={keys}
      />
      <output className={styles.hits} aria-live="polite">
        {query !== '' && (hits.count === 0 ? t('workbench.find.none') : t('workbench.find.hits', { ...hits }))}
      </output>
      <ActionIcon aria-label={t('workbench.find.previous')} onClick={previous}>
        <IconChevronUp size={18} stroke={1.75} />
      </ActionIcon>
      <ActionIcon aria-label={t('workbench.find.next')} onClick={next}>
        <IconChevronDown size={18} stroke={1.75} />
      </ActionIcon>
      <ActionIcon aria-label={t('workbench.find.close')} onClick={close}>
        <IconX size={18} stroke={1.75} />
      </ActionIcon>
    </search>
  );
}
