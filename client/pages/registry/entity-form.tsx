import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import { type EntityRecord, isWikidataId } from '../../../shared/names/entity/entity.ts';
import { usePreferences } from '../../platform/preferences.ts';
import { itemOf } from './draft.ts';
import styles from './entity-form.module.css';
import { OtherNames } from './other-names.tsx';

interface EntityFormProps {
  /** The name of the form. */
  readonly name: string;
  readonly draft: EntityRecord;
  readonly labels: readonly Label[];
  readonly onDraft: (draft: EntityRecord) => void;
  readonly onSubmit: () => void;
  /** Escape was pressed. */
  readonly onLeave: () => void;
  /** True where the form opens because somebody asked for it: it takes the focus. */
  readonly isNew?: boolean;
  /** Of the first field. */
  readonly first?: Ref<HTMLInputElement>;
  /** What is wrong, and the buttons. */
  readonly children: ReactNode;
}

/** What an entity says, to be changed: Persian on the left, English on the right. Enter keeps it, in the note with Ctrl. */
export function EntityForm(props: EntityFormProps) {
  const { name, draft, labels, onDraft, onSubmit, onLeave, isNew = false, first = null, children } = props;
  const { t } = useTranslation();
  const { language } = usePreferences();
  const set = (part: Partial<EntityRecord>) => onDraft({ ...draft, ...part });
  const item = itemOf(draft.wikidata ?? '');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit();
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <form className={styles.form} aria-label={name} onSubmit={submit} onKeyDown={keys}>
      <div className={styles.wings}>
        <div className={styles.wing}>
          <TextInput
            ref={first}
            data-autofocus={isNew || undefined}
            autoFocus={isNew}
            label={t('registry.form.preferred', { side: t('registry.side.fa') })}
            lang="fa"
            dir="rtl"
            maxLength={300}
            value={draft.fa}
            onChange={({ target }) => set({ fa: target.value })}
          />
          <OtherNames side="fa" names={draft.faOther} onNames={(faOther) => set({ faOther })} />
        </div>
        <div className={styles.wing}>
          <TextInput
            label={t('registry.form.preferred', { side: t('registry.side.en') })}
            lang="en"
            dir="ltr"
            maxLength={300}
            value={draft.en}
            onChange={({ target }) => set({ en: target.value })}
          />
          <OtherNames side="en" names={draft.enOther} onNames={(enOther) => set({ enOther })} />
        </div>
      </div>
      <div className={styles.facts}>
        <NativeSelect
          label={t('registry.form.label')}
          value={draft.label}
          onChange={({ target }) => set({ label: target.value })}
          data={[
            ...labels.map((label) => ({ value: label.id, label: `${label.id} · ${label[language]}` })),
            ...(labels.some(({ id }) => id === draft.label) ? [] : [draft.label]),
          ]}
        />
        <TextInput
          label={t('registry.form.wikidata')}
          lang="en"
          dir="ltr"
          placeholder="Q159"
          error={item !== '' && !isWikidataId(item) && t('registry.form.noItem')}
          value={draft.wikidata ?? ''}
          onChange={({ target }) => set({ wikidata: target.value })}
        />
      </div>
      <Textarea
        label={t('registry.form.note')}
        rows={2}
        dir="auto"
        maxLength={4000}
        value={draft.note}
        onChange={({ target }) => set({ note: target.value })}
      />
      {children}
    </form>
  );
}
