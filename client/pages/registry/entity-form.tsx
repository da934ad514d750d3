import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import { type EntityRecord, isWikidataId } from '../../../shared/names/entity/entity.ts';
import { usePreferences } from '../../platform/preferences.ts';
import styles from '../../ui/record-form.module.css';
import { RecordForm, type RecordFormProps } from '../../ui/record-form.tsx';
import { itemOf } from './draft.ts';
import { OtherNames } from './other-names.tsx';

interface EntityFormProps extends RecordFormProps<EntityRecord> {
  readonly labels: readonly Label[];
}

/** What an entity says, to be changed: Persian on the left, English on the right. Enter keeps it, in the note with Ctrl. */
export function EntityForm(props: EntityFormProps) {
  const { name, draft, labels, onDraft, onSubmit, onLeave, isNew = false, first = null, children } = props;
  const { t } = useTranslation();
  const { language } = usePreferences();
  const set = (part: Partial<EntityRecord>) => onDraft({ ...draft, ...part });
  const item = itemOf(draft.wikidata ?? '');

  return (
    <RecordForm name={name} onSubmit={onSubmit} onLeave={onLeave}>
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
          maxLength={200}
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
    </RecordForm>
  );
}
