import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Status } from '../../../shared/core/status.ts';
import type { Editor } from '../../editor/editor.ts';
import { useCommands } from '../../keys/use-commands.ts';
import { StatusChips } from '../../ui/status-chips.tsx';
import styles from './find-bar.module.css';

interface FilterBarProps {
  readonly editor: Editor;
  readonly total: number;
  readonly onClose: () => void;
}

/** Shows only the segments in some states, or with some text on either side; the rest of the document stays as it is. */
export function FilterBar({ editor, total, onClose }: FilterBarProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [states, setStates] = useState<readonly Status[]>([]);
  const [shown, setShown] = useState(total);

  useEffect(() => {
    setShown(editor.setFilter({ ...(states.length > 0 && { states }), ...(text !== '' && { text }) }));
  }, [editor, states, text]);
  useEffect(() => () => void editor.setFilter({}), [editor]);
  useEffect(() => input.current?.focus(), []);
  useCommands({ 'view.filter': () => input.current?.focus() });

  const close = () => {
    onClose();
    editor.focus();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.code !== 'Escape') return;
    event.preventDefault();
    close();
  };
  return (
    <search className={styles.bar} aria-label={t('workbench.filter.label')} onKeyDown={keys}>
      <TextInput
        ref={input}
        aria-label={t('workbench.filter.text')}
        placeholder={t('workbench.filter.text')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <fieldset className={styles.states}>
        <legend>{t('workbench.filter.states')}</legend>
        <StatusChips chosen={states} onChoose={setStates} />
      </fieldset>
      <output className={styles.hits} aria-live="polite">
        {shown === 0 ? t('workbench.filter.nothing') : t('workbench.filter.shown', { shown, total })}
      </output>
      <Button size="compact-sm" variant="subtle" onClick={close}>
        {t('workbench.filter.clear')}
      </Button>
    </search>
  );
}
