import { Popover, TextInput, UnstyledButton } from '@mantine/core';
import { type CSSProperties, type KeyboardEvent, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import type { MentionPart } from '../../../shared/doc/model/marked.ts';
import { type Entity, titleOf } from '../../../shared/names/entity/entity.ts';
import type { Registry } from '../../../shared/names/registry/registry.ts';
import type { Editor } from '../../editor/editor.ts';
import { digitOf } from '../../editor/naming/name-keys.ts';
import type { NameMenuOpening } from '../../editor/naming/naming-context.ts';
import { keyCaps } from '../../keys/binding.ts';
import { KeyCap } from '../../keys/key-cap.tsx';
import type { Language } from '../../locales/index.ts';
import { usePreferences } from '../../platform/preferences.ts';
import styles from './mention-menu.module.css';
import { useRepeatCount } from './use-repeat-count.ts';
import type { Work } from './use-timeline.ts';

interface MentionMenuProps {
  readonly editor: Editor;
  readonly labels: readonly Label[];
  readonly opening: NameMenuOpening;
  readonly work: Work;
  readonly registry: Registry;
  /** Shows the further places of the mention. */
  readonly onRepeats: () => void;
  readonly onClose: () => void;
}

/** So many labels can be taken in at a glance; more are found by typing. */
const GLANCE = 9;

/** The menu at what is covered: labels to mark it with, and what can be done to the mention that is there. */
export function MentionMenu({ editor, labels, opening, work, registry, onRepeats, onClose }: MentionMenuProps) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const { naming } = editor;
  useSyncExternalStore(
    (listener) => editor.subscribe(listener),
    () => editor.view.state,
  );
  const [query, setQuery] = useState('');
  const now = naming.nameable();
  const about = now?.about ?? null;
  const repeats = useRepeatCount(editor, work, about);
  if (!now) return null;
  const choices = naming.choices();
  const joins = now.partner ? 1 : 0;
  const entity = registry.byId.get(about?.mention.entity ?? '');
  const sought = query.trim().toLocaleLowerCase();
  const fitting = labels.filter(({ id, en, fa }) =>
    [id, en, fa].some((name) => name.toLocaleLowerCase().includes(sought)),
  );

  const done = (act: () => void) => () => {
    act();
    naming.leave();
    onClose();
    editor.focus();
  };
  const keys = (event: KeyboardEvent) => {
    const label = labels.find(({ key }) => key !== '' && key === event.code);
    const typing = event.target instanceof HTMLInputElement;
    const digit = typing ? null : digitOf(event.nativeEvent);
    const [first] = fitting;
    if (event.key === 'Escape') {
      onClose();
      editor.focus();
    } else if (typing && event.key === 'Enter' && first) naming.mark(first.id);
    else if (!typing && label && !event.ctrlKey && !event.metaKey && !event.altKey) {
      naming.mark(label.id, event.shiftKey);
    } else if (digit !== null && about && (digit === 0 || digit <= joins + choices.length)) {
      done(() => naming.choose(digit))();
    } else if (!typing && event.key === 'Delete' && about) done(() => naming.remove())();
    else if (event.key.startsWith('Arrow')) moveFocus(event.currentTarget, event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const { left, top, width, height } = opening.anchor;
  return (
    <Popover opened onDismiss={onClose} position="bottom" trapFocus={opening.focus} returnFocus={false} shadow="sm">
      <Popover.Target>
        <span aria-hidden="true" className={styles.anchor} style={{ left, top, width, height }} />
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={t('mention.menu', { text: now.text })}
        className={styles.menu}
        p={8}
        onKeyDown={keys}
        onMouseDown={(event) => {
          if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
        }}
      >
        {now.around.length > 0 && (
          <Mentions
            heading={t('mention.here')}
            parts={now.around}
            labels={labels}
            pressed={about?.mention.id ?? null}
            onChoose={(part) => naming.hold(part, now.side)}
          />
        )}
        {now.letters !== null && (
          <div className={styles.row}>
            <Item name={t('mention.narrow', { text: now.letters })} onChoose={() => naming.narrow()} />
          </div>
        )}
        {labels.length > GLANCE && (
          <TextInput
            data-autofocus
            size="xs"
            aria-label={t('mention.filter')}
            maxLength={100}
            placeholder={t('mention.filter')}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        )}
        <div className={styles.labels}>
          {fitting.map((label) => (
            <Item
              key={label.id}
              hue={label.hue}
              name={label[language]}
              code={label.key}
              pressed={about?.mention.label === label.id}
              onChoose={() => naming.mark(label.id)}
            />
          ))}
        </div>
        {fitting.length === 0 && <p className={styles.heading}>{t('mention.noLabel')}</p>}
        {now.partner && (
          <div className={styles.row}>
            <Item
              name={t('mention.join', { name: now.partner.text })}
              code="Digit1"
              onChoose={done(() => naming.join())}
            />
          </div>
        )}
        {about && (
          <section>
            <h3 className={styles.heading}>
              {entity ? t('mention.isEntity', { name: nameIn(entity, language) }) : t('mention.entities')}
            </h3>
            <div className={styles.choices}>
              {choices.map((choice, at) => (
                <Item
                  key={choice.entity.id}
                  name={nameIn(choice.entity, language)}
                  note={t(`mention.because.${choice.reason}`)}
                  code={`Digit${joins + at + 1}`}
                  pressed={choice.entity.id === about.mention.entity}
                  onChoose={done(() => naming.mean(choice.entity.id))}
                />
              ))}
              <Item
                name={t('mention.begin', { name: about.source?.text ?? about.rendering?.text ?? '' })}
                code="Digit0"
                onChoose={done(() => naming.begin())}
              />
            </div>
          </section>
        )}
        {repeats > 0 && (
          <div className={styles.row}>
            <UnstyledButton className={styles.item} onClick={onRepeats}>
              <span className={styles.name}>{t('mention.repeats', { count: repeats })}</span>
              <KeyCap command="mention.repeats" />
            </UnstyledButton>
          </div>
        )}
        {now.waiting.length > 0 && (
          <Mentions
            heading={t('mention.waiting')}
            parts={now.waiting}
            labels={labels}
            pressed={null}
            onChoose={(part) => done(() => naming.link(part.mention.id))()}
          />
        )}
        {about && (
          <div className={styles.row}>
            {about.source && about.rendering && (
              <>
                <Item name={t('mention.unlinkSource')} onChoose={done(() => naming.unlink('source'))} />
                <Item name={t('mention.unlinkRendering')} onChoose={done(() => naming.unlink('rendering'))} />
              </>
            )}
            <Item name={t('mention.remove')} code="Delete" onChoose={done(() => naming.remove())} />
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function nameIn(entity: Entity, language: Language): string {
  return (language === 'fa' ? entity.fa : entity.en) || titleOf(entity);
}

interface MentionsProps {
  readonly heading: string;
  readonly parts: readonly MentionPart[];
  readonly labels: readonly Label[];
  readonly pressed: string | null;
  readonly onChoose: (part: MentionPart) => void;
}

function Mentions({ heading, parts, labels, pressed, onChoose }: MentionsProps) {
  return (
    <section>
      <h3 className={styles.heading}>{heading}</h3>
      <div className={styles.row}>
        {parts.map((part) => (
          <Item
            key={part.mention.id}
            hue={labels.find(({ id }) => id === part.mention.label)?.hue ?? 'stone'}
            name={part.source?.text ?? part.rendering?.text ?? ''}
            pressed={part.mention.id === pressed}
            onChoose={() => onChoose(part)}
          />
        ))}
      </div>
    </section>
  );
}

interface ItemProps {
  readonly name: string;
  readonly hue?: Label['hue'];
  /** What is said beside the name. */
  readonly note?: string;
  readonly code?: string;
  readonly pressed?: boolean;
  readonly onChoose: () => void;
}

function Item({ name, hue, note, code, pressed, onChoose }: ItemProps) {
  return (
    <UnstyledButton
      className={styles.item}
      onClick={onChoose}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
    >
      {hue && <i className={styles.swatch} style={{ '--hue': `var(--label-${hue})` } as CSSProperties} />}
      <span className={styles.name}>
        <bdi>{name}</bdi>
        {note && <small>{note}</small>}
      </span>
      {code && (
        <kbd className={styles.key}>{keyCaps({ ctrl: false, alt: false, shift: false, code }, false).join('')}</kbd>
      )}
    </UnstyledButton>
  );
}

/** Goes through the buttons with the arrow keys. */
function moveFocus(menu: EventTarget & Element, key: string): void {
  const buttons = [...menu.querySelectorAll('button')];
  const index = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const step = key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1;
  buttons.at((index + step) % buttons.length)?.focus();
}
