import { Modal } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { KeyCap } from './key-cap.tsx';
import styles from './palette.module.css';
import { type Entry, matching } from './palette-entry.ts';
import { useEntries } from './use-entries.ts';

/** Everything that can be done here, found by typing. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  useReturnFocus();
  const choose = (entry: Entry) => {
    flushSync(onClose);
    entry.run();
  };
  return (
    <Modal.Root opened onClose={onClose} size={600} yOffset={80} returnFocus={false}>
      <Modal.Overlay backgroundOpacity={0.3} />
      <Modal.Content aria-label={t('keys.palette.label')}>
        <Search choose={choose} />
      </Modal.Content>
    </Modal.Root>
  );
}

function Search({ choose }: { readonly choose: (entry: Entry) => void }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const found = matching(useEntries(), query);
  const current = found[Math.min(at, found.length - 1)];

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((at + step + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter' && current) choose(current);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        data-autofocus
        maxLength={200}
        className={styles.search}
        dir={query === '' ? undefined : 'auto'}
        value={query}
        placeholder={t('keys.palette.placeholder')}
        role="combobox"
        aria-label={t('keys.palette.placeholder')}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={current && optionId(list, current)}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={t('keys.palette.label')} className={styles.list}>
        {found.map((entry) => (
          <Option
            key={entry.id}
            id={optionId(list, entry)}
            entry={entry}
            isCurrent={entry === current}
            choose={choose}
          />
        ))}
      </div>
      <p role="status" className={styles.nothing}>
        {found.length === 0 && t('keys.palette.nothing')}
      </p>
    </>
  );
}

interface OptionProps {
  readonly id: string;
  readonly entry: Entry;
  readonly isCurrent: boolean;
  readonly choose: (entry: Entry) => void;
}

function Option({ id, entry, isCurrent, choose }: OptionProps) {
  return (
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      className={styles.option}
      ref={(element) => {
        if (isCurrent) element?.scrollIntoView({ block: 'nearest' });
      }}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => choose(entry)}
    >
      <span className={styles.name}>
        <bdi>{entry.name}</bdi>
      </span>
      <span className={styles.group}>{entry.group}</span>
      {entry.command && <KeyCap command={entry.command} />}
    </button>
  );
}

function optionId(list: string, entry: Entry): string {
  return `${list}-${entry.id}`;
}
