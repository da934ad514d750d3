import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type OtherName, type Side, uses } from '../../../shared/names/entity/entity.ts';
import styles from './entity-form.module.css';

interface OtherNamesProps {
  readonly side: Side;
  readonly names: readonly OtherName[];
  readonly onNames: (names: readonly OtherName[]) => void;
}

/** The other names of one side, each with what it is for. */
export function OtherNames({ side, names, onNames }: OtherNamesProps) {
  const { t } = useTranslation();
  const added = useRef(false);
  const set = (at: number, name: OtherName) => onNames(names.with(at, name));
  const sideName = t(`registry.side.${side}`);
  return (
    <fieldset className={styles.others}>
      <legend>{t('registry.form.others', { side: sideName })}</legend>
      {names.map(({ name, use }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name is the one at its place, whatever is typed into it
        <div key={at} className={styles.other}>
          <TextInput
            size="xs"
            lang={side}
            dir={side === 'fa' ? 'rtl' : 'ltr'}
            maxLength={300}
            aria-label={t('registry.form.other', { side: sideName, number: at + 1 })}
            autoFocus={added.current && at === names.length - 1}
            value={name}
            onChange={({ target }) => set(at, { name: target.value, use })}
          />
          <NativeSelect
            size="xs"
            aria-label={t('registry.form.useOf', { name })}
            value={use ?? ''}
            onChange={({ target }) => set(at, { name, use: uses.find((known) => known === target.value) ?? null })}
            data={[
              { value: '', label: t('registry.use.variant') },
              ...uses.map((known) => ({ value: known, label: t(`registry.use.${known}`) })),
            ]}
          />
          <ActionIcon
            size={26}
            aria-label={t('registry.form.removeName', { name })}
            onClick={() => onNames(names.toSpliced(at, 1))}
          >
            <IconX size={14} stroke={1.75} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={() => {
          added.current = true;
          onNames([...names, { name: '', use: null }]);
        }}
      >
        {t(`registry.form.addName.${side}`)}
      </Button>
    </fieldset>
  );
}
