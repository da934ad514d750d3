import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import styles from './record-form.module.css';
import { useKeptFocus } from './use-kept-focus.ts';

/** A text, and what it is for: the value of a choice. */
export interface UsedText {
  readonly text: string;
  readonly use: string;
}

interface UsedTextsProps {
  readonly title: string;
  readonly lang: 'fa' | 'en';
  readonly texts: readonly UsedText[];
  readonly uses: readonly { readonly value: string; readonly label: string }[];
  /** What the fields and buttons of a row are called. */
  readonly names: {
    readonly text: (number: number) => string;
    readonly use: (name: string) => string;
    readonly remove: (name: string) => string;
    readonly add: string;
  };
  /** What one that is added is for. */
  readonly usual: string;
  readonly onTexts: (texts: readonly UsedText[]) => void;
}

/** Texts of one language, each with what it is for; they can be changed, added and taken out. */
export function UsedTexts({ title, lang, texts, uses, names, usual, onTexts }: UsedTextsProps) {
  const added = useRef(false);
  const list = useRef<HTMLFieldSetElement>(null);
  useKeptFocus(list, texts.length, 'input');
  return (
    <fieldset ref={list} className={styles.others}>
      <legend>{title}</legend>
      {texts.map(({ text, use }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text is the one at its place, whatever is typed into it
        <div key={at} data-item className={styles.other}>
          <TextInput
            size="xs"
            lang={lang}
            dir={lang === 'fa' ? 'rtl' : 'ltr'}
            maxLength={300}
            aria-label={names.text(at + 1)}
            autoFocus={added.current && at === texts.length - 1}
            value={text}
            onChange={({ target }) => onTexts(texts.with(at, { text: target.value, use }))}
          />
          <NativeSelect
            size="xs"
            aria-label={names.use(text)}
            value={use}
            onChange={({ target }) => onTexts(texts.with(at, { text, use: target.value }))}
            data={[...uses]}
          />
          <ActionIcon size={26} aria-label={names.remove(text)} onClick={() => onTexts(texts.toSpliced(at, 1))}>
            <IconX size={14} stroke={1.75} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={() => {
          added.current = true;
          onTexts([...texts, { text: '', use: usual }]);
        }}
      >
        {names.add}
      </Button>
    </fieldset>
  );
}
