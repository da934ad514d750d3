import { Button, Chip, Group, NativeSelect, TextInput, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Status } from '../../../shared/core/status.ts';
import type { Editor } from '../../editor/editor.ts';
import type { AlignmentFilter } from '../../editor/find/filter.ts';
import { useCommands } from '../../keys/use-commands.ts';
import { StatusChips } from '../../ui/status-chips.tsx';
import styles from './find-bar.module.css';

interface FilterBarProps {
  readonly editor: Editor;
  readonly total: number;
  /** True for a document that was aligned: its rows may be chosen by that too. */
  readonly aligned: boolean;
  readonly onClose: () => void;
}

/** Confidences below which rows may be shown. */
const shares = [0.9, 0.75, 0.5];

/** What may be asked of the alignment of a row, all of it at once. */
const asked = ['open', 'odd', 'half'] as const;
type Asked = (typeof asked)[number];

/** Shows only the segments in some states, aligned in some way, or with some text on either side; the rest of the document stays as it is. */
export function FilterBar({ editor, total, aligned, onClose }: FilterBarProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [states, setStates] = useState<readonly Status[]>([]);
  const [rows, setRows] = useState<readonly Asked[]>([]);
  const [below, setBelow] = useState<number | null>(null);
  const [shown, setShown] = useState(total);

  useEffect(() => {
    const alignment: AlignmentFilter | null = rows.length > 0 || below !== null ? alignmentFilter(rows, below) : null;
    const filter = {
      ...(states.length > 0 && { states }),
      ...(text !== '' && { text }),
      ...(alignment && { alignment }),
    };
    setShown(editor.setFilter(filter));
  }, [editor, states, text, rows, below]);
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
        className={styles.narrow ?? ''}
        aria-label={t('workbench.filter.text')}
        maxLength={500}
        placeholder={t('workbench.filter.text')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <fieldset className={styles.states}>
        <VisuallyHidden component="legend">{t('workbench.filter.states')}</VisuallyHidden>
        <StatusChips chosen={states} onChoose={setStates} />
      </fieldset>
      {aligned && (
        <fieldset className={styles.states}>
          <VisuallyHidden component="legend">{t('alignment.show.label')}</VisuallyHidden>
          <Chip.Group
            multiple
            value={[...rows]}
            onChange={(values) => setRows(asked.filter((one) => values.includes(one)))}
          >
            <Group gap={6}>
              {asked.map((one) => (
                <Chip key={one} value={one} size="xs" variant="outline">
                  {t(`alignment.show.${one}`)}
                </Chip>
              ))}
              <NativeSelect
                size="xs"
                aria-label={t('alignment.show.below')}
                value={below ?? ''}
                onChange={({ currentTarget }) =>
                  setBelow(currentTarget.value === '' ? null : Number(currentTarget.value))
                }
                data={[
                  { value: '', label: t('alignment.show.any') },
                  ...shares.map((share) => ({ value: String(share), label: t('alignment.show.percent', { share }) })),
                ]}
              />
            </Group>
          </Chip.Group>
        </fieldset>
      )}
      <output className={styles.hits} aria-live="polite">
        {shown === 0 ? t('workbench.filter.nothing') : t('workbench.filter.shown', { shown, total })}
      </output>
      <Button size="compact-sm" variant="subtle" onClick={close}>
        {t('workbench.filter.clear')}
      </Button>
    </search>
  );
}

function alignmentFilter(rows: readonly Asked[], below: number | null): AlignmentFilter {
  return {
    isOpen: rows.includes('open'),
    isOdd: rows.includes('odd'),
    isHalf: rows.includes('half'),
    ...(below !== null && { below }),
  };
}
